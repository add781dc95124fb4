import { distance } from "fastest-levenshtein";
/** What was asked for cannot be done as asked; the message says what to do. Exit status 2. */
export class UsageError extends Error {
    name = "UsageError";
}
/** What was asked for was understood, and failed. Exit status 2. */
export class RunError extends Error {
    name = "RunError";
}
/**
 * The valid name that was meant.
 *
 * @throws UsageError `expected X, got Y`, with the nearest valid name
 */
export function oneOf(what, names, given) {
    const found = names.find((name) => name === given);
    if (found !== undefined)
        return found;
    const shown = names.length <= 8 ? ` (${names.join(", ")})` : "";
    const close = nearest(names, given);
    const hint = close === null ? "" : `; did you mean "${close}"?`;
    throw new UsageError(`expected a ${what}${shown}, got "${given}"${hint}`);
}
/** What commander says of a command line, and how this tool says it. */
const phrases = [
    [/^unknown (option|command) '(.*?)'/, 'expected a known $1, got "$2"'],
    [/^option '(.*?)' argument '.*' is invalid\. (.*)\.$/, "$1: $2"],
    [/^option '(.*?)' argument missing/, "expected an argument of $1, got none"],
    [/^required option '(.*?)' not specified/, "expected the option $1, got none"],
    [
        /^command-argument value '(.*?)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\.$/,
        'expected a $2 ($3), got "$1"',
    ],
    [/^missing required argument '(.*?)'/, "expected the argument <$1>, got none"],
    [
        /^too many arguments for '(.*?)'\. Expected (\d+) arguments? but got (\d+).*/,
        "expected $2 arguments of $1, got $3",
    ],
    [/\s*\(Did you mean (?:one of )?(.*?)\?\)$/, '; did you mean "$1"?'],
];
/** An error message of commander as one line `expected X, got Y`. */
export function usageMessage(text) {
    return phrases.reduce((message, [theirs, ours]) => message.replace(theirs, ours), text.trim().replace(/^error: /, ""));
}
function nearest(names, given) {
    const ranked = names
        .map((name) => ({ name, away: distance(name, given) }))
        .sort((a, b) => a.away - b.away);
    const [best] = ranked;
    return best && best.away <= Math.max(3, best.name.length / 2) ? best.name : null;
}
//# sourceMappingURL=usage.js.map