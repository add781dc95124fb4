import { createHash } from "node:crypto";
/**
 * Identifies what a check searches and judges: the chart, the events, the properties and the text
 * of every function in them. What these functions call or hold is not seen.
 *
 * @param made what the machine was made from
 */
export function fingerprintOf(machine, options, made) {
    const { events, offers, properties, inputs, terminal, canonical, symmetry, constraint } = options;
    const asked = { events, offers, properties, inputs, terminal, canonical, symmetry, constraint };
    const { config, implementations } = machine;
    const text = JSON.stringify({ config, implementations, asked, made }, plain);
    return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
/** A function as its text and its properties: XState and the compiler keep some there. */
function plain(_key, value) {
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "function")
        return { text: String(value), ...value };
    return value;
}
//# sourceMappingURL=fingerprint.js.map