/** A trace, one line a step: what the kernel did and only what changed. */
export function traceInWords(trace, options) {
    const { columns, wrap, indent, last = Infinity } = options;
    const { steps } = trace;
    const skipped = Math.max(0, steps.length - last);
    const tasks = new Set(steps.map(({ event }) => ("task" in event ? event.task : -1)));
    const lines = steps.slice(skipped).map((step, i) => {
        const number = String(skipped + i + 1).padStart(3);
        const who = tasks.size > 1 && "task" in step.event ? ` task ${step.event.task}` : "";
        const head = `${" ".repeat(indent)}${number}${who}  ${step.label}`;
        if (step.changes.length === 0)
            return head;
        const said = step.changes.join("; ");
        const oneLine = `${head}: ${said}`;
        if (oneLine.length <= columns)
            return oneLine;
        const deeper = indent + 7;
        return `${head}:\n${" ".repeat(deeper)}${wrap(said, deeper)}`;
    });
    return [...before(steps.slice(0, skipped), options), ...lines, ...endless(trace, indent)].join("\n");
}
/** The steps that are not shown, in one line: how many, and the calls among them. */
function before(skipped, { wrap, indent }) {
    if (skipped.length === 0)
        return [];
    const calls = skipped.filter(({ event }) => isEntry(event)).map(({ label }) => label);
    const steps = `${skipped.length} step${skipped.length === 1 ? "" : "s"}`;
    return [`${" ".repeat(indent)}${wrap(`  ... ${steps}: ${calls.join(", ")}`, indent + 6)}`];
}
/** Whether an event is the entry of a system call. */
function isEntry(event) {
    return "request" in event || "call" in event;
}
/** How a run goes on that does not end. */
function endless({ steps, loop }, indent) {
    if (loop === null)
        return [];
    const said = loop === steps.length
        ? "and nothing happens any more"
        : `and steps ${loop + 1} to ${steps.length} repeat for ever`;
    return [`${" ".repeat(indent)}  ... ${said}`];
}
//# sourceMappingURL=trace-in-words.js.map