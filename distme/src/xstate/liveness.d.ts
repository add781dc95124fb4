import type { Explored } from "../checker/exploration.ts";
import type { Mark } from "../checker/model.ts";
import type { MachineModel } from "./machine-model.ts";
import type { Liveness, StateView } from "./property.ts";
import { type Verdict } from "./verdict.ts";
/** What a liveness property asks of every state while the search runs. */
export declare function markOf<C, E>(property: Liveness<C, E>): Mark<StateView<C>>;
/** Judges the liveness properties on the graph of a complete search. */
export declare function livenessVerdicts<C, E>(properties: readonly Liveness<C, E>[], explored: Explored<E>, machine: MachineModel<C, E>): Verdict<C, E>[];
