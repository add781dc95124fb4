/** Thrown when an assumption of our own code is broken: a bug here, never a verdict. */
export class AssertionError extends Error {
    name = "AssertionError";
}
/**
 * Checks an assumption of ours.
 *
 * @throws AssertionError with `message` when `condition` is false
 */
export function assert(condition, message) {
    if (!condition)
        throw new AssertionError(message);
}
/** Ends a `switch` over a closed union: does not compile while a case is missing. */
export function unreachable(value) {
    throw new AssertionError(`unreachable: ${JSON.stringify(value)}`);
}
//# sourceMappingURL=assert.js.map