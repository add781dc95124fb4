import { type Theme } from "./state.ts";
/** What a reboot into the loaded image does to memory, and that it happens. */
export declare const reboots: Theme;
