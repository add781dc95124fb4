import { existsSync } from "node:fs";
import { BaselineError, baselineDifferences, baselineName, baselineOf, baselinesText, parseBaselines, } from "../formats/results/baseline.js";
import { committedSuite } from "../formats/results/of-mutation.js";
import { readJson, write } from "./files.js";
import { paint, wrap } from "./text.js";
import { RunError } from "./usage.js";
/**
 * Reads a baseline file, before the search; one that will be written need not be there.
 *
 * @throws RunError that says what is wrong with it
 */
export function openBaseline(request) {
    const { file, write: writes } = request;
    if (writes && !existsSync(file)) {
        write(file, baselinesText({})); // a bad path is told before the search
        return { ...request, known: {} };
    }
    const json = readJson(file);
    try {
        return { ...request, known: parseBaselines(json) };
    }
    catch (error) {
        if (error instanceof BaselineError)
            throw new RunError(`${file}: ${error.message}`);
        throw error;
    }
}
/**
 * Compares a check with its baseline, or writes it there.
 *
 * Nothing is known of a check that is violated or incomplete: it fails anyhow, and is not compared.
 */
export function baselineOutcome({ file, write: writes, known }, report, worlds) {
    const name = baselineName(report);
    if (report.verdict !== "holds") {
        return { file, differences: [], note: `${file} was left alone: this check does not hold` };
    }
    const now = baselineOf(report, worlds);
    if (writes) {
        write(file, baselinesText({ ...known, [name]: now }));
        return { file, differences: [], note: `${file}: ${name} is written` };
    }
    const was = known[name];
    const differences = was
        ? baselineDifferences(was, now)
        : [`${name}: there is no such check in the file`];
    return { file, differences, note: `As ${file} says.` };
}
/** Prints what differs from a baseline; behind a JSON document it goes to the standard error. */
export function tellBaseline({ file, differences, note }, { json }) {
    const lines = differences.length === 0
        ? [note]
        : [
            paint("yellow", `Not what ${file} says`),
            ...differences.map((line) => `  ${wrap(line, 4)}`),
            wrap("Look, then write it with --write-baseline.", 0),
        ];
    (json ? process.stderr : process.stdout).write(`\n${lines.join("\n")}\n`);
}
const rule = {
    id: "check-is-what-the-baseline-says",
    statement: "State counts, coverage and known violations are those that are committed.",
    help: "Look at the differences, then write the file: kexec-model check --write-baseline",
    location: null,
};
/** The comparison as results. */
export function baselineSuite({ file, differences }) {
    return committedSuite({ file, differences, rule });
}
//# sourceMappingURL=check-baseline.js.map