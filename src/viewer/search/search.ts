import type { KexecContext, KexecEvent } from "../../../machines/events.ts";
import { kexecProperties } from "../../../properties/index.ts";
import { ModelError } from "../../checker/errors.ts";
import type { KexecModel } from "../../model/model.ts";
import { readChart } from "../../xstate/chart.ts";
import { type CheckResult, checkMachine } from "../../xstate/check.ts";
import type { CompiledModule } from "../../xstate/compile/module.ts";
import { MachineError, OtherModuleError } from "../../xstate/errors.ts";
import type { CheckOptions, GivenState } from "../../xstate/options.ts";
import type { Safety } from "../../xstate/property.ts";
import type { Subject } from "../subject.ts";
import { type Goal, GoalError, type GoalScope, goalProperty } from "./goal.ts";
import { subjectModel } from "./subject.ts";

/** What is searched, from where, for what, and how far; plain data. */
export interface SearchRequest {
  readonly subject: Subject;
  /** The state to begin in, as the model has it between two steps; null: where the machine starts. */
  readonly from: SearchStart | null;
  readonly goal: Goal;
  readonly limits: SearchLimits;
}

export interface SearchStart {
  /** XState's state value. */
  readonly value: unknown;
  readonly mem: Uint8Array;
}

export interface SearchLimits {
  readonly states: number;
  readonly time_ms: number;
}

/** How a search may be done. */
export interface SearchMeans {
  /** The machine as `emitModule` wrote it; it is left aside when it is another machine's. */
  readonly module: CompiledModule | null;
  /** Whether code may be made at run time, where there is no module. */
  readonly compiles: boolean;
  readonly onProgress?: (progress: SearchProgress) => void;
}

export interface SearchProgress {
  readonly states: number;
  readonly depth: number;
}

export type SearchResult = SearchFacts & SearchEnd;

export type SearchEnd =
  | {
      readonly outcome: "found";
      /** A shortest way, from where the search began; none when the goal is met there. */
      readonly events: readonly KexecEvent[];
    }
  /** Every state was seen: within the world there is no way. */
  | { readonly outcome: "none" }
  | { readonly outcome: "unknown"; readonly limit: LimitName };

/** What ended a search before it had seen everything. `model`: a mutant that breaks down. */
export type LimitName = "states" | "time" | "memory" | "model";

export interface SearchFacts {
  /** Distinct states seen, up to symmetry. */
  readonly states: number;
  /** Levels of the search; the state where it began is level 1. */
  readonly depth: number;
  readonly time_ms: number;
  readonly engine: "compiled" | "interpreter";
  /** What a reader should know of the search, one sentence each. */
  readonly notes: readonly string[];
}

/** As much as a page of a browser should take. */
const memoryMax_bytes = 1024 * 2 ** 20;

/**
 * Finds a shortest way to a goal: the same search as a check's, which ends at the first state, or
 * step, that meets the goal.
 *
 * @throws GoalError, RangeError or MachineError for a request that does not fit the model
 */
export function findPath(request: SearchRequest, means: SearchMeans): SearchResult {
  const began = performance.now();
  const model = subjectModel(request.subject);
  const goal = watched(goalProperty(scopeOf(model), request.goal));
  let seen: SearchProgress = { states: 0, depth: 0 };
  const options: Options = {
    ...model.options,
    properties: [goal.property],
    deadlock: false,
    limits: {
      statesMax: request.limits.states,
      timeMax_ms: request.limits.time_ms,
      memoryMax_bytes,
      stopped: goal.met,
    },
    onProgress: ({ states, depth }) => {
      seen = { states, depth };
      means.onProgress?.(seen);
    },
    ...(request.from && { from: startIn(model, request.from) }),
  };
  const found = byBestMeans(means, (engine) => {
    try {
      return foundIn(
        checkMachine<KexecContext, KexecEvent>(model.machine, { ...options, ...engine }),
      );
    } catch (error) {
      if (request.subject.mutant === null || !isModelError(error)) throw error;
      return { ...brokenDown(error), ...seen, engine: engine.engine };
    }
  });
  return { ...found, time_ms: performance.now() - began };
}

/** What a goal may speak of. */
export function scopeOf({ layout, machine }: KexecModel): GoalScope {
  return {
    layout,
    properties: kexecProperties(layout),
    paths: new Set(readChart(machine).nodes.map(({ path }) => path)),
  };
}

type Options = CheckOptions<KexecContext, KexecEvent>;
type Result = CheckResult<KexecContext, KexecEvent>;

/** What a search found, but for the time that it took. */
type Found = SearchEnd & Omit<SearchFacts, "time_ms">;

interface Engine {
  readonly engine: "compiled" | "interpreter";
  readonly module?: CompiledModule;
}

/** The search by the module, by code made now, or step by step. */
function byBestMeans({ module, compiles }: SearchMeans, run: (by: Engine) => Found): Found {
  const without = (): Found => run({ engine: compiles ? "compiled" : "interpreter" });
  if (!module) return without();
  try {
    return run({ engine: "compiled", module });
  } catch (error) {
    if (!(error instanceof OtherModuleError)) throw error;
    const found = without();
    return {
      ...found,
      notes: ["the compiled module is another machine's: not used", ...found.notes],
    };
  }
}

function foundIn(result: Result): Found {
  const { states, depth, engine, notes } = result;
  return { ...endOf(result), states, depth, engine: engine.steps, notes };
}

/** Whether a step failed: what a check does not meet, since it does not go on behind a violation. */
function isModelError(error: unknown): error is MachineError {
  return error instanceof MachineError && error.cause instanceof ModelError;
}

function brokenDown({ message }: MachineError): SearchEnd & { readonly notes: readonly string[] } {
  const [line = ""] = message.split("\n");
  const notes = [`the wrong model comes to where it cannot go on: ${line}`];
  return { outcome: "unknown", limit: "model", notes };
}

/** A property together with whether it has been met: then the search need not go on. */
function watched(property: Safety<KexecContext, KexecEvent>): {
  readonly property: Safety<KexecContext, KexecEvent>;
  readonly met: () => boolean;
} {
  let met = false;
  const watch =
    <T>(holds: (subject: T) => boolean, wanted: boolean) =>
    (subject: T): boolean => {
      const held = holds(subject);
      if (held === wanted) met = true;
      return held;
    };
  const end = { met: () => met };
  if (property.kind === "alwaysStep") {
    return { ...end, property: { ...property, holds: watch(property.holds, false) } };
  }
  const wanted = property.kind === "sometimes";
  return { ...end, property: { ...property, holds: watch(property.holds, wanted) } };
}

function startIn({ layout }: KexecModel, { value, mem }: SearchStart): GivenState<KexecContext> {
  if (mem.length !== layout.bytes) {
    throw new GoalError(`expected a state of ${layout.bytes} bytes, got ${mem.length}`);
  }
  return { value, context: { mem } };
}

function endOf({ verdicts, incomplete }: Result): SearchEnd {
  const trace = verdicts[0]?.trace;
  if (trace) return { outcome: "found", events: trace.steps.map(({ event }) => event) };
  if (incomplete === null) return { outcome: "none" };
  if (incomplete === "states" || incomplete === "time" || incomplete === "memory") {
    return { outcome: "unknown", limit: incomplete };
  }
  throw new Error(`expected a search that a limit ends, got one ended by ${incomplete}`);
}
