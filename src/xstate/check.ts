import type { AnyStateMachine } from "xstate";
import { ModelError } from "../checker/errors.ts";
import {
  type Exploration,
  type Explored,
  type Incomplete,
  isLimit,
} from "../checker/exploration.ts";
import { explore } from "../checker/explore.ts";
import type { Check, Judgement } from "../checker/model.ts";
import type { Statistics } from "../checker/statistics.ts";
import { type Path, ReplayError, type StoredStates } from "../checker/trace.ts";
import { propertyError } from "./advice.ts";
import { compileMachine } from "./compile/compiled.ts";
import type { Coverage } from "./coverage.ts";
import { MachineError, OrderOfEntryError, UnsupportedError } from "./errors.ts";
import { explosionOf } from "./explosion.ts";
import { interpret } from "./interpreter.ts";
import { livenessVerdicts, markOf } from "./liveness.ts";
import type { EngineReport, MachineModel } from "./machine-model.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import {
  expectedToHold,
  isLiveness,
  type Liveness,
  type Property,
  type Safety,
  type StateView,
} from "./property.ts";
import { safetyVerdict, type Trace, traceOf, type Verdict } from "./verdict.ts";

export type { Outcome, Trace, TraceState, Verdict } from "./verdict.ts";

export interface CheckResult<C, E> {
  /** Distinct states (symmetry classes when `canonical` or `symmetry` is given). */
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
  /** Why there are so many states; computed when a limit was hit, or when it was asked for. */
  readonly statistics: Statistics | null;
  /** How steps were computed and contexts were stored. */
  readonly engine: EngineReport;
  /** What a reader should know of the search: a symmetry that was not used, and why. */
  readonly notes: readonly string[];
  /** Bytes of states, table and edges at the end. */
  readonly bytes: number;
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
  try {
    return checkPrepared(prepare(machine, options));
  } catch (error) {
    return checkPrepared(interpretInstead(machine, options, error));
  }
}

function checkPrepared<C, E extends EventLike>(prepared: Prepared<C, E>): CheckResult<C, E> {
  const { options } = prepared;
  const explored = run(prepared.model, prepared.used);
  const live: readonly Liveness<C, E>[] = (options.properties ?? []).filter(isLiveness);
  return resultOf(prepared, explored, judgedLive(live, explored, prepared.model));
}

function judgedLive<C, E extends EventLike>(
  ...asked: Parameters<typeof livenessVerdicts<C, E>>
): ReturnType<typeof livenessVerdicts<C, E>> {
  try {
    return livenessVerdicts(...asked);
  } catch (error) {
    throw machineError(error); // a symmetry that is none shows when a run is replayed
  }
}

/** A machine made ready for a search. */
export interface Prepared<C, E extends EventLike> {
  readonly options: CheckOptions<C, E>;
  /** The options without what the properties forbid. */
  readonly used: CheckOptions<C, E>;
  readonly notes: readonly string[];
  readonly model: MachineModel<C, E>;
}

export function prepare<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
): Prepared<C, E> {
  refuseDuplicates(options.properties ?? []);
  const { used, notes } = usableSymmetry(options);
  return { options, used, notes, model: modelOf<C, E>(machine, used) };
}

/** Puts together what a search found. */
export function resultOf<C, E extends EventLike>(
  { options, notes, model }: Prepared<C, E>,
  explored: Exploration<E> & { readonly store: StoredStates },
  judged: readonly Verdict<C, E>[],
): CheckResult<C, E> {
  const { states, transitions, depth, levels, incomplete, deadlocks, bytes } = explored;
  const limited = isLimit(incomplete);
  const shown = options.deadlock === false ? null : explored.deadlock;
  return {
    states,
    transitions,
    depth,
    levels,
    verdicts: (options.properties ?? []).map(
      (property) =>
        judged.find((one) => one.property === property) ?? safetyVerdict(property, explored, model),
    ),
    deadlocks: options.deadlock === false ? 0 : deadlocks,
    deadlock: shown && traceOf(shown, model),
    coverage: model.coverage(),
    incomplete,
    growth: limited && model.codec.kind === "interned" ? model.codec.growth() : null,
    statistics:
      limited || options.statistics ? explosionOf(model, explored, options.variables) : null,
    engine: model.engine,
    notes,
    bytes,
  };
}

/** The machine compiled, or interpreted by XState where it cannot be or must not be. */
export function modelOf<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
): MachineModel<C, E> {
  refuseTwoStarts(options);
  if (options.engine === "interpreter") return interpret(machine, options);
  try {
    return compileMachine(machine, options);
  } catch (error) {
    if (!(error instanceof UnsupportedError) || options.engine === "compiled") throw error;
    if (options.symmetry) throw error; // only the compiled engine knows regions
    return interpret(machine, options, error.message);
  }
}

/**
 * The same search once more with XState's own steps, when the compiled ones came to what they do not
 * know.
 *
 * @param error what ended the first search
 * @throws the error itself, when it is another one, or no other engine will do
 */
export function interpretInstead<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
  error: unknown,
): Prepared<C, E> {
  const why = orderOfEntryIn(error);
  const bound = options.engine === "compiled" || options.symmetry || options.onCheckpoint;
  if (why === null || bound || options.resume) throw error;
  return { options, used: options, notes: [], model: interpret(machine, options, why.message) };
}

/** Whether the search came to a step that only XState knows; what says so, or null. */
export function orderOfEntryIn(error: unknown): OrderOfEntryError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof OrderOfEntryError) return at;
  }
  return null;
}

/** A search has one beginning; and a checkpoint does not say which it was. */
function refuseTwoStarts<C, E extends EventLike>(options: CheckOptions<C, E>): void {
  if (!options.from) return;
  const other = (["inputs", "resume", "onCheckpoint"] as const).find((name) => options[name]);
  if (other) throw new MachineError(`expected \`from\` alone, got it together with \`${other}\``);
}

/** Leaves out the symmetry of members where a property tells them apart. */
function usableSymmetry<C, E extends EventLike>(
  options: CheckOptions<C, E>,
): { readonly used: CheckOptions<C, E>; readonly notes: readonly string[] } {
  const { symmetry, ...rest } = options;
  const apart = (options.properties ?? []).find(
    (property) => property.tellsMembersApart || isLiveness(property),
  );
  if (!symmetry || !apart) return { used: options, notes: [] };
  const why = isLiveness(apart) ? "fairness tells members apart" : "it tells members apart";
  return { used: rest, notes: [`the symmetry of members is not used: ${apart.name} (${why})`] };
}

function run<C, E extends EventLike>(
  machine: MachineModel<C, E>,
  options: CheckOptions<C, E>,
): Explored<E> {
  const properties = options.properties ?? [];
  const { limits, onProgress, resume, onCheckpoint } = options;
  if (resume || onCheckpoint) refuseUnsaved(machine, options);
  const { references } = machine.codec;
  try {
    return explore(references ? { ...machine.model, references } : machine.model, {
      checks: checksOf(properties),
      marks: properties.filter(isLiveness).map((property) => markOf(property)),
      ...(limits && { limits }),
      ...(onProgress && { onProgress }),
      ...(resume && { resume }),
      ...(onCheckpoint && { onCheckpoint }),
      onExplored: machine.stopCounting,
    });
  } catch (error) {
    throw machineError(error);
  }
}

/** Only numbers that a checkpoint holds, too, mean the same when the search goes on. */
function refuseUnsaved<C, E extends EventLike>(
  { engine }: MachineModel<C, E>,
  { symmetry }: CheckOptions<C, E>,
): void {
  if (engine.steps === "interpreter") {
    const why = engine.why ?? "the interpreter was asked for";
    throw new MachineError(`expected a compiled machine for a checkpoint: ${why}`);
  }
  if (symmetry?.permute && engine.contexts === "interned") {
    // which of the contexts of a class came first decides which one stands for it
    throw new MachineError("expected a context that is a layout, for a checkpoint with `permute`");
  }
}

/** What a search threw, as a user of the machine reads it. */
export function machineError(error: unknown): unknown {
  if (error instanceof ReplayError) return new MachineError(error.message, { cause: error });
  if (!(error instanceof ModelError)) return error;
  return new MachineError(`${error.message}${wayTo(error.path)}`, { cause: error });
}

/** The properties of states and steps, as the engine evaluates them. */
export function checksOf<C, E extends EventLike>(
  properties: readonly Property<C, E>[],
): Check<E, StateView<C>>[] {
  return properties.filter(isSafety).map((property) => checkOf(property));
}

function wayTo(path: Path<unknown> | null): string {
  if (!path) return "";
  const way = path.steps.map(({ action }) => JSON.stringify(action)).join(" ");
  return `\nreached by: ${way || "the initial state"}`;
}

function isSafety<C, E>(property: Property<C, E>): property is Safety<C, E> {
  return !isLiveness(property);
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
function checkOf<C, E extends EventLike>(property: Safety<C, E>): Check<E, StateView<C>> {
  const { name } = property;
  const continues = property.kind === "sometimes" || !expectedToHold(property);
  if (property.kind === "alwaysStep") {
    const { events } = property;
    return {
      kind: "alwaysStep",
      name,
      continues,
      judge: (step) => judge(step, property),
      ...(events && { concerns: ({ type }: E) => events.includes(type) }),
    };
  }
  return { kind: property.kind, name, continues, judge: (state) => judge(state, property) };
}

interface Claimed<T> {
  readonly name: string;
  readonly when?: ((subject: T) => boolean) | undefined;
  readonly holds: (subject: T) => boolean;
}

function judge<T>(subject: T, { name, when, holds }: Claimed<T>): Judgement {
  try {
    if (when && !when(subject)) return "none";
    return holds(subject) ? "good" : "bad";
  } catch (error) {
    throw propertyError(name, error);
  }
}
