import { type KernelName, type PresetName } from "../model/worlds.ts";
export interface ViewRequest {
    /** Where the page goes. */
    readonly out: string;
    /** A folder of reports; null: the kernel is checked now. */
    readonly run: string | null;
    /** Files to show beside it, of any of our formats. */
    readonly traces: readonly string[];
    /** null: what the folder has; without one, the seed. */
    readonly kernel: KernelName | null;
    /** null: quick. */
    readonly preset: PresetName | null;
}
/** Writes the review page. @returns the exit status */
export declare function viewCommand(request: ViewRequest): Promise<number>;
/** Draws the call's statechart. @returns the exit status */
export declare function drawCommand(svg: string): Promise<number>;
