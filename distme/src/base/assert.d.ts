/** Thrown when an assumption of our own code is broken: a bug here, never a verdict. */
export declare class AssertionError extends Error {
    readonly name = "AssertionError";
}
/**
 * Checks an assumption of ours.
 *
 * @throws AssertionError with `message` when `condition` is false
 */
export declare function assert(condition: boolean, message: string): asserts condition;
/** Ends a `switch` over a closed union: does not compile while a case is missing. */
export declare function unreachable(value: never): never;
