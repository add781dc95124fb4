import type {
  AnyActorScope,
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyTransitionDefinition,
} from "xstate";
import { MachineError } from "./errors.ts";

/** What XState tells about one microstep while it computes a step. */
export interface RawMicrostep {
  readonly event: { readonly type: string };
  readonly transitions: readonly AnyTransitionDefinition[];
  /** The snapshot after it. */
  readonly snapshot: AnyMachineSnapshot;
}

/** An actor scope in which nothing runs, and that hears which transitions are taken. */
export interface InertScope {
  readonly scope: AnyActorScope;
  /** The microsteps since the last call of `clear`. */
  readonly microsteps: RawMicrostep[];
  readonly clear: () => void;
}

interface Inspection {
  readonly type: string;
  readonly event: { readonly type: string };
  readonly snapshot: AnyMachineSnapshot;
  readonly _transitions?: readonly AnyTransitionDefinition[];
}

interface Executable {
  readonly type: string;
  readonly params?: unknown;
  readonly exec?: unknown;
}

/** Built-in actions that the pure step carries out by itself, or that have no effect on a state. */
const harmless = new Set(["xstate.raise", "xstate.emit", "xstate.log"]);

/**
 * Makes the scope for XState's pure step.
 *
 * One scope serves every step: nothing of it ends up in a snapshot. Custom actions are not run
 * (the pure step never runs them); built-in actions that would start, stop or message an actor, or
 * wait, are refused.
 */
export function inertScope(): InertScope {
  const microsteps: RawMicrostep[] = [];
  const nothing = (): void => {};
  const scope = {
    self: {
      get system(): never {
        throw new MachineError("the machine starts an actor: expected a machine without actors");
      },
    },
    id: "checker",
    sessionId: "checker",
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: refuseActors,
    system: {
      _sendInspectionEvent: (inspection: Inspection) => {
        if (inspection.type !== "@xstate.microstep") return;
        const { event, snapshot, _transitions: transitions = [] } = inspection;
        microsteps.push({ event, transitions, snapshot });
      },
    },
  };
  return {
    scope: scope as unknown as AnyActorScope, // the members that the pure step touches
    microsteps,
    clear: () => {
      microsteps.length = 0;
    },
  };
}

function refuseActors(action: Executable): void {
  if (action.exec === undefined) {
    throw new MachineError(`the action "${action.type}" is not implemented`);
  }
  if (!action.type.startsWith("xstate.")) return;
  const delayed =
    typeof action.params === "object" &&
    action.params !== null &&
    "delay" in action.params &&
    action.params.delay !== undefined;
  if (!harmless.has(action.type) || delayed) {
    throw new MachineError(
      `the action ${action.type}${delayed ? " with a delay" : ""} acts outside the machine: ` +
        "expected assign, raise, emit or log",
    );
  }
}

/** The snapshot with another context; far cheaper than resolving a state anew. */
export function withContext(template: AnyMachineSnapshot, context: unknown): AnyMachineSnapshot {
  return { ...template, context } as AnyMachineSnapshot; // a snapshot is a plain object
}

/** A loop of `always` transitions becomes an error instead of a hang; older XStates cannot do that. */
export function boundedMicrosteps(machine: AnyStateMachine): AnyStateMachine {
  const copy = machine.provide({});
  const { options }: { readonly options?: object } = copy;
  if (!options)
    throw new MachineError("expected a machine of XState 5.31 or later, got an older one");
  if (copy.options.maxIterations === Infinity) copy.options.maxIterations = 10_000;
  return copy;
}
