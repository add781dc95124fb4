import type { Results } from "../../formats/results/results.ts";
import type { MachineReport } from "./report.ts";
/** When a check began and ended, in milliseconds since 1970. */
export interface Times {
    readonly began_ms: number;
    readonly ended_ms: number;
}
/** A check of somebody's machine as results: a case for each property, one each for the rest. */
export declare function resultsOfMachine(report: MachineReport, times: Times): Results;
