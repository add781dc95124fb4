import { type Theme } from "./state.ts";
/** What becomes of the images that a call allocates and displaces. */
export declare const images: Theme;
