import { KEXEC_ON_CRASH } from "../../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { GuestError } from "./agent.js";
import { EnvironmentError } from "./environment.js";
/**
 * Where an x86-64 kernel runs without KASLR: CONFIG_PHYSICAL_START.
 *
 * Normal images go there, over the kernel itself, as a real kexec's do. The page allocator never
 * has these frames to give, so no destination is handed out by chance: what a load allocates is the
 * same in every run.
 */
export const KERNEL_BASE = 0x1000000n;
/** Of KERNEL_BASE, what the code of every Debian kernel covers: room for destinations. */
const KERNEL_CODE_bytes = 8n << 20n;
/** MAXMEM is 2^46 with 4-level page tables, 2^52 with 5 levels. */
const MAXMEM_LARGEST = 1n << 52n;
/**
 * The landmarks that a machine tells of.
 *
 * @throws EnvironmentError when the tests' requests cannot be made there
 */
export function guestMemory({ totalram_bytes, ram }, region, room) {
    const imagePagesMax = Math.floor(pagesOf(totalram_bytes) / 2);
    const crash = { start: pagesOf(region.start), end: pagesOf(region.end) };
    if (imagePagesMax <= crash.end - crash.start) {
        throw new EnvironmentError(`expected a crash region below half of RAM (${imagePagesMax} pages), ` +
            `got ${crash.end - crash.start} pages: give the machine more memory`);
    }
    const kernel = { start: KERNEL_BASE, end: KERNEL_BASE + KERNEL_CODE_bytes };
    if (!ram.some((range) => contains(range, kernel)) || region.start < kernel.end) {
        throw new EnvironmentError("expected the kernel in RAM at 16 MiB, got none: boot with nokaslr");
    }
    return { base: pagesOf(KERNEL_BASE), crash, imagePagesMax, limit: pagesOf(MAXMEM_LARGEST), room };
}
function contains(outer, inner) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
function pagesOf(bytes) {
    return Number(bytes / PAGE_SIZE_bytes);
}
/** What the kernel prints when it finds no page in the region, by step. */
const messages = {
    control: "Could not allocate control_code_buffer",
    vmcoreinfo: "Could not allocate vmcoreinfo buffer",
};
/** Words for the kernel command line: warnings go to the console, for `measureRoom`. */
export const warningsOnConsole = "loglevel=5";
/** More free pages than any kernel needs for control code and tables of a small machine. */
const ROOM_MAX_pages = 12;
/**
 * Finds out what a crash image takes from the region: leaves one page more each time, until the
 * step that finds none is the copy of vmcoreinfo, the last to ask. Nothing is loaded.
 *
 * @throws GuestError when the kernel's refusals are not as expected
 */
export async function measureRoom(agent, consoleText, region) {
    let control = null;
    for (let free = 0; free <= ROOM_MAX_pages; free++) {
        const seen = consoleText().length;
        const memsz = region.end - region.start - BigInt(free) * PAGE_SIZE_bytes;
        const { state } = await agent.load({
            flags: BigInt(KEXEC_ON_CRASH),
            entry: region.start,
            segments: [{ mem: region.start, memsz, bufsz: 0n }],
        }, { observe: "nothing" });
        const said = consoleText().slice(seen);
        if (state.kind !== "done" || state.result === 0)
            break;
        if (said.includes(messages.vmcoreinfo) && control !== null) {
            return { control, tables: free - control };
        }
        if (!said.includes(messages.control))
            control ??= free;
    }
    throw new GuestError(`expected "${messages.control}", then "${messages.vmcoreinfo}" on the console while a crash ` +
        "image leaves more and more pages of its region, got something else");
}
//# sourceMappingURL=guest-memory.js.map