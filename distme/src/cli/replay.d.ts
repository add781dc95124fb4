export declare const replayTargets: readonly ["model", "reference"];
export interface ReplayRequest {
    readonly file: string;
    readonly target: (typeof replayTargets)[number];
    /** The test of a suite to run. */
    readonly test: string | null;
}
/** Runs a saved trace, or one test of a suite, again. @returns the exit status */
export declare function replayCommand({ file, target, test }: ReplayRequest): number;
