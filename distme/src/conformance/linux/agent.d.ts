import type { Duplex } from "node:stream";
import type { DoorRequest } from "./doors.ts";
import { type TraceAgent } from "./function-trace/trace-agent.ts";
import { type CallState, type FileLoadRequest, type LoadRequest, type Machine, type Observation, type Reply } from "./protocol.ts";
/** The guest did not do what its protocol says: it crashed, hangs, or refused a command of ours. */
export declare class GuestError extends Error {
    readonly name = "GuestError";
}
export interface CallOptions {
    /** How long the guest waits for the call to end or pause. Default: 5 s. */
    readonly limit_ms?: number;
    /**
     * What to look at afterwards. `state`, the default, is cheap; `frames` also counts the reserved
     * frames, some 15 ms; `nothing` leaves the lock alone too (the other two try it).
     */
    readonly observe?: ObservationLevel;
}
export type ObservationLevel = "nothing" | "state" | "frames";
/** A call's state, and what the guest saw then; null when it did not look. */
export interface CallOutcome {
    readonly state: CallState;
    readonly observation: Observation | null;
}
/** The guest agent, which makes calls in a real kernel. One command at a time. */
export interface Agent {
    hello(): Promise<Machine>;
    /** Starts a call and waits until it ends, pauses, or the time is over. */
    load(request: LoadRequest, options?: CallOptions): Promise<CallOutcome>;
    /** Ends a pause: the page arrives, or the copy that waits for it fails with EFAULT. */
    resume(task: number, page: "deliver" | "efault", options?: CallOptions): Promise<CallOutcome>;
    /** Waits on for a call that was `running`. */
    wait(task: number, options?: CallOptions): Promise<CallOutcome>;
    /**
     * Sends SIGKILL. Of a paused call, the page it waits for stays `missing` (its copy fails), or is
     * there but not yet noticed (`deliver`: its next page allocation fails).
     */
    kill(task: number, page?: "missing" | "deliver", options?: CallOptions): Promise<CallOutcome>;
    observe(level?: "state" | "frames"): Promise<Observation>;
    /** The value of /proc/sys/kernel/NAME, or a negated error number as `result`. */
    readSysctl(name: string): Promise<{
        readonly result: number;
        readonly value: number | null;
    }>;
    /** @returns 0 or a negated error number */
    writeSysctl(name: string, value: number): Promise<number>;
    /** Starts a call that is not kexec_load, and waits until it ends or the time is over. */
    door(request: DoorRequest, limit_ms?: number): Promise<CallState>;
    /** Waits on for such a call; `kill` sends SIGKILL first. */
    awaitDoor(task: number, how: "wait" | "kill", limit_ms?: number): Promise<CallState>;
    /**
     * Writes to the file of that path.
     *
     * @returns 0 or a negated error number
     */
    put(path: string, text: string): Promise<number>;
    /** Makes the kernel panic, by sysrq. Nobody answers afterwards. */
    crash(): Promise<void>;
    /** Records calls of kernel functions. */
    readonly trace: TraceAgent;
    /** Address of a kernel symbol. */
    symbol(name: string): Promise<bigint>;
    /** Addresses of all kernel symbols of that name. */
    symbols(name: string): Promise<readonly bigint[]>;
    /** @returns 0 or a negated error number */
    fileLoad(request: FileLoadRequest): Promise<number>;
    /** Gives up what was asked and not answered: the machine is another one from now on. */
    forget(): void;
    /** Sends a command that has no method here, and returns what the agent replies. */
    ask(command: string, limit_ms?: number): Promise<Reply>;
    /** Powers the machine off. */
    quit(): Promise<void>;
}
/**
 * Waits for the agent behind a serial port to say that it is ready.
 *
 * @throws GuestError when it does not within the time
 */
export declare function connectAgent(port: Duplex, limit_ms: number): Promise<Agent>;
