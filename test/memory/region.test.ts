import { describe, expect, test } from "vitest";
import type { Bounds } from "../../src/memory/bounds.ts";
import { isFree, purposes, release, setRole } from "../../src/memory/frames.ts";
import { KEXEC_CRASH_IMAGE } from "../../src/memory/layout.ts";
import * as r from "../../src/memory/region.ts";
import { crash } from "../../src/model/requests.ts";
import { onePageCrash, place, type Scene, scene } from "./scene.ts";

/** The region as letters: r read-only, w writable. */
function protection({ layout, mem }: Scene): string {
  return [8, 9, 10, 11].map((pfn) => (r.isReadonly(layout, mem, pfn) ? "r" : "w")).join("");
}

describe("protecting the region", () => {
  test("leaves the control code page of the installed image writable", () => {
    const built = scene(onePageCrash);
    r.takeHole(built.layout, built.mem, built.image, purposes.CONTROL);
    r.takeHole(built.layout, built.mem, built.image, purposes.VMCOREINFO);
    built.mem[KEXEC_CRASH_IMAGE] = built.image;
    r.protectRegion(built.layout, built.mem);
    expect(protection(built)).toBe("rwrr");
    expect(r.someReadonly(built.layout, built.mem)).toBe(true);
  });

  test.each<readonly [claim: string, purpose: 1 | 3 | 10, installed: boolean]>([
    ["a control code page of an image that is not installed", purposes.CONTROL, false],
    ["a page table of the installed image", purposes.TABLE, true],
    ["the vmcoreinfo page of the installed image", purposes.VMCOREINFO, true],
  ])("%s becomes read-only", (_, purpose, installed) => {
    const built = scene(onePageCrash);
    r.takeHole(built.layout, built.mem, built.image, purpose);
    if (installed) built.mem[KEXEC_CRASH_IMAGE] = built.image;
    r.protectRegion(built.layout, built.mem);
    expect(protection(built)).toBe("rrrr");
  });

  test("changes no ordinary frame, and unprotecting takes all of it back", () => {
    const built = scene(onePageCrash);
    const before = built.mem.slice();
    r.protectRegion(built.layout, built.mem);
    const { framesAt } = built.layout;
    expect(built.mem.slice(0, framesAt + 8 * 4)).toEqual(before.slice(0, framesAt + 8 * 4));
    r.unprotectRegion(built.layout, built.mem);
    expect(built.mem).toEqual(before);
    expect(r.someReadonly(built.layout, built.mem)).toBe(false);
  });

  test("the control code page keeps the rights that it has", () => {
    const built = scene(onePageCrash);
    r.protectRegion(built.layout, built.mem);
    r.takeHole(built.layout, built.mem, built.image, purposes.CONTROL);
    built.mem[KEXEC_CRASH_IMAGE] = built.image;
    r.unprotectRegion(built.layout, built.mem);
    expect(protection(built)).toBe("wrww"); // made read-only before it was the control code page
  });
});

describe("control pages of a crash image go to the first hole between its segments", () => {
  type Shapes = Parameters<typeof crash>[2][];

  /** The frames of the holes in the order in which they are taken, up to the end of the region. */
  function holes(shapes: Shapes, rest: Partial<Bounds> = {}): string {
    const { layout, mem, image } = scene(crash(place, "x", ...shapes), rest);
    const taken: number[] = [];
    while (r.nextHole(layout, mem, image) >= 0) {
      taken.push(r.nextHole(layout, mem, image));
      r.takeHole(layout, mem, image, purposes.TABLE);
    }
    return taken.join(" ");
  }

  test.each<readonly [claim: string, shapes: Shapes, expected: string]>([
    ["no segment", [], "8 9 10 11"],
    ["a segment at the beginning", [[0, 2]], "10 11"],
    ["a segment in the middle", [[1, 2]], "8 11"],
    ["a segment at the end", [[3, 1]], "8 9 10"],
    [
      "two segments with a hole between",
      [
        [0, 1],
        [2, 1],
      ],
      "9 11",
    ],
    ["an empty segment takes no place", [[1, 0]], "8 9 10 11"],
    ["a segment as large as the region", [[0, 4]], ""],
  ])("%s", (_, shapes, expected) => {
    expect(holes(shapes)).toBe(expected);
  });

  test("the search never goes back, not even to a page that was given back", () => {
    const { layout, mem, image } = scene(onePageCrash);
    r.takeHole(layout, mem, image, purposes.CONTROL);
    release(layout, mem, 9);
    expect(r.nextHole(layout, mem, image)).toBe(10);
  });

  test("two images in turn get the same pages: nobody asks who owns them", () => {
    const { layout, mem, image } = scene(onePageCrash);
    setRole(layout, mem, 9, { image: 2, purpose: purposes.CONTROL });
    expect(isFree(layout, mem, 9)).toBe(false);
    expect(r.nextHole(layout, mem, image)).toBe(9);
  });
});
