import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootGuest, type Guest, tidyUp } from "../../../../src/conformance/linux/guest.ts";
import { compareOutside } from "../../../../src/conformance/linux/outside/compare.ts";
import type { Expected, LoadedCall } from "../../../../src/conformance/linux/outside/expected.ts";
import { outsidePlans } from "../../../../src/conformance/linux/outside/outside-plan.ts";
import { playOutside } from "../../../../src/conformance/linux/outside/outside-test.ts";
import { observeOutside } from "../../../../src/conformance/linux/outside/view.ts";
import { runWalk } from "../../../../src/conformance/linux/walk/run-walk.ts";
import { beginWalk, type WalkCall } from "../../../../src/conformance/linux/walk/walk.ts";
import { walkWorlds } from "../../../../src/conformance/linux/walk/walk-worlds.ts";
import { simulate } from "../../../../src/model/simulation.ts";
import { generate } from "../../../../src/testgen/generate.ts";
import { chooser } from "../../../../src/testgen/random.ts";
import { reportSkip, usableKernel } from "../skip.ts";

const kernel = usableKernel("6.1");
if (typeof kernel === "string") reportSkip(kernel);

const LIMIT_ms = 180_000;

describe.skipIf(typeof kernel === "string")("a Linux 6.1, seen from outside", () => {
  let guest: Guest;
  beforeAll(async () => {
    if (typeof kernel !== "string") guest = await bootGuest(kernel);
  }, LIMIT_ms);
  afterAll(async () => void (await guest?.vm.stop()));

  it(
    "has the model's rights, lists and bytes after every call and at every page of a walk",
    async () => {
      const suite = generate({ tool: "", kernel: "6.1", cover: "transitions", seed: 1, tests: 0 });
      const walk = outsidePlans(suite).find(({ id }) => id === "walk-reloads")?.plan;
      if (walk === undefined || typeof walk === "string") throw new Error("there is no walk");
      const looks: { readonly isHeld: boolean; readonly pages: number }[] = [];
      const calls = walk.calls.slice(0, 25);
      const divergences = await playOutside(guest, { ...walk, calls }, (view, { isHeld }) => {
        const images = [view.kexec_image, view.kexec_crash_image];
        const pages = images.reduce((sum, image) => sum + (image?.pages?.size ?? 0), 0);
        looks.push({ isHeld, pages });
      });
      expect(divergences).toEqual([]);
      expect(looks.filter(({ isHeld }) => !isHeld)).toHaveLength(calls.length);
      expect(looks.filter(({ isHeld }) => isHeld).length).toBeGreaterThan(10);
      expect(looks.reduce((sum, { pages }) => sum + pages, 0)).toBeGreaterThan(500);
      expect(await tidyUp(guest)).toBe(true);
    },
    LIMIT_ms,
  );

  it(
    "differs from a model whose caller has other bytes, another list, or no image at all",
    async () => {
      const { expected, normal } = await loadNormal(guest);
      const view = await observeOutside(guest);
      expect(compareOutside(view, expected, guest.memory)).toEqual([]);
      const other: LoadedCall = { ...normal, request: withSeed(normal, 99) };
      expect(compareOutside(view, withImage(expected, other), guest.memory)).toMatchObject([
        { what: "bytes of kexec_image", model: "0x63 at 0x1000004", kernel: "0x01 at 0x1000004" },
      ]);
      const none = { ...expected, mem: simulation().initial.context.mem };
      expect(compareOutside(view, none, guest.memory)).toEqual([
        { what: "kexec_image", model: "no image", kernel: "an image" },
      ]);
      expect(await tidyUp(guest)).toBe(true);
    },
    LIMIT_ms,
  );

  it(
    "takes a long walk, many steps a second, and does what the model says",
    async () => {
      if (typeof kernel === "string") return;
      const run = await runWalk({ name: "6.1", kernel, steps: 20_000, seed: 1 });
      expect(run.divergence).toBeNull();
      expect(run.steps).toBeGreaterThanOrEqual(20_000);
      expect(run.worlds).toContain("requests");
      expect(run.looks).toBeGreaterThanOrEqual(run.worlds.length);
      console.info(`${run.release}: ${run.steps_per_s} steps a second`);
      expect(run.steps_per_s).toBeGreaterThan(300); // a machine that others use, too
    },
    LIMIT_ms,
  );
});

function simulation() {
  const [world] = walkWorlds("6.1");
  if (world === undefined) throw new Error("there is no world to walk through");
  return simulate(world);
}

/** Loads a normal image of one page, in the model and in the machine. */
async function loadNormal(guest: Guest): Promise<{ expected: Expected; normal: WalkCall }> {
  const model = simulation();
  for (let seed = 0; ; seed++) {
    const [normal] = beginWalk(model, guest.memory, chooser(seed)).next(1);
    if (normal?.plan.request.name !== "normal" || normal.expect.result !== 0) continue;
    const { state } = await guest.vm.agent.load(normal.request);
    expect(state).toEqual({ kind: "done", result: 0 });
    const calls = { kexec_image: normal, kexec_crash_image: null, loading: null };
    return { expected: { layout: model.layout, mem: normal.after.context.mem, calls }, normal };
  }
}

function withSeed({ request }: WalkCall, seed: number): LoadedCall["request"] {
  const segments = (request.segments ?? []).map((segment) => ({
    ...segment,
    buffer: { kind: "seed", seed } as const,
  }));
  return { ...request, segments };
}

function withImage(expected: Expected, kexec_image: LoadedCall): Expected {
  return { ...expected, calls: { ...expected.calls, kexec_image } };
}
