import { lines } from "./code.js";
import { maskOf } from "./regions.js";
/**
 * Puts the bits that a state uses next to each other, without loss: a value that does not fit its
 * declared bits is an error.
 *
 * @param widths bits of each byte of the context; null: all of them
 */
export function packingOf(flat, contextWords, widths) {
    const words = flat.words + contextWords;
    const fields = [...configurationFields(flat), ...contextFields(flat, contextWords, widths)];
    const placed = place(fields);
    if (placed.words >= words)
        return identity(words);
    const sources = range(words); // words without a field, too: they must stay 0
    const unused = sources.map((word) => {
        const used = placed.fields
            .filter(({ from }) => from.word === word)
            .reduce((mask, { from }) => mask | (maskOf(from.bits) << from.shift), 0);
        return used === -1 ? "" : `(w${word} & ${~used})`;
    });
    const over = unused.filter((test) => test !== "").join(" | ");
    return {
        words: placed.words,
        prepare: lines(...sources.map((word) => `const w${word} = next[${word}];`), over && `if ((${over}) !== 0) misfit();`),
        packed: range(placed.words).map((word) => {
            const parts = placed.fields.filter(({ to }) => to.word === word).map(packField);
            return parts.join(" | ") || "0";
        }),
        unpack: lines(...range(placed.words).map((word) => `const s${word} = from[base + ${word}];`), ...range(words).map((word) => {
            const parts = placed.fields.filter(({ from }) => from.word === word).map(unpackField);
            return `cur[${word}] = ${parts.join(" | ") || "0"};`;
        })),
    };
}
function identity(words) {
    return {
        words,
        prepare: "",
        packed: range(words).map((word) => `next[${word}]`),
        unpack: lines(...range(words).map((word) => `cur[${word}] = from[base + ${word}];`)),
    };
}
function configurationFields(flat) {
    return flat.regions
        .filter(({ bits }) => bits > 0)
        .map(({ word, shift, bits }) => ({ word, shift, bits }));
}
function contextFields(flat, contextWords, widths) {
    if (!widths)
        return range(contextWords).map((i) => ({ word: flat.words + i, shift: 0, bits: 32 }));
    const fields = [];
    for (const [i, bits] of widths.entries()) {
        const field = { word: flat.words + (i >> 2), shift: (i & 3) * 8, bits };
        const last = fields.at(-1);
        // a byte behind one that uses all its bits moves together with it
        if (last && last.word === field.word && last.shift + last.bits === field.shift && bits > 0) {
            fields[fields.length - 1] = { ...last, bits: last.bits + bits };
        }
        else if (bits > 0) {
            fields.push(field);
        }
    }
    return fields;
}
/** First fit, in order, among the last few words: fields do not cross words. */
function place(fields) {
    const used = [];
    const placed = fields.map((from) => {
        let word = used.findIndex((bits) => bits + from.bits <= 32);
        if (word < 0)
            word = used.push(0) - 1;
        const shift = used[word] ?? 0;
        used[word] = shift + from.bits;
        return { from, to: { word, shift, bits: from.bits } };
    });
    return { fields: placed, words: used.length };
}
function packField({ from, to }) {
    return moved(`w${from.word}`, from, to);
}
function unpackField({ from, to }) {
    return moved(`s${to.word}`, to, from);
}
/** Bits of one word, moved to where they lie in another. */
function moved(name, from, to) {
    if (from.bits === 32)
        return name;
    const mask = (maskOf(from.bits) << from.shift) | 0;
    const taken = `(${name} & ${mask})`;
    const by = to.shift - from.shift;
    if (by === 0)
        return taken;
    return by > 0 ? `(${taken} << ${by})` : `(${taken} >>> ${-by})`;
}
function range(length) {
    return Array.from({ length }, (_, i) => i);
}
//# sourceMappingURL=packing.js.map