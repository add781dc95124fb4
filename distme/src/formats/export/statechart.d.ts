import type { AnyStateMachine, AnyStateNode } from "xstate";
import { type Guard, type Named } from "./guard.ts";
/**
 * A statechart as other tools understand one: states in states, arrows with a label, and nothing
 * that has to be run. Every format of this folder is written from it, and read back into it by the
 * tests.
 */
export interface Statechart {
    /** A C identifier. */
    readonly name: string;
    readonly description: string;
    /** The chart itself; no transition leads to it. */
    readonly root: ChartState;
    /** Every state but the root, in document order: a parent stands before its children. */
    readonly states: readonly ChartState[];
    /** In document order, and for one state and event in the order in which guards are asked. */
    readonly transitions: readonly ChartArrow[];
}
export interface ChartState {
    /** A C identifier, and so an NCName; unique in its chart. */
    readonly id: string;
    /** Keys from the root, joined with dots; the root's path is empty. */
    readonly path: string;
    readonly key: string;
    readonly kind: "atomic" | "compound" | "parallel" | "final" | "history";
    /** How much a history state remembers; null for every other. */
    readonly history: "shallow" | "deep" | null;
    readonly parent: ChartState | null;
    readonly children: readonly ChartState[];
    /** What is entered first: children of a compound state, where a history state leads at first. */
    readonly initial: readonly ChartState[];
    readonly entry: readonly Named[];
    readonly exit: readonly Named[];
    readonly description: string;
    readonly tags: readonly string[];
    /** What else the machine says of it: where it comes from, what holds in it. */
    readonly meta: Meta;
}
type Meta = Readonly<Record<string, unknown>>;
export interface ChartArrow {
    /** `path eventType position`; `always` for no event. */
    readonly key: string;
    readonly source: ChartState;
    /** Empty where the transition stays in its state, and enters nothing anew. */
    readonly targets: readonly ChartState[];
    /** Null for a transition that is taken without one. */
    readonly event: string | null;
    readonly guard: Guard | null;
    readonly actions: readonly Named[];
    /** Whether a target inside the source, or the source itself, is entered from outside. */
    readonly reenter: boolean;
    readonly description: string;
    readonly meta: Meta;
}
/** What an export leaves out of a machine, or calls otherwise. */
export interface Reading {
    readonly name: string;
    readonly pathOf: (node: AnyStateNode) => string;
    readonly guardOf: (guard: unknown, eventType: string) => unknown;
    readonly hasState: (path: string) => boolean;
    readonly hasTransition: (key: string) => boolean;
}
/** Reads the states and transitions of a machine. It runs no guard and no action. */
export declare function readStatechart(machine: AnyStateMachine, reading?: Partial<Reading>): Statechart;
/** Whether `ancestor` contains `state`; a state does not contain itself. */
export declare function isInside(ancestor: ChartState, state: ChartState): boolean;
/** A text as a C identifier. */
export declare function identifier(text: string): string;
export {};
