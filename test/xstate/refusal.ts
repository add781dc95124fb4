import { type AnyStateMachine, createMachine } from "xstate";
import { checkMachine } from "../../src/xstate/check.ts";
import { MachineError } from "../../src/xstate/errors.ts";
import type { CheckOptions, EventLike } from "../../src/xstate/options.ts";

export type Options = Partial<CheckOptions<Record<string, unknown>, EventLike>>;

/** The message of the MachineError that a check of `machine` with the event `go` ends with. */
export function refusal(machine: AnyStateMachine, rest: Options = {}): string {
  try {
    checkMachine<Record<string, unknown>, EventLike>(machine, {
      events: [{ type: "go" }],
      ...rest,
    });
  } catch (error) {
    if (error instanceof MachineError) return error.message;
    throw error;
  }
  throw new Error("expected a MachineError");
}

/** A machine that goes from `ready` with `go`, through one action, and waits there for ever. */
export function acting(actions: unknown, context: Record<string, unknown> = {}): AnyStateMachine {
  return createMachine({
    context,
    initial: "ready",
    states: { ready: { on: { go: { actions: actions as never } } } }, // as never: any action at all
  });
}

/** What every message about a step says, whatever the cause. */
export const step = /state "ready", event {"type":"go"}/;
