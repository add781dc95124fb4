import { type Theme } from "./state.ts";
/** Load limits, the size of the crash region, and hotplug events. */
export declare const settings: Theme;
