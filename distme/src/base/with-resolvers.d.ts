export interface Resolvers<T> {
    readonly promise: Promise<T>;
    readonly resolve: (value: T) => void;
    readonly reject: (error: Error) => void;
}
/** A promise and its ends: `Promise.withResolvers`, which is newer than what we run on. */
export declare function withResolvers<T>(): Resolvers<T>;
