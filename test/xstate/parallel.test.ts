import { describe, expect, test } from "vitest";
import type { worldSource as makeWorld } from "../../src/cli/world-source.ts";
import type { checkMachine as check } from "../../src/xstate/check.ts";
import type { checkInParallel as checkThreads } from "../../src/xstate/parallel.ts";

/** Threads run compiled files, so all of it is taken from there. */
const dist = new URL("../../dist/src/", import.meta.url).href;
const source = { module: `${dist}cli/world-source.js`, name: "worldSource" };

describe("two and three threads find what one finds", () => {
  const worlds = [
    ["memory", null, null],
    ["requests", null, null],
    ["memory", "unusable-pages-not-freed", null], // a broken promise ends some runs
    ["race", null, ""], // no property: liveness would keep it on one thread
  ] as const;
  test.each(worlds)("world %s, mutant %s", { timeout: 60_000 }, async (world, mutant, only) => {
    const { worldSource }: { worldSource: typeof makeWorld } = await import(source.module);
    const { checkMachine }: { checkMachine: typeof check } = await import(`${dist}xstate/check.js`);
    const { checkInParallel }: { checkInParallel: typeof checkThreads } = await import(
      `${dist}xstate/parallel.js`
    );
    const choice = { preset: "quick", kernel: "seed", world, mutant, only, limits: {} } as const;
    const plain = ({ bytes: _, ...rest }: { readonly bytes: number }) => JSON.stringify(rest);
    const { machine, options } = worldSource(choice);
    const one = plain(checkMachine(machine, options));
    for (const threads of [2, 3]) {
      const named = { ...source, argument: choice };
      const found = await checkInParallel(worldSource(choice), { source: named, threads });
      expect(plain(found)).toBe(one);
    }
  });
});
