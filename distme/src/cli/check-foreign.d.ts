import type { Command } from "commander";
import type { Limits } from "../checker/model.ts";
import { type MachineReport } from "./foreign/report.ts";
import { type Output } from "./outputs.ts";
/** What can be asked of a check of somebody's machine. */
export interface ForeignRequest {
    /** The module, in JavaScript or TypeScript. */
    readonly file: string;
    readonly json: boolean;
    readonly outputs: readonly Output[];
    /** They come before what the module's `options` say. */
    readonly limits: Limits;
}
/** Checks the machine that a module exports, and prints what was found. @returns the exit status */
export declare function checkForeignCommand(request: ForeignRequest): Promise<number>;
/** Checks the machine that a module exports. @throws UsageError, MachineError */
export declare function checkForeign(request: Omit<ForeignRequest, "outputs">): Promise<MachineReport>;
/** @throws UsageError for an option that is about the model of kexec */
export declare function refuseKexecOptions(file: string, command: Command): void;
