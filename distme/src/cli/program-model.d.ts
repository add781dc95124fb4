import { type Command } from "commander";
import { type Done } from "./options.ts";
/** The commands that look at the model: check, explain, diff. */
export declare function addModelCommands(program: Command, done: Done): void;
