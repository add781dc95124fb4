import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { sealPayload } from "./payload.js";
/**
 * A kernel's file for kexec_file_load, with the payload in the place of a kernel: as much of the
 * boot protocol as the kernel's loader looks at, then the code, entered in 64-bit mode.
 *
 * @source Documentation/arch/x86/boot.rst, arch/x86/kernel/kexec-bzimage64.c
 */
/** The initrd that is loaded with it; more pages than two list pages have entries. */
export const fileInitrd = { bytes: 0x44_4321, seed: 7 };
/** The command line that is given with it. For a crash kernel, the loader adds to its front. */
export const FILE_CMDLINE = "kexec_model_payload";
/** What the payload calls the image; loaded for a crash, it adds "-CRASH". */
export const FILE_NAME = "FILE";
/** Sectors of real-mode code, of which only the header is looked at. */
const SETUP_SECTORS = 1;
const SECTOR_bytes = 512;
/** The 64-bit entry is that far behind the start of the code. */
const ENTRY_64_bytes = 0x200;
/** Memory that the kernel asks for: more than its file has, so there are zeros behind. */
const INIT_SIZE_bytes = 32 * Number(PAGE_SIZE_bytes);
/** How many bytes the payload checks, besides the command line. */
export const FILE_IMAGE_bytes = INIT_SIZE_bytes + pageAligned(fileInitrd.bytes);
/** Offsets in the file, and what the loader wants to find there. */
const header = [
    { name: "setup_sects", offset: 0x1f1, size: 1, value: SETUP_SECTORS },
    { name: "boot_flag", offset: 0x1fe, size: 2, value: 0xaa55 },
    { name: "jump", offset: 0x200, size: 1, value: 0xeb },
    // to behind the header: this is how the loader knows how long it is
    { name: "jump distance", offset: 0x201, size: 1, value: 0x6a },
    { name: "header, HdrS", offset: 0x202, size: 4, value: 0x5372_6448 },
    { name: "version, 2.15", offset: 0x206, size: 2, value: 0x020f },
    { name: "loadflags, LOADED_HIGH", offset: 0x211, size: 1, value: 1 },
    { name: "initrd_addr_max", offset: 0x22c, size: 4, value: 0x7fff_ffff },
    { name: "kernel_alignment", offset: 0x230, size: 4, value: 0x20_0000 },
    { name: "relocatable_kernel", offset: 0x234, size: 1, value: 1 },
    { name: "min_alignment", offset: 0x235, size: 1, value: 21 },
    // XLF_KERNEL_64, XLF_CAN_BE_LOADED_ABOVE_4G
    { name: "xloadflags", offset: 0x236, size: 2, value: 3 },
    { name: "cmdline_size", offset: 0x238, size: 4, value: 255 },
    { name: "pref_address", offset: 0x258, size: 4, value: 0x100_0000 },
    { name: "init_size", offset: 0x260, size: 4, value: INIT_SIZE_bytes },
];
/** Changes when the file does. */
export const formOfKernel = JSON.stringify([header, fileInitrd, FILE_CMDLINE, FILE_NAME]);
/** @param payload the payload as it is compiled, its table empty */
export function kernelFile(payload) {
    const code = sealPayload(payload, {
        name: FILE_NAME,
        code: { memsz: INIT_SIZE_bytes, bufsz: payload.length, content: "code" },
        initrd: {
            memsz: pageAligned(fileInitrd.bytes),
            bufsz: fileInitrd.bytes,
            content: fileInitrd.seed,
        },
        cmdline: FILE_CMDLINE,
    });
    const setup = Buffer.alloc((1 + SETUP_SECTORS) * SECTOR_bytes);
    for (const { offset, size, value } of header)
        setup.writeUIntLE(value, offset, size);
    return Buffer.concat([setup, Buffer.alloc(ENTRY_64_bytes), code]);
}
function pageAligned(bytes) {
    const page = Number(PAGE_SIZE_bytes);
    return Math.ceil(bytes / page) * page;
}
//# sourceMappingURL=bzimage.js.map