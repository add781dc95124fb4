import type { TraceFile } from "../../src/formats/trace-file.ts";
import { simulate } from "../../src/model/simulation.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";

/** A small trace file of three steps that is right, but for what is given instead. */
export function traceText(instead: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...trace, ...instead });
}

const world = "race";

const trace: TraceFile = {
  format: "kexec-model trace 1",
  tool: "test",
  kernel: "seed",
  preset: "quick",
  world,
  property: "mutual-exclusion",
  ...firstSteps(
    worldsOf("quick", "seed").find(({ name }) => name === world),
    3,
  ),
};

/** The first steps of a call that goes well. */
function firstSteps(of: World | undefined, length: number): Pick<TraceFile, "events" | "labels"> {
  if (!of) throw new RangeError(`expected the world ${world}`);
  const { alphabet, step, initial, label } = simulate(of);
  const events: TraceFile["events"][number][] = [];
  let state = initial;
  while (events.length < length) {
    const event = alphabet(state).find((one) => step(state, one) !== null);
    const next = event && step(state, event);
    if (!next) throw new RangeError(`the walk ends after ${events.length} steps`);
    events.push(event);
    state = next.state;
  }
  return { events, labels: events.map(label) };
}
