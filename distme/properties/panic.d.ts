import { type Theme } from "./state.ts";
/** What becomes of a machine that panics. */
export declare const panics: Theme;
