/** A case without a place and a run to show. */
export function plainCase(name, rule) {
    return { name, rule, duration_ms: 0, location: null, trace: [], again: null };
}
/** Whether a verdict lets a build pass. */
export function isGood({ kind }) {
    return kind === "passed" || kind === "expected" || kind === "skipped";
}
/** The message of a verdict; one that passed has none. */
export function messageOfVerdict(verdict) {
    return verdict.kind === "passed" ? "" : verdict.message;
}
export function casesOf({ suites }) {
    return suites.flatMap(({ cases }) => cases);
}
/** How many cases have each verdict. */
export function countVerdicts(cases) {
    const counts = { passed: 0, expected: 0, failed: 0, unknown: 0, error: 0, skipped: 0 };
    for (const { verdict } of cases)
        counts[verdict.kind]++;
    return counts;
}
/** A trace as text, one line a step: what happens, then what it changes. */
export function traceLines(trace) {
    return trace.map(({ label, changes }, i) => {
        const said = changes.length === 0 ? "" : `: ${changes.join("; ")}`;
        return `${i + 1} ${label}${said}`;
    });
}
/** XML has no place for most control characters, and a build log none for escape sequences. */
export function clean(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "?");
}
//# sourceMappingURL=results.js.map