import { type Agent } from "../agent.ts";
import { type LoadRequest } from "../protocol.ts";
/** What is seen after a call of a batch. */
export interface Seen {
    /** 0 or a negated error number. */
    readonly result: number;
    readonly kexec_loaded: 0 | 1;
    readonly kexec_crash_loaded: 0 | 1;
    readonly lock: "free" | "held";
}
export interface BatchOutcome {
    /** One for each call, in order. */
    readonly seen: readonly Seen[];
    /** Frames that kexec owns after the last call. */
    readonly reserved_frames: number;
}
/** Calls that the agent knows by number, so that many of them fit into one command. */
export interface BatchCaller {
    /** The number of a call; the agent is told of it the first time. */
    numberOf(request: LoadRequest): Promise<number>;
    /**
     * Makes calls one after the other, each to its end.
     *
     * @throws GuestError when one does not end
     */
    make(numbers: readonly number[]): Promise<BatchOutcome>;
}
/** As many as one line of a command, and one of a reply, has room for. */
export declare const BATCH_MAX_calls = 500;
export declare function batchCaller(agent: Agent): BatchCaller;
/** `-22/10f`: the result, whether a normal and a crash image are loaded, whether the lock is free. */
export declare function parseSeen(word: string): Seen;
