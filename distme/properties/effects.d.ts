import { type Theme } from "./state.ts";
/** That a step has done what it is there for. */
export declare const effects: Theme;
