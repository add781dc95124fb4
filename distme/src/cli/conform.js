import { checkSuite, SuiteError } from "../conformance/check-suite.js";
import { randomConformance } from "../conformance/random.js";
import { runCalls } from "../conformance/reference/calls.js";
import { referenceSystem } from "../conformance/reference/system.js";
import { runSuite } from "../conformance/run.js";
import { differenceText } from "../conformance/system.js";
import { resultsOfReference } from "../formats/results/of-run.js";
import { runOfReference } from "../formats/run-of.js";
import { generate } from "../testgen/generate.js";
import { readJson, tellPage } from "./files.js";
import { prepareOutputs, writeOutputs } from "./outputs.js";
import { tally } from "./render.js";
import { prepareFolder, saveReports } from "./review-folder.js";
import { createStatusLine } from "./status-line.js";
import { paint, wrap } from "./text.js";
import { RunError } from "./usage.js";
import { tool } from "./version.js";
/** The suite to run: from a file, or made now. */
export function suiteOf({ kernel, suite }) {
    if (suite === null)
        return generate({ tool, kernel, cover: "transitions", seed: 1, tests: 0 });
    const parsed = readJson(suite);
    try {
        return checkSuite(parsed);
    }
    catch (error) {
        if (error instanceof SuiteError)
            throw new RunError(`${suite}: ${error.message}`);
        throw error;
    }
}
/**
 * Runs a suite on the reference kernel, then random worlds.
 *
 * @returns the exit status: 0 conforms, 1 diverges, 3 a test could not be run
 */
export async function conformReference(request) {
    prepareOutputs(request.outputs, request);
    if (request.report !== null)
        prepareFolder(request.report);
    const began_ms = Date.now();
    const bugs = request.bug === null ? {} : { [request.bug]: true };
    const status = createStatusLine(request.json);
    status.say("making the suite");
    const suite = suiteOf(request);
    const result = await runSuite({
        suite,
        system: () => referenceSystem({ bugs }),
        onResult: ({ id }) => status.say(`running ${id}`),
        ...(request.groups && { groups: request.groups }),
    });
    status.say("running whole calls");
    const calls = request.groups?.includes("caller") === false ? null : runCalls(suite, { bugs });
    status.say(`running ${request.random} random worlds`);
    const random = request.random === 0
        ? null
        : randomConformance({
            kernel: suite.kernel,
            runs: request.random,
            bugs,
            ...(request.seed !== null && { seed: request.seed }),
            ...(request.path !== null && { path: request.path }),
        });
    status.say("");
    const report = { schema: 1, tool, target: "reference", suite: result, calls, random };
    const document = JSON.stringify(report, null, 2);
    const text = request.json
        ? document
        : [
            renderResult(suite, result),
            ...(calls ? renderCalls(calls) : []),
            ...(random ? [random.message] : []),
        ].join("\n");
    process.stdout.write(`${text}\n`);
    const system = `reference kernel${request.bug === null ? "" : ` with ${request.bug}`}`;
    const run = runOfReference(suite, result, { tool, system });
    const times = { began_ms, ended_ms: Date.now() };
    const facts = { tool, command: (kernel) => commandOf(request, kernel), ...times };
    const results = resultsOfReference({ run, calls, random }, facts);
    writeOutputs(request.outputs, { results, json: document });
    if (request.report !== null)
        saveRun(request.report, suite, { run, json: request.json });
    const diverging = result.diverges + (calls?.diverging.length ?? 0);
    if (diverging > 0 || random?.outcome === "diverges")
        return 1;
    return result.errors > 0 || random?.outcome === "error" ? 3 : 0;
}
/** What runs the same suite on the same kernel again. */
function commandOf({ suite, bug }, kernel) {
    const file = suite === null ? "" : ` --suite ${suite}`;
    return `kexec-model conform --kernel ${kernel}${file}${bug === null ? "" : ` --bug ${bug}`}`;
}
/** Saves what was run, and says where the page is that shows it. */
export function saveRun(folder, suite, { run, json }) {
    const reports = [
        { kind: "suite", suite },
        { kind: "run", run },
    ];
    tellPage(saveReports(folder, reports, suite.kernel), { json });
}
function renderResult(suite, { results, conforms, diverges, errors }) {
    const transitions = new Set(suite.groups.flatMap(({ tests }) => tests.flatMap((t) => t.steps.flatMap((s) => s.transitions))));
    const bad = results.filter(({ outcome }) => outcome !== "conforms");
    return [
        paint("bold", `${tool}: the reference kernel as ${suite.kernel}, cover ${suite.cover}`),
        `  ${conforms} of ${results.length} tests conform, ${diverges} diverge, ${errors} errors`,
        `  ${transitions.size} transitions of the statechart in the suite`,
        ...bad.map(renderBad),
    ].join("\n");
}
/** The same calls on a machine of real size. */
function renderCalls({ compared, skipped, diverging }) {
    const head = `${compared} calls with 4 KiB pages and 511 entries a list page compared`;
    return [
        `  ${wrap(`${head}, ${diverging.length} diverge, ${skipped.length} skipped`, 4)}`,
        ...tally(skipped).map(([reason, n]) => `    ${wrap(`${n} skipped: ${reason}`, 6)}`),
        ...diverging.flatMap(({ test, call, differences }) => [
            `  ${paint("red", `${test}, call ${call + 1}, at real scale`)}`,
            ...differences.map((difference) => `    ${wrap(differenceText(difference), 6)}`),
        ]),
    ];
}
function renderBad(result) {
    if (result.outcome === "conforms")
        return "";
    if (result.outcome === "error")
        return `  ${wrap(`${result.id}: ERROR ${result.message}`, 4)}`;
    const { step, label, differences } = result.divergence;
    return [
        `  ${paint("red", `${result.id} diverges at step ${step + 1}, ${label}`)}`,
        ...differences.map((difference) => `    ${wrap(differenceText(difference), 6)}`),
    ].join("\n");
}
//# sourceMappingURL=conform.js.map