import { type Layout } from "../memory/layout.ts";
import type { KexecState } from "../model/simulation.ts";
/** Why a state is no place for a test to end, or null when it is one. */
export declare function reasonToGoOn(layout: Layout, state: KexecState): string | null;
/** What is under way in a state: a jump, a call, a panic; or null. */
export declare function underWay(layout: Layout, state: KexecState): string | null;
/** Whether a test may end in a state: nothing is under way, and nothing is left that could go. */
export declare function mayEnd(layout: Layout, state: KexecState): boolean;
