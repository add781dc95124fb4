import type { Caller } from "./callers.ts";
import type { Director } from "./director.ts";
import type { Fault } from "./faults.ts";
import type { Ending, MachineChange } from "./machine-changes.ts";
import type { ActionOf, DoorAction, HeldAction } from "./plan.ts";
import type { Divergence } from "./play.ts";
import type { CallState } from "./protocol.ts";
/** What became of a call that something was done to. */
export interface HeldOutcome {
    /** What differed in the meantime. */
    readonly divergences: readonly Divergence[];
    readonly state: CallState | "not held" | "the machine has ended";
    /** The faults that did not strike. */
    readonly unused: readonly Fault[];
}
export interface Helpers {
    readonly director: Director;
    readonly perform: (actions: readonly Action[]) => Promise<readonly Divergence[]>;
    /** What the debugger makes fail during the call. */
    readonly faults: readonly Fault[];
}
type Action = ActionOf<DoorAction>;
/** Makes a call; where it is held up, the rest happens in the meantime, also to the caller. */
export declare function callHeld(held: HeldAction<DoorAction> | null, caller: Caller, helpers: Helpers): Promise<HeldOutcome>;
/** What happens to callers and to the machine, wherever in a test. */
export declare function changesIn(actions: readonly Action[]): readonly MachineChange[];
/** The ending of a test, if its machine ends. */
export declare function endingIn(actions: readonly Action[]): Ending | undefined;
export {};
