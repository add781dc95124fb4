/** @param errorOf makes the error that a kind of file is refused with */
export function shapes(errorOf) {
    const wrong = (at, expected, got) => errorOf(`${at}: expected ${expected}, got ${spelt(got)}`);
    const integer = (value, at) => {
        if (!Number.isSafeInteger(value))
            throw wrong(at, "a whole number", value);
        return Number(value);
    };
    return {
        wrong,
        integer,
        object: (value, at) => {
            const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
            if (!isObject)
                throw wrong(at, "an object", value);
            return value; // an object that is no array
        },
        list: (value, at) => {
            if (!Array.isArray(value))
                throw wrong(at, "a list", value);
            return value;
        },
        text: (value, at) => {
            if (typeof value !== "string")
                throw wrong(at, "a text", value);
            return value;
        },
        flag: (value, at) => {
            if (typeof value !== "boolean")
                throw wrong(at, "true or false", value);
            return value;
        },
        count: (value, at, max) => {
            const inside = Number.isSafeInteger(value) && Number(value) >= 0;
            if (inside && (max === undefined || Number(value) <= max))
                return Number(value);
            throw wrong(at, `a number from 0 ${max === undefined ? "on" : `to ${max}`}`, value);
        },
        oneOf: (value, at, options) => {
            const found = options.find((option) => option === value);
            if (found === undefined)
                throw wrong(at, choiceText(options), value);
            return found;
        },
    };
}
/** Longest that a message quotes of what it found. */
const quoted_characters = 60;
/** Longer lists of options are cut: there are hundreds of mutants. */
const options_max = 60;
function choiceText(options) {
    const names = options.slice(0, options_max).map((option) => JSON.stringify(option));
    const more = options.length - names.length;
    return [...names, ...(more > 0 ? [`${more} others`] : [])].join(" or ");
}
function spelt(value) {
    const found = json(value) ?? "nothing";
    return found.length > quoted_characters ? `${found.slice(0, quoted_characters)}...` : found;
}
/** Lists in lists can be nested deeper than JSON.stringify can follow. */
function json(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return "something deeply nested";
    }
}
//# sourceMappingURL=shapes.js.map