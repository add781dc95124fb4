import type { AnyStateMachine } from "xstate";
import type { StateGraph } from "../checker/graph.ts";
import type { Limits } from "../checker/model.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import type { StateView } from "./property.ts";
/** The whole graph of a machine, with the means to read its states and events. */
export interface ExploredGraph<C, E> {
    readonly graph: StateGraph;
    /** Valid until the next call. */
    readonly view: (state: number) => StateView<C>;
    /** The event of an edge. */
    readonly event: (edge: number) => E;
}
/**
 * Explores a machine and keeps its graph.
 *
 * @returns null when a limit was hit before every state was seen
 * @throws ModelError when a guard or an action throws
 */
export declare function exploreGraph<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>, limits?: Limits): ExploredGraph<C, E> | null;
