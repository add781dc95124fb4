import { type Layout } from "../../memory/layout.ts";
import type { PagePosition } from "./protocol.ts";
import type { ReplayedStep } from "./replay.ts";
/**
 * The entry of a kernel function, where the debugger can interfere with a call: keep it there, send
 * it back with an error, or make it hit a bug.
 */
export interface Point {
    readonly symbol: string;
    /** Only calls since this function was entered count. */
    readonly within?: string;
    /** Of kimage_alloc_page: what the page is for. The position is one of the model's request. */
    readonly wants: "anything" | "list page" | PagePosition;
    /** Which call of the function, from 1, since the system call began. */
    readonly nth: number;
}
/**
 * The function at whose entry a step of a call is about to happen.
 *
 * @param steps the call's, from its entry
 * @returns null when no function begins there, or every compiler makes it a part of another one
 */
export declare function pointBefore(layout: Layout, steps: readonly ReplayedStep[], index: number): Point | null;
/** The page that a call is working on before a step. */
export declare function positionOf(layout: Layout, { event, before }: ReplayedStep): PagePosition;
