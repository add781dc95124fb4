import { type Command } from "commander";
import { type Done } from "./options.ts";
/** The formats, each once. */
export declare const exportFormats: ("aut" | "dot" | "itf" | "mermaid" | "plantuml" | "rv-dot" | "rv-events" | "scxml" | "xstate-json")[];
/** The command that hands the model to other tools: export. */
export declare function addExportCommand(program: Command, done: Done): void;
