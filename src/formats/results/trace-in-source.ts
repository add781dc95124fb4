import type { KexecEvent } from "../../../machines/events.ts";
import type { Layout } from "../../memory/layout.ts";
import { changes } from "../../model/describe.ts";
import { chartsOf } from "../../model/literal.ts";
import { mutants } from "../../model/mutants.ts";
import { type Simulation, simulate } from "../../model/simulation.ts";
import { type SavedWorld, traceWorld } from "../trace-world.ts";
import type { CodeReference, ResultStep, SourceLocation } from "./results.ts";
import { type SourceIndex, sourceIndex } from "./source-index.ts";

/** Takes runs of the model again, and says which lines of its sources they go through. */
export type TraceReader = (world: SavedWorld, events: readonly KexecEvent[]) => ResultStep[];

/**
 * Makes a reader; it keeps the worlds that it has built.
 *
 * A run is followed as far as the model takes its events. In a mutant whose chart is another one, a
 * transition may be shown as its neighbour: lines are those of the chart that is not changed.
 */
export function traceReader(index: SourceIndex = sourceIndex()): TraceReader {
  const bedOf = memo((_name: string, world: SavedWorld) => bed(world, index));
  return (world, events) => {
    const { kernel, preset, world: name, mutant = "" } = world;
    const { simulation, code } = bedOf([kernel, preset, name, mutant].join(" "), world);
    const steps: ResultStep[] = [];
    let state = simulation.initial;
    for (const event of events) {
      const next = simulation.step(state, event);
      if (!next) break;
      steps.push({
        label: labelled(event, events, simulation),
        changes: changes(simulation.layout, state.context.mem, next.state.context.mem),
        code: next.transitions.flatMap((key) => code.get(key) ?? []),
      });
      state = next.state;
    }
    return steps;
  };
}

/** An event as a person reads it; who acts is said where several do. */
function labelled(event: KexecEvent, events: readonly KexecEvent[], { label }: Simulation): string {
  const tasks = new Set(events.map((one) => ("task" in one ? one.task : -1)));
  const who = tasks.size > 1 && "task" in event ? `task ${event.task} ` : "";
  return `${who}${label(event)}`;
}

interface Bed {
  readonly simulation: Simulation;
  /** By key of a transition. */
  readonly code: ReadonlyMap<string, readonly CodeReference[]>;
}

function bed(saved: SavedWorld, index: SourceIndex): Bed {
  const { world, mutant } = traceWorld(saved);
  const simulation = simulate(world, mutant === null ? {} : mutants[mutant]);
  return { simulation, code: codeOf(simulation.layout, index) };
}

/** Each transition of the statechart, with the actions that it names. */
function codeOf(layout: Layout, index: SourceIndex): Map<string, CodeReference[]> {
  const code = new Map<string, CodeReference[]>();
  for (const { prefix, chart } of chartsOf(layout)) {
    for (const { key, definition } of chart.transitions) {
      const name = `${prefix}${key}`;
      if (code.has(name)) continue;
      const actions: readonly unknown[] = definition.actions;
      code.set(name, [
        ...reference("transition", name, index.transitions.get(name)),
        ...actions.map(actionName).flatMap((one) => {
          return reference("action", one, index.actions.get(one));
        }),
      ]);
    }
  }
  return code;
}

function reference(
  kind: CodeReference["kind"],
  name: string,
  location: SourceLocation | undefined,
): CodeReference[] {
  return location ? [{ kind, name, location }] : [];
}

/** An action is named by a string, or by an object with parameters. */
function actionName(action: unknown): string {
  if (typeof action === "string") return action;
  const named = typeof action === "object" && action !== null && "type" in action;
  return named ? String(action.type) : "";
}

function memo<Rest extends readonly unknown[], Value>(
  make: (key: string, ...rest: Rest) => Value,
): (key: string, ...rest: Rest) => Value {
  const known = new Map<string, Value>();
  return (key, ...rest) => {
    const value = known.get(key) ?? make(key, ...rest);
    known.set(key, value);
    return value;
  };
}
