import type { Command } from "commander";
import { type Done } from "./options.ts";
/** The commands about wrong models: mutate, bugs. */
export declare function addMutationCommands(program: Command, done: Done): void;
