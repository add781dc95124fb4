import type { AnyStateMachine } from "xstate";
import { type MachineOptions } from "./xstate/typed.ts";
/**
 * Makes a test case of every property of a machine, and two more: that no state is a deadlock, and
 * that every state was seen. The search runs once, when the first of them does.
 *
 * A property that is expected to be violated passes while it is, and fails when it holds: then the
 * bug is gone, and the property can say so.
 *
 * @param machine the machine; see `environmentAsEvents` for one with delays or actors
 * @param options as for `checkMachine`
 */
export declare function testMachine<M extends AnyStateMachine>(machine: M, options: MachineOptions<M>): void;
