import { type Theme } from "./state.ts";
/** kexec_file_load, which shares lock and slots with kexec_load. */
export declare const fileLoads: Theme;
