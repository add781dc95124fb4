import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KEXEC_ON_CRASH } from "../../src/kernel/kexec.ts";
import type { Bounds } from "../../src/memory/bounds.ts";
import * as l from "../../src/memory/layout.ts";
import { crash, normal } from "../../src/model/requests.ts";
import { kernelNames, presets, worldsOf } from "../../src/model/worlds.ts";
import { boundsFor, onePage, onePageCrash, place } from "./scene.ts";

const globals = [
  ...[l.LOCK, l.KEXEC_IMAGE, l.KEXEC_CRASH_IMAGE],
  ...[l.VMCOREINFO_SAFECOPY, l.KEXEC_LOAD_DISABLED, l.TRANSITION_MUTEX],
  ...[l.LIMIT_REBOOT, l.LIMIT_PANIC, l.SHRUNK, l.JUMPING, l.NEXT_WORD, l.PLACE],
];
const ofTask = [
  ...[l.REQUEST, l.RESULT, l.IMAGE, l.SEGMENT, l.PAGE],
  ...[l.KILLED, l.ALLOCATED, l.DISPLACED],
];
const ofImage = [
  ...[l.STATUS, l.FLAGS, l.LOADED_REQUEST, l.ENTRY],
  ...[l.LAST_ENTRY, l.HOLE, l.TABLES, l.CONTROL_CODE],
];
const ofFrame = [l.ROLE, l.INDEX, l.CONTENT, l.READONLY];

/** Where every variable of a layout lies. */
function places(layout: l.Layout): number[] {
  const found: number[] = [...globals];
  for (let task = 0; task < layout.bounds.tasks; task++) {
    found.push(...ofTask.map((field) => l.taskAt(layout, task) + field));
  }
  for (let image = 1; image <= layout.imagesMax; image++) {
    const at = l.imageAt(layout, image);
    found.push(...ofImage.map((field) => at + field));
    found.push(...Array.from({ length: layout.listWords }, (_, word) => at + l.WORDS + word));
  }
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    found.push(...ofFrame.map((field) => l.frameAt(layout, pfn) + field));
  }
  return found;
}

function expectSoundLayout(bounds: Bounds): void {
  const layout = l.createLayout(bounds);
  const found = places(layout);
  expect(new Set(found).size).toBe(found.length);
  expect(Math.min(...found)).toBe(0);
  expect(Math.max(...found)).toBe(layout.bytes - 1);
  expect(l.initialMem(layout)).toEqual(new Uint8Array(layout.bytes));
  for (const at of [layout.bytes, layout.image_bytes, layout.imagesAt, layout.framesAt]) {
    expect(at % 4).toBe(0); // the engine compares 32-bit words
  }
}

describe("every variable has a place of its own, and blocks are whole words", () => {
  const worlds = presets.flatMap((preset) =>
    kernelNames.flatMap((kernel) =>
      worldsOf(preset, kernel).map((world) => ({ preset, kernel, world })),
    ),
  );
  test.each(worlds)("in world $world.name of $preset, kernel $kernel", ({ world }) => {
    expectSoundLayout(world.bounds);
  });

  test("in worlds of any size", () => {
    const size = fc.record({
      tasks: fc.integer({ min: 1, max: 3 }),
      frames: fc.integer({ min: 8, max: 20 }),
      crashFrames: fc.integer({ min: 0, max: 11 }),
      listPageWords: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(
      fc.property(size, fc.nat(4), (rest, pages) => {
        expectSoundLayout(boundsFor([normal("any", [0, pages])], rest));
      }),
    );
  });
});

test("31 frames are the most", () => {
  expect(l.createLayout(boundsFor([], { frames: 27 })).frames).toBe(31);
  expect(() => l.createLayout(boundsFor([], { frames: 28 }))).toThrow(/at most 31 page frames/);
});

describe("frames are interchangeable", () => {
  /** The interchangeable frames of 0 to 7. */
  function verdict(...args: Parameters<typeof boundsFor>): string {
    return l.createLayout(boundsFor(...args)).interchangeable.join("");
  }
  const tooLarge = normal("too large", [0, 7]);

  test.each<readonly [claim: string, verdict: string, expected: string]>([
    ["all, when nothing names one", verdict([]), "01234567"],
    ["but not a destination", verdict([normal("x", [2, 2])]), "014567"],
    ["but not one over the limit", verdict([], { overLimit: [6, 7] }), "012345"],
    ["a crash image names none of them", verdict([onePageCrash]), "01234567"],
    ["an empty segment names none", verdict([normal("x", [2, 0])]), "01234567"],
    ["a list that the rules refuse names none", verdict([tooLarge]), "01234567"],
    ["two requests name what both name", verdict([onePage, normal("x", [7, 1])]), "123456"],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });

  test("whether the rules refuse a list depends on which image is meant", () => {
    const below = { ...crash(place, "x", [-1, 1]), flags: 0 };
    expect(verdict([below])).toBe("0123456");
    expect(verdict([{ ...below, flags: KEXEC_ON_CRASH }])).toBe("01234567");
  });
});

describe("the plan of a request", () => {
  test("names each page's destination, and gives each page of a buffer a symbol of its own", () => {
    const first = normal("first", [0, 2, 1.5], [4, 1, 0]);
    const { plans } = l.createLayout(boundsFor([first, onePage]));
    const pages = plans.map(({ segments }) =>
      segments.flatMap((segment) =>
        segment.pages.map(({ destination, chunk, symbol }) => `${destination} ${chunk} ${symbol}`),
      ),
    );
    expect(pages).toEqual([["0 full 0", "1 part 1", "4 none 0"], ["0 full 2"]]);
    expect([...(plans[0]?.destinations ?? [])]).toEqual([0, 1, 4]);
  });

  test("is missing outside a call, and that is an error of ours", () => {
    const layout = l.createLayout(boundsFor([onePage]));
    const mem = l.initialMem(layout);
    expect(() => l.planOf(layout, mem, 0)).toThrow(/task 0 is not in a call/);
    expect(() => l.imagePlan(layout, mem, 1)).toThrow(/image 1 belongs to no request/);
  });
});
