import { describe, expect, test } from "vitest";
import { ADDRESS_SPACE_bytes, type KexecSegment } from "../../src/kernel/kexec.ts";
import { PAGE_SIZE_bytes, reservedRegion } from "../../src/memory/bounds.ts";
import * as rules from "../../src/memory/segments.ts";
import { boundsFor } from "./scene.ts";

const page = PAGE_SIZE_bytes;
const top = ADDRESS_SPACE_bytes;
/** Region: frames 8 to 11. No segment may reach frame 20. No image may want more than 4 pages. */
const bounds = boundsFor([]);
const region = reservedRegion(bounds);

/** A segment by frame numbers: first, pages, pages' worth of buffer. */
function at(pfn: number, pages: number, bufsz = 0n): KexecSegment {
  return { mem: BigInt(pfn) * page, memsz: BigInt(pages) * page, bufsz };
}

function raw(mem: bigint, memsz: bigint): KexecSegment {
  return { mem, memsz, bufsz: 0n };
}

/** The first rule, in the kernel's order, that refuses a list; `passes` when none does. */
function verdict(segments: readonly KexecSegment[], onCrash = false): string {
  const inOrder = [
    ["wraps", rules.someSegmentWraps(segments)],
    ["unaligned", rules.someSegmentUnaligned(segments)],
    ["beyond limit", rules.someSegmentBeyondLimit(segments, bounds)],
    ["overlap", rules.someSegmentsOverlap(segments)],
    ["buffer too long", rules.someBufferTooLong(segments)],
    ["too large", rules.someSegmentTooLarge(segments, bounds)],
    ["sum too large", rules.allSegmentsTooLarge(segments, bounds)],
    ["below region", onCrash && rules.someSegmentBelowRegion(segments, region)],
    ["above region", onCrash && rules.someSegmentAboveRegion(segments, region)],
  ] as const;
  const first = inOrder.find(([, broken]) => broken)?.[0] ?? "passes";
  expect(rules.passesRules(segments, onCrash, bounds)).toBe(first === "passes");
  return first;
}

type Case = readonly [claim: string, segments: readonly KexecSegment[], expected: string];

describe("addresses", () => {
  test.each<Case>([
    ["one page at 0", [at(0, 1)], "passes"],
    ["no segment at all", [], "passes"],
    ["the end is 2^64, which is 0", [raw(top - page, page)], "wraps"],
    ["the end is one page behind 2^64", [raw(top - page, 2n * page)], "wraps"],
    ["the end wraps to below the start", [raw(2n * page, top - page)], "wraps"],
    ["the end wraps to right below the start", [raw(page, top - page)], "wraps"],
    ["empty at the top: its end is its start", [raw(top - page, 0n)], "beyond limit"],
    ["all but the last page: no wrap", [raw(0n, top - page)], "beyond limit"],
    ["the start is off by one", [raw(page + 1n, page - 1n)], "unaligned"],
    ["the end is off by one", [raw(page, page - 1n)], "unaligned"],
    ["start and end are off by one", [raw(page + 1n, page)], "unaligned"],
    ["the end is right below the limit", [at(18, 1)], "passes"],
    ["the end is exactly at the limit", [at(19, 1)], "beyond limit"],
    ["empty right below the limit", [at(19, 0)], "passes"],
    ["empty exactly at the limit", [at(20, 0)], "beyond limit"],
    ["empty at 0", [at(0, 0)], "passes"],
    ["a good segment does not hide a bad one", [at(0, 1), at(19, 1)], "beyond limit"],
  ])("%s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
  });
});

describe("segments are half-open when they are compared", () => {
  const cases: readonly Case[] = [
    ["one begins where the other ends", [at(2, 2), at(4, 2)], "passes"],
    ["one begins a page before the other ends", [at(2, 2), at(3, 2)], "overlap"],
    ["the same twice", [at(2, 1), at(2, 1)], "overlap"],
    ["one inside the other", [at(1, 3), at(2, 1)], "overlap"],
    ["an empty one strictly inside", [at(2, 2), at(3, 0)], "overlap"],
    ["an empty one at the start", [at(2, 2), at(2, 0)], "passes"],
    ["an empty one at the end", [at(2, 2), at(4, 0)], "passes"],
    ["two empty ones in one place", [at(2, 0), at(2, 0)], "passes"],
    ["the first and the third", [at(2, 2), at(7, 1), at(3, 1)], "overlap"],
  ];
  test.each(cases)("%s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
    expect(verdict(segments.toReversed())).toBe(expected); // the order does not matter
  });
});

describe("sizes", () => {
  test.each<Case>([
    ["a buffer as long as the segment", [at(0, 1, page)], "passes"],
    ["a buffer one byte longer", [at(0, 1, page + 1n)], "buffer too long"],
    ["a byte for an empty segment", [at(0, 0, 1n)], "buffer too long"],
    ["half of memory in one segment", [at(0, 4)], "passes"],
    ["a page more: the region is no part of memory", [at(0, 5)], "too large"],
    ["half of memory in sum", [at(0, 2), at(2, 2)], "passes"],
    ["a page more in sum", [at(0, 2), at(2, 3)], "sum too large"],
  ])("%s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
  });

  test("half of an odd number of frames is rounded down", () => {
    const odd = boundsFor([], { frames: 9 });
    expect(rules.someSegmentTooLarge([at(0, 4)], odd)).toBe(false);
    expect(rules.someSegmentTooLarge([at(0, 5)], odd)).toBe(true);
  });
});

describe("the crash region", () => {
  test.each<Case>([
    ["its first page", [at(8, 1)], "passes"],
    ["all of it", [at(8, 4)], "passes"],
    ["the page before it", [at(7, 1)], "below region"],
    ["one page too far", [at(11, 2)], "above region"],
    ["empty right behind it", [at(12, 0)], "passes"],
    ["empty one page further", [at(13, 0)], "above region"],
    ["empty right before it", [at(7, 0)], "below region"],
    ["empty at 0", [at(0, 0)], "below region"],
  ])("a crash image: %s", (_, segments, expected) => {
    expect(verdict(segments, true)).toBe(expected);
  });

  test.each<Case>([
    ["in the region", [at(8, 1)], "passes"],
    ["across its beginning", [at(7, 2)], "passes"],
    ["behind it", [at(12, 1)], "passes"],
  ])("a normal image may lie %s", (_, segments, expected) => {
    expect(verdict(segments)).toBe(expected);
  });
});

describe("the first rule decides, whichever segment breaks it", () => {
  const overlap = [at(2, 2), at(3, 1)];
  test.each<Case>([
    ["wrapping before alignment", [raw(1n, page), raw(top - page, page)], "wraps"],
    ["the limit before overlap", [...overlap, at(19, 1)], "beyond limit"],
    ["overlap before the buffer", [at(0, 1, 2n * page), ...overlap], "overlap"],
    ["the buffer before the size", [at(0, 7), at(8, 1, 2n * page)], "buffer too long"],
    ["one segment before the sum", [at(0, 1), at(2, 7)], "too large"],
    ["the size before the region", [at(0, 7)], "too large"],
    ["below the region before above it", [at(12, 1), at(7, 1)], "below region"],
  ])("%s", (_, segments, expected) => {
    expect(verdict(segments, true)).toBe(expected);
  });
});

describe("pages of a segment", () => {
  /** `pages destinations chunks` */
  function pagesOf(segment: KexecSegment): string {
    const list = Array.from({ length: rules.pagesOf(segment) }, (_, i) => i);
    const destinations = list.map((i) => rules.destinationOf(segment, i));
    return `${list.length} [${destinations}] [${list.map((i) => rules.chunkOf(segment, i))}]`;
  }

  test.each<readonly [claim: string, segment: KexecSegment, expected: string]>([
    ["an empty one has none", at(5, 0), "0 [] []"],
    ["a full buffer fills each page", at(5, 2, 2n * page), "2 [5,6] [4096,4096]"],
    ["the last page may be begun", at(5, 2, page + 1n), "2 [5,6] [4096,1]"],
    ["the buffer may end early", at(5, 3, 1n), "3 [5,6,7] [1,0,0]"],
    ["without a buffer every page is empty", at(5, 2), "2 [5,6] [0,0]"],
    ["a begun page counts whole", raw(5n * page, page + 1n), "2 [5,6] [0,0]"],
  ])("%s", (_, segment, expected) => {
    expect(pagesOf(segment)).toBe(expected);
  });
});
