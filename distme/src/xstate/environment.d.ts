import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { EventLike } from "./options.ts";
/**
 * The same machine, in which clocks and invoked actors are part of the environment: that a delay
 * has passed, or that an actor is done or has failed, is an event like any other.
 *
 * The events have XState's own types: `xstate.after.<delay>.<state id>`, and for an actor
 * `xstate.done.actor.<id>` with `output`, `xstate.error.actor.<id>` with `error`, and
 * `xstate.snapshot.<id>` with `snapshot`. While its state is active such an event may come at any
 * moment, in any order, more than once, or never. So every order in which a real clock and real
 * actors can behave is explored, and some in which they cannot: a short delay may pass after a long
 * one. What is true of every state and step here is true of the real machine, too, as far as the
 * payloads that are tried stand for those that come; of a trace one should ask whether its times
 * are possible.
 *
 * @example
 * const machine = environmentAsEvents(createMachine({
 *   id: "light",
 *   initial: "red",
 *   states: { red: { after: { 1000: "green" } }, green: {} },
 * }));
 * eventsOf(machine); // [{ type: "xstate.after.1000.light.red" }]
 *
 * @returns the machine itself if it has neither
 * @omits actors that actions start (`spawn`, `spawnChild`) or write to (`sendTo`): they are refused
 *   when such an action is reached. An actor that fails where nothing handles it stops a real
 *   machine; here it is not tried.
 */
export declare function environmentAsEvents<M extends AnyStateMachine>(machine: M): M;
/** Whether a machine waits for clocks or actors of its own. */
export declare function hasEnvironment(node: AnyStateNode): boolean;
/**
 * One event, without a payload, for every event type that a machine handles.
 *
 * What the machine raises itself (`xstate.done.state...`) is not among them.
 *
 * @throws MachineError when it handles a wildcard: which events come is not known then
 */
export declare function eventsOf(machine: AnyStateMachine): EventLike[];
