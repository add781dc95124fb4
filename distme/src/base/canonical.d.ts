/** A value that has no faithful, finite encoding; `path` says where it sits. */
export declare class UnserializableError extends Error {
    readonly name = "UnserializableError";
    /** `a Map`, `function`, `NaN`: what sits there. */
    readonly what: string;
    constructor(path: string, what: string);
    /** Whether nothing sits there. */
    get isMissing(): boolean;
}
type TypedArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
/**
 * Encodes a value so that two values have the same text if and only if they are the same:
 * keys are sorted, typed arrays say their type.
 *
 * @param value JSON values and integer typed arrays, nested as deeply as one likes
 * @param path where the value sits, for the error message
 * @throws UnserializableError for a function, Map, Set, class instance, bigint, NaN, undefined, ...
 */
export declare function canonicalText(value: unknown, path: string): string;
/** Whether a value is one of the integer typed arrays that a context may hold. */
export declare function isIntegerArray(value: unknown): value is TypedArray;
/** Freezes plain objects and arrays all the way down, so that a mutation throws. */
export declare function deepFreeze<T>(value: T): T;
export {};
