import type { Explored, ExploreOptions } from "./exploration.ts";
import { type Model } from "./model.ts";
/**
 * Explores every reachable state of a model, breadth first, and judges every check.
 *
 * Paths are shortest and the same in every run. The search does not go on behind a state or step
 * that breaks a check with `continues: false`; then, or when a limit is hit, `incomplete` says so.
 *
 * @throws ModelError when the model itself throws
 */
export declare function explore<Action, View = Int32Array>(model: Model<Action, View>, options?: ExploreOptions<Action, View>): Explored<Action>;
