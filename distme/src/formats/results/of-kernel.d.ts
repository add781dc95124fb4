import type { B8Run } from "../../conformance/linux/b8.ts";
import type { BugsRun } from "../../conformance/linux/bug-tests.ts";
import type { TraceRun } from "../../conformance/linux/function-trace/run-traces.ts";
import type { JumpsRun } from "../../conformance/linux/jump-tests.ts";
import type { OutsideRun } from "../../conformance/linux/outside/run-outside.ts";
import type { WalkRun } from "../../conformance/linux/walk/run-walk.ts";
import type { RunFile } from "../run-file.ts";
import { type ResultSuite } from "./results.ts";
/** What was done on a Linux kernel beside a suite; null where it was not asked for. */
export interface MadeToHappen {
    readonly b8: B8Run | null;
    readonly bugs: BugsRun | null;
    readonly jumps: JumpsRun | null;
    readonly outside: OutsideRun | null;
    readonly functionTrace?: TraceRun | null;
    readonly walk: WalkRun | null;
}
/** A kernel by itself: whether it could be tested, and what was made to happen on it. */
export declare function kernelSuite(name: string, failure: string | null, { b8, bugs, jumps, outside, functionTrace, walk }?: MadeToHappen): ResultSuite;
/** Nothing but skipped tests says nothing of a kernel. */
export declare function untestedReason({ tests }: RunFile): string | null;
