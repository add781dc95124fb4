import { type AnyStateMachine, setup } from "xstate";
import { checkMachine } from "../../src/xstate/check.ts";
import type { CheckOptions, EventLike } from "../../src/xstate/options.ts";

export type Options = Partial<CheckOptions<unknown, EventLike>>;

/** `key taken/yes/no` of every transition, taken only where it has no guard. */
export function transitions(machine: AnyStateMachine, types: string, rest: Options = {}): string[] {
  const { coverage } = check(machine, types, rest);
  return coverage.transitions.map(({ key, taken, guarded, guardTrue, guardFalse }) =>
    guarded ? `${key}: ${taken}/${guardTrue}/${guardFalse}` : `${key}: ${taken}`,
  );
}

/** `path entered` of every node. */
export function entered(machine: AnyStateMachine, types: string): string[] {
  return check(machine, types).coverage.nodes.map(
    ({ path, entered }) => `${path || "root"} ${entered}`,
  );
}

export function check(machine: AnyStateMachine, types: string, rest: Options = {}) {
  const events = types.split(" ").map((type) => ({ type }));
  return checkMachine<unknown, EventLike>(machine, { events, deadlock: false, ...rest });
}

export const yes = () => true;
export const no = () => false;
export const { createMachine } = setup({ guards: { yes, no } });
