/** A value that has no faithful, finite encoding; `path` says where it sits. */
export class UnserializableError extends Error {
    name = "UnserializableError";
    /** `a Map`, `function`, `NaN`: what sits there. */
    what;
    constructor(path, what) {
        super(`expected JSON values and integer typed arrays in the context, got ${what} at ${path}`);
        this.what = what;
    }
    /** Whether nothing sits there. */
    get isMissing() {
        return this.what === "undefined";
    }
}
/**
 * Encodes a value so that two values have the same text if and only if they are the same:
 * keys are sorted, typed arrays say their type.
 *
 * @param value JSON values and integer typed arrays, nested as deeply as one likes
 * @param path where the value sits, for the error message
 * @throws UnserializableError for a function, Map, Set, class instance, bigint, NaN, undefined, ...
 */
export function canonicalText(value, path) {
    if (value === null || typeof value === "boolean")
        return String(value);
    if (typeof value === "string")
        return JSON.stringify(value);
    if (typeof value === "number") {
        if (!Number.isFinite(value))
            throw new UnserializableError(path, String(value));
        return Object.is(value, -0) ? "0" : String(value);
    }
    if (typeof value !== "object")
        throw new UnserializableError(path, describe(value));
    if (Array.isArray(value)) {
        // Array.from gives the holes of a sparse array as undefined, which is refused.
        return `[${Array.from(value, (item, i) => canonicalText(item, `${path}[${i}]`)).join()}]`;
    }
    if (isIntegerArray(value))
        return `${value.constructor.name}[${value.join()}]`;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
        throw new UnserializableError(path, describe(value));
    }
    if (Object.getOwnPropertySymbols(value).length > 0)
        throw new UnserializableError(path, "a symbol key");
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries
        .map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item, `${path}.${key}`)}`)
        .join()}}`;
}
/** Whether a value is one of the integer typed arrays that a context may hold. */
export function isIntegerArray(value) {
    return (ArrayBuffer.isView(value) &&
        /^(Int|Uint)(8|16|32)Array$/.test(Object.getPrototypeOf(value).constructor.name));
}
/** Freezes plain objects and arrays all the way down, so that a mutation throws. */
export function deepFreeze(value) {
    if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
        for (const item of Object.values(value))
            deepFreeze(item);
        Object.freeze(value);
    }
    return value;
}
function describe(value) {
    if (typeof value !== "object" || value === null)
        return typeof value;
    return `a ${value.constructor?.name ?? "value"}`;
}
//# sourceMappingURL=canonical.js.map