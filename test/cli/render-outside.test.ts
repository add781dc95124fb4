import { describe, expect, it } from "vitest";
import { renderOutside, renderWalk } from "../../src/cli/render-outside.ts";
import type { OutsideRun } from "../../src/conformance/linux/outside/run-outside.ts";
import type { WalkRun } from "../../src/conformance/linux/walk/run-walk.ts";

const outside: OutsideRun = {
  release: "6.1.0",
  tests: [
    { id: "caller-1", outcome: { kind: "passed" } },
    {
      id: "walk-region",
      outcome: {
        kind: "diverged",
        divergences: [
          {
            step: 41,
            label: 'kexec_load "crash"',
            what: "bytes of kexec_crash_image",
            model: "0x00 at 0xb003fff",
            kernel: "0x01 at 0xb003fff",
          },
        ],
      },
    },
    { id: "kills-1", outcome: { kind: "skipped", reason: "calls overlap" } },
    { id: "walk-odd", outcome: { kind: "error", reason: "expected a reply, got none" } },
  ],
  looks: { count: 1612, held: 167, median_ms: 5.1, longest_ms: 89, entries: 5928, pages: 54_555 },
  total_ms: 12_340,
};

const walk: WalkRun = {
  release: "6.1.0",
  seed: 7,
  steps: 13_216,
  calls: 801,
  loads: 438,
  worlds: ["reloads", "race", "region"],
  looks: 4,
  total_ms: 4000,
  steps_per_s: 3304,
  divergence: {
    world: "region",
    step: 13_216,
    differences: [{ what: "result", model: "-EFAULT", kernel: "-ENOMEM" }],
    calls: ['kexec_load "crash"', 'kexec_load "crash, no room"; copy_from_user -> EFAULT'],
    replay: "kexec-model conform --target linux --kernel 6.1 --walk 20000 --seed=7",
  },
};

describe("what the command line tells", () => {
  it("of looks from outside: what was compared, what differed, what was skipped", () => {
    expect(renderOutside(outside).join("\n")).toMatchInlineSnapshot(`
      "Seen from outside: 1,612 looks, 12.3 s
        1 runs conform, 1 diverge, 1 errors, 1 skipped
        167 looks while a call was held under the lock; a look takes 5.1 ms, 89 ms at most
        5,928 list entries and every byte of 54,555 pages compared
        diverges walk-region, step 42, kexec_load "crash": bytes of kexec_crash_image:
          expected 0x00 at 0xb003fff, got 0x01 at 0xb003fff
        walk-odd: ERROR expected a reply, got none
        1 tests skipped: calls overlap"
    `);
  });

  it("of a walk that ends early: both sides, the calls before, and how to get there", () => {
    expect(renderWalk(walk).join("\n")).toMatchInlineSnapshot(`
      "Long walk, seed 7: 13,216 steps, 4.0 s
        3,304 steps of the statechart a second, in one guest
        801 calls, of them 438 that loaded an image; 4 looks from outside
        worlds: reloads, race, region
        diverges after 13,216 steps, in the world region
          result: expected -EFAULT, got -ENOMEM
          the calls since nothing was loaded:
            1 kexec_load "crash"
            2 kexec_load "crash, no room"; copy_from_user -> EFAULT
          again: kexec-model conform --target linux --kernel 6.1 --walk 20000 --seed=7"
    `);
  });

  it("of a walk that the kernel took to its end", () => {
    expect(renderWalk({ ...walk, divergence: null }).at(-1)).toBe(
      "  the kernel does what the model says",
    );
  });
});
