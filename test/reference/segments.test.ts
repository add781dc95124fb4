import { describe, expect, test } from "vitest";
import type { KernelConfig } from "../../src/reference/config.ts";
import type { UserSegment } from "../../src/reference/state.ts";
import { at, crashLoad, crashUnload, load, run, segment, smallKernel } from "./helpers.ts";

const buf = new Uint8Array(0);
const TOP = 1n << 64n;

/** A segment by its raw numbers, without a buffer. */
function raw(mem: bigint, memsz: bigint, bufsz = 0n): UserSegment {
  return { buf, bufsz, mem, memsz };
}

function verdict(segments: readonly UserSegment[], config: Partial<KernelConfig> = {}): string {
  return run(smallKernel(config), load(segments)).result;
}

/** The same for a crash image; the crash region is frames 16 to 23. */
function crashVerdict(segments: readonly UserSegment[], entry = at(16)): string {
  return run(smallKernel(), crashLoad(segments, { entry })).result;
}

const overlap = [segment(4, 2), segment(5)];
const unaligned = raw(at(8) + 1n, at(1));
const tooLongBuffer = raw(at(10), at(1), at(1) + 1n);
const halfOfRam = raw(at(0), at(16));
const moreThanHalf = raw(at(0), at(17));

describe("alignment and limits", () => {
  const limit = { destinationLimit: at(30) };
  test.each<[claim: string, segment: UserSegment, expected: string]>([
    ["a segment may end right below the limit", segment(28), "0"],
    ["a segment may not end at the limit", segment(29), "-EADDRNOTAVAIL"],
    ["a destination need not be memory", raw(at(1000), at(1)), "-EADDRNOTAVAIL"],
    ["an unaligned start", unaligned, "-EADDRNOTAVAIL"],
    ["an unaligned end", raw(at(8), at(1) - 1n), "-EADDRNOTAVAIL"],
    ["an end that wraps to 0", raw(TOP - at(1), at(1)), "-EADDRNOTAVAIL"],
    ["an end that wraps beyond the start", raw(at(8), TOP - at(1)), "-EADDRNOTAVAIL"],
    ["an empty segment at the top", raw(TOP - at(1), 0n), "-EADDRNOTAVAIL"],
    ["an empty segment", raw(at(8), 0n), "0"],
    ["an empty segment at address 0", raw(0n, 0n), "0"],
  ])("%s", (_, one, expected) => {
    expect(verdict([one], limit)).toBe(expected);
  });

  test("a destination outside memory is accepted below the limit", () => {
    expect(verdict([raw(at(1000), at(1))])).toBe("0");
  });
});

describe("overlap", () => {
  test.each<[claim: string, segments: UserSegment[], expected: string]>([
    ["neighbours touch", [segment(4), segment(5)], "0"],
    ["the second begins inside the first", overlap, "-EINVAL"],
    ["the first begins inside the second", overlap.toReversed(), "-EINVAL"],
    ["the same twice", [segment(4), segment(4)], "-EINVAL"],
    ["an empty one strictly inside", [segment(4, 2), raw(at(5), 0n)], "-EINVAL"],
    ["an empty one at the start", [segment(4, 2), raw(at(4), 0n)], "0"],
    ["an empty one at the end", [segment(4, 2), raw(at(6), 0n)], "0"],
    ["two empty ones in one place", [raw(at(4), 0n), raw(at(4), 0n)], "0"],
    ["the first and the third", [segment(4, 2), segment(9), segment(5)], "-EINVAL"],
  ])("%s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
  });
});

describe("buffer and memory size", () => {
  test.each<[claim: string, segments: UserSegment[], expected: string]>([
    ["a buffer as long as the segment", [segment(4)], "0"],
    ["no buffer at all", [raw(at(4), at(1))], "0"],
    ["a longer buffer", [tooLongBuffer], "-EINVAL"],
    ["a buffer for an empty segment", [raw(at(4), 0n, 1n)], "-EINVAL"],
    ["more than half of memory in one segment", [moreThanHalf], "-EINVAL"],
    ["more than half in sum", [raw(at(0), at(15)), raw(at(15), at(2))], "-EINVAL"],
  ])("%s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
  });

  test("half of memory is not too much, and half of an odd number is rounded down", () => {
    expect(verdict([halfOfRam], { totalram_pages: 33n, frames: 64 })).toBe("0");
    expect(verdict([moreThanHalf], { totalram_pages: 33n, frames: 64 })).toBe("-EINVAL");
  });
});

describe("the first broken rule decides, wherever its segment is", () => {
  test.each<[claim: string, segments: UserSegment[], expected: string]>([
    ["alignment before overlap", [...overlap, unaligned], "-EADDRNOTAVAIL"],
    ["alignment before the buffer", [tooLongBuffer, unaligned], "-EADDRNOTAVAIL"],
    ["alignment before memory size", [moreThanHalf, raw(at(20) + 1n, 0n)], "-EADDRNOTAVAIL"],
  ])("%s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
  });

  test("everything else comes before the crash region", () => {
    expect(crashVerdict([segment(4, 2), segment(5)])).toBe("-EINVAL"); // overlap, outside
    expect(crashVerdict([tooLongBuffer])).toBe("-EINVAL");
    expect(crashVerdict([moreThanHalf])).toBe("-EINVAL");
  });
});

describe("a crash image", () => {
  test.each<[claim: string, segments: UserSegment[], expected: string]>([
    ["inside the region", [segment(18)], "0"],
    ["up to the region's last byte", [segment(23)], "0"],
    ["from the region's first byte", [segment(16)], "0"],
    ["from before the region", [segment(15, 2)], "-EADDRNOTAVAIL"],
    ["beyond the region", [segment(23, 2)], "-EADDRNOTAVAIL"],
    ["an empty segment right after the region", [raw(at(24), 0n)], "0"],
    ["an empty segment further on", [raw(at(25), 0n)], "-EADDRNOTAVAIL"],
    ["an empty segment at address 0", [raw(0n, 0n)], "-EADDRNOTAVAIL"],
    ["all of the region, so that no control page fits", [segment(16, 8)], "-ENOMEM"],
    ["all but one page: no table page fits", [segment(16, 7)], "-ENOMEM"],
    ["all but two pages: no vmcoreinfo page fits", [segment(16, 6)], "-ENOMEM"],
    ["all but three pages", [segment(16, 5)], "0"],
  ])("%s", (_, segments, expected) => {
    expect(crashVerdict(segments)).toBe(expected);
  });

  test.each<[claim: string, entry: bigint, expected: string]>([
    ["may start at the region's first byte", at(16), "0"],
    ["may start at the region's last byte", at(24) - 1n, "0"],
    ["may not start before it", at(16) - 1n, "-EADDRNOTAVAIL"],
    ["may not start after it", at(24), "-EADDRNOTAVAIL"],
  ])("%s", (_, entry, expected) => {
    expect(crashVerdict([segment(18)], entry)).toBe(expected);
  });

  test("may start between its segments", () => {
    expect(crashVerdict([segment(18)], at(20))).toBe("0");
  });
});

describe("without a crash region", () => {
  const none = { crashk_res: { start: 0n, end: 0n } };
  test.each<[claim: string, segments: UserSegment[], entry: bigint, expected: string]>([
    ["no entry but 0 passes", [segment(4)], 1n, "-EADDRNOTAVAIL"],
    ["no segment passes", [segment(0)], 0n, "-EADDRNOTAVAIL"],
    ["no empty segment passes", [raw(0n, 0n)], 0n, "-EADDRNOTAVAIL"],
    ["an overlap is found first", overlap, 0n, "-EINVAL"],
  ])("%s", (_, segments, entry, expected) => {
    expect(run(smallKernel(none), crashLoad(segments, { entry })).result).toBe(expected);
  });

  test("a crash unload succeeds", () => {
    expect(run(smallKernel(none), crashUnload).result).toBe("0");
  });
});
