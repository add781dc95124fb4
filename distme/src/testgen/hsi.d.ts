import { type Call, type CallMachine } from "./call-machine.ts";
import type { Criterion } from "./criteria.ts";
/**
 * Harmonized state identifiers, for as many states as the model has (HSI, m = n).
 *
 * Every call from every state in which nothing is under way, followed by all that tells the state
 * that it leads to from each other one. What can be seen without a call counts: states that look
 * different need no sequence. A kernel with no more such states than the model has, which passes the
 * suite, answers every sequence of these inputs as the model does.
 *
 * An item is a sequence of inputs from the initial state, `WORLD: INPUT > INPUT`; a run covers those
 * that it begins with.
 */
export declare const hsi: Criterion;
/** Each state and each call, with what tells the state behind it from the others. */
export declare function identifyingSequences(machine: CallMachine): (readonly Call[])[];
