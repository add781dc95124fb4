import { describe, expect, it } from "vitest";
import {
  crashImage,
  normalImage,
  otherData,
  wrongByte,
} from "../../../src/conformance/linux/jump-images.ts";
import { runJumps } from "../../../src/conformance/linux/jump-tests.ts";
import { jumps } from "../../../src/conformance/linux/jumps.ts";
import type { Machine } from "../../../src/conformance/linux/protocol.ts";
import { children } from "./children.ts";
import { reportSkip, usableKernel } from "./skip.ts";

const PAGE = 4096n;
const crashKernel = { start: 0xb00_0000n, end: 0xf00_0000n };
const machine: Machine = {
  release: "6.1.0",
  version: "#1 SMP",
  pageSize_bytes: 4096,
  cpus: 2,
  totalram_bytes: 0xa00_0000n,
  crashKernel,
  ram: [{ start: 0x10_0000n, end: 0xffd_f000n }],
};

describe("an image that checks itself", () => {
  const images = [normalImage(machine), crashImage(crashKernel)];

  it("has data, zeros behind data, zeros alone, and needs more than two list pages", () => {
    for (const { segments } of images) {
      expect(segments.some(({ bufsz, memsz }) => bufsz > 0n && bufsz < memsz)).toBe(true);
      expect(segments.some(({ bufsz }) => bufsz % 8n !== 0n)).toBe(true);
      expect(segments.some(({ bufsz }) => bufsz === 0n)).toBe(true);
      const pages = segments.reduce((sum, { memsz }) => sum + memsz / PAGE, 0n);
      expect(pages).toBeGreaterThan(2n * 511n);
    }
  });

  it("has segments that do not overlap, a crash image's all in the region", () => {
    for (const { segments } of images) {
      const sorted = [...segments].sort((a, b) => Number(a.mem - b.mem));
      for (const [i, { mem, memsz }] of sorted.entries()) {
        expect(mem + memsz).toBeLessThanOrEqual(sorted[i + 1]?.mem ?? mem + memsz);
      }
    }
    for (const { mem, memsz } of images[1]?.segments ?? []) {
      expect(mem).toBeGreaterThanOrEqual(crashKernel.start);
      expect(mem + memsz).toBeLessThan(crashKernel.end);
    }
  });

  it("is no image where the machine has no RAM, or where the region is", () => {
    const low = { start: 0x100_0000n, end: 0x400_0000n };
    expect(() => normalImage({ ...machine, crashKernel: low })).toThrow(/^expected RAM for/);
    expect(() => normalImage({ ...machine, ram: [low] })).toThrow(/give the machine more memory$/);
  });

  it("replaces data of which none is as it should be", () => {
    const { segments = [] } = otherData(crashImage(crashKernel));
    expect(segments.map(({ bufsz, memsz }) => memsz - bufsz)).toEqual([0n, 0n, 0n, 0n]);
    expect(new Set(segments.map(({ buffer }) => JSON.stringify(buffer)))).toEqual(
      new Set(['{"kind":"seed","seed":99}']),
    );
  });

  it("is told of the word that has the wrong byte", () => {
    const image = normalImage(machine);
    expect(wrongByte(image, { segment: 1, offset: 9n })).toEqual({
      address: 0x110_0009n,
      report: {
        kind: "wrong",
        what: "at 0x1100008",
        expected: 0x1_0000_ff01n,
        got: 0x1_0000_0001n,
      },
    });
    const zeros = 1499n * PAGE;
    expect(wrongByte(image, { segment: 1, offset: zeros })).toMatchObject({
      report: { expected: 0xffn, got: 0n },
    });
  });
});

const kernel = usableKernel("6.1");
if (typeof kernel === "string") reportSkip(kernel);

describe.skipIf(typeof kernel === "string")("a jump from Linux 6.1", () => {
  it.each([
    ["panic into a crash image", "CRASH: 14614528 bytes are right"],
    [
      "reboot into a kernel's file that expects another initrd",
      "wrong at its address: expected 0x700000000, got 0x800000000",
    ],
    [
      "reboot, then panic, while a normal load holds the lock",
      "refused: -EBUSY; panic, and no image runs",
    ],
  ])(
    "comes out as it should: %s",
    async (name, got) => {
      if (typeof kernel === "string") return;
      const { tests, release } = await runJumps({ kernel, only: [name] });
      expect(tests).toEqual([{ name, outcome: "agrees", expected: got, got, log: null }]);
      expect(release).toMatch(/^6\.1\./);
      expect(children()).toEqual([]);
    },
    180_000,
  );

  it("can be stopped: its machine is gone then", async () => {
    if (typeof kernel === "string") return;
    const abort = new AbortController();
    const stop = new Error("enough");
    const onProgress = () => void setTimeout(() => abort.abort(stop), 1500);
    const run = runJumps({ kernel, signal: abort.signal, onProgress });
    await expect(run).rejects.toBe(stop);
    expect(children()).toEqual([]);
  }, 60_000);
});

describe("the jumps", () => {
  it("have names of their own", () => {
    const names = jumps.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(9);
  });
});
