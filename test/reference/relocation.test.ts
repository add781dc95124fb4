import { describe, expect, test } from "vitest";
import { createKernel, type ReferenceKernel } from "../../src/reference/kernel.ts";
import type { UserSegment } from "../../src/reference/state.ts";
import {
  at,
  crashLoad,
  type Decide,
  frames,
  framesByUse,
  load,
  PAGE,
  run,
  segment,
  smallKernel,
} from "./helpers.ts";

/** What the destination pages of some segments must hold: each buffer, then zeros. */
function expectedPages(segments: readonly UserSegment[]): Map<bigint, Uint8Array> {
  const pages = new Map<bigint, Uint8Array>();
  for (const { buf, mem, memsz } of segments) {
    for (let done = 0; done < Number(memsz); done += PAGE) {
      const page = new Uint8Array(PAGE);
      page.set(buf.subarray(done, done + PAGE));
      pages.set(mem + BigInt(done), page);
    }
  }
  return pages;
}

function relocated(segments: readonly UserSegment[], decide?: Decide): [ReferenceKernel, unknown] {
  const kernel = smallKernel();
  expect(run(kernel, load(segments), decide).result).toBe("0");
  return [kernel, kernel.relocate("kexec_image")];
}

describe("after the relocation each destination holds its buffer and zeros", () => {
  const two = [segment(8, 2, 40), segment(12, 1, 5, 100)];
  test.each<[claim: string, segments: UserSegment[], pages: number[]]>([
    ["sources elsewhere", two, [3, 4, 5, 6, 7, 9]],
    ["the sources are the destinations", two, [3, 8, 9, 4, 5, 12]],
    ["a source is moved into place by a later page", two, [3, 4, 8, 5, 6, 12]],
    ["a source is moved into place by a list page", two, [3, 4, 5, 8, 6, 7]],
    ["pages were parked before they were wanted", two, [3, 12, 9, 4, 5, 6]],
    ["a list page was parked", two, [8, 3, 9, 4, 5, 12, 6]],
    ["no bytes at all", [segment(8, 2, 0)], [3, 4, 5, 6]],
    ["an empty segment among others", [segment(8), segment(9, 0), segment(10)], [3, 4, 5, 6, 7]],
  ])("%s", (_, segments, pages) => {
    const [, result] = relocated(segments, frames(0, 1, 2, ...pages));
    expect(result).toEqual(expectedPages(segments));
  });

  test("destinations may be any address, memory or not", () => {
    const far = { ...segment(0, 2, 40), mem: 1n << 40n };
    const [, result] = relocated([far]);
    expect(result).toEqual(expectedPages([far]));
  });

  test("destinations may be the control, list and source pages of the old image", () => {
    const kernel = smallKernel();
    run(kernel, load([segment(25, 2)]));
    const segments = [segment(0, 3, 70), segment(3, 3, 96, 9)];
    expect(run(kernel, load(segments)).result).toBe("0");
    expect(kernel.relocate("kexec_image")).toEqual(expectedPages(segments));
  });

  test("a crash image is in place without any", () => {
    const kernel = smallKernel();
    const segments = [segment(18, 2, 40), segment(22, 1, 1)];
    run(kernel, crashLoad(segments));
    expect(kernel.relocate("kexec_crash_image")).toEqual(expectedPages(segments));
  });

  test("looking changes nothing", () => {
    const [kernel] = relocated(two);
    const before = kernel.observe();
    kernel.relocate("kexec_image");
    expect(kernel.observe()).toEqual(before);
  });
});

describe("at the scale of a real machine", () => {
  const config = { frames: 2048 }; // else as by default: 4 KiB and 512 words

  test.each([
    [510, 1], // with the destination: 511 entries, a full page
    [511, 2],
    [1021, 2],
  ])("%i pages take %i list pages and arrive", (pages, listPages) => {
    const bytes = pages * 4096 - 1000;
    const buf = Uint8Array.from({ length: bytes }, (_, index) => (index * 7) % 251);
    const one = { buf, bufsz: BigInt(bytes), mem: 1n << 30n, memsz: BigInt(pages) * 4096n };
    const kernel = createKernel(config);
    let frame = 0;
    const decide: Decide = ({ choice }) => {
      if (choice.kind !== "frame") return undefined;
      while (!kernel.isFree(frame)) frame += 1;
      return frame;
    };
    expect(run(kernel, load([one]), decide).result).toBe("0");
    expect(framesByUse(kernel)["kexec_image list"]).toHaveLength(listPages);
    const whole = Buffer.concat([...(kernel.relocate("kexec_image")?.values() ?? [])]);
    expect(whole.equals(Buffer.concat([buf, new Uint8Array(1000)]))).toBe(true);
  });
});

test("a page address is the frame number times the page size", () => {
  const kernel = smallKernel();
  run(kernel, load([segment(8)]), frames(0, 1, 2, 3, 5));
  const source = kernel.walk("kexec_image")?.find(({ kind }) => kind === "SOURCE");
  expect(source?.address).toBe(at(5));
});
