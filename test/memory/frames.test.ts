import { describe, expect, test } from "vitest";
import * as f from "../../src/memory/frames.ts";
import { createLayout, initialMem, SHRUNK } from "../../src/memory/layout.ts";
import { boundsFor } from "./scene.ts";

const layout = createLayout(boundsFor([]));
const { CONTROL, SWAP, SOURCE, LIST, EXTRA } = f.purposes;

describe("a role", () => {
  const roles = Object.values(f.purposes).flatMap((purpose) =>
    Array.from({ length: layout.imagesMax }, (_, i) => ({ image: i + 1, purpose, index: purpose })),
  );
  test.each(roles)("image $image, purpose $purpose is read back as it was set", (role) => {
    const mem = initialMem(layout);
    f.setRole(layout, mem, 3, role);
    expect(f.ownerOf(layout, mem, 3)).toBe(role.image);
    expect(f.purposeOf(layout, mem, 3)).toBe(role.purpose);
    expect(f.indexOf(layout, mem, 3)).toBe(role.index);
    expect([f.isFree(layout, mem, 3), f.isLost(layout, mem, 3)]).toEqual([false, false]);
    expect(f.findFrame(layout, mem, role)).toBe(3);
  });

  test("belongs to one frame: its neighbours stay free", () => {
    const mem = initialMem(layout);
    f.setRole(layout, mem, 3, { image: 1, purpose: CONTROL });
    expect([2, 4].map((pfn) => f.isFree(layout, mem, pfn))).toEqual([true, true]);
  });

  test("without an index clears the old one", () => {
    const mem = initialMem(layout);
    f.setRole(layout, mem, 3, { image: 1, purpose: SOURCE, index: 5 });
    f.setRole(layout, mem, 3, { image: 1, purpose: EXTRA });
    expect(f.indexOf(layout, mem, 3)).toBe(0);
  });
});

describe("looking for a frame", () => {
  const mem = initialMem(layout);
  f.setRole(layout, mem, 2, { image: 1, purpose: SOURCE, index: 6 });
  f.setRole(layout, mem, 5, { image: 1, purpose: SOURCE, index: 4 });
  test.each<readonly [claim: string, role: f.Role, expected: number]>([
    ["without an index finds the lowest", { image: 1, purpose: SOURCE }, 2],
    ["with an index finds that one", { image: 1, purpose: SOURCE, index: 4 }, 5],
    ["with an index that no frame has", { image: 1, purpose: SOURCE, index: 5 }, -1],
    ["with another purpose", { image: 1, purpose: LIST, index: 4 }, -1],
    ["of another image", { image: 2, purpose: SOURCE }, -1],
  ])("%s", (_, role, expected) => {
    expect(f.findFrame(layout, mem, role)).toBe(expected);
  });
});

describe("giving frames back", () => {
  test("leaves nothing of the role and of what the frame held", () => {
    const mem = initialMem(layout);
    f.setRole(layout, mem, 3, { image: 2, purpose: SOURCE, index: 7 });
    f.setContent(layout, mem, 3, 9);
    f.release(layout, mem, 3);
    expect(mem).toEqual(initialMem(layout));
  });

  test("of one purpose leaves other purposes and other images alone", () => {
    const mem = initialMem(layout);
    f.setRole(layout, mem, 1, { image: 1, purpose: CONTROL });
    f.setRole(layout, mem, 2, { image: 1, purpose: SWAP });
    f.setRole(layout, mem, 3, { image: 2, purpose: CONTROL });
    f.setRole(layout, mem, 4, { image: 1, purpose: CONTROL });
    f.releaseAll(layout, mem, 1, CONTROL);
    expect([1, 2, 3, 4].map((pfn) => f.isFree(layout, mem, pfn))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test("a lost frame keeps its purpose, has no image and is not free", () => {
    const mem = initialMem(layout);
    f.setRole(layout, mem, 1, { image: 1, purpose: SOURCE, index: 4 });
    f.setContent(layout, mem, 1, 9);
    f.setRole(layout, mem, 2, { image: 2, purpose: SOURCE, index: 4 });
    f.loseAll(layout, mem, 1);
    expect([1, 2].map((pfn) => f.isLost(layout, mem, pfn))).toEqual([true, false]);
    expect([1, 2].map((pfn) => f.isFree(layout, mem, pfn))).toEqual([false, false]);
    expect(f.purposeOf(layout, mem, 1)).toBe(SOURCE);
    expect([f.indexOf(layout, mem, 1), f.contentOf(layout, mem, 1)]).toEqual([0, 0]);
    for (let image = 1; image <= layout.imagesMax; image++) {
      expect(f.findFrame(layout, mem, { image, purpose: SOURCE })).toBe(image === 2 ? 2 : -1);
    }
  });
});

test("the region begins behind the last ordinary frame", () => {
  expect([7, 8, 11].map((pfn) => f.inRegion(layout, initialMem(layout), pfn))).toEqual([
    false,
    true,
    true,
  ]);
});

test("what is taken from the end of the region is ordinary memory", () => {
  const mem = initialMem(layout);
  mem[SHRUNK] = 3;
  expect([8, 9, 11].map((pfn) => f.inRegion(layout, mem, pfn))).toEqual([true, false, false]);
  expect([8, 9, 11].map((pfn) => f.isAllocatable(layout, mem, pfn))).toEqual([false, true, true]);
});
