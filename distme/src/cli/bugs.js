import { absentBugs, bugs } from "../model/bugs.js";
import { mutants } from "../model/mutants.js";
import { check } from "./check.js";
import { besideText, saveTrace } from "./explain.js";
import { renderTrace } from "./render.js";
import { paint, wrap } from "./text.js";
import { oneOf } from "./usage.js";
/** Where every bug of the museum shows. */
const preset = "quick";
/**
 * Lists the museum of bugs, or brings one of them back and shows how it is caught.
 *
 * @returns the exit status: 0 when the bug is caught, or listed
 */
export async function bugsCommand({ id, json, trace }) {
    if (id === null) {
        const list = json ? JSON.stringify({ bugs, absent: absentBugs }, null, 2) : renderList();
        process.stdout.write(`${list}\n`);
        return 0;
    }
    const name = oneOf("bug", Object.keys(bugs), id); // the object's own keys
    const bug = bugs[name];
    const report = await replayed(bug, json);
    const property = report.properties[0];
    if (!property)
        throw new RangeError(`no report of ${bug.property}`);
    if (trace !== null)
        saveTrace(trace, report, property);
    const shown = { id: name, ...bug, outcome: property.outcome, trace: property.trace };
    const text = json ? JSON.stringify(shown, null, 2) : renderBug(name, bug, report, property);
    process.stdout.write(`${text}\n`);
    return property.outcome === "violated" ? 0 : 1;
}
/** The check of the kernel with the bug, for the property that catches it. */
function replayed({ kernel, variant, property }, quiet) {
    return check({ preset, kernel, mutant: variant, only: property, quiet });
}
function renderList() {
    const all = Object.entries(bugs);
    const width = Math.max(...all.map(([id]) => id.length)) + 2;
    const lines = (live) => all
        .filter(([, { fixed }]) => (fixed === null) === live)
        .flatMap(([id, { title, since, fixed, property }]) => {
        const when = fixed === null ? since : `fixed in ${fixed}`;
        return [
            `  ${paint("bold", id.padEnd(width))}${wrap(title, width + 2)}`,
            `  ${" ".repeat(width)}${paint("dim", wrap(`${when}; ${property}`, width + 2))}`,
        ];
    });
    return [
        paint("bold", "In the newest kernel that was tried"),
        ...lines(true),
        "",
        paint("bold", "Fixed in Linux"),
        ...lines(false),
        "",
        wrap(`${absentBugs.length} more bugs cannot be expressed here, or break no promise: ` +
            "spec/bugs/README.md says why. One bug, with the run that shows it: kexec-model bugs B8", 0),
    ].join("\n");
}
function renderBug(id, bug, report, property) {
    const { title, what, since, fixed, evidence, coarse, kernel, variant } = bug;
    const { trace } = property;
    return [
        paint("bold", wrap(`${id}  ${title}`, 2)),
        `  ${wrap(what, 2)}`,
        `  Since:    ${wrap(since, 12)}`,
        `  Fixed:    ${wrap(fixed ?? "in no kernel that was tried", 12)}`,
        `  Seen:     ${wrap(evidence, 12)}`,
        `  Variant:  ${wrap(`kernel ${kernel}, mutant ${variant}: ${mutants[variant].breaks}`, 12)}`,
        ...(coarse === null ? [] : [`  Coarse:   ${wrap(coarse, 12)}`]),
        `  Caught:   ${wrap(`${property.name}: ${property.statement}`, 12)}`,
        ...(trace
            ? [`  The shortest trace, in world ${trace.world}:`, renderTrace(trace, 2)]
            : [paint("red", "  It is not caught.")]),
        ...besideText(report, property),
    ].join("\n");
}
//# sourceMappingURL=bugs.js.map