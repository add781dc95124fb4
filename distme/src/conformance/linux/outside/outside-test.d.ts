import type { Guest } from "../guest.ts";
import { type OutsideDifference } from "./compare.ts";
import type { OutsidePlan } from "./outside-plan.ts";
import { type OutsideView } from "./view.ts";
/** A difference, and when it was seen. */
export interface OutsideDivergence {
    /** Index of the step in the test, from 0. */
    readonly step: number;
    /** The call, and where it is held if it is. */
    readonly label: string;
    readonly what: OutsideDifference["what"] | "result" | "pause";
    readonly model: string;
    readonly kernel: string;
}
/** Told of every look at the machine, and whether a call was held then. */
export type OnLook = (view: OutsideView, at: {
    readonly isHeld: boolean;
}) => void;
/**
 * Makes a planned test happen, and compares what is seen from outside after each call and at each
 * page that a call copies, where it is held under the lock.
 *
 * @returns what differed where something first did
 * @throws GuestError when the guest does not do what its protocol says
 */
export declare function playOutside(guest: Guest, { layout, calls }: OutsidePlan, onLook?: OnLook): Promise<readonly OutsideDivergence[]>;
