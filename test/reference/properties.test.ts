import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KEXEC_ON_CRASH } from "../../src/kernel/kexec.ts";
import { createKernel, type ReferenceKernel } from "../../src/reference/kernel.ts";
import type { KexecLoadRequest, UserSegment } from "../../src/reference/state.ts";
import type { Decision, StepRecord } from "../../src/reference/step.ts";
import { crashUnload, framesByUse, load, run, unload } from "./helpers.ts";

const page_bytes = 32;
const page = BigInt(page_bytes);
const crash = { first: 40, pages: 12 };
const frameCount = 64;

function kernelOf(entriesPerListPage: number, tablePages: number): ReferenceKernel {
  return createKernel({
    ...{ page_bytes, entriesPerListPage, tablePages, frames: frameCount },
    crashk_res: { start: 40n * page, end: 52n * page - 1n },
    sourceLimit: 60n * page,
    controlLimit: 58n * page,
  });
}

interface Shape {
  readonly gap: number;
  readonly pages: number;
  readonly fill: number;
  readonly first: number;
}

const shapes = fc.array(
  fc.record({
    gap: fc.nat(3),
    pages: fc.nat(3),
    fill: fc.double({ min: 0, max: 1, noNaN: true }),
    first: fc.nat(255),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Segments in order from a frame on, with gaps between them, up to a frame. */
function segmentsFrom(list: readonly Shape[], from: number, end: number): UserSegment[] {
  let frame = from;
  return list.flatMap(({ gap, pages, fill, first }) => {
    const mem = BigInt(frame + gap) * page;
    if (frame + gap + pages > end) return [];
    frame += gap + pages;
    const bytes = Math.floor(fill * pages * page_bytes);
    const buf = Uint8Array.from({ length: bytes }, (_, index) => first + index * 3);
    return [{ buf, bufsz: BigInt(bytes), mem, memsz: BigInt(pages) * page }];
  });
}

const normalRequest = fc
  .tuple(shapes, fc.nat(20))
  .map(([list, from]) => load(segmentsFrom(list, from, 38)));
const crashRequest = shapes.map((list) =>
  load(segmentsFrom(list, crash.first, crash.first + crash.pages - 5), {
    flags: KEXEC_ON_CRASH,
    entry: 45n * page,
  }),
);
const anyRequest = fc.oneof(normalRequest, crashRequest, fc.constantFrom(unload, crashUnload));
const scale = fc.record({
  entries: fc.integer({ min: 2, max: 4 }),
  tables: fc.nat(2),
});
const randomness = fc.infiniteStream(fc.nat(1_000_000));

/** Any free frame each time; a tenth of the time, if failures are wanted, any failure. */
function randomly(kernel: ReferenceKernel, numbers: Iterator<number>, failures: boolean) {
  const pick = (): number => numbers.next().value ?? 0;
  return ({ choice }: StepRecord): Decision => {
    const fails = failures && pick() % 10 === 0;
    if (choice.kind === "outcome") {
      return fails ? choice.outcomes[pick() % choice.outcomes.length] : undefined;
    }
    if (choice.kind === "none") return undefined;
    const free = Array.from({ length: frameCount }, (_, frame) => frame).filter((frame) =>
      kernel.isFree(frame),
    );
    return fails || free.length === 0 ? null : free[pick() % free.length];
  };
}

function expectedPages({ segments }: KexecLoadRequest): Map<bigint, Uint8Array> {
  const pages = new Map<bigint, Uint8Array>();
  for (const { buf, mem, memsz } of segments) {
    for (let done = 0; done < Number(memsz); done += page_bytes) {
      const bytes = new Uint8Array(page_bytes);
      bytes.set(buf.subarray(done, done + page_bytes));
      pages.set(mem + BigInt(done), bytes);
    }
  }
  return pages;
}

/** Every source page is its own destination or nobody's, and nothing else is a destination. */
function checkPageInvariant(kernel: ReferenceKernel, { segments }: KexecLoadRequest): void {
  const isDestination = (address: bigint): boolean =>
    segments.some(({ mem, memsz }) => address >= mem && address < mem + memsz);
  let destination = 0n;
  for (const { kind, address } of kernel.walk("kexec_image") ?? []) {
    if (kind === "DESTINATION") destination = address;
    if (kind === "INDIRECTION") expect(isDestination(address)).toBe(false);
    if (kind !== "SOURCE") continue;
    expect(address === destination || !isDestination(address)).toBe(true);
    destination += page;
  }
  for (const [frame, { owner, purpose }] of kernel.observe().frames) {
    const mustStay = purpose === "control" || purpose === "swap" || purpose === "table";
    if (owner === "kexec_image" && mustStay)
      expect(isDestination(BigInt(frame) * page)).toBe(false);
  }
}

/** Frames in use by what they are, without those of B8. */
function usesButLost(kernel: ReferenceKernel): string[] {
  return Object.keys(framesByUse(kernel)).filter((use) => use !== "lost source");
}

describe("whatever free frames the allocator returns", () => {
  test("a load that succeeds rebuilds exactly buffer and zeros, and keeps the invariant", () => {
    let loads = 0;
    fc.assert(
      fc.property(scale, normalRequest, randomness, ({ entries, tables }, request, stream) => {
        fc.pre(request.nr_segments > 0);
        const kernel = kernelOf(entries, tables);
        const { result } = run(kernel, request, randomly(kernel, stream, false));
        if (result !== "0") return void expect(result).toBe("-ENOMEM"); // no frame was left
        loads += 1;
        expect(kernel.relocate("kexec_image")).toEqual(expectedPages(request));
        checkPageInvariant(kernel, request);
      }),
      { numRuns: 300 },
    );
    expect(loads).toBeGreaterThan(200);
  });

  test("a crash image is exactly buffer and zeros", () => {
    fc.assert(
      fc.property(scale, crashRequest, ({ entries, tables }, request) => {
        fc.pre(request.nr_segments > 0);
        const kernel = kernelOf(entries, tables);
        expect(run(kernel, request).result).toBe("0");
        expect(kernel.relocate("kexec_crash_image")).toEqual(expectedPages(request));
      }),
      { numRuns: 100 },
    );
  });
});

describe("whatever calls are made and whatever fails in them", () => {
  const calls = fc.array(anyRequest, { minLength: 1, maxLength: 6 });

  test("each installed image is that of the last load that succeeded", () => {
    fc.assert(
      fc.property(scale, calls, randomness, ({ entries, tables }, requests, stream) => {
        const kernel = kernelOf(entries, tables);
        let installed: KexecLoadRequest | null = null;
        for (const request of requests) {
          const { result } = run(kernel, request, randomly(kernel, stream, true));
          if (result === "0" && request.flags === 0) {
            installed = request.nr_segments > 0 ? request : null;
          }
          const expected = installed === null ? null : expectedPages(installed);
          expect(kernel.relocate("kexec_image")).toEqual(expected);
          expect(kernel.observe()).toMatchObject({ lockHolder: null, oopses: [] });
        }
      }),
      { numRuns: 150 },
    );
  });

  test("the region is read-only and vmcoreinfo has a copy if and only if it holds an image", () => {
    fc.assert(
      fc.property(scale, calls, randomness, ({ entries, tables }, requests, stream) => {
        const kernel = kernelOf(entries, tables);
        for (const request of requests) {
          run(kernel, request, randomly(kernel, stream, true));
          const { kexec_crash_loaded, frames, ...rest } = kernel.observe();
          const readOnly = [...frames.values()].filter(({ writable }) => !writable).length;
          expect(readOnly).toBe(kexec_crash_loaded ? crash.pages - 1 : 0);
          expect(rest.vmcoreinfo_data_safecopy?.owner).toBe(
            kexec_crash_loaded ? "kexec_crash_image" : undefined,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test("after both slots are unloaded every frame is free but those of B8", () => {
    fc.assert(
      fc.property(scale, calls, randomness, ({ entries, tables }, requests, stream) => {
        const kernel = kernelOf(entries, tables);
        let lost = 0;
        for (const request of [...requests, unload, crashUnload]) {
          const fails = request !== unload && request !== crashUnload;
          const { steps, result } = run(kernel, request, randomly(kernel, stream, fails));
          const last = steps.findLast(({ choice }) => choice.kind !== "none");
          const b8 = last?.step === "kimage_alloc_page" && last.purpose === "listForSource";
          if (b8 && result === "-ENOMEM") lost += 1;
        }
        expect(usesButLost(kernel)).toEqual([]);
        expect(framesByUse(kernel)["lost source"] ?? []).toHaveLength(lost);
      }),
      { numRuns: 200 },
    );
  });
});
