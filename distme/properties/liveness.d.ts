import type { KexecEvent } from "../machines/events.ts";
import { type Layout } from "../src/memory/layout.ts";
import type { FairnessAssumption } from "../src/xstate/property.ts";
import { type Theme } from "./state.ts";
/** No task is put off for ever in the middle of its call. */
export declare function everyTaskGoesOn(layout: Layout): FairnessAssumption<KexecEvent>[];
/** What comes to an end, and what may not. */
export declare const liveness: Theme;
