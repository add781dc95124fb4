/** What was asked for cannot be done as asked; the message says what to do. Exit status 2. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
/** What was asked for was understood, and failed. Exit status 2. */
export declare class RunError extends Error {
    readonly name = "RunError";
}
/**
 * The valid name that was meant.
 *
 * @throws UsageError `expected X, got Y`, with the nearest valid name
 */
export declare function oneOf<Name extends string>(what: string, names: readonly Name[], given: string): Name;
/** An error message of commander as one line `expected X, got Y`. */
export declare function usageMessage(text: string): string;
