import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { messageOf } from "../base/message.js";
import { ktapProgram } from "../formats/ktap/ktap-program.js";
import { reasonsOf } from "../formats/planned-tests.js";
import { syzkallerPrograms } from "../formats/syzkaller/syzkaller-programs.js";
import { generate } from "../testgen/generate.js";
import { write } from "./files.js";
import { createStatusLine } from "./status-line.js";
import { count, paint, wrap } from "./text.js";
import { RunError, UsageError } from "./usage.js";
import { tool } from "./version.js";
/**
 * `json`: the suite itself; `ktap`: a C program that prints KTAP; `syzkaller`: a folder of programs
 * for syz-runtest.
 */
export const suiteFormats = ["json", "ktap", "syzkaller"];
/**
 * Makes a test suite from the statechart.
 *
 * @returns the exit status
 * @throws UsageError when the options do not go together
 */
export function generateCommand(flags) {
    const { cover, kernel, seed, tests, format, groups, out, json } = flags;
    if (format === "json" && groups !== null) {
        throw new UsageError("expected --groups with --format ktap or syzkaller: a suite has all groups");
    }
    if (format !== "json" && json) {
        throw new UsageError(`expected --json with --format json, got --format ${format}`);
    }
    if (format === "syzkaller" && out === null) {
        throw new UsageError("expected --out <dir> with --format syzkaller, got none");
    }
    const status = createStatusLine(json);
    status.say(`making a suite of ${kernel}, cover ${cover}`);
    const suite = generate({ tool, kernel, cover, seed, tests });
    status.say("");
    if (format === "ktap")
        return writeKtap(suite, groups, out);
    if (format === "syzkaller")
        return writeSyzkaller(suite, groups, out ?? ".");
    const text = JSON.stringify(suite, null, 1);
    if (out !== null)
        write(out, `${text}\n`);
    process.stdout.write(`${json ? text : renderSuite(suite, out)}\n`);
    return 0;
}
function writeKtap(suite, groups, out) {
    const { text, tests, leftOut } = ktapProgram(suite, groups);
    if (tests === 0)
        throw nothingToRun(leftOut);
    if (out === null) {
        process.stdout.write(text);
        return 0;
    }
    write(out, text);
    const summary = `${tests} tests in one C program`;
    process.stdout.write(`${renderWritten(suite, { summary, leftOut, out })}\n`);
    return 0;
}
function writeSyzkaller(suite, groups, out) {
    const { files, programs, leftOut } = syzkallerPrograms(suite, groups);
    if (programs === 0)
        throw nothingToRun(leftOut);
    for (const { path, text } of files) {
        const file = join(out, path);
        makeFolder(dirname(file));
        write(file, text);
    }
    const summary = `${programs} programs for syz-runtest`;
    process.stdout.write(`${renderWritten(suite, { summary, leftOut, out })}\n`);
    return 0;
}
function makeFolder(folder) {
    try {
        mkdirSync(folder, { recursive: true });
    }
    catch (error) {
        throw new RunError(`expected to make the folder ${folder}, got: ${messageOf(error)}`);
    }
}
function nothingToRun(leftOut) {
    const [first] = reasonsOf(leftOut);
    const why = first ? ` (most often: ${first[0]})` : "";
    return new RunError(`expected a test that user space can bring about, got none${why}: choose other groups`);
}
function renderWritten(suite, { summary, leftOut, out }) {
    return [
        headline(suite),
        `  ${summary}`,
        ...reasonsOf(leftOut).map(([reason, n]) => {
            return `  ${wrap(`${n} ${n === 1 ? "test" : "tests"} left out: ${reason}`, 4)}`;
        }),
        `written to ${out}`,
    ].join("\n");
}
/** What a suite holds, group by group. */
export function renderSuite(suite, out) {
    const rows = suite.groups.map(({ name, tests }) => {
        const steps = tests.reduce((sum, test) => sum + test.steps.length, 0);
        const items = tests.reduce((sum, { covers }) => sum + covers.length, 0);
        return `  ${name.padEnd(12)}${cell(tests.length)}${cell(steps)}${cell(items)}`;
    });
    const head = `  ${"needs".padEnd(12)}${"tests".padStart(9)}${"steps".padStart(9)}${"covers".padStart(9)}`;
    return [
        headline(suite),
        head,
        ...rows,
        ...suite.uncovered.map(({ item, reason }) => `  ${wrap(`not covered: ${item}: ${reason}`, 4)}`),
        ...(out === null ? [] : [`written to ${out}`]),
    ].join("\n");
}
function headline({ tool: made, kernel, cover }) {
    return paint("bold", `${made}: kernel ${kernel}, cover ${cover}`);
}
function cell(value) {
    return count(value).padStart(9);
}
//# sourceMappingURL=generate.js.map