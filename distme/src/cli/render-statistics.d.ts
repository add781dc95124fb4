import type { CheckReport } from "../model/report.ts";
/** For every world that was asked about, or stopped: what its states differ in. */
export declare function renderStatistics({ worlds }: CheckReport): string;
