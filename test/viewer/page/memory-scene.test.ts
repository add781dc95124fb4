import { describe, expect, test } from "vitest";
import type { KexecEvent } from "../../../machines/events.ts";
import { type KexecState, type Simulation, simulate } from "../../../src/model/simulation.ts";
import { type World, worldsOf } from "../../../src/model/worlds.ts";
import type { FrameCell } from "../../../src/viewer/page/memory/frame-cells.ts";
import type { FrameGroup } from "../../../src/viewer/page/memory/frame-groups.ts";
import { type MemoryScene, memoryScene } from "../../../src/viewer/page/memory/memory-scene.ts";
import { storyOf } from "../../../src/viewer/page/memory/story.ts";
import { judge } from "../../properties/judged.ts";

/** A run of the model, with the scene behind every step. */
interface Run {
  readonly simulation: Simulation;
  readonly states: readonly KexecState[];
  readonly scenes: readonly MemoryScene[];
}

function worldNamed(name: string): World {
  const world = worldsOf("quick", "7.2").find((one) => one.name === name);
  if (!world) throw new RangeError(`no world ${name}`);
  return world;
}

function runOf(world: World, choose: (possible: readonly KexecEvent[]) => KexecEvent | null): Run {
  const simulation = simulate(world);
  const states = [simulation.initial];
  for (let state = simulation.initial; states.length < 80; ) {
    const current = state;
    const possible = simulation
      .alphabet(current)
      .filter((event) => simulation.step(current, event) !== null);
    const event = choose(possible);
    const next = event && simulation.step(current, event);
    if (!next) break;
    state = next.state;
    states.push(state);
  }
  return { simulation, states, scenes: states.map((_, i) => sceneAt(simulation, states, i)) };
}

function sceneAt({ layout }: Simulation, states: readonly KexecState[], i: number): MemoryScene {
  const state = states[i];
  if (!state) throw new RangeError(`no state ${i}`);
  const before = states[i - 1]?.context.mem ?? null;
  return memoryScene({ layout, mem: state.context.mem, before, state, other: null });
}

/** The counterexample or witness of a property in a quick world of 7.2. */
function found(name: string, property: string): Run {
  const world = worldNamed(name);
  const [finding] = judge({ world, only: property }).properties;
  const events = (finding?.trace?.steps ?? []).map(({ event }) => event);
  let i = 0;
  return runOf(world, () => events[i++] ?? null);
}

/** Whether an event is part of a call in which nothing goes wrong. */
function goesWell(event: KexecEvent): boolean {
  if (event.type === "sigkill") return false;
  return !("outcome" in event) || event.outcome === "ok";
}

/** One call after the other, in which nothing goes wrong; the allocator likes high frames. */
function loading(world: World, request: number): Run {
  return runOf(world, (possible) => {
    const frames = possible.filter((event) => "frame" in event && event.frame !== null);
    const wanted = possible.find((event) => "request" in event && event.request === request);
    return wanted ?? frames.at(-1) ?? possible.find(goesWell) ?? null;
  });
}

function last(run: Run): MemoryScene {
  const scene = run.scenes.at(-1);
  if (!scene) throw new RangeError("no scene");
  return scene;
}

function frames(scene: MemoryScene): readonly FrameCell[] {
  return scene.groups.flatMap(({ cells }) => cells);
}

function groupOf(scene: MemoryScene, kind: FrameGroup["kind"]): FrameGroup | undefined {
  return scene.groups.find((group) => group.kind === kind);
}

function changed(scene: MemoryScene): number[] {
  return frames(scene).flatMap(({ pfn, was }) => (was === null ? [] : [pfn]));
}

describe("the start", () => {
  const { layout, initial } = simulate(worldNamed("memory"));
  const scene = sceneAt(simulate(worldNamed("memory")), [initial], 0);

  test("every frame of the layout is drawn once, and is free", () => {
    expect(frames(scene).map(({ pfn }) => pfn)).toEqual([...Array(layout.frames).keys()]);
    expect(frames(scene).every(({ fate }) => fate === "free")).toBe(true);
  });

  test("nothing has changed, no image exists and no arrow is drawn", () => {
    expect(changed(scene)).toEqual([]);
    expect(scene.boxes.filter(({ was }) => was !== null)).toEqual([]);
    expect(scene.images).toEqual([]);
    expect(scene.arrows).toEqual([]);
    expect(scene.notice).toBeNull();
  });

  test("only the frames over the limit are marked so", () => {
    const over = frames(scene).filter(({ isOverLimit }) => isOverLimit);
    expect(over.map(({ pfn }) => pfn)).toEqual(layout.bounds.overLimit);
  });
});

describe("a normal load", () => {
  const run = loading(worldNamed("memory"), 0);

  test("every arrow leads from the frame that says so to the frame that it names", () => {
    for (const scene of run.scenes) {
      const cells = new Map(frames(scene).map((cell) => [cell.pfn, cell]));
      for (const { from, to, image } of scene.arrows) {
        expect(cells.get(from)).toMatchObject({ use: "source", goesTo: to, image });
        expect(cells.get(to)?.destinations.flatMap(({ images }) => images)).toContain(image);
      }
    }
    expect(Math.max(...run.scenes.map(({ arrows }) => arrows.length))).toBeGreaterThan(1);
  });

  test("a step marks the frames that it changes, and no others", () => {
    const { layout } = run.simulation;
    for (const [i, scene] of run.scenes.entries()) {
      const [before, after] = [run.states[i - 1]?.context.mem, run.states[i]?.context.mem];
      if (!before || !after) continue;
      const bytes = (pfn: number): string => {
        const at = layout.framesAt + 4 * pfn;
        return `${before.slice(at, at + 4)} ${after.slice(at, at + 4)}`;
      };
      const differing = frames(scene)
        .map(({ pfn }) => pfn)
        .filter((pfn) => new Set(bytes(pfn).split(" ")).size > 1);
      expect(changed(scene)).toEqual(differing);
    }
  });

  test("the slot leads to the image once it is installed, and says what it held", () => {
    const installed = run.scenes
      .map(({ boxes }) => boxes.find(({ id }) => id === "kexec_image"))
      .find((box) => box?.image !== null);
    expect(installed).toMatchObject({ image: 1, was: "NULL" });
  });

  test("an entry is new in the step that writes it, and in no later one", () => {
    for (const [i, scene] of run.scenes.entries()) {
      const known = run.scenes[i - 1]?.images.find(({ image }) => image === 1)?.entries.length ?? 0;
      const entries = scene.images.find(({ image }) => image === 1)?.entries ?? [];
      expect(entries.map(({ isNew }) => isNew)).toEqual(entries.map((_, j) => j >= known));
    }
  });

  test("the words of a list name the frames that its pages lie in", () => {
    const scene = run.scenes.find(({ arrows }) => arrows.length > 1);
    const [card] = scene?.images ?? [];
    const named = card?.entries.flatMap(({ page }) => (page === null ? [] : [page])) ?? [];
    const uses = named.map(
      (pfn) => frames(scene ?? last(run)).find((cell) => cell.pfn === pfn)?.use,
    );
    expect(new Set(uses)).toEqual(new Set(["source", "list page\u00a00", "list page\u00a01"]));
  });
});

describe("a crash load", () => {
  const run = loading(worldNamed("region"), 0);
  const protectedAt = run.scenes.findIndex((scene) => groupOf(scene, "region")?.isReadonly);
  const scene = run.scenes[protectedAt] ?? last(run);

  test("the region is read-only when the image is installed, and was writable before", () => {
    const region = groupOf(scene, "region");
    expect(region?.facts).toContain("read-only");
    expect(region?.was.join()).toMatch(/^writable/);
    expect(region?.cells.every(({ isReadonly }) => isReadonly)).toBe(true);
  });

  test("its segments lie in the region, and none of its pages is moved", () => {
    const segments = groupOf(scene, "region")?.cells.filter(
      ({ segmentOf }) => segmentOf.length > 0,
    );
    expect(segments?.map(({ use }) => use)).toEqual(Array(3).fill("segment of image\u00a01"));
    expect(scene.arrows).toEqual([]);
  });
});

describe("a lost page", () => {
  const run = found("odd", "lock-free-frames-are-installed");

  test("it is the only frame that is not free, and belongs to no image", () => {
    const owned = frames(last(run)).filter(({ fate }) => fate !== "free");
    expect(owned.map(({ fate, image, use }) => ({ fate, image, use }))).toEqual([
      { fate: "lost", image: null, use: "LOST (was unlisted source)" },
    ]);
    expect(groupOf(last(run), "ordinary")?.facts).toContain("1 LOST");
  });

  test("its story says that nobody can free it", () => {
    const lost = frames(last(run)).find(({ fate }) => fate === "lost");
    const mem = run.states.at(-1)?.context.mem ?? new Uint8Array();
    const story = storyOf({ layout: run.simulation.layout, mem }, null, lost?.id ?? "");
    expect(story?.references[0]).toBe("its image is gone: nobody can free it");
  });

  test("an image is shown as freed until the lock is released", () => {
    const freed = run.scenes.filter(({ images }) =>
      images.some(({ status }) => status === "freed"),
    );
    const lock = freed.map(({ boxes }) => boxes.find(({ id }) => id === "lock")?.value);
    expect(lock).toEqual(["task 0"]);
  });
});

describe("the last CPU", () => {
  const run = found("limits", "the-new-kernel-runs");
  const moving = run.scenes.filter(({ notice }) => notice?.startsWith("One CPU is left"));

  test("the arrow of the page that is moved next is marked, and no other one", () => {
    expect(moving.length).toBeGreaterThan(0);
    for (const scene of moving) expect(scene.arrows.map(({ isNext }) => isNext)).toEqual([true]);
  });

  test("when the new kernel runs, only what the frames hold is left", () => {
    const { notice, boxes, images, arrows } = last(run);
    expect(notice).toMatch(/^The new kernel runs/);
    expect({ boxes, images, arrows }).toEqual({ boxes: [], images: [], arrows: [] });
    expect(frames(last(run)).map(({ use }) => use)).toEqual(frames(last(run)).map(() => ""));
    expect(frames(last(run))[0]?.content).toMatch(/^data/);
  });
});

test("of a dead machine nothing is drawn but that it is dead", () => {
  const { notice, groups } = last(found("panic-file", "the-last-jump-succeeds"));
  expect(notice).toMatch(/dead/);
  expect(groups).toEqual([]);
});

test("what was taken from the end of the region stands apart, and the region says its size", () => {
  const run = runOf(worldNamed("size"), (possible) => {
    const shrink = possible.find((event) => event.type === "crash_size_store" && event.call === 1);
    return shrink ?? possible.find(goesWell) ?? null;
  });
  const scene = run.scenes.find((one) => groupOf(one, "returned"));
  expect(scene && groupOf(scene, "region")?.facts[0]).toBe("3 pages, shrunk from 4");
  expect(scene && groupOf(scene, "region")?.was).toEqual(["4 pages"]);
  expect(scene && groupOf(scene, "returned")?.cells.map(({ was }) => was?.short)).toEqual([
    "in the crash region",
  ]);
});

test("a destination where there is no memory has a place of its own", () => {
  const scene = last(found("odd", "a-destination-is-ram"));
  const [beyond, ...more] = frames(scene).filter(({ fate }) => fate === "none");
  expect(more).toEqual([]);
  expect(scene.arrows.map(({ to }) => to)).toEqual([beyond?.pfn]);
});

test("a frame that is something else in another model differs, and no other one does", () => {
  const { simulation, states } = found("odd", "lock-free-frames-are-installed");
  const [state, mem] = [states.at(-1), states[0]?.context.mem];
  if (!state || !mem) throw new RangeError("no state");
  const { layout } = simulation;
  const other = { layout, mem };
  const scene = memoryScene({ layout, mem: state.context.mem, before: null, state, other });
  const differing = frames(scene).filter(({ differs }) => differs !== null);
  expect(differing.map(({ fate, differs }) => [fate, differs?.short])).toEqual([["lost", "free"]]);
});

test("the story of an image names its frames, its slot and every variable", () => {
  const run = loading(worldNamed("memory"), 0);
  const i = run.scenes.findIndex(({ boxes }) =>
    boxes.some(({ id, image }) => id === "kexec_image" && image === 1),
  );
  const mem = run.states[i]?.context.mem ?? new Uint8Array();
  const story = storyOf({ layout: run.simulation.layout, mem }, null, "image:1");
  expect(story?.text).toBe('Allocated for "normal, two pages".');
  expect(story?.references).toContain("kexec_image leads to it");
  expect(story?.references.join("; ")).toMatch(/control code: frame \d/);
  expect(story?.variables.map(({ name }) => name).slice(0, 3)).toEqual([
    "status",
    "flags",
    "request",
  ]);
});
