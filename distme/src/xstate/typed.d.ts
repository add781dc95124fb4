import type { AnyStateMachine, ContextFrom, EventFrom } from "xstate";
import * as engine from "./check.ts";
import type { CheckOptions } from "./options.ts";
/** An event of a clock or actor, see `environmentAsEvents`; a machine's own types do not name it. */
export interface EnvironmentEvent {
    readonly type: `xstate.${string}`;
    readonly output?: unknown;
    readonly error?: unknown;
    readonly snapshot?: unknown;
}
/** What a machine can be sent. */
export type MachineEvent<M extends AnyStateMachine> = EventFrom<M> | EnvironmentEvent;
/** What a check needs to know beside the machine, typed by the machine. */
export type MachineOptions<M extends AnyStateMachine> = CheckOptions<ContextFrom<M>, MachineEvent<M>>;
/** What a check of a machine found. */
export type MachineResult<M extends AnyStateMachine> = engine.CheckResult<ContextFrom<M>, MachineEvent<M>>;
/**
 * Explores every reachable state of an XState v5 machine and judges its properties.
 *
 * The search is breadth first, exhaustive and exact: states are compared without hashing loss,
 * traces are shortest, and a limit that is hit gives `unknown`, never `holds`.
 *
 * The context must consist of JSON values and integer typed arrays, guards and actions must be pure,
 * and nothing may run beside the machine: `environmentAsEvents` makes events of clocks and actors.
 *
 * @example
 * const light = createMachine({
 *   initial: "red",
 *   states: { red: { on: { GO: "green" } }, green: { on: { STOP: "red" } } },
 * });
 * const { states, verdicts } = checkMachine(light, {
 *   events: [{ type: "GO" }, { type: "STOP" }],
 *   properties: [sometimes("it is green", ({ configuration }) => configuration.has("green"))],
 * });
 * // states is 2, verdicts[0].outcome is "witnessed"
 *
 * @throws MachineError for a machine, event, guard or action that cannot be checked; the message
 *   names the state and the event, says what to change, and ends with the way there
 */
export declare function checkMachine<M extends AnyStateMachine>(machine: M, options: MachineOptions<M>): MachineResult<M>;
