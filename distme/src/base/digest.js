/** 64 bits of a text; it guards against mistakes, not against malice, and runs in a browser. */
export function digestOf(text) {
    let [a, b] = [0x9e3779b9 | 0, 0x85ebca6b | 0];
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul(b ^ (code + (a >>> 7)), 0xc2b2ae35);
    }
    return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
//# sourceMappingURL=digest.js.map