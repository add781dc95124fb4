import { describe, expect, it } from "vitest";
import {
  physical,
  physicalOfPage,
} from "../../../../src/conformance/linux/outside/kernel-memory.ts";
import { decodeEntries, type ListEntry } from "../../../../src/conformance/linux/outside/kimage.ts";

describe("the words of an entry list", () => {
  it("send each source page behind the one before, from the last destination on", () => {
    expect(decode([0x1000001n, 0x7000008n, 0x9000008n, 0x2000001n, 0x8000008n, 4n])).toEqual([
      { kind: "DESTINATION", address: 0x1000000n },
      { kind: "SOURCE", address: 0x7000000n, destination: 0x1000000n },
      { kind: "SOURCE", address: 0x9000000n, destination: 0x1001000n },
      { kind: "DESTINATION", address: 0x2000000n },
      { kind: "SOURCE", address: 0x8000000n, destination: 0x2000000n },
      { kind: "DONE" },
    ]);
  });

  it("go on behind a link as if there were none", () => {
    const entries: ListEntry[] = [];
    expect(decodeEntries([0x1000001n, 0x7000008n, 0x5000002n, 0x666n], entries)).toEqual({
      kind: "INDIRECTION",
      address: 0x5000000n,
    });
    decodeEntries([0x9000008n, 4n], entries);
    expect(entries.slice(-2)).toEqual([
      { kind: "SOURCE", address: 0x9000000n, destination: 0x1001000n },
      { kind: "DONE" },
    ]);
  });

  it("end at a word that is no entry, and behind the end mark", () => {
    expect(decode([0x1000001n, 0n, 0x7000008n])).toHaveLength(1);
    expect(decode([4n, 0x1000001n])).toEqual([{ kind: "DONE" }]);
  });
});

describe("a kernel's pointer", () => {
  it("is a place in memory when it is a symbol's, kmalloc's or a page's", () => {
    expect(physical(0xffffffff82ef99b8n)).toBe(0x2ef99b8n);
    expect(physical(0xffff888004492c00n)).toBe(0x4492c00n);
    expect(physicalOfPage(0xffffea00002c0100n)).toBe(0xb004000n);
  });

  it("is refused when it leads elsewhere", () => {
    expect(() => physical(0xffffc90000055000n)).toThrow("expected a pointer into memory");
    expect(() => physicalOfPage(0xffff888004492c00n)).toThrow("expected a struct page");
  });
});

function decode(words: readonly bigint[]): ListEntry[] {
  const entries: ListEntry[] = [];
  decodeEntries(words, entries);
  return entries;
}
