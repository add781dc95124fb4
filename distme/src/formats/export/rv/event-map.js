import { kexecChart } from "../kexec-charts.js";
import { eventOf } from "./monitor.js";
import { unseenInLoad } from "./observed.js";
/**
 * What each event of a monitor is in the kernel, as Markdown: what to attach its handler to, and
 * the transitions of the statechart that it stands for.
 */
export function eventMap({ name, kernel, automaton, observed }) {
    const { transitions } = kexecChart({ part: "kexec_load", kernel });
    const { states, events } = automaton;
    const rows = observed.map((one) => {
        const own = transitions.filter((arrow) => eventOf(arrow, observed) === one.event);
        return `| \`${one.event}\` | ${whereText(one)} | ${one.means} | ${statesOf(own)} |`;
    });
    const seen = new Set(observed.flatMap((one) => one.transitions.events ?? []));
    const unseen = unseenInLoad.flatMap(({ events: steps, why }) => {
        const left = steps.filter((step) => !seen.has(step));
        return left.length === 0 ? [] : [`- ${left.map((step) => `\`${step}\``).join(", ")}: ${why}.`];
    });
    const lines = [
        `# The events of the monitor ${name}, kernel ${kernel}`,
        "",
        "A deterministic automaton for Linux Runtime Verification, one for each task:",
        `${states.length} states, ${events.length} events. rvgen starts it by the event that always leads to`,
        "its initial state, `sys_exit_kexec_load` (da_handle_start_event): the first call that it",
        "follows is the next one. Every other handler calls da_handle_event. Between two calls every",
        "function is allowed, since another system call may use it.",
        "",
        "| event | where | what it means | states of the statechart that it leaves |",
        "|---|---|---|---|",
        ...rows,
        "",
        "Not seen, and so allowed wherever the statechart allows it:",
        "",
        ...unseen,
        "",
        "Guards are not asked: the monitor allows what some content of memory allows. A sequence that",
        "it refuses is one that the statechart refuses in every world.",
    ];
    return `${lines.join("\n")}\n`;
}
function whereText({ where }) {
    return where.kind === "function"
        ? `entry of \`${where.name}\` (fprobe or kprobe)`
        : `tracepoint \`${where.name}\`, ${where.filter} only`;
}
function statesOf(arrows) {
    return [...new Set(arrows.map(({ source }) => `\`${source.path}\``))].join(", ");
}
//# sourceMappingURL=event-map.js.map