import { kexecProperties } from "../../properties/index.js";
import { messageOf } from "../base/message.js";
import { referenceSystem } from "../conformance/reference/system.js";
import { runSuite } from "../conformance/run.js";
import { differenceText } from "../conformance/system.js";
import { createLayout } from "../memory/layout.js";
import { runWorld } from "../model/run.js";
import { generate } from "../testgen/generate.js";
import { compareGraphs } from "./equivalence.js";
import { isOfProperty, judgeWorld } from "./judge.js";
import { watching } from "./reached.js";
import { settingText, worldIn } from "./settings.js";
import { subjects } from "./subjects.js";
/** A mutant may have so many times the states of the model before its search is cut off. */
const growthMax = 4;
const statesMin = 2000;
/** Does a job, in this thread. */
export async function perform(job) {
    switch (job.kind) {
        case "baseline":
            return baseline(job.setting, job.names);
        case "judge":
            return judge(job.name, job.settings);
        case "compare": {
            const { names, setting } = job;
            const edits = Object.fromEntries(names.map((name) => [name, subject(name)]));
            const found = compareGraphs(worldIn(setting), edits, statesMax(setting));
            return { setting, equivalences: [...found] };
        }
        case "refute":
            return { property: job.property, refutation: refute(job) };
        case "suite":
            return { name: job.name, found: await suite(job.name, job.kernel) };
    }
}
/** @throws RangeError when there is no such mutant */
export function subject(name) {
    const found = subjects()[name];
    if (!found)
        throw new RangeError(`there is no mutant "${name}"`);
    return found;
}
function statesMax({ states }) {
    return growthMax * states + statesMin;
}
function baseline(setting, names) {
    const world = worldIn(setting);
    const mutants = Object.fromEntries(names.map((name) => [name, subject(name)]));
    const { edit, reached } = watching(createLayout(world.bounds), mutants);
    const verdict = judgeWorld(world, edit, Infinity);
    return { setting, verdict, differs: [...reached.differs], compared: [...reached.compared] };
}
function judge(name, settings) {
    const verdicts = [];
    let noticed = null;
    for (const setting of settings) {
        // what every check notices, a property of the same kernel may notice, too
        if (noticed && setting.kernel !== noticed.kernel)
            continue;
        const verdict = judgeWorld(worldIn(setting), subject(name), statesMax(setting));
        verdicts.push({ setting, verdict });
        if (verdict.broken.some(isOfProperty))
            break;
        if (verdict.broken.length > 0)
            noticed ??= setting;
    }
    return { name, verdicts };
}
function refute({ name, property, settings }) {
    for (const setting of settings) {
        const report = runWorld({
            world: worldIn(setting),
            properties: (layout) => kexecProperties(layout).filter((one) => one.name === property),
            edit: subject(name),
        });
        const [found] = report.properties;
        if (found?.outcome !== "violated" || !found.trace)
            continue;
        return { mutant: name, where: settingText(setting), steps: found.trace.steps.length };
    }
    return null;
}
async function suite(name, kernel) {
    const edit = subject(name);
    try {
        const made = generate({
            tool: "mutate",
            kernel,
            cover: "transitions",
            seed: 1,
            tests: 0,
            edit,
        });
        const { results } = await runSuite({ suite: made, system: () => referenceSystem(), edit });
        const failed = results.find(({ outcome }) => outcome !== "conforms");
        return failed ? `${kernel} ${failureText(failed)}` : null;
    }
    catch (error) {
        return `${kernel}: no suite can be made of it: ${messageOf(error).split("\n")[0]}`;
    }
}
function failureText(result) {
    if (result.outcome === "conforms")
        return "conforms";
    if (result.outcome === "error")
        return `${result.id}: ${result.message}`;
    const { step, label, differences } = result.divergence;
    return `${result.id}, step ${step + 1}, ${label}: ${differences.map(differenceText).join("; ")}`;
}
//# sourceMappingURL=jobs.js.map