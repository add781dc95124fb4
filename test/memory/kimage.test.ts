import { describe, expect, test } from "vitest";
import { takeLock } from "../../src/memory/call.ts";
import {
  contentOf,
  ownerOf,
  type Purpose,
  purposes,
  setContent,
  setRole,
} from "../../src/memory/frames.ts";
import * as k from "../../src/memory/kimage.ts";
import * as l from "../../src/memory/layout.ts";
import { releaseLock } from "../../src/memory/lock.ts";
import { takeHole } from "../../src/memory/region.ts";
import * as slots from "../../src/memory/slots.ts";
import { normal } from "../../src/model/requests.ts";
import { fate, frameOf, loadAll, onePage, onePageCrash, type Scene, scene } from "./scene.ts";

const { LIVE, FREED, FREED_TWICE, UNUSED } = l.imageStatus;

function loaded(...args: Parameters<typeof scene>): Scene {
  const built = scene(...args);
  loadAll(built);
  return built;
}

describe("kimage_free frees exactly what the image's lists lead to", () => {
  /** What becomes of a frame that a loaded image holds for one purpose. */
  function verdict(purpose: Purpose, index: number): string {
    const built = loaded(onePage);
    setRole(built.layout, built.mem, 3, { image: built.image, purpose, index });
    k.kimageFree(built.layout, built.mem, built.image);
    return fate(built, 3);
  }

  test.each<readonly [claim: string, purpose: Purpose, index: number, expected: string]>([
    ["the control code page is on control_pages", purposes.CONTROL, 0, "free"],
    ["the swap page is on control_pages", purposes.SWAP, 0, "free"],
    ["a page table is on control_pages", purposes.TABLE, 0, "free"],
    ["a parked page is on dest_pages", purposes.PARKED, 3, "free"],
    ["a page over the limit is on unusable_pages", purposes.UNUSABLE, 0, "free"],
    ["B8: a source page that waits for its entry is on no list", purposes.UNLISTED, 3, "lost"],
    ["a source page that no entry names", purposes.SOURCE, 5, "lost"],
    ["a list page that no entry links", purposes.LIST, 31, "lost"],
    ["a page set aside is on a local list only", purposes.EXTRA, 0, "lost"],
  ])("%s", (_, purpose, index, expected) => {
    expect(verdict(purpose, index)).toBe(expected);
  });

  test("source and list pages on the entry list, in all its pages", () => {
    const built = loaded(normal("x", [0, 2]));
    const taken = [4, 5, 6, 7].map((pfn) => fate(built, pfn));
    k.kimageFree(built.layout, built.mem, built.image);
    const after = Array.from({ length: 8 }, (_, pfn) => fate(built, pfn));
    expect([taken, after]).toEqual([Array(4).fill("owned"), Array(8).fill("free")]);
  });

  test("a half-built image too", () => {
    const built = scene(onePage);
    k.kimageFree(built.layout, built.mem, built.image);
    expect(k.statusOf(built.layout, built.mem, built.image)).toBe(FREED);
  });

  test("but nothing of another image", () => {
    const built = loaded(onePage);
    setRole(built.layout, built.mem, 3, { image: 2, purpose: purposes.SWAP });
    k.kimageFree(built.layout, built.mem, built.image);
    expect(ownerOf(built.layout, built.mem, 3)).toBe(2);
  });

  test("a freed image has no words, flags and request any more", () => {
    const built = loaded(onePage);
    k.kimageFree(built.layout, built.mem, built.image);
    const at = l.imageAt(built.layout, built.image);
    const block = built.mem.slice(at, at + built.layout.image_bytes);
    expect([...block]).toEqual([FREED, ...Array(built.layout.image_bytes - 1).fill(0)]);
  });
});

describe("freeing an image a second time", () => {
  test("is noted, and changes nothing else", () => {
    const { layout, mem, image } = loaded(onePage);
    k.kimageFree(layout, mem, image);
    const once = mem.slice();
    setRole(layout, mem, 3, { image: 2, purpose: purposes.SWAP });
    setRole(layout, once, 3, { image: 2, purpose: purposes.SWAP });
    k.kimageFree(layout, mem, image);
    expect(k.statusOf(layout, mem, image)).toBe(FREED_TWICE);
    once[l.imageAt(layout, image) + l.STATUS] = FREED_TWICE;
    expect(mem).toEqual(once);
  });

  test("is noted for kfree, too", () => {
    const { layout, mem, image } = scene(onePage);
    k.kfreeImage(layout, mem, image);
    expect(k.statusOf(layout, mem, image)).toBe(FREED);
    k.kfreeImage(layout, mem, image);
    expect(k.statusOf(layout, mem, image)).toBe(FREED_TWICE);
  });
});

test("kfree alone loses what the image still owns", () => {
  const built = scene(onePage);
  setRole(built.layout, built.mem, 3, { image: built.image, purpose: purposes.CONTROL });
  k.kfreeImage(built.layout, built.mem, built.image);
  expect(fate(built, 3)).toBe("lost");
});

describe("a crash image", () => {
  function loadedCrash(): Scene {
    const built = scene(onePageCrash);
    takeHole(built.layout, built.mem, built.image, purposes.CONTROL);
    takeHole(built.layout, built.mem, built.image, purposes.VMCOREINFO);
    setContent(built.layout, built.mem, 8, 3);
    return built;
  }

  test("owns pages of the region, and loses none of them when it is freed", () => {
    const built = loadedCrash();
    expect(frameOf(built, { image: built.image, purpose: purposes.CONTROL })).toBe(9);
    k.kimageFree(built.layout, built.mem, built.image);
    expect([8, 9, 10, 11].map((pfn) => fate(built, pfn))).toEqual(Array(4).fill("free"));
    expect(contentOf(built.layout, built.mem, 8)).toBe(0); // what it held means nothing now
  });

  test("takes the vmcoreinfo pointer along only if it has a copy itself", () => {
    const without = loadedCrash();
    without.mem[l.VMCOREINFO_SAFECOPY] = 2;
    k.kimageFree(without.layout, without.mem, without.image);
    expect(without.mem[l.VMCOREINFO_SAFECOPY]).toBe(2);

    const withCopy = loadedCrash();
    withCopy.mem[l.VMCOREINFO_SAFECOPY] = withCopy.image;
    k.setFlag(withCopy.layout, withCopy.mem, withCopy.image, l.imageFlags.VMCOREINFO);
    k.kimageFree(withCopy.layout, withCopy.mem, withCopy.image);
    expect(withCopy.mem[l.VMCOREINFO_SAFECOPY]).toBe(0);
  });

  test("looks for control pages from the region's first frame on; a normal one nowhere", () => {
    const crashing = scene(onePageCrash);
    expect(crashing.mem[l.imageAt(crashing.layout, crashing.image) + l.HOLE]).toBe(8);
    const normally = scene(onePage);
    expect(normally.mem[l.imageAt(normally.layout, normally.image) + l.HOLE]).toBe(0);
  });
});

describe("allocating an image", () => {
  test("takes the lowest number that is not in use", () => {
    const { layout, mem, image } = scene(onePage);
    expect(image).toBe(1);
    k.allocateImage(layout, mem, 0);
    expect(k.localImage(layout, mem, 0)).toBe(2);
    mem[l.imageAt(layout, 1) + l.STATUS] = UNUSED;
    k.allocateImage(layout, mem, 0);
    expect(k.localImage(layout, mem, 0)).toBe(1);
  });

  test("does not use the number of an image that was freed under the same lock", () => {
    const { layout, mem, image } = scene(onePage);
    k.kimageFree(layout, mem, image);
    k.allocateImage(layout, mem, 0);
    expect(k.localImage(layout, mem, 0)).toBe(2);
  });

  test("a fourth image at once is a bug of ours", () => {
    const { layout, mem } = scene(onePage);
    k.allocateImage(layout, mem, 0);
    k.allocateImage(layout, mem, 0);
    expect(() => k.allocateImage(layout, mem, 0)).toThrow(/more than 3 images/);
  });
});

describe("slots", () => {
  test("an exchange hands the old image to the call, which frees it", () => {
    const { layout, mem, image } = scene(onePage);
    slots.exchangeImages(layout, mem, 0);
    expect([mem[l.KEXEC_IMAGE], k.localImage(layout, mem, 0)]).toEqual([image, 0]);
    k.allocateImage(layout, mem, 0);
    slots.exchangeImages(layout, mem, 0);
    expect([mem[l.KEXEC_IMAGE], k.localImage(layout, mem, 0)]).toEqual([2, image]);
    slots.freeLocalImage(layout, mem, 0);
    expect([1, 2].map((one) => k.statusOf(layout, mem, one))).toEqual([FREED, LIVE]);
  });

  test.each([
    ["normal", onePage, l.KEXEC_IMAGE, l.KEXEC_CRASH_IMAGE],
    ["crash", onePageCrash, l.KEXEC_CRASH_IMAGE, l.KEXEC_IMAGE],
  ] as const)("a %s request fills and empties its own slot only", (_, request, own, other) => {
    const { layout, mem, image } = scene(request);
    mem[other] = 3;
    slots.exchangeImages(layout, mem, 0);
    expect([mem[own], mem[other]]).toEqual([image, 3]);
    expect(slots.slotOccupied(layout, mem, 0)).toBe(true);
    slots.freeSlotImage(layout, mem, 0);
    expect([mem[own], mem[other]]).toEqual([0, 3]);
    expect(slots.slotOccupied(layout, mem, 0)).toBe(false);
  });

  test("an empty slot and an empty variable free nothing", () => {
    const { layout, mem } = scene(onePage);
    mem[l.taskAt(layout, 0) + l.IMAGE] = 0;
    const before = mem.slice();
    slots.freeSlotImage(layout, mem, 0);
    slots.freeLocalImage(layout, mem, 0);
    expect(mem).toEqual(before);
  });
});

describe("the lock", () => {
  test("remembers what the slot held when it was taken", () => {
    const { layout, mem, image } = scene(onePage);
    slots.exchangeImages(layout, mem, 0);
    takeLock(layout, mem, 0);
    expect(mem[l.taskAt(layout, 0) + l.DISPLACED]).toBe(image);
  });

  test("forgets freed images when it is released, and no living one", () => {
    const { layout, mem } = scene(onePage);
    k.allocateImage(layout, mem, 0);
    k.kimageFree(layout, mem, 1);
    releaseLock(layout, mem, 0);
    expect([1, 2].map((image) => k.statusOf(layout, mem, image))).toEqual([UNUSED, LIVE]);
    const variables = mem.slice(l.taskAt(layout, 0), l.taskAt(layout, 1));
    expect([mem[l.LOCK], ...variables]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0]); // the request stays
  });
});
