import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
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

describe("threads that come to a step which only XState knows", () => {
  const build = fileURLToPath(new URL("../../build", import.meta.url));
  mkdirSync(build, { recursive: true });
  const folder = mkdtempSync(join(build, "parallel-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Both regions add or double behind the first microstep; which is first depends on the past. */
  const text = `
    import { assign, createMachine } from "xstate";
    const change = (by) => assign({ bytes: ({ context }) => context.bytes.map(by) });
    const isEven = ({ context }) => context.bytes[0] % 2 === 0;
    const region = (by) => ({ initial: "a", states: {
      a: { always: { target: "b", guard: isEven, actions: change(by) } }, b: { on: { BACK: "a" } } } });
    export const make = () => ({
      machine: createMachine({ type: "parallel", context: { bytes: new Uint8Array([1]) }, states: {
        first: region((n) => n + 1), second: region((n) => (n * 2) % 16),
        third: { on: { NEXT: { actions: change((n) => (n + 1) % 16) } } } } }),
      options: { events: [{ type: "NEXT" }, { type: "BACK" }] },
    });`;

  test("leave it to one thread, and to XState", async () => {
    const file = join(folder, "machine.js");
    writeFileSync(file, text);
    const module = pathToFileURL(file).href;
    const { make } = await import(/* @vite-ignore */ module);
    const { checkMachine }: { checkMachine: typeof check } = await import(`${dist}xstate/check.js`);
    const { checkInParallel }: { checkInParallel: typeof checkThreads } = await import(
      `${dist}xstate/parallel.js`
    );
    const named = { module, name: "make", argument: null };
    const found = await checkInParallel(make(), { source: named, threads: 2 });
    expect(found.engine.why).toMatch(/^two regions take/);
    const { machine, options } = make();
    const { states } = checkMachine(machine, { ...options, engine: "interpreter" });
    expect(found.states).toBe(states);
  });
});
