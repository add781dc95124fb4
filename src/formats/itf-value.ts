/** A value as the Informal Trace Format spells it: a number is an object with a text. */
export type ItfValue =
  | string
  | boolean
  | { readonly "#bigint": string }
  | { readonly "#tup": readonly ItfValue[] }
  | { readonly "#map": readonly (readonly [ItfValue, ItfValue])[] }
  | ItfRecord;

/** A record, or a variant: `{ tag, value }`. */
export interface ItfRecord {
  readonly [field: string]: ItfValue;
}

/** The variables of one state, by their names. */
export type ItfState = ItfRecord;

/** A whole number. */
export function integer(value: number): ItfValue {
  return { "#bigint": String(value) };
}

export function itfMap(entries: readonly (readonly [ItfValue, ItfValue])[]): ItfValue {
  return { "#map": entries };
}

/** The variants of an option, as Quint writes them. */
export const none: ItfRecord = { tag: "None", value: { "#tup": [] } };

export function some(value: ItfValue): ItfRecord {
  return { tag: "Some", value };
}

/** The text of an option's value, or of a number; what is neither is returned as it is. */
export function plainValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("#bigint" in value && typeof value["#bigint"] === "string") return numberOf(value["#bigint"]);
  if (!("tag" in value)) return value;
  if (value.tag === "None") return null;
  return value.tag === "Some" && "value" in value ? plainValue(value.value) : value;
}

/** Numbers that are not ours stay texts, and are refused where a number is expected. */
function numberOf(text: string): number | string {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
