import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { isFree } from "../../src/memory/frames.ts";
import { canonicalMem } from "../../src/memory/symmetry.ts";
import { alphabetOf } from "../../src/model/alphabet.ts";
import { kexecModel } from "../../src/model/model.ts";
import { crash, normal, unloadNormal } from "../../src/model/requests.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";
import type { StateView } from "../../src/xstate/property.ts";
import { eachState } from "./explored.ts";

const [race, memory] = worldsOf("quick", "seed");
if (!race || !memory) throw new RangeError("there is no quick world");

/** A world so small that all names of frames and images can be tried. */
function tiny(world: World, changes: Partial<World["bounds"]>): World {
  return { ...world, bounds: { ...world.bounds, ...changes } };
}

/** A state up to names. */
function formOf({ configuration, context }: StateView<KexecContext>, world: World): string {
  const { layout } = modelOf(world);
  return `${configuration.leaves} ${canonicalMem(layout, context.mem.slice()).join()}`;
}

const models = new Map<World, ReturnType<typeof kexecModel>>();

function modelOf(world: World): ReturnType<typeof kexecModel> {
  const model = models.get(world) ?? kexecModel(world);
  models.set(world, model);
  return model;
}

/** The forms of all states, explored as the checker does it. */
function reduced(world: World): { forms: Set<string>; states: number } {
  const forms = new Set<string>();
  const { states } = eachState(modelOf(world), (state) => forms.add(formOf(state, world)));
  return { forms, states };
}

/** ... and with every free frame offered and every name kept. */
function unreduced(world: World): { forms: Set<string>; states: number } {
  const model = modelOf(world);
  const { layout } = model;
  const alphabet = alphabetOf(world, layout);
  const forms = new Set<string>();
  const events = (state: StateView<KexecContext>): KexecEvent[] =>
    [...alphabet.in(state)].flatMap((event) => {
      if (!("frame" in event) || !layout.interchangeable.includes(event.frame ?? -1))
        return [event];
      const free = layout.interchangeable.filter((pfn) => isFree(layout, state.context.mem, pfn));
      return free.map((frame) => ({ ...event, frame }));
    });
  const { canonical: _, ...options } = model.options;
  const { states } = eachState({ ...model, options: { ...options, events } }, (state) =>
    forms.add(formOf(state, world)),
  );
  return { forms, states };
}

const two = { frames: 5, crashFrames: 3 };
const page = normal("normal", [0, 1]);

describe("the reduction by symmetry loses no state and adds none", () => {
  test.each<readonly [claim: string, world: World]>([
    [
      "one caller, a two-page image, a second list page, kills",
      tiny(memory, { frames: 6, overLimit: [], tablePages: 0, requests: [normal("x", [0, 2])] }),
    ],
    [
      "one caller, a frame over the limit, a page table, a crash image",
      tiny(memory, { ...two, overLimit: [4], requests: [page, crash(two, "crash", [0, 1])] }),
    ],
    ["two callers, one-page images", tiny(race, { frames: 4, requests: [page, unloadNormal] })],
  ])("%s", { timeout: 60_000 }, (_, world) => {
    const small = reduced(world);
    const large = unreduced(world);
    expect(small.forms.size).toBe(small.states); // the checker keeps one state of each form
    expect(large.states).toBeGreaterThan(2 * small.states); // else nothing was reduced
    expect(large.forms.size).toBe(small.forms.size);
    expect([...large.forms].filter((form) => !small.forms.has(form))).toEqual([]);
  });
});
