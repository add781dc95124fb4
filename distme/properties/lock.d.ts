import { type Theme } from "./state.ts";
/** The one lock, and the sysctl that closes the door. */
export declare const lock: Theme;
