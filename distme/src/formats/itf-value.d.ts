/** A value as the Informal Trace Format spells it: a number is an object with a text. */
export type ItfValue = string | boolean | {
    readonly "#bigint": string;
} | {
    readonly "#tup": readonly ItfValue[];
} | {
    readonly "#map": readonly (readonly [ItfValue, ItfValue])[];
} | ItfRecord;
/** A record, or a variant: `{ tag, value }`. */
export interface ItfRecord {
    readonly [field: string]: ItfValue;
}
/** The variables of one state, by their names. */
export type ItfState = ItfRecord;
/** A whole number. */
export declare function integer(value: number): ItfValue;
export declare function itfMap(entries: readonly (readonly [ItfValue, ItfValue])[]): ItfValue;
/** The variants of an option, as Quint writes them. */
export declare const none: ItfRecord;
export declare function some(value: ItfValue): ItfRecord;
/** The text of an option's value, or of a number; what is neither is returned as it is. */
export declare function plainValue(value: unknown): unknown;
