import type { MachineReport } from "./report.ts";
/** The report on somebody's machine, as a person reads it. */
export declare function renderMachine(report: MachineReport): string;
