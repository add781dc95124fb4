import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecProperties } from "../../properties/index.ts";
import { parseTrace, type TraceFile, traceText } from "../../src/formats/trace-file.ts";
import { traceWorld } from "../../src/formats/trace-world.ts";
import { canonicalMem } from "../../src/memory/symmetry.ts";
import { type BugId, bugs } from "../../src/model/bugs.ts";
import { mutants } from "../../src/model/mutants.ts";
import { type KexecState, type Simulation, simulate } from "../../src/model/simulation.ts";
import type { Property } from "../../src/xstate/property.ts";

const ids = Object.keys(bugs) as BugId[]; // the object's own keys

const texts = new Map(
  ids.map((id) => {
    const file = new URL(`../../spec/bugs/${id}.trace.json`, import.meta.url);
    return [id, readFileSync(file, "utf8")] as const;
  }),
);

function traceOf(id: BugId): TraceFile {
  return parseTrace(JSON.parse(texts.get(id) ?? ""));
}

describe.each(ids)("the trace of %s", (id) => {
  const trace = traceOf(id);
  const { world, mutant } = traceWorld(trace);
  const { kernel, variant, property: name } = bugs[id];
  const simulation = simulate(world, mutants[variant]);

  test("is of the bug's kernel, variant and property, and written as traces are", () => {
    expect([trace.kernel, mutant, trace.property]).toEqual([kernel, variant, name]);
    expect(traceText(trace)).toBe(texts.get(id));
  });

  test("is taken by the variant, and breaks the property at its end", () => {
    const states = walked(simulation, trace);
    const property = kexecProperties(simulation.layout).find((one) => one.name === name);
    if (!property) return expect.fail(`no property ${name}`);
    expect(brokenAtTheEnd(property, states, trace.events)).toBe(true);
  });

  test("spells its events as the model does", () => {
    expect(trace.labels).toEqual(trace.events.map(simulation.label));
  });
});

test.each(ids.filter((id) => traceOf(id).loop !== undefined))(
  "the trace of %s comes back to where its loop begins",
  (id) => {
    const trace = traceOf(id);
    const { world } = traceWorld(trace);
    const simulation = simulate(world, mutants[bugs[id].variant]);
    const states = walked(simulation, trace);
    const seen = (at: number): unknown => comparable(simulation, states[at]);
    expect(seen(states.length - 1)).toEqual(seen(trace.loop ?? -1));
  },
);

/** The states of a trace, the first one included. */
function walked(simulation: Simulation, { events }: TraceFile): KexecState[] {
  const states = [simulation.initial];
  for (const [i, event] of events.entries()) {
    const [last] = states.slice(-1);
    const step = last && simulation.step(last, event);
    if (!step) return expect.fail(`event ${i}, ${event.type}, is not taken`);
    states.push(step.state);
  }
  return states;
}

function brokenAtTheEnd(
  property: Property<KexecContext, KexecEvent>,
  states: readonly KexecState[],
  events: readonly KexecEvent[],
): boolean {
  const [before, after] = states.slice(-2);
  const event = events.at(-1);
  if (!before || !after || !event) return expect.fail("a trace without events");
  const { kind } = property;
  if (kind === "always") return (property.when?.(after) ?? true) && !property.holds(after);
  if (kind === "alwaysStep") {
    const step = { before, event, after };
    return (property.when?.(step) ?? true) && !property.holds(step);
  }
  if (kind === "sometimes") return expect.fail("a witness shows no bug");
  // a state owes something that no later one gives
  const since = kind === "eventually" ? 0 : states.findLastIndex(property.when);
  return since >= 0 && !states.slice(since).some(property.holds);
}

/** What two states that the checker takes for one have in common. */
function comparable({ layout }: Simulation, state: KexecState | undefined): unknown {
  if (!state) return expect.fail("a loop that begins nowhere");
  const mem = state.context.mem.slice();
  canonicalMem(layout, mem);
  return { value: state.configuration.value, mem };
}
