import { type Command } from "commander";
import { type AnyBugName } from "../reference/bugs.ts";
import { type Done } from "./options.ts";
export declare const targets: readonly ["reference", "linux"];
/** Bugs of the reference kernel. */
export declare const plantedBugs: AnyBugName[];
/** The commands that test a kernel against the model: generate, conform, replay. */
export declare function addTestCommands(program: Command, done: Done): void;
