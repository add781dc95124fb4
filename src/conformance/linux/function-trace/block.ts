import type { AnyTransitionDefinition } from "xstate";
import type { KexecEvent } from "../../../../machines/events.ts";
import { errnos } from "../../../kernel/errno.ts";
import { taskOfPath } from "../../../model/compose.ts";
import type { Simulation } from "../../../model/simulation.ts";
import { type Expectation, elsewhere, type StepExpectation, type Watched } from "./expectation.ts";
import { eventText } from "./kernel-events.ts";
import type { Sight } from "./sights.ts";
import { silentSteps } from "./silent-steps.ts";
import { leafOf, type Tracked } from "./tracked.ts";

/** Where a trace leaves the statechart, and why. Plain data. */
export interface Block {
  /** Index of the event in the trace; its length for what is missing at the end. */
  readonly index: number;
  /** The event as a person reads it. */
  readonly event: string;
  /** Why the statechart does not follow, for each state that it may be in. */
  readonly refusals: readonly Refusal[];
  /** Whether nothing is said: the kernel did what the model's request has no counterpart for. */
  readonly isAstray: boolean;
  /** What the statechart would have done there instead. */
  readonly allowed: readonly string[];
}

export interface Refusal {
  /** The state, as the statechart names it. */
  readonly state: string;
  readonly why: string;
  /** The guards that the statechart asks there, and what they said. */
  readonly guards: readonly { readonly guard: string; readonly said: "yes" | "no" }[];
}

/** Why a trace leaves the statechart, in one line. */
export function blockText({ index, event, refusals }: Block): string {
  const reasons = refusals.map(({ state, why, guards }) => {
    const asked = guards.map(({ guard, said }) => `${guard}: ${said}`);
    return `in ${state}: ${why}${asked.length > 0 ? ` (${asked.join(", ")})` : ""}`;
  });
  return `event ${index + 1}, ${event}: ${reasons.join("; ")}`;
}

interface Blocked {
  readonly watched: Watched;
  readonly index: number;
  readonly sight: Sight;
  readonly reached: readonly Tracked[];
  readonly expected: readonly Expectation[];
}

/** Finds out why no state can follow. */
export function blockOf(simulation: Simulation, blocked: Blocked): Block {
  const { watched, index, sight, reached, expected } = blocked;
  const event = watched.trace.events[index];
  const refusals = reached.flatMap((tracked) =>
    expected.map((each) => refusalOf(simulation, { watched, tracked, expected: each })),
  );
  return {
    index,
    event: event ? eventText(event) : "the end of the trace",
    refusals: theTelling(refusals),
    isAstray: sight.kind === "astray",
    allowed: allowed(simulation, watched, reached),
  };
}

/** Refusals of states that have to do with the event; if there are none, where the model is. */
function theTelling(refusals: readonly Refusal[]): readonly Refusal[] {
  const isAside = ({ why, state }: Refusal): boolean => why === elsewhere(state);
  const telling = refusals.filter((refusal) => !isAside(refusal));
  const kept = telling.length > 0 ? telling : refusals;
  return [...new Map(kept.map((one) => [JSON.stringify(one), one])).values()];
}

interface Question<E extends Expectation = Expectation> {
  readonly watched: Watched;
  readonly tracked: Tracked;
  readonly expected: E;
}

function refusalOf(simulation: Simulation, question: Question): Refusal {
  const { watched, tracked, expected } = question;
  const state = leafOf(tracked, watched.trace.task);
  if (expected.kind === "place") {
    return { state, why: expected.differs(tracked) ?? elsewhere(state), guards: [] };
  }
  if (definitionsOf(question.tracked, expected.type, watched.trace.task).length === 0) {
    return { state, why: elsewhere(state), guards: [] };
  }
  return refusedStep(simulation, { watched, tracked, expected });
}

function refusedStep(
  { alphabet, step }: Simulation,
  { watched, tracked, expected }: Question<StepExpectation>,
): Refusal {
  const { task } = watched.trace;
  const state = leafOf(tracked, task);
  const definitions = definitionsOf(tracked, expected.type, task);
  const choose = expected.choose(tracked);
  if (typeof choose === "string") return { state, why: choose, guards: [] };
  const event = alphabet(tracked.state).find((one) => one.type === expected.type && choose(one));
  if (event === undefined) {
    return { state, why: `no ${expected.type} ends like this there`, guards: [] };
  }
  const taken = step(tracked.state, event);
  if (taken === null) {
    const guards = definitions.map((one) => ({ guard: guardOf(one), said: "no" }) as const);
    return { state, why: `no guard of ${expected.type} says yes`, guards };
  }
  const key = taken.transitions.find((one) => one.includes(` ${expected.type} `));
  const position = Number(key?.split(" ").at(-1) ?? -1);
  const asked = definitions.slice(0, position + 1).map((one, i) => ({
    guard: guardOf(one),
    said: i === position ? ("yes" as const) : ("no" as const),
    errno: errnoOf(one),
  }));
  const wanted = expected.result;
  const telling =
    wanted === null ? [] : asked.filter(({ errno, said }) => said === "yes" || errno === -wanted);
  return {
    state,
    why: expected.differs(taken, tracked) ?? "the statechart takes another step",
    guards: (telling.length > 0 ? telling : asked).map(({ guard, said }) => ({ guard, said })),
  };
}

function definitionsOf(
  { state }: Tracked,
  type: KexecEvent["type"],
  task: number,
): readonly AnyTransitionDefinition[] {
  const nodes = state.configuration.handlers.get(type) ?? [];
  return nodes
    .filter(({ path }) => taskOfPath(path) === task)
    .flatMap(({ node }) => node.transitions.get(type) ?? []);
}

/** The name of the literal's guard: the composition asks first whose event it is. */
function guardOf({ guard }: AnyTransitionDefinition): string {
  const parts: unknown =
    typeof guard === "function" && "guards" in guard ? guard.guards : undefined;
  const own: unknown = Array.isArray(parts) ? parts.at(-1) : undefined;
  if (typeof own === "string") return own;
  const type = typeof own === "object" && own !== null && "type" in own ? own.type : null;
  return typeof type === "string" ? type : "otherwise";
}

/** The error number that a transition gives to the call, or null. */
function errnoOf({ actions }: AnyTransitionDefinition): number | null {
  for (const action of actions) {
    const params: unknown =
      typeof action === "object" && "params" in action ? action.params : undefined;
    if (typeof params !== "object" || params === null || !("errno" in params)) continue;
    const { errno } = params;
    const known = Object.entries(errnos).find(([name]) => name === errno);
    if (known) return known[1];
  }
  return null;
}

/** The steps of the task that leave a sight, and that the statechart can take. */
function allowed(
  simulation: Simulation,
  { trace }: Watched,
  reached: readonly Tracked[],
): readonly string[] {
  const labels = reached.flatMap((tracked) => {
    const silent = new Set(
      silentSteps(simulation, trace, tracked).flatMap(({ transitions }) => transitions),
    );
    return simulation.alphabet(tracked.state).flatMap((event) => {
      if (!("task" in event) || event.task !== trace.task || fates.has(event.type)) return [];
      const taken = simulation.step(tracked.state, event);
      if (taken === null || taken.transitions.every((key) => silent.has(key))) return [];
      return [simulation.label(event)];
    });
  });
  return [...new Set(labels)];
}

/** What happens to a task; it does not do it. */
const fates: ReadonlySet<string> = new Set(["sigkill", "oops"]);
