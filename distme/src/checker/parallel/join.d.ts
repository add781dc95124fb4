import type { Exploration } from "../exploration.ts";
import type { Model } from "../model.ts";
import { type StoredStates } from "../trace.ts";
import type { ThreadResult } from "./thread.ts";
/**
 * Puts together what the threads of one search found; the same as one thread would have found.
 *
 * @param onCounted called before the first replay, when counting coverage must end
 */
export declare function joined<Action>(model: Model<Action, unknown>, results: readonly ThreadResult[], onCounted: () => void): Exploration<Action> & {
    readonly store: StoredStates;
};
