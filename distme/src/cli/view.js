import { basename } from "node:path";
import { kexecLoad } from "../../machines/kexec-load.js";
import { referenceSystem } from "../conformance/reference/system.js";
import { runSuite } from "../conformance/run.js";
import { runOfReference } from "../formats/run-of.js";
import { createLayout } from "../memory/layout.js";
import { worldsOf } from "../model/worlds.js";
import { charts } from "../viewer/chart/charts.js";
import { drawStatechart } from "../viewer/svg/draw.js";
import { check } from "./check.js";
import { suiteOf } from "./conform.js";
import { expectPlace, write } from "./files.js";
import { folderContent, pageText, readFile, withFile } from "./review-folder.js";
import { noContent, pageTemplate, reviewPage } from "./review-page.js";
import { createStatusLine } from "./status-line.js";
import { UsageError } from "./usage.js";
import { tool } from "./version.js";
/** Writes the review page. @returns the exit status */
export async function viewCommand(request) {
    const { out, run, traces, kernel, preset } = request;
    if (run !== null && preset !== null) {
        throw new UsageError(`expected no --preset with --run, got ${preset}: ${run} has been checked`);
    }
    pageTemplate(); // what is wrong is told before the search
    const files = traces.map((path) => [basename(path), readFile(path)]);
    const own = run === null ? await checkedNow(request) : { ...folderContent(run), kernel };
    const content = files.reduce((all, [name, file]) => withFile(all, file, name), own);
    write(out, reviewPage(content));
    process.stdout.write(`${pageText(out)}\n`);
    return 0;
}
/** What a check, the default suite, and a run of it on the reference kernel say of a kernel. */
async function checkedNow(request) {
    const { kernel: asked, preset, out } = request;
    expectPlace(out);
    const kernel = asked ?? "seed";
    const report = await check({
        preset: preset ?? "quick",
        kernel,
        mutant: null,
        only: null,
        quiet: false,
    });
    const status = createStatusLine(false);
    status.say(`making a suite of ${kernel}`);
    const suite = suiteOf({ kernel, suite: null });
    const result = await runSuite({
        suite,
        system: () => referenceSystem(),
        onResult: ({ id }) => status.say(`running ${id}`),
    });
    status.say("");
    const run = runOfReference(suite, result, { tool, system: "reference kernel" });
    return { ...noContent, kernel, checks: [report], suites: [suite], runs: [run] };
}
/** Draws the call's statechart. @returns the exit status */
export async function drawCommand(svg) {
    const [world] = worldsOf("quick", "seed");
    if (!world)
        throw new RangeError("the preset quick has no world");
    const machine = kexecLoad(createLayout(world.bounds));
    const { exits } = charts.kexec_load;
    write(svg, await drawStatechart(machine, { exits }));
    process.stdout.write(`${svg}\n`);
    return 0;
}
//# sourceMappingURL=view.js.map