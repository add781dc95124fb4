import { type Theme } from "./state.ts";
/** The error that a call returns, and what it means. */
export declare const results: Theme;
