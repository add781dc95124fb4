/** A whole number. */
export function integer(value) {
    return { "#bigint": String(value) };
}
export function itfMap(entries) {
    return { "#map": entries };
}
/** The variants of an option, as Quint writes them. */
export const none = { tag: "None", value: { "#tup": [] } };
export function some(value) {
    return { tag: "Some", value };
}
/** The text of an option's value, or of a number; what is neither is returned as it is. */
export function plainValue(value) {
    if (typeof value !== "object" || value === null)
        return value;
    if ("#bigint" in value && typeof value["#bigint"] === "string")
        return numberOf(value["#bigint"]);
    if (!("tag" in value))
        return value;
    if (value.tag === "None")
        return null;
    return value.tag === "Some" && "value" in value ? plainValue(value.value) : value;
}
/** Numbers that are not ours stay texts, and are refused where a number is expected. */
function numberOf(text) {
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
//# sourceMappingURL=itf-value.js.map