import { paint, wrap } from "./text.js";
/** Steps that both runs share and that are shown before the difference. */
const sharedSteps = 2;
/**
 * A wrong run next to the right one, from shortly before the first difference.
 *
 * @param right what the right model is called
 */
export function renderBeside(trace, beside, right) {
    const { differs, here, there } = beside;
    const title = `  ${wrap(`Next to ${right}, given the same events:`, 2)}`;
    if (differs === null) {
        return `${title}\n  ${wrap("It does the same up to the end of the trace.", 2)}`;
    }
    const first = Math.max(0, differs - sharedSteps);
    const shared = trace.steps.slice(first, differs).map(({ label, changes }, i) => {
        const number = String(first + i + 1).padStart(3);
        return `   ${number}  ${wrap([label, ...changes].join("; "), 8)}`;
    });
    const step = trace.steps[differs];
    const number = String(differs + 1).padStart(3);
    return [
        title,
        ...shared,
        paint("bold", ` > ${number}  ${wrap(step?.label ?? "", 8)}`),
        paint("red", `        here:  ${wrap(here ?? "", 15)}`),
        paint("green", `        there: ${wrap(there ?? "", 15)}`),
    ].join("\n");
}
//# sourceMappingURL=render-beside.js.map