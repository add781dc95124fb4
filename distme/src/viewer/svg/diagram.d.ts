import type { AnyStateMachine, AnyStateNode } from "xstate";
import { type Result } from "./names.ts";
/** What a drawing of a statechart says, without any size or place. */
export interface Diagram {
    /** The machine itself: its key is the machine's id. */
    readonly root: DiagramState;
    /** Every state but the root, in document order; a parent stands before its children. */
    readonly states: readonly DiagramState[];
    /** In document order, and for one state and event in the order in which guards are asked. */
    readonly transitions: readonly DiagramTransition[];
}
export interface DiagramState {
    /** Keys from the root, joined with dots; the root's path is empty. */
    readonly path: string;
    readonly key: string;
    readonly kind: "atomic" | "compound" | "parallel" | "final" | "history";
    readonly parent: DiagramState | null;
    readonly children: readonly DiagramState[];
    /** Place in the document; the root is 0. */
    readonly order: number;
    /** 0 for the children of the root. */
    readonly depth: number;
    /** The child that is entered first; null where there is no choice to mark. */
    readonly initial: DiagramState | null;
    readonly description: string;
    /** Whether it is left at once, by a transition that is always taken. */
    readonly transient: boolean;
    /** Where the state comes from: `meta.source`, or the empty string. */
    readonly source: string;
}
export interface DiagramTransition {
    /** `path eventType position`, as coverage reports have it; `always` for no event. */
    readonly key: string;
    readonly source: DiagramState;
    /** Null where the transition stays in its state. */
    readonly target: DiagramState | null;
    /** As it is shown; the empty string for a transition that is always taken. */
    readonly event: string;
    /** As it is shown, without brackets; null where the transition is not guarded. */
    readonly guard: string | null;
    /** Whether it is what happens when the guards before it do not hold. */
    readonly otherwise: boolean;
    /** What the transition decides that the call returns, if it does. */
    readonly result: Result | null;
    /** The other actions that have a name. */
    readonly actions: readonly string[];
}
/** What a drawing calls states and guards, where that is not what the machine calls them. */
export interface Naming {
    readonly ofState: (node: AnyStateNode) => StateNames;
    /** The part of a guard that is shown; undefined for none. */
    readonly ofGuard: (guard: unknown) => unknown;
}
/** What a state is called, and what is said of it. */
export type StateNames = Pick<DiagramState, "path" | "key" | "description">;
/** Reads the states and transitions of a machine. It runs no guard and no action. */
export declare function readDiagram(machine: AnyStateMachine, naming?: Naming): Diagram;
/** Whether `ancestor` contains `state`; a state does not contain itself. */
export declare function contains(ancestor: DiagramState, state: DiagramState): boolean;
/** The innermost state that contains both, neither of them included. */
export declare function commonParent(one: DiagramState, other: DiagramState): DiagramState | null;
