import { traceInWords } from "../model/trace-in-words.js";
import { renderStatistics } from "./render-statistics.js";
import { columns, count, paint, wrap } from "./text.js";
/** The whole report of a check, as a person reads it. */
export function renderCheck(report) {
    const known = report.properties.filter(({ expect }) => expect.kind === "known-violation");
    const weak = report.properties.filter(({ expect }) => expect.kind === "weakness");
    const witnesses = report.properties.filter(({ kind }) => kind === "sometimes");
    const promises = report.properties.filter(({ expect, kind }) => expect.kind === "holds" && kind !== "sometimes");
    return [
        renderWorlds(report),
        section("Promises", promises.map(renderVerdict)),
        section("Witnesses", witnesses.map(renderVerdict)),
        section("Known violations", known.map((property) => renderExpected(report, property))),
        section("Wishes that this kernel does not grant", weak.map((p) => renderExpected(report, p))),
        section("What broke", promises.filter(({ ok, trace }) => !ok && trace).map((p) => renderBroken(report, p))),
        renderDeadlocks(report),
        renderCoverage(report),
        renderStatistics(report),
        renderConclusion(report),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
}
function section(title, lines) {
    return lines.length === 0 ? "" : [paint("bold", title), ...lines].join("\n");
}
function renderWorlds(report) {
    const mutant = report.mutant === null ? "" : `, mutant ${report.mutant}`;
    const title = `${report.tool}: kernel ${report.kernel}, preset ${report.preset}${mutant}`;
    const total = report.worlds.reduce((sum, { states }) => sum + states, 0);
    const most = Math.max(total, ...report.worlds.map(({ transitions }) => transitions));
    const width = Math.max(9, count(most).length + 2);
    const row = (name, numbers, depth) => `  ${[name.padEnd(9), ...numbers.map((text) => text.padStart(width)), depth.padStart(7)].join("")}`;
    const rows = report.worlds.map((world) => {
        const end = world.incomplete ? paint("yellow", "INCOMPLETE") : "complete";
        const numbers = [count(world.states), count(world.transitions)];
        return `${row(world.world, numbers, String(world.depth))}  ${end}`;
    });
    return [
        paint("bold", wrap(title, 2)),
        row("world", ["states", "steps"], "depth"),
        ...rows,
        `${row("total", [count(total)], "").trimEnd()}  exact: states are compared whole, not hashed`,
        ...report.worlds.map((world) => `  ${wrap(boundsText(world), 4)}`),
        ...report.worlds.flatMap(({ world, notes }) => notes.map((note) => `  ${wrap(`${world}: ${note}`, 4)}`)),
    ].join("\n");
}
function boundsText({ world, purpose, bounds, }) {
    const { tasks, frames, crashFrames, requests, calls } = bounds;
    const extras = [
        calls > 0 && `${calls} other call${calls === 1 ? "" : "s"}`,
        bounds.sigkill && "SIGKILL",
        bounds.sysctl && "sysctl writes",
        bounds.limits && "load limits",
        bounds.hotplug && "hotplug",
        bounds.oops && "oops",
        bounds.panic === "once" && "one panic",
        bounds.panic === "nested" && "nested panics",
        bounds.postNotifiers && "crash_kexec_post_notifiers",
    ].filter(Boolean);
    const size = `${tasks} task${tasks === 1 ? "" : "s"}, ${frames}+${crashFrames} frames`;
    return `${world}: ${purpose}; ${[size, `${requests} requests`, ...extras].join(", ")}`;
}
function renderVerdict({ name, outcome, ok, applied, kind }) {
    const what = kind === "alwaysStep" ? "steps" : "states";
    const word = outcome === "holds" ? "holds" : outcome;
    const mark = ok ? paint("green", word.padEnd(10)) : paint("red", word.toUpperCase().padEnd(10));
    const on = kind === "sometimes" || outcome === "vacuous" ? "" : `${count(applied)} ${what}`;
    return `  ${mark} ${name.padEnd(42)}${on.padStart(22)}`.trimEnd();
}
function renderExpected(report, property) {
    const { name, statement, expect, ok, trace } = property;
    if (expect.kind === "holds")
        return renderVerdict(property);
    const label = expect.kind === "known-violation" ? `${expect.id}  ${name}` : name;
    const mark = ok ? paint("yellow", "violated") : paint("red", property.outcome.toUpperCase());
    return [
        `  ${mark}  ${label}`,
        `    ${wrap(statement, 4)}`,
        `    ${wrap(`Why: ${expect.reason}.`, 4)}`,
        ...(trace ? [renderTrace(trace, 4, briefSteps), replayLine(report, property)] : []),
    ].join("\n");
}
function renderBroken(report, property) {
    const { name, statement, trace } = property;
    return [
        `  ${paint("red", name)}`,
        `    ${wrap(statement, 4)}`,
        ...(trace ? [renderTrace(trace, 4), replayLine(report, property)] : []),
    ].join("\n");
}
/** The command that shows the same trace again. */
function replayLine({ kernel, preset, mutant }, { name }) {
    const options = [
        kernel === "seed" ? "" : ` --kernel ${kernel}`,
        preset === "standard" ? "" : ` --preset ${preset}`,
        mutant === null ? "" : ` --mutant ${mutant}`,
    ].join("");
    const command = `again: kexec-model explain ${name}${options}`;
    const fits = 4 + command.length <= columns();
    return `    ${paint("dim", fits ? command : command.replace(" --", " \\\n      --"))}`;
}
/** Steps of a trace that are shown where several traces stand together. */
const briefSteps = 6;
/** A trace as wide as the terminal. @param last how many steps from the end; others are counted */
export function renderTrace(trace, indent, last = Infinity) {
    return traceInWords(trace, { columns: columns(), wrap, indent, last });
}
function renderDeadlocks(report) {
    const stuck = report.worlds.filter(({ deadlock }) => deadlock !== null);
    return section("Deadlocks", stuck.flatMap(({ world, deadlock }) => deadlock ? [`  world ${world}`, renderTrace(deadlock, 4)] : []));
}
function renderCoverage({ coverage, worlds }) {
    const { transitions, dead, declared, unreached, states, waits, refused, needless } = coverage;
    const taken = transitions.filter((transition) => transition.taken > 0).length;
    const guarded = transitions.filter(({ guardTrue, guardFalse }) => guardTrue + guardFalse > 0);
    const both = guarded.filter(({ guardTrue, guardFalse }) => guardTrue > 0 && guardFalse > 0);
    const deadlocks = worlds.reduce((sum, world) => sum + world.deadlocks, 0);
    return [
        paint("bold", "Coverage of the statechart, over all worlds"),
        `  transitions taken      ${taken} of ${transitions.length}, ` +
            `${declared.length} declared impossible here, ${dead.length} dead`,
        `  guards seen both ways  ${both.length} of ${guarded.length}`,
        `  states entered         ${states - unreached.length} of ${states}`,
        `  events not taken       ${waits.length} declared waits, ${refused.length} without a reason`,
        `  deadlocks              ${deadlocks}`,
        ...tally(declared).map(([reason, n]) => `    ${wrap(`${n} impossible: ${reason}`, 6)}`),
        ...dead.map((key) => `    ${paint("yellow", "dead:")} ${wrap(key, 10)}`),
        ...unreached.map((path) => `    ${paint("yellow", "unreached:")} ${wrap(path, 15)}`),
        ...refused.map((key) => `    ${paint("yellow", "not always taken:")} ${wrap(key, 22)}`),
        ...needless.map((key) => `    ${paint("yellow", "nobody waits at:")} ${wrap(key, 21)}`),
    ].join("\n");
}
/** How often each reason is given, in the order in which they first occur. */
export function tally(given) {
    const counts = new Map();
    for (const { reason } of given)
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts];
}
function renderConclusion({ verdict, problems }) {
    if (verdict === "holds") {
        return paint("green", "Every promise holds within these bounds; what is known to fail, fails.");
    }
    const title = verdict === "violated" ? "VIOLATED" : "INCOMPLETE: nothing is proved";
    return [
        paint(verdict === "violated" ? "red" : "yellow", title),
        ...problems.map((problem) => `  ${wrap(problem, 4)}`),
    ].join("\n");
}
//# sourceMappingURL=render.js.map