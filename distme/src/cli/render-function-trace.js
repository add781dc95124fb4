import { paint, wrap } from "./text.js";
/** What a kernel's own function trace says, line by line. */
export function renderTraces(run) {
    const { functions, calls, outcomes, transitions, total_ms } = run;
    const { loads, astray, blocked, missing } = outcomes;
    const followed = calls.filter(({ blockedBy }) => blockedBy === null);
    const events = calls.reduce((sum, call) => sum + call.events, 0);
    const seconds = (total_ms / 1000).toFixed(1);
    return [
        paint("bold", `Function trace: ${functions.length} functions probed, ${seconds} s`),
        `  ${followed.length} of ${calls.length} calls, ${events.toLocaleString("en")} events: ` +
            "the statechart can do what the kernel does",
        `  ${Object.keys(transitions).length} transitions were certainly taken`,
        ...calls.flatMap(renderCall),
        `  outcomes of the page allocator: ${loads} loads, ` +
            `${Object.keys(outcomes.transitions).length} of ` +
            `${Object.keys(outcomes.transitions).length + missing.length} transitions taken` +
            (astray > 0 ? `; ${astray} loads say nothing` : ""),
        ...missing.map((key) => `  ${wrap(`not taken: ${key}`, 4)}`),
        ...blocked.flatMap((block) => renderBlock("outcomes of the page allocator", block)),
    ];
}
function renderCall({ test, call, request, events, blockedBy }) {
    if (blockedBy === null)
        return [];
    return renderBlock(`${test}, call ${call + 1}, "${request}", ${events} events`, blockedBy);
}
function renderBlock(what, { index, event, refusals, allowed }) {
    return [
        `  ${paint("red", "leaves the statechart")} ${wrap(`${what}: event ${index + 1}: ${event}`, 4)}`,
        ...refusals.flatMap(({ state, why, guards }) => [
            `    ${wrap(`in ${state}: ${why}`, 6)}`,
            ...guards.map(({ guard, said }) => `      ${guard}: ${said}`),
        ]),
        `    ${wrap(`the statechart would: ${allowed.join(", ") || "nothing"}`, 6)}`,
    ];
}
//# sourceMappingURL=render-function-trace.js.map