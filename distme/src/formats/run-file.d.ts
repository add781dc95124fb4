import type { KexecEvent } from "../../machines/events.ts";
import { type KernelName } from "../model/worlds.ts";
/**
 * What a system did with a suite, as it is saved: enough to show every test beside the model, without
 * the suite.
 */
export interface RunFile {
    readonly format: "kexec-model run 1";
    readonly tool: string;
    /** The profile that the system was compared with. */
    readonly kernel: KernelName;
    /** What ran: `reference kernel`, `Linux 6.1.0-44-amd64`. */
    readonly system: string;
    readonly tests: readonly RunTest[];
    /** Which transitions of the statechart the system was seen to take, and which not, and why. */
    readonly transitions: {
        readonly executed: readonly {
            readonly transition: string;
            readonly times: number;
        }[];
        readonly missing: readonly {
            readonly transition: string;
            readonly reason: string;
        }[];
    };
}
export interface RunTest {
    readonly id: string;
    /** What the test needs from a system; see `GroupName`. */
    readonly group: string;
    /** One that tests are made from; see `savedWorlds`. */
    readonly world: string;
    readonly events: readonly KexecEvent[];
    readonly outcome: RunOutcome;
}
export type RunOutcome = {
    readonly kind: "conforms";
}
/** All that differed after the first step where something did. */
 | {
    readonly kind: "diverges";
    readonly differences: readonly RunDifference[];
} | {
    readonly kind: "error";
    readonly message: string;
} | {
    readonly kind: "skipped";
    readonly reason: string;
};
export interface RunDifference {
    /** Position in the test, from 0; the number of its steps for what is seen at the end. */
    readonly step: number;
    readonly what: string;
    readonly model: string;
    readonly system: string;
}
/** A file that is no run, or one that no model of ours can show; the message says where. */
export declare class RunFileError extends Error {
    readonly name = "RunFileError";
}
/**
 * Checks that a value is a run whose tests this model can show.
 *
 * @param json what was parsed from the file
 * @throws RunFileError naming the place, what was expected there and what was found
 */
export declare function parseRun(json: unknown): RunFile;
