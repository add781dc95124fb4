import type { Command } from "commander";
import type { Done } from "./options.ts";
/** The commands about kernels that tests can boot: kernels fetch, list, clean. */
export declare function addKernelsCommand(program: Command, done: Done): void;
