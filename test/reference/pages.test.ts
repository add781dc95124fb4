import { describe, expect, test } from "vitest";
import {
  at,
  finish,
  frames,
  framesByUse,
  load,
  run,
  runUpTo,
  segment,
  smallKernel,
  unload,
} from "./helpers.ts";

/** Two pages at frames 8 and 9; control, swap and table pages are 0, 1 and 2. */
const request = load([segment(8, 2)]);

/** Frames of the installed image after a load in which the allocator returns `pages` in order. */
function uses(...pages: readonly (number | null)[]): Record<string, number[]> {
  const kernel = smallKernel({ sourceLimit: at(28) });
  run(kernel, request, frames(0, 1, 2, ...pages));
  return framesByUse(kernel);
}

const control = {
  "kexec_image control": [0],
  "kexec_image swap": [1],
  "kexec_image table": [2],
};

describe("a page for a destination", () => {
  test.each<[claim: string, pages: number[], list: number[], rest: Record<string, number[]>]>([
    ["may be any page that nobody wants", [3, 4, 5, 6], [3, 6], { source: [4, 5] }],
    ["may be the destination itself", [3, 8, 9, 6], [3, 6], { source: [8, 9] }],
    ["above the limit is kept and not used", [3, 29, 4, 5, 6], [3, 6], { u: [29], source: [4, 5] }],
    ["may lie in the page of the limit itself", [3, 28, 5, 6], [3, 6], { source: [5, 28] }],
    ["that is wanted later is parked, then used", [3, 9, 4, 6], [3, 6], { source: [4, 9] }],
    ["that was loaded elsewhere takes over its bytes", [3, 4, 8, 6], [3, 6], { source: [4, 8] }],
    ["is parked for a list page that has no entry yet", [8, 3, 5, 6], [3, 6], { source: [5, 8] }],
    [
      "is parked for ever if it is its own destination's list page",
      [3, 4, 5, 9, 6],
      [3, 6],
      { parked: [9], source: [4, 5] },
    ],
    ["that is taken over may become a list page", [3, 4, 5, 8], [3, 4], { source: [5, 8] }],
  ])("%s", (_, pages, list, { u, parked, source }) => {
    const rest = {
      "kexec_image list": list,
      ...(source && { "kexec_image source": source }),
      ...(u && { "kexec_image unusable": u }),
      ...(parked && { "kexec_image parked": parked }),
    };
    expect(uses(...pages)).toEqual({ ...control, ...rest });
  });

  test("from the parked pages is a step of its own in which no page is taken", () => {
    const kernel = smallKernel();
    const decide = frames(0, 1, 2, 3, 9, 4, 6);
    const { steps } = run(kernel, request, decide);
    const tries = steps.flatMap((step) => (step.step === "kimage_alloc_page" ? [step] : []));
    expect(tries.map(({ purpose, parked }) => [purpose, parked])).toEqual([
      ["listForDestination", null],
      ["source", null],
      ["source", null], // again: 9 was parked
      ["source", 9],
      ["listForSource", null],
    ]);
    expect(tries.map(({ destination }) => destination)).toEqual([null, at(8), at(8), at(9), null]);
  });

  test("from the parked pages may be named as a decision", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(request);
    const decide = frames(0, 1, 2, 3, 9, 4, 6);
    finish(kernel, thread, (step, index) =>
      step.step === "kimage_alloc_page" && step.parked !== null ? step.parked : decide(step, index),
    );
    expect(thread.result).toBe(0);
  });

  test("is never lost, whatever the order: an unload gives back every one", () => {
    for (const pages of [
      [3, 29, 9, 4, 6],
      [9, 8, 3, 5],
      [3, 4, 5, 9, 6],
    ]) {
      const kernel = smallKernel({ sourceLimit: at(28) });
      run(kernel, request, frames(0, 1, 2, ...pages));
      expect(kernel.observe().kexec_loaded).toBe(1);
      run(kernel, unload);
      expect(framesByUse(kernel)).toEqual({});
    }
  });

  test("holds the bytes of the page that it takes over", () => {
    const kernel = smallKernel();
    run(kernel, request, frames(0, 1, 2, 3, 4, 8, 6));
    const { frames: views } = kernel.observe();
    expect(views.get(8)?.bytes[0]).toBe(1);
    expect(views.get(4)?.bytes[0]).toBe(33);
  });

  test("is not shared between segments: another segment's destination is parked too", () => {
    const kernel = smallKernel();
    run(kernel, load([segment(8), segment(10)]), frames(0, 1, 2, 3, 10, 4, 5));
    expect(framesByUse(kernel)).toMatchObject({ "kexec_image source": [4, 10] });
  });
});

describe("control pages of a normal image", () => {
  test("are no destinations; what was set aside comes back", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(request);
    while (thread.step?.step !== "kimage_alloc_normal_control_pages") thread.next();
    thread.next(8);
    thread.next(9);
    expect(framesByUse(kernel)).toEqual({ "image extra": [8, 9] });
    thread.next(0);
    expect(framesByUse(kernel)).toEqual({ "image control": [0] });
  });

  test("that are set aside come back when no other is found", () => {
    const kernel = smallKernel();
    expect(run(kernel, request, frames(8, 9, null)).result).toBe("-ENOMEM");
    expect(framesByUse(kernel)).toEqual({});
  });

  test.each([
    ["end before the limit's page", 26, "kexec_image control"],
    ["do not end in the limit's page", 27, undefined],
  ])("%s", (_, frame, expected) => {
    const kernel = smallKernel({ controlLimit: at(28) });
    run(kernel, request, frames(frame, 0));
    const found = Object.entries(framesByUse(kernel)).find(([, list]) => list.includes(frame));
    expect(found?.[0]).toBe(expected);
  });

  test("of a two-page buffer are neighbours and aligned, and none is a destination", () => {
    const kernel = smallKernel({ controlCodeOrder: 1 });
    const thread = runUpTo(kernel, load([segment(9)]), "kimage_alloc_normal_control_pages");
    expect(() => thread.next(5)).toThrow("expected null or the first of 2 free frames, got 5");
    thread.next(8); // 9 is a destination
    thread.next(4);
    expect(framesByUse(kernel)).toEqual({ "image control": [4, 5] });
    finish(kernel, thread);
    run(kernel, unload);
    expect(framesByUse(kernel)).toEqual({});
  });
});

describe("the entry list", () => {
  test("begins with a link, and each of its pages ends with one", () => {
    const kernel = smallKernel();
    run(kernel, load([segment(24, 3)]), frames(0, 1, 2, 3, 4, 5, 6, 7));
    const list = kernel.walk("kexec_image") ?? [];
    expect(list.map(({ kind, address }) => `${kind} ${address / at(1)}`)).toEqual([
      "INDIRECTION 3",
      "DESTINATION 24",
      "SOURCE 4",
      "INDIRECTION 6",
      "SOURCE 5",
      "SOURCE 7",
      "DONE 0",
    ]);
    expect(list.at(-1)?.at).toEqual({ frame: 6, index: 2 }); // in the place of the link
  });

  test("of an empty segment has its destination only", () => {
    const kernel = smallKernel();
    run(kernel, load([segment(8, 0)]), frames(0, 1, 2, 3));
    const kinds = kernel.walk("kexec_image")?.map(({ kind }) => kind);
    expect(kinds).toEqual(["INDIRECTION", "DESTINATION", "DONE"]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("takes ceil((segments + pages) / 2) pages: %i", (pages) => {
    const kernel = smallKernel();
    run(kernel, load([segment(24, pages)]));
    expect(framesByUse(kernel)["kexec_image list"]).toHaveLength(Math.ceil((1 + pages) / 2));
  });

  test("of an empty slot is null", () => {
    expect(smallKernel().walk("kexec_image")).toBeNull();
    expect(smallKernel().relocate("kexec_crash_image")).toBeNull();
  });
});
