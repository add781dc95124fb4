import { type Output } from "./outputs.ts";
export interface MutateRequest {
    /** The committed result: what it knows is not judged again. */
    readonly baseline: string;
    /** Judge every mutant again. */
    readonly all: boolean;
    /** Judge every n-th mutant again, too, if it dies at `quick`, whatever changed; null: none. */
    readonly sample: number | null;
    /** Only mutants whose name contains this; nothing is compared or written then. */
    readonly only: string | null;
    /** Write the result where the baseline is. */
    readonly write: boolean;
    readonly workers: number | null;
    readonly json: boolean;
    readonly outputs: readonly Output[];
}
/**
 * Judges mutants, and compares what is found with the committed result.
 *
 * @returns the exit status: 0 when no mutant survives and the committed result is right
 */
export declare function mutateCommand(request: MutateRequest): Promise<number>;
