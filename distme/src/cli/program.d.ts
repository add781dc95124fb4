import { Command } from "commander";
import type { Done } from "./options.ts";
/** The command line with all commands; a command that has ended says its exit status. */
export declare function buildProgram(done: Done): Command;
