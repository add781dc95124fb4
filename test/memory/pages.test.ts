import { describe, expect, test } from "vitest";
import { contentName, dataOf } from "../../src/memory/content.ts";
import { contentOf, purposes, setContent, setRole } from "../../src/memory/frames.ts";
import { PAGE, SEGMENT, taskAt } from "../../src/memory/layout.ts";
import * as loading from "../../src/memory/loading.ts";
import * as p from "../../src/memory/pages.ts";
import { crash, normal } from "../../src/model/requests.ts";
import { fate, frameOf, loadAll, onePage, place, type Scene, scene } from "./scene.ts";

const { SOURCE, UNLISTED, LIST, PARKED } = purposes;

test("a page that is in use cannot be taken", () => {
  const { layout, mem } = scene(onePage);
  p.takePage(layout, mem, 0, { pfn: 3, purpose: PARKED });
  expect(() => p.takePage(layout, mem, 0, { pfn: 3, purpose: LIST })).toThrow(/frame 3.*in use/);
});

describe("a destination is a frame of one of the image's own segments", () => {
  const { layout, mem, image } = scene(normal("x", [2, 2], [5, 0]));
  test.each<readonly [pfn: number, is: boolean]>([
    [1, false],
    [2, true],
    [3, true],
    [4, false], // the end is exclusive
    [5, false], // an empty segment owns no frame
  ])("frame %i: %s", (pfn, is) => {
    expect(p.isDestination(layout, mem, image, pfn)).toBe(is);
  });
});

describe("a parked page is found when its own turn comes", () => {
  test("not before, and not for another image", () => {
    const { layout, mem, image } = scene(normal("x", [2, 2]));
    p.takePage(layout, mem, 0, { pfn: 3, purpose: PARKED, index: 3 });
    expect(p.parkedHit(layout, mem, 0)).toBe(-1); // frame 2 is loaded first
    loading.nextPage(layout, mem, 0);
    expect(p.parkedHit(layout, mem, 0)).toBe(3);
    setRole(layout, mem, 3, { image: image + 1, purpose: PARKED, index: 3 });
    expect(p.parkedHit(layout, mem, 0)).toBe(-1);
  });
});

describe("the allocator returns a destination that has a source page elsewhere", () => {
  /** Frames 0 and 1 are loaded into frames 6 and 5; frame 0 turns up. */
  function swapped(): Scene {
    const built = scene(normal("x", [0, 2]));
    loadAll(built);
    expect(p.destinationHasSource(built.layout, built.mem, 0, 0)).toBe(true);
    const page = { pfn: 0, purpose: UNLISTED, index: 1 };
    p.swapWithOldSource(built.layout, built.mem, 0, page);
    return built;
  }

  test("the data move into place", () => {
    const built = swapped();
    expect(frameOf(built, { image: built.image, purpose: SOURCE, index: 0 })).toBe(0);
    expect(contentName(contentOf(built.layout, built.mem, 0))).toBe("data0");
  });

  test("and the old frame is handed out instead", () => {
    const before = scene(normal("x", [0, 2]));
    loadAll(before);
    const old = frameOf(before, { image: before.image, purpose: SOURCE, index: 0 });
    const built = swapped();
    expect(frameOf(built, { image: built.image, purpose: UNLISTED, index: 1 })).toBe(old);
  });

  test("a frame without a source page, or one in use, is a bug of ours", () => {
    const { layout, mem } = swapped();
    const swap = (pfn: number) => () =>
      p.swapWithOldSource(layout, mem, 0, { pfn, purpose: UNLISTED });
    expect(swap(3)).toThrow(/no source page to swap with/);
    expect(swap(0)).toThrow(/in use/);
  });
});

test("B8 mended: the page that waits for its entry is freed, and nothing else", () => {
  const built = scene(onePage);
  p.takePage(built.layout, built.mem, 0, { pfn: 3, purpose: UNLISTED });
  p.takePage(built.layout, built.mem, 0, { pfn: 4, purpose: PARKED });
  p.freeUnlistedPage(built.layout, built.mem, 0);
  expect([fate(built, 3), fate(built, 4)]).toEqual(["free", "owned"]);
});

describe("loading a page over what it held", () => {
  /** What the target of page `page` holds after a clear and a copy; `torn` when the copy fails. */
  function verdict(request: ReturnType<typeof normal>, target: number, copies = true): string {
    const { layout, mem, image } = scene(request);
    const { destination } = loading.currentPage(layout, mem, 0);
    setRole(layout, mem, 6, { image, purpose: SOURCE, index: destination });
    setContent(layout, mem, target, dataOf(3));
    loading.clearPage(layout, mem, 0);
    if (copies) loading.copyPage(layout, mem, 0);
    else loading.tearPage(layout, mem, 0);
    return contentName(contentOf(layout, mem, target));
  }

  test.each<readonly [claim: string, found: string, expected: string]>([
    ["a source page is cleared and filled", verdict(normal("x", [0, 1]), 6), "data0"],
    ["a begun source page ends in zeros", verdict(normal("x", [0, 1, 0.5]), 6), "data0"],
    ["without a buffer a source page is zeros", verdict(normal("x", [0, 1, 0]), 6), "zeros"],
    ["a failing copy tears the source page", verdict(normal("x", [0, 1]), 6, false), "torn"],
    ["the destination of a normal image is not touched", verdict(normal("x", [0, 1]), 0), "data3"],
    ["a crash page is its own target", verdict(crash(place, "x", [0, 1]), 8), "data0"],
    ["a begun crash page ends in zeros", verdict(crash(place, "x", [0, 1, 0.5]), 8), "data0"],
    ["a failing copy tears the region", verdict(crash(place, "x", [0, 1]), 8, false), "torn"],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe("the place in the segments", () => {
  test("goes page by page and segment by segment to the end", () => {
    const { layout, mem } = scene(normal("x", [0, 2], [4, 0], [6, 1]));
    const way: string[] = [];
    while (!loading.allSegmentsLoaded(layout, mem, 0)) {
      if (loading.segmentLoaded(layout, mem, 0)) {
        loading.nextSegment(layout, mem, 0);
        way.push("|");
      } else {
        way.push(String(loading.currentPage(layout, mem, 0).destination));
        loading.nextPage(layout, mem, 0);
      }
    }
    expect(way.join(" ")).toBe("0 1 | | 6 |");
    expect([mem[taskAt(layout, 0) + SEGMENT], mem[taskAt(layout, 0) + PAGE]]).toEqual([3, 0]);
  });

  test("behind the end there is no page and no segment: asking is a bug of ours", () => {
    const { layout, mem } = scene(normal("x", [0, 0]));
    expect(() => loading.currentPage(layout, mem, 0)).toThrow(/no page left/);
    loading.nextSegment(layout, mem, 0);
    expect(() => loading.addDestination(layout, mem, 0)).toThrow(/no segment left/);
  });

  test("an entry for a page that was not handed out is a bug of ours", () => {
    const { layout, mem } = scene(onePage);
    expect(() => loading.addSource(layout, mem, 0)).toThrow(/before it was handed out/);
  });
});
