import { kexecProperties } from "../../properties/index.js";
import { resultsOfCheck } from "../formats/results/of-check.js";
import { createLayout } from "../memory/layout.js";
import { aggregate } from "../model/aggregate.js";
import { literalOf } from "../model/literal.js";
import { worldsOf } from "../model/worlds.js";
import { baselineOutcome, baselineSuite, openBaseline, tellBaseline, } from "./check-baseline.js";
import { tellPage } from "./files.js";
import { prepareOutputs, writeOutputs } from "./outputs.js";
import { exploreWorlds } from "./pool.js";
import { renderCheck } from "./render.js";
import { prepareFolder, saveReports } from "./review-folder.js";
import { tool } from "./version.js";
/** Explores all worlds of a preset and puts the reports together. */
export async function check(request) {
    return (await exploreAll(request)).report;
}
async function exploreAll(request) {
    const { preset, kernel, mutant, only } = request;
    const { limits = {}, workers = null, statistics = false, checkpoints = null, ...rest } = request;
    const worlds = await exploreWorlds({ ...rest, limits, workers, statistics, checkpoints });
    const layout = layoutOf(preset, kernel);
    const report = aggregate({
        tool,
        kernel,
        preset,
        mutant,
        worlds,
        claims: kexecProperties(layout).filter(({ name }) => only === null || name === only),
        literal: literalOf(layout),
        coverageMatters: preset === "standard" && only === null,
    });
    return { report, worlds };
}
function layoutOf(preset, kernel) {
    const [world] = worldsOf(preset, kernel);
    if (!world)
        throw new RangeError(`preset ${preset} has no world`);
    return createLayout(world.bounds);
}
/** Runs `check` and prints what it found. @returns the exit status */
export async function checkCommand(request, output) {
    // a bad path is told before the search
    const { json, outputs, baseline } = output;
    prepareOutputs(outputs, output);
    if (output.report !== null)
        prepareFolder(output.report);
    const known = baseline && openBaseline(baseline);
    const began_ms = Date.now();
    const { report, worlds } = await exploreAll(request);
    const compared = known && baselineOutcome(known, report, worlds);
    const results = resultsOfCheck(report, { began_ms, ended_ms: Date.now() });
    const document = JSON.stringify(report, null, 2);
    process.stdout.write(`${json ? document : renderCheck(report)}\n`);
    if (compared)
        tellBaseline(compared, output);
    const suites = compared ? [...results.suites, baselineSuite(compared)] : results.suites;
    writeOutputs(outputs, { results: { ...results, suites }, json: document });
    if (output.report !== null) {
        tellPage(saveReports(output.report, [{ kind: "check", check: report }], report.kernel), output);
    }
    const status = exitStatus(report);
    return status === 0 && compared && compared.differences.length > 0 ? 1 : status;
}
export function exitStatus({ verdict }) {
    return { holds: 0, violated: 1, incomplete: 3 }[verdict];
}
//# sourceMappingURL=check.js.map