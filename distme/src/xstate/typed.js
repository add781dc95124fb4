import * as engine from "./check.js";
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
export function checkMachine(machine, options) {
    return engine.checkMachine(machine, options);
}
//# sourceMappingURL=typed.js.map