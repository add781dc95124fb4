import { describe, expect, it } from "vitest";
import {
  FILE_IMAGE_bytes,
  fileInitrd,
  kernelFile,
} from "../../../src/conformance/linux/bzimage.ts";
import { PAGE_SIZE_bytes } from "../../../src/memory/bounds.ts";

const STACK_bytes = 4096;
const payload = new Uint8Array(6144 + STACK_bytes).fill(0xc3, 0, 32).fill(0x90, 1024, 6144);
const file = Buffer.from(kernelFile(payload));
const CODE_offset = 1024 + 0x200;

describe("the kernel's file", () => {
  // arch/x86/kernel/kexec-bzimage64.c:bzImage64_probe
  it("has all that the loader for 64-bit kernels asks for", () => {
    expect(file.length).toBeGreaterThanOrEqual(2 * 512);
    expect(file.toString("latin1", 0x202, 0x206)).toBe("HdrS");
    expect(file.readUInt16LE(0x1fe)).toBe(0xaa55);
    expect(file.readUInt16LE(0x206)).toBeGreaterThanOrEqual(0x20c);
    expect(file.readUInt8(0x211) & 1).toBe(1); // LOADED_HIGH
    expect(file.readUInt16LE(0x236) & 3).toBe(3); // XLF_KERNEL_64, XLF_CAN_BE_LOADED_ABOVE_4G
  });

  it("has a header that ends before its code begins", () => {
    const headerEnd = 0x202 + file.readUInt8(0x201);
    const codeStart = (file.readUInt8(0x1f1) + 1) * 512;
    expect(headerEnd).toBeGreaterThanOrEqual(0x264); // init_size is inside
    expect(headerEnd).toBeLessThanOrEqual(codeStart);
    expect(codeStart).toBe(CODE_offset - 0x200);
  });

  it("has the payload at the 64-bit entry, with zeros before it and room behind it", () => {
    const loaded = file.subarray(1024);
    expect(loaded.subarray(0, 0x200).every((byte) => byte === 0)).toBe(true);
    expect(loaded.subarray(0x200, 0x220)).toEqual(Buffer.from(payload.subarray(0, 32)));
    expect(file.readUInt32LE(0x260)).toBeGreaterThan(loaded.length);
  });

  it("tells the payload of an initrd that needs more than two list pages", () => {
    const table = file.subarray(CODE_offset + 32);
    expect(table.toString("latin1", 16, 20)).toBe("FILE");
    expect(table.readBigUInt64LE(32)).toBe(2n);
    const [memsz, bufsz, seed] = [40 + 32 + 8, 40 + 32 + 16, 40 + 32 + 24].map((at) =>
      Number(table.readBigUInt64LE(at)),
    );
    expect({ bufsz, seed }).toEqual({ bufsz: fileInitrd.bytes, seed: fileInitrd.seed });
    expect(memsz).toBe(FILE_IMAGE_bytes - file.readUInt32LE(0x260));
    expect(Number(memsz) / Number(PAGE_SIZE_bytes)).toBeGreaterThan(2 * 511);
  });

  it("has another sum when a byte of its code is another, but not for its stack", () => {
    const sumOf = (code: Uint8Array) =>
      Buffer.from(kernelFile(code)).readBigUInt64LE(CODE_offset + 32);
    const changed = (at: number) => payload.map((byte, i) => (i === at ? byte ^ 1 : byte));
    expect(sumOf(changed(6143))).not.toBe(sumOf(payload));
    expect(sumOf(changed(0))).not.toBe(sumOf(payload));
    expect(sumOf(changed(6144))).toBe(sumOf(payload)); // the payload looks at every word of it
  });
});
