import { describe, expect, it } from "vitest";
import type { GuestMemory } from "../../../src/conformance/linux/guest-memory.ts";
import {
  guestRequest,
  LIST_ENTRIES,
  stretchedPage,
  stretchTo,
} from "../../../src/conformance/linux/guest-requests.ts";
import type { KexecSegment } from "../../../src/kernel/kexec.ts";
import { type Bounds, imagePagesMax, PAGE_SIZE_bytes } from "../../../src/memory/bounds.ts";
import { isOnCrash, type Request } from "../../../src/memory/request.ts";
import * as rules from "../../../src/memory/segments.ts";
import { kernelNames, presets, suiteWorlds, worldsOf } from "../../../src/model/worlds.ts";

/** What Debian's 6.1 says in QEMU with 256 MiB and crashkernel=64M. */
const memory: GuestMemory = {
  base: 0x1000,
  crash: { start: 0xb000, end: 0xf000 },
  imagePagesMax: 19_731,
  limit: 2 ** 40,
  room: { control: 2, tables: 2 },
};

const cases = kernelNames
  .flatMap((kernel) => [
    ...suiteWorlds(kernel),
    ...presets.flatMap((preset) => worldsOf(preset, kernel)),
  ])
  .flatMap(({ bounds }) => bounds.requests.map((request) => ({ request, bounds })))
  // the agent does not call kexec_file_load yet
  .filter(({ request }) => !request.file);

describe("a request for a machine", () => {
  it("breaks the rules that the model's request breaks, and none else", () => {
    expect(cases.length).toBeGreaterThan(500);
    for (const { request, bounds } of cases) {
      const model = broken(request, request, rulesIn(bounds));
      for (const maxmem of [2 ** 34, 2 ** 40]) {
        const guest = broken(request, guestRequest(request, bounds, memory), rulesOf(maxmem));
        // More than half of RAM is more than this machine's region.
        const leavesRegion = isOnCrash(request) && model.includes("too large together");
        const expected = leavesRegion ? [...new Set([...model, "above region"])] : model;
        expect(guest.sort(), request.name).toEqual(expected.sort());
      }
    }
  });

  it("has addresses and lengths of 64 bits", () => {
    for (const { request, bounds } of cases) {
      for (const { mem, memsz, bufsz } of guestRequest(request, bounds, memory).segments) {
        for (const value of [mem, memsz, bufsz]) {
          expect(value, request.name).toBe(BigInt.asUintN(64, value));
        }
      }
    }
  });

  it("keeps how much of each buffer is data, and how far an address is off a page", () => {
    for (const { request, bounds } of cases) {
      const { segments } = guestRequest(request, bounds, memory);
      expect(segments.map(shape), request.name).toEqual(request.segments.map(shape));
    }
  });

  it("breaks no rule when pages are inserted for a second list page", () => {
    const loads = cases.filter(
      ({ request, bounds }) =>
        !isOnCrash(request) && broken(request, request, rulesIn(bounds)).length === 0,
    );
    for (const { request, bounds } of loads) {
      for (const at of pagesOf(request)) {
        const stretch = stretchTo(request, at);
        const guest = guestRequest(request, bounds, memory, stretch);
        expect(broken(request, guest, rulesOf(2 ** 34)), request.name).toEqual([]);
        expect(entriesBefore(guest.segments, stretchedPage(at, stretch))).toBe(LIST_ENTRIES);
      }
    }
  });

  it("fills the crash region, but for what the kernel needs to get to the same step", () => {
    const world = suiteWorlds("6.1").find(({ name }) => name === "crash-room");
    const left = world?.bounds.requests
      .filter(({ name }) => name.includes("room"))
      .map((request) => {
        const [segment] = guestRequest(request, world.bounds, memory).segments;
        return [request.name, 0x4000 - Number((segment?.memsz ?? 0n) / PAGE_SIZE_bytes)];
      });
    expect(left).toEqual([
      ["crash, no room", 0],
      ["crash, room for one page", 2], // the control code
      ["crash, room for two pages", 2 + 2], // and the page tables
      ["crash, room for three pages", 2 + 2 + 2], // and vmcoreinfo: it fits, one page is wasted
    ]);
  });
});

/** The bounds that make each group of rules ask for a machine's numbers. */
interface RuleBounds {
  readonly limit: Bounds;
  readonly half: Bounds;
  readonly region: Bounds;
}

function rulesIn(bounds: Bounds): RuleBounds {
  return { limit: bounds, half: bounds, region: bounds };
}

/** @param maxmem pages of memory that the machine's kernel can address */
function rulesOf(maxmem: number): RuleBounds {
  const { crash, imagePagesMax: half } = memory;
  const bounds = (frames: number, crashFrames: number): Bounds => ({
    ...{ tasks: 1, overLimit: [], listPageWords: 512, tablePages: 0, requests: [], features: [] },
    frames,
    crashFrames,
  });
  const result = {
    limit: bounds(maxmem - 8, 0), // as in destinationLimit
    half: bounds(half * 2, 0),
    region: bounds(crash.start, crash.end - crash.start),
  };
  expect(imagePagesMax(result.half)).toBe(half);
  return result;
}

type Asked = Pick<Request, "entry" | "segments">;

/** The rules that a request breaks, by name. */
function broken(request: Request, { entry, segments }: Asked, bounds: RuleBounds): string[] {
  const { limit, half, region } = bounds;
  const start = BigInt(region.frames) * PAGE_SIZE_bytes;
  const end = start + BigInt(region.crashFrames) * PAGE_SIZE_bytes;
  const answers: Record<string, boolean> = {
    wraps: rules.someSegmentWraps(segments),
    unaligned: rules.someSegmentUnaligned(segments),
    "beyond limit": rules.someSegmentBeyondLimit(segments, limit),
    overlap: rules.someSegmentsOverlap(segments),
    "buffer too long": rules.someBufferTooLong(segments),
    "too large": rules.someSegmentTooLarge(segments, half),
    "too large together": rules.allSegmentsTooLarge(segments, half),
  };
  const onCrash: Record<string, boolean> = {
    "entry below": entry < start,
    "entry above": entry >= end,
    "below region": rules.someSegmentBelowRegion(segments, { start, end: end - 1n }),
    "above region": rules.someSegmentAboveRegion(segments, { start, end: end - 1n }),
  };
  const asked = isOnCrash(request) ? { ...answers, ...onCrash } : answers;
  return Object.keys(asked).filter((rule) => asked[rule]);
}

/** What does not depend on where a segment lies and how long it is. */
function shape({ mem, memsz, bufsz }: KexecSegment): readonly unknown[] {
  const size = bufsz > memsz ? "longer" : bufsz === memsz ? "full" : "shorter";
  return [mem % PAGE_SIZE_bytes, memsz % PAGE_SIZE_bytes, bufsz % PAGE_SIZE_bytes, size];
}

function pagesOf({ segments }: Request) {
  return segments.flatMap((each, segment) =>
    Array.from({ length: rules.pagesOf(each) }, (_, page) => ({ segment, page })),
  );
}

/** Entries of the list before the one for a page: one for each segment begun, one for each page. */
function entriesBefore(
  segments: readonly KexecSegment[],
  { segment, page }: { readonly segment: number; readonly page: number },
): number {
  const whole = segments.slice(0, segment).reduce((sum, each) => sum + 1 + rules.pagesOf(each), 0);
  return whole + 1 + page;
}
