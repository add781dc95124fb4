import type { KexecEventType } from "../../../machines/events.ts";
import type { Bounds } from "../../memory/bounds.ts";
import { type Layout } from "../../memory/layout.ts";
import type { Request } from "../../memory/request.ts";
import type { ReplayedStep } from "./replay.ts";
/** What happens to a caller or to the machine while calls are under way. */
export type MachineChange = {
    readonly kind: "kill";
    readonly task: number;
}
/** A bug in kernel mode, which only its task does not survive. */
 | {
    readonly kind: "bug";
    readonly task: number;
} | {
    readonly kind: "hotplug";
    readonly step: number;
    /** The functions that the worker comes to. */
    readonly path: readonly KexecEventType[];
} | Ending;
/** How the machine ends, and by what steps it gets there. */
export interface Ending {
    readonly kind: "ending";
    /** By a fatal bug of the caller that is held up, its panic, that of another CPU, or a reboot. */
    readonly begins: "bug" | "panic of the caller" | "panic" | "reboot";
    /** Index of its first step in the test. */
    readonly step: number;
    /** Whether the others are stopped before the crash kernel is tried. */
    readonly postNotifiers: boolean;
    /** The steps that must follow; `panic` is one inside the other. */
    readonly path: readonly KexecEventType[];
    readonly bounds: Bounds;
    /** The image that the machine must arrive in; null when it comes to none, or a file says where. */
    readonly leavesFor: Request | null;
}
/** The change that some steps are, which no call makes. */
export declare function changeOf(layout: Layout, steps: readonly ReplayedStep[]): MachineChange;
/** The steps of an ending that are functions: the debugger can look on. */
export declare const endingFunctions: readonly KexecEventType[];
