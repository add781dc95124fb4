/** Thrown when an assumption of our own code is broken: a bug here, never a verdict. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/**
 * Checks an assumption of ours.
 *
 * @throws AssertionError with `message` when `condition` is false
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** Ends a `switch` over a closed union: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${JSON.stringify(value)}`);
}
