import { columns, count, paint, wrap } from "./text.js";
/** Bars of a histogram. */
const bars = 12;
/** For every world that was asked about, or stopped: what its states differ in. */
export function renderStatistics({ worlds }) {
    return worlds
        .flatMap(({ world, statistics }) => (statistics ? [renderWorld(world, statistics)] : []))
        .join("\n\n");
}
function renderWorld(world, statistics) {
    const { states, bits, regions, variables, actions } = statistics;
    const tells = ["values", `of ${bits.toFixed(1)} bits`]; // what it takes to tell all states apart
    return [
        paint("bold", wrap(`Why world ${world} has so many states: ${count(states)}`, 2)),
        ...table("part of the statechart", tells, rowsOf(regions)),
        ...table("variable", tells, rowsOf(variables)),
        ...table("first reached by", ["states", "share"], actionRows(actions, states)),
        ...histogram(statistics),
    ].join("\n");
}
function rowsOf({ top, more }) {
    const rows = top.map((one) => {
        const values = `${count(one.values)}${one.more ? "+" : ""}`;
        return [one.name, values, one.bits.toFixed(1)];
    });
    return more === 0 ? rows : [...rows, [`${count(more)} more that vary`]];
}
function actionRows({ top, more }, states) {
    const rows = top.map((one) => {
        const share = ((one.states / states) * 100).toFixed(1);
        return [one.name, count(one.states), `${share}%`];
    });
    return more === 0 ? rows : [...rows, [`${count(more)} more`]];
}
function table(name, heads, rows) {
    if (rows.length === 0)
        return [];
    return [[name, ...heads], ...rows].map(([first = "", ...numbers], i) => [
        `${i === 0 ? "  " : "    "}${first}`.padEnd(46),
        ...numbers.map((number) => number.padStart(14)),
    ]
        .join("")
        .trimEnd());
}
/** New states per level; where several levels share a bar, their mean. */
function histogram({ levels, beyond, growth }) {
    const per = Math.max(1, Math.ceil(levels.length / bars));
    const means = Array.from({ length: Math.ceil(levels.length / per) }, (_, i) => {
        const group = levels.slice(i * per, (i + 1) * per);
        return group.reduce((sum, states) => sum + states, 0) / group.length;
    });
    const digits = String(levels.length).length;
    const label = 4 + 2 * digits + 1 + 14 + 2;
    const unit = Math.max(...means) / Math.max(10, columns() - label);
    const title = per === 1 ? "new states per level" : `new states per level, means of ${per}`;
    return [
        `  ${title}${growth === null ? "" : `; ${trend(growth)}`}`,
        ...means.map((mean, i) => {
            const from = String(i * per + 1).padStart(digits);
            const to = String(Math.min(levels.length, (i + 1) * per)).padStart(digits);
            const range = (per === 1 ? from : `${from}-${to}`).padStart(2 * digits + 1);
            const number = count(Math.round(mean)).padStart(14);
            return `    ${range}${number}  ${"#".repeat(Math.round(mean / unit))}`.trimEnd();
        }),
        ...(beyond === 0 ? [] : [`    ${count(beyond)} more were found behind them`]),
    ];
}
/** What the last levels say of how much there is to come. */
function trend(growth) {
    const percent = Math.round(Math.abs(growth - 1) * 100);
    if (percent === 0)
        return "at the end all alike";
    return `at the end each has ${percent}% ${growth > 1 ? "more" : "fewer"}`;
}
//# sourceMappingURL=render-statistics.js.map