import type { RunFile } from "../formats/run-file.ts";
import type { KernelName } from "../model/worlds.ts";
import type { AnyBugName } from "../reference/bugs.ts";
import type { GroupName, Suite } from "../testgen/suite.ts";
import { type Output } from "./outputs.ts";
export interface ConformRequest {
    readonly kernel: KernelName;
    /** A suite's file; null: the default suite, made now. */
    readonly suite: string | null;
    readonly groups: readonly GroupName[] | null;
    readonly json: boolean;
    readonly outputs: readonly Output[];
    /** A folder for the suite, the run and the page that shows them; null: nothing is saved. */
    readonly report: string | null;
}
export interface ReferenceRequest extends ConformRequest {
    /** A bug to plant in the reference kernel. */
    readonly bug: AnyBugName | null;
    /** Random worlds to try beside the suite. */
    readonly random: number;
    readonly seed: number | null;
    readonly path: string | null;
}
/** The suite to run: from a file, or made now. */
export declare function suiteOf({ kernel, suite }: Pick<ConformRequest, "kernel" | "suite">): Suite;
/**
 * Runs a suite on the reference kernel, then random worlds.
 *
 * @returns the exit status: 0 conforms, 1 diverges, 3 a test could not be run
 */
export declare function conformReference(request: ReferenceRequest): Promise<number>;
/** Saves what was run, and says where the page is that shows it. */
export declare function saveRun(folder: string, suite: Suite, { run, json }: {
    readonly run: RunFile;
    readonly json: boolean;
}): void;
