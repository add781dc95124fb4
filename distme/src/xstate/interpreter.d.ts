import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import { type Chart, type ChartNode } from "./chart.ts";
import { type Configuration } from "./configuration.ts";
import { type Started } from "./coverage.ts";
import type { MachineModel } from "./machine-model.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import type { StateView } from "./property.ts";
/** One step as XState takes it. */
export interface InterpretedStep<C> {
    /** The number of the event. */
    readonly index: number;
    /** XState's state value behind it. */
    readonly value: unknown;
    readonly context: C;
}
/** Makes a model of a machine in which XState's own pure step computes every step. */
export declare function interpret<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>, why?: string | null): MachineModel<C, E>;
/**
 * Takes steps of any XState v5 machine; XState's own pure step is the semantics.
 *
 * A state is one word for the configuration and the words of the context. An event that takes no
 * transition is not a step.
 */
export declare class Interpreter<C, E extends EventLike> {
    #private;
    readonly chart: Chart;
    readonly initial: readonly AnyMachineSnapshot[];
    /** @throws MachineError for a machine that cannot be explored; the message names the node */
    constructor(machine: AnyStateMachine, options: CheckOptions<C, E>);
    /** What starting the machine did, for the coverage. */
    get started(): Started;
    machineModel(why: string | null): MachineModel<C, E>;
    /** The active nodes of a snapshot. */
    nodesOf(snapshot: AnyMachineSnapshot): readonly ChartNode[];
    /** Hands over a start's context. @throws MachineError naming the state when it cannot be stored */
    encodeContext(snapshot: AnyMachineSnapshot, encode: (context: C) => void): void;
    isTerminal(view: StateView<C>): boolean;
    /** Every step of a state of a machine without history, uncounted. */
    expand(from: Configuration, context: C): InterpretedStep<C>[];
}
