import type { Layout } from "../memory/layout.ts";
import type { NodeConfig } from "./chart-config.ts";
/** A change to the model, made before it is composed. */
export interface Edit {
    /** Changes the configuration of the literals, in place: all doors, regions and the root in one. */
    readonly chart?: (literal: NodeConfig) => void;
    /** Replaces actions by name. */
    readonly actions?: (layout: Layout) => Record<string, unknown>;
    /** Replaces guards by name. */
    readonly guards?: (layout: Layout) => Record<string, unknown>;
}
/** A named wrong version of the model, to see that a property notices. */
export interface Mutant extends Edit {
    /** What is wrong in it. */
    readonly breaks: string;
}
type ChartEdit = (literal: NodeConfig) => void;
/**
 * The operators below change one transition, named as in coverage reports: the path of its state,
 * the event type (`always` for none) and its position, `"call.admitted kexec_trylock 0"`.
 *
 * @throws RangeError when there is no such transition: the mutant is out of date
 */
export declare function remove(place: string): ChartEdit;
/** Exchanges a transition and the next one, so that the later guard is asked first. */
export declare function exchangeWithNext(place: string): ChartEdit;
export declare function negateGuard(place: string): ChartEdit;
export declare function dropGuard(place: string): ChartEdit;
export declare function setGuard(place: string, guard: string): ChartEdit;
export declare function retarget(place: string, target: string): ChartEdit;
/** Retargets to a state by its path in the literals, wherever it stands. */
export declare function retargetTo(place: string, path: string): ChartEdit;
export declare function setActions(place: string, ...actions: readonly unknown[]): ChartEdit;
/** Drops one action by its name. */
export declare function dropAction(place: string, name: string): ChartEdit;
/** Drops one action by its position. */
export declare function dropActionAt(place: string, at: number): ChartEdit;
/** Exchanges an action and the next one. */
export declare function exchangeActions(place: string, at: number): ChartEdit;
/** Gives other params to one action. */
export declare function setParams(place: string, at: number, params: object): ChartEdit;
export {};
