import type { Command } from "commander";
/** The commands that a shell completes command lines with. */
export declare function addCompletion(program: Command): void;
