import { describe, expect, it } from "vitest";
import type { GuestMemory } from "../../../../src/conformance/linux/guest-memory.ts";
import { compareOutside } from "../../../../src/conformance/linux/outside/compare.ts";
import type { Expected } from "../../../../src/conformance/linux/outside/expected.ts";
import type { ListEntry } from "../../../../src/conformance/linux/outside/kimage.ts";
import type { ImageView, OutsideView } from "../../../../src/conformance/linux/outside/view.ts";
import type { GuestSegment } from "../../../../src/conformance/linux/protocol.ts";
import { beginWalk, type WalkCall } from "../../../../src/conformance/linux/walk/walk.ts";
import { walkWorlds } from "../../../../src/conformance/linux/walk/walk-worlds.ts";
import { simulate } from "../../../../src/model/simulation.ts";
import type { KernelName } from "../../../../src/model/worlds.ts";
import { chooser } from "../../../../src/testgen/random.ts";

/** A machine of 256 MiB with crashkernel=64M. */
const memory: GuestMemory = {
  base: 0x1000,
  crash: { start: 0xb000, end: 0xf000 },
  imagePagesMax: 19_731,
  limit: 2 ** 40,
  room: { control: 2, tables: 2 },
};
const region = { start: 0xb000000n, end: 0xf000000n };
const PAGE = 4096;

const NORMAL = "normal, two segments";
const CRASH = "crash, two segments";

describe("what is seen from outside", () => {
  it("is what the model says when every page, entry and right is the caller's", () => {
    const { expected, view } = bothLoaded("6.1");
    expect(compareOutside(view, expected, memory)).toEqual([]);
  });

  it("differs by one byte of a page that the image will run with", () => {
    const { expected, view } = bothLoaded("6.1");
    const pages = new Map(view.kexec_image?.pages);
    const bytes = new Uint8Array(pages.get(0x1002000n) ?? []);
    bytes[0x123] = 0xff;
    pages.set(0x1002000n, bytes);
    expect(compareOutside(withImage(view, { pages }), expected, memory)).toEqual([
      { what: "bytes of kexec_image", model: "0x00 at 0x1002123", kernel: "0xff at 0x1002123" },
    ]);
  });

  it("differs by one byte of the zeros behind the caller's data in the region", () => {
    const { expected, view } = bothLoaded("6.1");
    const crash = view.kexec_crash_image;
    const pages = new Map(crash?.pages);
    pages.set(0xb003000n, new Uint8Array(PAGE).fill(1, PAGE - 1));
    const planted = { ...view, kexec_crash_image: crash && { ...crash, pages } };
    expect(compareOutside(planted, expected, memory)).toEqual([
      {
        what: "bytes of kexec_crash_image",
        model: "0x00 at 0xb003fff",
        kernel: "0x01 at 0xb003fff",
      },
    ]);
  });

  it("differs when an entry is missing from the list", () => {
    const { expected, view } = bothLoaded("6.1");
    const all = view.kexec_image?.entries ?? [];
    const entries = all.filter((_, i) => i !== 1); // the first page of the first segment
    expect(compareOutside(withImage(view, { entries }), expected, memory)).toEqual([
      {
        what: "entry list of kexec_image",
        model: "entry 2 of 5 is SOURCE for 0x1002000",
        kernel: "entry 2 of 4 is DESTINATION 0x1000000",
      },
    ]);
  });

  it("differs when two entries of the list change places", () => {
    const { expected, view } = bothLoaded("6.1");
    const [first, second, ...rest] = view.kexec_image?.entries ?? [];
    const entries = [second, first, ...rest].filter((entry) => entry !== undefined);
    const [difference] = compareOutside(withImage(view, { entries }), expected, memory);
    expect(difference).toMatchObject({
      what: "entry list of kexec_image",
      model: "entry 1 of 5 is DESTINATION 0x1002000",
    });
  });

  it("differs when one page of the region can be written", () => {
    const { expected, view } = bothLoaded("6.1");
    const rights = [
      { start: 0xb000000n, end: 0xc000000n, writable: false },
      { start: 0xc000000n, end: 0xc001000n, writable: true },
      { start: 0xc001000n, end: 0xf000000n, writable: false },
    ];
    expect(compareOutside({ ...view, rights }, expected, memory)).toEqual([
      {
        what: "rights of the region",
        model: "read-only; writable: 1 page at 0xb005000", // the control code behind both segments
        kernel: "read-only; writable: 1 page at 0xc000000",
      },
    ]);
  });

  it("differs when an image is gone, starts elsewhere, or has another segment", () => {
    const { expected, view } = bothLoaded("6.1");
    const gone = { ...view, kexec_image: null };
    expect(compareOutside(gone, expected, memory)).toEqual([
      { what: "kexec_image", model: "an image", kernel: "no image" },
    ]);
    expect(compareOutside(withImage(view, { start: 1n }), expected, memory)).toEqual([
      { what: "start of kexec_image", model: "0x0", kernel: "0x1" },
    ]);
    const [difference] = compareOutside(withImage(view, { segments: [] }), expected, memory);
    expect(difference?.what).toBe("segments of kexec_image");
  });
});

describe("the control code of an installed crash image", () => {
  it("is writable up to 6.12, and read-only like the rest of the region from 6.14 on", () => {
    for (const kernel of ["5.10", "6.1", "6.12"] as const) {
      expect(rightsSaid(kernel)).toBe("read-only; writable: 1 page at 0xb005000");
    }
    expect(rightsSaid("7.2")).toBe("read-only");
  });
});

/** What the model says of the rights, told by a difference from a region that can be written. */
function rightsSaid(kernel: KernelName): string | undefined {
  const { expected, view } = bothLoaded(kernel);
  const rights = [{ ...region, writable: true }];
  return compareOutside({ ...view, rights }, expected, memory)[0]?.model;
}

interface Both {
  readonly expected: Expected;
  readonly view: OutsideView;
}

const made = new Map<KernelName, Both>();

/** A walk of the model up to where both images are loaded, and a machine that did the same. */
function bothLoaded(kernel: KernelName): Both {
  const both = made.get(kernel) ?? loadBoth(kernel);
  made.set(kernel, both);
  return both;
}

function loadBoth(kernel: KernelName): Both {
  const [world] = walkWorlds(kernel);
  if (world === undefined) throw new Error("there is no world to walk through");
  const simulation = simulate(world);
  const walk = beginWalk(simulation, memory, chooser(1));
  let normal: WalkCall | null = null;
  let crash: WalkCall | null = null;
  for (;;) {
    const [call] = walk.next(1);
    if (call === undefined) throw new Error("the walk has come to an end");
    const { name } = call.plan.request;
    const isLoaded = call.expect.result === 0;
    if (isLoaded && /^(unload )?normal/.test(name)) normal = name === NORMAL ? call : null;
    if (/^(unload )?crash/.test(name)) crash = isLoaded && name === CRASH ? call : null;
    if (normal === null || crash === null) continue;
    const calls = { kexec_image: normal, kexec_crash_image: crash, loading: null };
    const expected = { layout: simulation.layout, mem: call.after.context.mem, calls };
    return { expected, view: viewOf(normal, crash) };
  }
}

function viewOf(normal: WalkCall, crash: WalkCall): OutsideView {
  return {
    region,
    rights: [
      { start: 0xb000000n, end: 0xb005000n, writable: false },
      { start: 0xb005000n, end: 0xb006000n, writable: true },
      { start: 0xb006000n, end: 0xf000000n, writable: false },
    ],
    kexec_image: imageOf(normal, listOf(normal.request.segments ?? [])),
    kexec_crash_image: imageOf(crash, [{ kind: "DONE" }]),
    took_ms: 1,
  };
}

function imageOf({ request }: WalkCall, entries: readonly ListEntry[]): ImageView {
  const segments = request.segments ?? [];
  return {
    start: request.entry ?? 0n,
    controlCode: 0xb004000n,
    segments,
    entries,
    pages: new Map(segments.flatMap((segment) => pagesOf(segment))),
  };
}

function listOf(segments: readonly GuestSegment[]): ListEntry[] {
  const entries = segments.flatMap(({ mem, memsz }): ListEntry[] => [
    { kind: "DESTINATION", address: mem },
    ...Array.from({ length: Number(memsz) / PAGE }, (_, i): ListEntry => {
      const destination = mem + BigInt(i * PAGE);
      return { kind: "SOURCE", address: 0x5000000n + destination, destination };
    }),
  ]);
  return [...entries, { kind: "DONE" }];
}

/** The bytes of a segment: words that say their seed and index, then zeros. */
function pagesOf({ mem, memsz, bufsz, buffer }: GuestSegment): [bigint, Uint8Array][] {
  const all = new Uint8Array(Number(memsz));
  const view = new DataView(all.buffer);
  const seed = buffer?.kind === "seed" ? buffer.seed : 0;
  for (let at = 0; at < all.length && seed !== 0; at += 8) {
    view.setUint32(at, at / 8, true);
    view.setUint32(at + 4, seed, true);
  }
  all.fill(0, Number(bufsz));
  return Array.from({ length: all.length / PAGE }, (_, i) => [
    mem + BigInt(i * PAGE),
    all.subarray(i * PAGE, (i + 1) * PAGE),
  ]);
}

function withImage(view: OutsideView, change: Partial<ImageView>): OutsideView {
  const { kexec_image } = view;
  return { ...view, kexec_image: kexec_image && { ...kexec_image, ...change } };
}
