import type { MutationResult } from "../mutation/result.ts";
/** A file that is no mutation result; the message says what is wrong. */
export declare class MutationFileError extends Error {
    readonly name = "MutationFileError";
}
/**
 * A mutation result as text: JSON, one line per mutant, so that a difference between two of them is
 * read line by line. Properties are numbered.
 */
export declare function mutationText({ kernels, properties, mutants, alone }: MutationResult): string;
/**
 * Reads what `mutationText` wrote.
 *
 * @throws MutationFileError naming the place, what was expected there and what was found
 */
export declare function parseMutation(written: string): MutationResult;
/** Reads what `mutationText` wrote and somebody parsed. @throws MutationFileError */
export declare function mutationOf(json: unknown): MutationResult;
