import { assert } from "../../base/assert.js";
import { errnos } from "../../kernel/errno.js";
import { measuredCall } from "../landmarks.js";
/** The tests as a table in C: what suite.h declares, filled in. */
export function testsTable(planned) {
    const rows = planned.map(({ test: { id }, plan }) => block("{", [
        `.id = ${quoted(id)},`,
        ...(needsDebugger(plan.actions) ? [`.skip = ${quoted(DEBUGGER)},`] : []),
        `.steps = ${plan.actions.length},`,
        `.step = ${nameOf(id)},`,
    ]));
    return [
        ...planned.map(testSteps),
        ["static const struct test tests[] = {", ...indented(rows.flat()), "};"].join("\n"),
    ].join("\n\n");
}
const DEBUGGER = "the call must be held in a function that copies nothing: that takes a debugger";
function needsDebugger(actions) {
    return actions.some((action) => action.kind === "call" && action.held?.at.kind === "function");
}
function testSteps({ test, plan }) {
    return [
        "/*",
        ` * ${test.id}:`,
        ...plan.actions.map((action) => ` *   ${deed(action)}`),
        ...(test.covers.length > 0 ? [" * Covers:", ...test.covers.map((key) => ` *   ${key}`)] : []),
        " */",
        `static const struct step ${nameOf(test.id)}[] = {`,
        ...indented(plan.actions.flatMap(stepRow)),
        "};",
    ].join("\n");
}
/** What happens, for a reader of the program. */
function deed(action) {
    const { label } = action.check;
    if (action.kind === "write" || action.held === null)
        return label;
    return `${label}; while it holds the lock: ${action.held.meanwhile.map(deed).join(", ")}`;
}
function stepRow(action) {
    const { check } = action;
    const { kexec_loaded, kexec_crash_loaded, owned_frames, lock } = check.expect;
    const sight = [
        `.kexec_loaded = ${kexec_loaded}`,
        `.kexec_crash_loaded = ${kexec_crash_loaded}`,
        `.frames = ${owned_frames}`,
        ...(lock === null ? [] : [".locked = true"]),
    ];
    return block("{", [
        `.number = ${check.step + 1},`,
        `.label = ${quoted(check.label)},`,
        ...(action.kind === "write" ? writeRows(action) : callRows(action)),
        `.returns = ${returned(action)},`,
        `.then = { ${sight.join(", ")} },`,
    ]);
}
function writeRows({ value }) {
    return [".writes = true,", `.value = ${value},`];
}
function callRows({ call, held }) {
    const at = held?.at.kind === "page" ? held.at : null;
    const measured = measuredCall(call, at?.page ?? null);
    const { flags, entry, nr_segments, segments, listReadable, capSysBoot, pause } = measured;
    return [
        ...(flags === 0 ? [] : [`.flags = ${hex(BigInt(flags))},`]),
        ...(isZero(entry) ? [] : [`.entry = ${measureText(entry)},`]),
        `.nr_segments = ${nr_segments},`,
        ...(segments.length === 0
            ? []
            : [
                `.segments = ${segments.length},`,
                ...block(".segment = (const struct segment[]){", segments.flatMap(segmentRow)),
            ]),
        ...(listReadable ? [] : [".list_unreadable = true,"]),
        ...(capSysBoot ? [] : [".without_cap_sys_boot = true,"]),
        ...(at && pause && held
            ? block(".hold = &(const struct hold){", [
                `.segment = ${pause.segment},`,
                `.page = ${pause.page},`,
                ...(at.ends === "efault" ? [".refuse = true,"] : []),
                `.steps = ${held.meanwhile.length},`,
                ...block(".meanwhile = (const struct step[]){", held.meanwhile.flatMap(stepRow)),
            ])
            : []),
    ];
}
function segmentRow({ mem, memsz, bufsz, buffer }) {
    assert(buffer.kind !== "seed", "no test here needs content");
    const unreadable = buffer.kind === "good" ? [] : [".buffer = UNREADABLE,"];
    return block("{", [
        `.mem = ${measureText(mem)},`,
        `.memsz = ${measureText(memsz)},`,
        `.bufsz = ${measureText(bufsz)},`,
        ...unreadable,
        ...(buffer.kind === "edge" ? [`.pages = ${buffer.pages},`] : []),
    ]);
}
/** The kernel's own name of a result; a write to the sysctl is judged by its table. */
function returned(action) {
    if (action.kind === "write")
        return action.value === 1 ? "0" : "-EINVAL"; // min 1, max 1
    const { result } = action.check.expect;
    assert(result !== null, `${action.check.label} ends with no result`);
    const name = Object.entries(errnos).find(([, number]) => number === -result);
    return name ? `-${name[0]}` : String(result);
}
function isZero({ bytes, times }) {
    return bytes === 0n && times.size === 0;
}
const PAGE_bytes = 4096n;
function measureText({ bytes, times }) {
    const signed = BigInt.asIntN(64, bytes);
    const terms = [...times].map(([name, n]) => `.${name} = ${n}`);
    if (bytes !== 0n)
        terms.push(bytesText(signed, bytes));
    if (terms.length === 0)
        return "{ 0 }";
    return `{ ${terms.join(", ")} }`;
}
function bytesText(signed, bytes) {
    const pages = signed / PAGE_bytes;
    const isSmall = pages !== 0n && pages < 10000n && pages > -10000n;
    if (signed % PAGE_bytes === 0n && isSmall)
        return `PAGES(${pages})`;
    return `.bytes = ${hex(bytes)}`;
}
function hex(value) {
    return `0x${value.toString(16)}`;
}
function block(head, lines) {
    return [head, ...indented(lines), "},"];
}
function indented(lines) {
    return lines.map((line) => `\t${line}`);
}
/** A test's id as a C identifier. */
function nameOf(id) {
    return id.replaceAll("-", "_");
}
function quoted(text) {
    return JSON.stringify(text);
}
//# sourceMappingURL=tests-table.js.map