import { type Command } from "commander";
import { type Done } from "./options.ts";
/** The command that shows everything: view. */
export declare function addViewCommand(program: Command, done: Done): void;
