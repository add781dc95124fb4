import { availableParallelism } from "node:os";
import { mapLimited } from "../base/map-limited.js";
import { runB8 } from "../conformance/linux/b8.js";
import { runBugs } from "../conformance/linux/bug-tests.js";
import { EnvironmentError } from "../conformance/linux/environment.js";
import { runTraces } from "../conformance/linux/function-trace/run-traces.js";
import { runJumps } from "../conformance/linux/jump-tests.js";
import { findKernel, replacedPackage } from "../conformance/linux/kernels.js";
import { runOutside } from "../conformance/linux/outside/run-outside.js";
import { imageVersion, profileOf } from "../conformance/linux/profile.js";
import { runLinux } from "../conformance/linux/run-linux.js";
import { runWalk } from "../conformance/linux/walk/run-walk.js";
import { withSightings } from "../conformance/transition-count.js";
import { resultsOfLinux } from "../formats/results/of-run.js";
import { runOfLinux } from "../formats/run-of.js";
import { suiteOf } from "./conform.js";
import { tellPage } from "./files.js";
import { movedText } from "./kernels.js";
import { prepareOutputs, writeOutputs } from "./outputs.js";
import { renderMatrix, renderOne } from "./render-linux.js";
import { prepareFolder, saveReports } from "./review-folder.js";
import { createStatusLine } from "./status-line.js";
import { tool } from "./version.js";
/** More machines than that only slow each other down: each has two processors of its own. */
const MACHINES_MAX = 2;
/**
 * Runs a suite on unmodified kernels in QEMU, two at a time.
 *
 * @returns the exit status: 0 all conform, 1 one diverges, 3 a test or a kernel could not be run
 */
export async function conformLinux(request) {
    const { image, json, report } = request;
    prepareOutputs(request.outputs, request);
    if (report !== null)
        prepareFolder(report);
    const began_ms = Date.now();
    const interrupt = new AbortController();
    const stop = () => interrupt.abort(new EnvironmentError("interrupted"));
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    const status = createStatusLine(json);
    try {
        const names = image === null ? request.kernels : [await profileOfImage(image)];
        const suites = new Map(names.map((name) => [name, suiteFor(request, name)]));
        const only = names.length === 1;
        const limit = Math.min(MACHINES_MAX, availableParallelism());
        const results = await mapLimited(names, limit, async (name) => {
            const suite = suites.get(name) ?? suiteFor(request, name);
            try {
                return await runKernel(request, { name, suite, status, signal: interrupt.signal });
            }
            catch (error) {
                const isKnown = error instanceof EnvironmentError && !interrupt.signal.aborted;
                if (only || !isKnown)
                    throw error;
                status.warn(`${name}: ${error.message}`);
                return { name, failure: error.message };
            }
        });
        status.say("");
        const document = documentOf(results);
        tell(results, json ? document : null);
        writeOutputs(request.outputs, {
            results: resultsOf(request, { results, suites, began_ms }),
            json: document,
        });
        if (report !== null)
            save(report, { results, suites, json });
        return exitStatus(results);
    }
    finally {
        process.removeListener("SIGINT", stop);
        process.removeListener("SIGTERM", stop);
    }
}
async function runKernel({ image, groups, b8, bugs, jumps, outside, functionTrace, walk }, { name, suite, status, signal }) {
    const onProgress = (line) => status.say(`${name}: ${line}`);
    const kernel = await findKernel({ name, onProgress, ...(image !== null && { path: image }) });
    const replaced = replacedPackage(name, kernel);
    if (replaced !== null)
        status.warn(movedText(name, kernel, replaced));
    const common = { kernel, signal, onProgress };
    const run = await runLinux({
        ...common,
        suite,
        profile: name,
        onTest: ({ id }) => onProgress(id),
        ...(groups && { groups }),
    });
    const traces = functionTrace ? await runTraces({ ...common, suite }) : null;
    return {
        name,
        kernel,
        run: traces ? withTraces(name, run, traces) : run,
        b8: b8 ? await runB8({ ...common, name }) : null,
        bugs: bugs ? await runBugs(common) : null,
        jumps: jumps ? await runJumps(common) : null,
        outside: outside ? await runOutside({ ...common, suite }) : null,
        functionTrace: traces,
        walk: walk && (await runWalk({ ...common, ...walk, name })),
    };
}
/** A run whose table also has the transitions that the kernel's function trace shows. */
function withTraces(name, run, traces) {
    return { ...run, transitions: withSightings(name, run.transitions, traces.transitions) };
}
/** The kernel of the model that an image is: its header says it, and the guest again later. */
async function profileOfImage(path) {
    const { release, version } = await imageVersion(path);
    return profileOf(release, version);
}
function suiteFor({ suite }, kernel) {
    return suiteOf({ kernel, suite });
}
/** The results as JSON. */
function documentOf(results) {
    const facts = { schema: 1, tool, target: "linux" };
    const lone = loneOf(results);
    return JSON.stringify(lone ? { ...facts, ...lone } : { ...facts, kernels: results }, null, 2);
}
/** The one kernel that was asked for, if it was run. */
function loneOf([first, ...others]) {
    return others.length === 0 && first && "run" in first ? first : null;
}
/** @param document what to print instead, or null */
function tell(results, document) {
    const lone = loneOf(results);
    const text = document ?? (lone ? renderOne(lone) : renderMatrix(results)).join("\n");
    process.stdout.write(`${text}\n`);
}
function resultsOf(request, { results, suites, began_ms }) {
    const outcomes = results.map((result) => {
        if ("failure" in result)
            return result;
        const { name, run, ...more } = result;
        const suite = suites.get(name) ?? suiteFor(request, name);
        return { name, run: runOfLinux(suite, run, tool), ...more };
    });
    const { image, suite: file } = request;
    const command = (kernel) => {
        const which = image === null ? `--kernel ${kernel}` : `--image ${image}`;
        return `kexec-model conform --target linux ${which}${file === null ? "" : ` --suite ${file}`}`;
    };
    return resultsOfLinux(outcomes, { tool, command, began_ms, ended_ms: Date.now() });
}
function save(folder, { results, suites, json }) {
    const done = results.flatMap((result) => {
        const suite = suites.get(result.name);
        return suite && "run" in result ? [{ suite, run: result.run }] : [];
    });
    const [first] = done;
    if (first === undefined)
        return;
    const reports = done.flatMap(({ suite, run }) => [
        { kind: "suite", suite },
        { kind: "run", run: runOfLinux(suite, run, tool) },
    ]);
    tellPage(saveReports(folder, reports, first.suite.kernel), { json });
}
/** Whether a call's function trace is none that the statechart has. */
function leavesStatechart({ functionTrace }) {
    if (functionTrace === null)
        return false;
    const { calls, outcomes } = functionTrace;
    return calls.some(({ blockedBy }) => blockedBy !== null) || outcomes.blocked.length > 0;
}
function exitStatus(results) {
    const runs = results.flatMap((result) => ("run" in result ? [result] : []));
    const hasNo = ({ tests }, kind) => tests.every(({ outcome }) => outcome.kind !== kind);
    const someJump = ({ jumps }, outcome) => jumps?.tests.some((test) => test.outcome === outcome) === true;
    const someLook = ({ outside }, kind) => outside?.tests.some(({ outcome }) => outcome.kind === kind) === true;
    const differs = (result) => !hasNo(result.run, "diverged") ||
        result.b8?.agrees === false ||
        result.bugs?.bugs.some(({ expected, got }) => expected !== got) === true ||
        someJump(result, "differs") ||
        someLook(result, "diverged") ||
        leavesStatechart(result) ||
        (result.walk !== null && result.walk.divergence !== null);
    if (runs.some(differs))
        return 1;
    if (runs.some((result) => someJump(result, "error") || someLook(result, "error")))
        return 3;
    const isRun = runs.every(({ run }) => hasNo(run, "error") && !hasNo(run, "passed"));
    return isRun && runs.length === results.length ? 0 : 3;
}
//# sourceMappingURL=conform-linux.js.map