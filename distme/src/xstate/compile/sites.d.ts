import { type AnyStateMachine } from "xstate";
import type { ChartNode } from "../chart.ts";
import { type WordName } from "./active.ts";
import { type Code } from "./code.ts";
import type { FlatChart } from "./regions.ts";
/** How generated text speaks of the event that is being taken. */
export interface EventText {
    /** The event itself; null where only the running search knows it. */
    readonly known: unknown;
    /** An expression that is the number of the event. */
    readonly index: string;
}
/** Which of the two state buffers a question is about. */
export interface Side {
    readonly words: WordName;
    /** `cur`: the state that a step begins in; `next`: the one that it is making. */
    readonly buffer: "cur" | "next";
}
/** What an action does to a state, as text, and what must be known of it. */
export interface ActionCode {
    readonly text: string;
    /** Whether XState makes a new snapshot of it, so that eventless transitions are asked again. */
    readonly changes: boolean;
}
/** Functions, parameters and events that generated text refers to by number. */
export interface Sites {
    readonly guards: readonly GuardSite[];
    readonly actions: readonly ActionSite[];
    readonly params: readonly unknown[];
    /** The alphabet, and behind it what the chart raises itself. */
    readonly events: readonly unknown[];
}
/** A guard as the machine implements it. */
export interface GuardSite {
    readonly name: string;
    readonly implementation: (...args: never[]) => unknown;
    /** The same question over bytes, where the machine offers it. */
    readonly ask: ((...args: never[]) => unknown) | null;
    readonly params: unknown;
}
/** An `assign` as the machine implements it. */
export interface ActionSite {
    readonly name: string;
    readonly assignment: unknown;
    /** The same change over bytes, in place, where the machine offers it. */
    readonly step: ((...args: never[]) => void) | null;
    readonly params: unknown;
}
/** How contexts are held: as bytes of the state, as a number, or not at all. */
export type ContextKind = "layout" | "interned" | "constant";
/** Turns guards and actions into text, and collects what the text refers to. */
export declare class SiteCollector {
    #private;
    constructor(flat: FlatChart, machine: AnyStateMachine, options: {
        readonly kind: ContextKind;
        /** The context of a machine that never assigns. */
        readonly context: unknown;
        readonly events: readonly unknown[];
    });
    get sites(): Sites;
    /** Numbers of the events that the chart itself raises, as far as they are known by now. */
    raisedFrom(first: number): {
        readonly index: number;
        readonly event: unknown;
    }[];
    /** The number of an event that the chart raises. */
    raise(event: {
        readonly type: string;
    }): number;
    /** What a guard says whatever the state is; null when that depends on it. */
    constantOf(guard: unknown, event: unknown): boolean | null;
    guard(guard: unknown, of: ChartNode, at: {
        readonly side: Side;
        readonly event: EventText;
    }): Code;
    /** null: the action does nothing to a state. */
    action(action: unknown, of: ChartNode, at: {
        readonly side: Side;
        readonly event: EventText;
    }): ActionCode;
}
