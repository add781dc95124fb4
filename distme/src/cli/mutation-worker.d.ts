import { type Result } from "../mutation/jobs.ts";
/** What a thread answers to a job. */
export type MutationMessage = {
    readonly result: Result;
} | {
    readonly error: {
        readonly message: string;
        readonly stack: string;
    };
};
