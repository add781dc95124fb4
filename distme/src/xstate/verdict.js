/** The verdict on a property of states or steps. */
export function safetyVerdict(property, exploration, machine) {
    const finding = exploration.findings.get(property.name);
    const applied = finding?.applied ?? 0;
    const trace = finding?.path ? traceOf(finding.path, machine) : null;
    return { property, outcome: outcomeOf(property, exploration, applied), applied, trace };
}
function outcomeOf(property, exploration, applied) {
    const found = exploration.findings.get(property.name)?.path != null;
    if (property.kind === "sometimes") {
        if (found)
            return "witnessed";
        return exploration.incomplete ? "unknown" : "unwitnessed";
    }
    if (found)
        return "violated";
    if (exploration.incomplete)
        return "unknown";
    return applied === 0 ? "vacuous" : "holds";
}
/** @param loop see `Trace.loop` */
export function traceOf(path, { model }, loop = null) {
    const stateOf = (words) => {
        const { context, configuration } = model.view(words.slice());
        return { value: configuration.value, leaves: configuration.leaves, context };
    };
    return {
        initial: stateOf(path.initial),
        steps: path.steps.map(({ action, state }) => ({ event: action, state: stateOf(state) })),
        loop,
    };
}
//# sourceMappingURL=verdict.js.map