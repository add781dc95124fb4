import type { KexecEvent } from "../../../machines/events.ts";
import type { Layout } from "../../memory/layout.ts";
import type { Request } from "../../memory/request.ts";
import type { ReplayedStep } from "./replay.ts";
type Taken = Pick<ReplayedStep, "event" | "before" | "transitions">;
/** Why a step is none of an ordinary call; null when it is one. */
export declare function whyNotOrdinary(layout: Layout, { event, before, transitions }: Taken): string | null;
/** Whether a request comes through the native entry, and no policy refuses it. */
export declare function isOrdinaryRequest({ lsm, lockdown, compat, file }: Request): boolean;
/** The calls of a run in turn; null when two of them overlap, or something is no call. */
export declare function callsOf<Step extends {
    readonly event: KexecEvent;
}>(run: readonly Step[]): readonly (readonly Step[])[] | null;
export {};
