import type { Pfn } from "../../../memory/bounds.ts";
import { type Reply } from "../protocol.ts";
import { type Recording } from "./kernel-events.ts";
import type { Probe } from "./probes.ts";
/** The part of the guest agent that records the kernel's function trace. */
export interface TraceAgent {
    /**
     * Sets the probes, and records from now on what the agent and its tasks do.
     *
     * @returns the functions that this kernel lets be probed
     */
    start(probes: readonly Probe[]): Promise<readonly string[]>;
    /** Forgets what was recorded, and records from now on, with the probes of before. */
    restart(): Promise<void>;
    /** Records no more, and reads what was recorded. */
    stop(): Promise<Recording>;
    /** Takes page frames away from the kernel; says which. */
    holdFrames(count: number): Promise<readonly Pfn[]>;
    /** Gives them back: they are the next ones that kexec is given, in their order. */
    giveFrames(): Promise<void>;
}
type Request = (command: string) => Promise<Reply>;
export declare function traceAgent(request: Request): TraceAgent;
export {};
