import type { AnyStateMachine } from "xstate";
import { type Exploration, explore, type Incomplete, ModelError } from "../checker/explore.ts";
import type { Check, Judgement } from "../checker/model.ts";
import { type Path, ReplayError } from "../checker/trace.ts";
import type { Coverage } from "./coverage.ts";
import { MachineError } from "./errors.ts";
import { interpret, type MachineModel } from "./interpreter.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import { expectedToHold, type Property, type StateView } from "./property.ts";

/** What is known of a property after a search. */
export type Outcome =
  /** No violation in any reachable state. */
  | "holds"
  /** A violation was found; the trace leads to it. */
  | "violated"
  /** A witness of a `sometimes` was found; the trace leads to it. */
  | "witnessed"
  /** The search was complete and found no witness. */
  | "unwitnessed"
  /** No violation, but `when` was never true: the property said nothing. */
  | "vacuous"
  /** The search is incomplete and found neither. */
  | "unknown";

export interface Verdict<C, E> {
  readonly property: Property<C, E>;
  readonly outcome: Outcome;
  /** States, or steps, on which `when` was true. */
  readonly applied: number;
  /** A shortest run to the violation or witness. */
  readonly trace: Trace<C, E> | null;
}

/** A run that a person can follow, step by step. */
export interface Trace<C, E> {
  readonly initial: TraceState<C>;
  readonly steps: readonly { readonly event: E; readonly state: TraceState<C> }[];
}

export interface TraceState<C> {
  /** XState's state value. */
  readonly value: unknown;
  /** Paths of the active atomic state nodes. */
  readonly leaves: readonly string[];
  readonly context: C;
}

export interface CheckResult<C, E> {
  /** Distinct states (symmetry classes when `canonical` is given). */
  readonly states: number;
  /** Enabled (state, event) pairs. */
  readonly transitions: number;
  /** Breadth-first levels, the initial state being level 1. */
  readonly depth: number;
  readonly levels: readonly number[];
  readonly verdicts: readonly Verdict<C, E>[];
  /** States without successors that are not declared terminal, and a shortest way to one. */
  readonly deadlocks: number;
  readonly deadlock: Trace<C, E> | null;
  readonly coverage: Coverage;
  /** null: every reachable state was seen. */
  readonly incomplete: Incomplete;
  /** What to change when a limit was hit: which part of the context has the most values. */
  readonly growth: string | null;
  /** How contexts were stored. */
  readonly engine: "layout" | "interned";
}

/**
 * Explores every reachable state of an XState v5 machine and judges its properties.
 *
 * The search is breadth first, exhaustive and exact: states are compared without hashing loss,
 * traces are shortest, and a limit that is hit gives `unknown`, never `holds`.
 *
 * @example
 * const light = createMachine({
 *   initial: "red",
 *   states: { red: { on: { GO: "green" } }, green: { on: { STOP: "red" } } },
 * });
 * checkMachine(light, { events: [{ type: "GO" }, { type: "STOP" }] }).states; // 2
 *
 * @throws MachineError for a machine, event, guard or action that cannot be checked; the message
 *   names the state and the event
 */
export function checkMachine<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
): CheckResult<C, E> {
  refuseDuplicates(options.properties ?? []);
  const interpreted = interpret<C, E>(machine, options);
  const exploration = run(interpreted, options);
  const { states, transitions, depth, levels, incomplete, deadlocks } = exploration;
  const limited = incomplete === "states" || incomplete === "time" || incomplete === "depth";
  return {
    states,
    transitions,
    depth,
    levels,
    verdicts: (options.properties ?? []).map((property) =>
      verdictOf(property, exploration, interpreted),
    ),
    deadlocks: options.deadlock === false ? 0 : deadlocks,
    deadlock:
      options.deadlock === false || !exploration.deadlock
        ? null
        : traceOf(exploration.deadlock, interpreted),
    coverage: interpreted.coverage.result(),
    incomplete,
    growth: limited && interpreted.codec.kind === "interned" ? interpreted.codec.growth() : null,
    engine: interpreted.codec.kind,
  };
}

function run<C, E extends EventLike>(
  interpreted: MachineModel<C, E>,
  options: CheckOptions<C, E>,
): Exploration<E> {
  try {
    return explore(interpreted.model, {
      checks: (options.properties ?? []).map((property) => checkOf(property)),
      ...(options.limits && { limits: options.limits }),
      ...(options.onProgress && { onProgress: options.onProgress }),
      onExplored: interpreted.stopCounting,
    });
  } catch (error) {
    if (error instanceof ReplayError) throw new MachineError(error.message, { cause: error });
    if (!(error instanceof ModelError)) throw error;
    throw new MachineError(`${error.message}${wayTo(error.path)}`, { cause: error });
  }
}

function wayTo(path: Path<unknown> | null): string {
  if (!path) return "";
  const way = path.steps.map(({ action }) => JSON.stringify(action)).join(" ");
  return `\nreached by: ${way || "the initial state"}`;
}

/** Verdicts are found by name, so that two properties of one name would share a verdict. */
function refuseDuplicates(properties: readonly { readonly name: string }[]): void {
  const seen = new Set<string>();
  for (const { name } of properties) {
    if (seen.has(name)) {
      throw new MachineError(`expected properties with different names, got "${name}" twice`);
    }
    seen.add(name);
  }
}

/** A property over states and events, as the engine evaluates it. */
function checkOf<C, E>(property: Property<C, E>): Check<E, StateView<C>> {
  const { name } = property;
  const continues = property.kind === "sometimes" || !expectedToHold(property);
  if (property.kind === "alwaysStep") {
    const { when, holds } = property;
    return { kind: "alwaysStep", name, continues, judge: (step) => judge(step, when, holds) };
  }
  const { kind, holds } = property;
  const when = property.kind === "always" ? property.when : undefined;
  return { kind, name, continues, judge: (state) => judge(state, when, holds) };
}

function judge<T>(
  subject: T,
  when: ((subject: T) => boolean) | undefined,
  holds: (subject: T) => boolean,
): Judgement {
  if (when && !when(subject)) return "none";
  return holds(subject) ? "good" : "bad";
}

function verdictOf<C, E extends EventLike>(
  property: Property<C, E>,
  exploration: Exploration<E>,
  interpreted: MachineModel<C, E>,
): Verdict<C, E> {
  const finding = exploration.findings.get(property.name);
  const applied = finding?.applied ?? 0;
  const trace = finding?.path ? traceOf(finding.path, interpreted) : null;
  return { property, outcome: outcomeOf(property, exploration, applied), applied, trace };
}

function outcomeOf<C, E>(
  property: Property<C, E>,
  exploration: Exploration<E>,
  applied: number,
): Outcome {
  const found = exploration.findings.get(property.name)?.path != null;
  if (property.kind === "sometimes") {
    if (found) return "witnessed";
    return exploration.incomplete ? "unknown" : "unwitnessed";
  }
  if (found) return "violated";
  if (exploration.incomplete) return "unknown";
  return applied === 0 ? "vacuous" : "holds";
}

function traceOf<C, E extends EventLike>(
  path: Path<E>,
  interpreted: MachineModel<C, E>,
): Trace<C, E> {
  const stateOf = (words: Int32Array): TraceState<C> => {
    const { context, configuration } = interpreted.model.view(words.slice());
    return { value: configuration.value, leaves: configuration.leaves, context };
  };
  return {
    initial: stateOf(path.initial),
    steps: path.steps.map(({ action, state }) => ({ event: action, state: stateOf(state) })),
  };
}
