import type { Shapes } from "./shapes.ts";
/** Looks at one part of a parsed file; `at` says where it stands. It throws when it is wrong. */
export type Check = (value: unknown, at: string) => void;
/** A check for every field of a type: one that is forgotten does not compile. */
export type Fields<T> = {
    readonly [Name in keyof T]-?: Check;
};
/** Puts checks together to those of larger parts. */
export interface Checks {
    /** An object with these fields and no other. */
    readonly record: <T>(fields: Fields<T>) => Check;
    /** One of several records, told apart by their field `kind`. */
    readonly kinds: (records: Readonly<Record<string, Check>>) => Check;
    readonly listOf: (item: Check) => Check;
    readonly orNull: (check: Check) => Check;
    readonly one: (options: readonly unknown[]) => Check;
    /** A number from 0 on that need not be whole. */
    readonly amount: Check;
}
/** For a field that was looked at in another place. */
export declare const lookedAt: Check;
export declare function checks({ object, list, oneOf, wrong }: Shapes): Checks;
