import { type Command } from "commander";
import { type Done } from "./options.ts";
/** What suites can be made to cover. */
export declare const covers: readonly ["transitions", "pairs", "paths", "states", "hsi", "random"];
/** The command that makes suites: generate. */
export declare function addGenerate(program: Command, done: Done): void;
