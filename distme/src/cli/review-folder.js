import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, } from "node:fs";
import { dirname, join } from "node:path";
import { messageOf } from "../base/message.js";
import { ReviewFileError, readReviewFile, refuseLarge, } from "../viewer/review/read-file.js";
import { sizeText } from "./progress.js";
import { noContent, pageTemplate, reviewPage } from "./review-page.js";
import { RunError } from "./usage.js";
const page_name = "index.html";
/** The names of the files that are read; any other is left alone. */
const file_name = /^(check|run|suite)-.+\.json$/;
/**
 * Makes sure that reports can be written, before a long search.
 *
 * @throws RunError that says what is wrong with the folder, or that there is no page to fill
 */
export function prepareFolder(folder) {
    try {
        makeFolder(folder);
        readdirSync(folder); // says so when it is a file
        accessSync(folder, constants.W_OK | constants.X_OK);
    }
    catch (error) {
        const why = messageOf(error);
        throw new RunError(`expected to write to ${folder}, got: ${why}; name a folder that you may write to`);
    }
    pageTemplate();
}
/** Node's own recursive mkdir never returns where the system lets nobody make a folder: in /proc. */
function makeFolder(folder) {
    if (existsSync(folder))
        return;
    makeFolder(dirname(folder));
    try {
        mkdirSync(folder);
    }
    catch (error) {
        if (!existsSync(folder))
            throw error; // else another command was faster
    }
}
/**
 * Writes reports into a folder, and its page anew from everything that is there.
 *
 * @param kernel the one that the page shows first
 * @returns the path of the page, and its size
 * @throws RunError when a file cannot be written, or one that was there is damaged
 */
export function saveReports(folder, reports, kernel) {
    for (const report of reports) {
        const [name, value] = saved(report);
        replace(join(folder, name), `${JSON.stringify(value)}\n`);
    }
    // another command may have written a report while the page was made: both are in the last page
    for (let before = "", now = stampOf(folder); before !== now; now = stampOf(folder)) {
        before = now;
        replace(join(folder, page_name), reviewPage({ ...folderContent(folder), kernel }));
    }
    return pageText(join(folder, page_name));
}
/** How a page is told of. */
export function pageText(file) {
    return `${file}: ${sizeText(statSync(file).size)}`;
}
function saved(report) {
    switch (report.kind) {
        case "check": {
            const { kernel, mutant } = report.check;
            const name = mutant === null ? kernel : `${kernel}-${mutant}`;
            return [`check-${name}.json`, report.check];
        }
        case "run": {
            const { system, kernel } = report.run;
            return [`run-${slug(system)}-${kernel}.json`, report.run];
        }
        case "suite":
            return [`suite-${report.suite.kernel}.json`, report.suite];
    }
}
/** The name of a system as a part of the name of a file. */
function slug(system) {
    return system
        .toLowerCase()
        .replaceAll(/[^a-z0-9.]+/g, "-")
        .replaceAll(/^-|-$/g, "");
}
/** Whoever reads the file sees the old text or the new one, and never a part of it. */
function replace(file, text) {
    const draft = `${file}.${process.pid}.tmp`;
    try {
        writeFileSync(draft, text);
        renameSync(draft, file);
    }
    catch (error) {
        rmSync(draft, { force: true });
        throw new RunError(`expected to write ${file}, got: ${messageOf(error)}; make room, or name another folder`);
    }
}
/** Says which reports are in a folder, and when they were written. */
function stampOf(folder) {
    return reportsIn(folder)
        .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
        .join("\n");
}
function reportsIn(folder) {
    try {
        return readdirSync(folder)
            .filter((name) => file_name.test(name))
            .sort();
    }
    catch (error) {
        throw new RunError(`expected a folder with reports, got: ${messageOf(error)}`);
    }
}
/**
 * Everything that `check --report` and `conform --report` have left in a folder.
 *
 * @throws RunError that names the file which is damaged, or of another model
 */
export function folderContent(folder) {
    return reportsIn(folder).reduce((content, name) => {
        const path = join(folder, name);
        const [, kind] = file_name.exec(name) ?? [];
        try {
            const file = readFile(path);
            if (file.kind === kind)
                return withFile(content, file, name);
            throw new RunError(`${path}: expected a ${kind}, got a ${file.kind}`);
        }
        catch (error) {
            if (!(error instanceof RunError))
                throw error;
            throw new RunError(`${error.message}; write it again, or take it out of the folder`);
        }
    }, noContent);
}
/** Reads a file of any of our formats. @throws RunError that names it */
export function readFile(path) {
    try {
        return readReviewFile(textOf(path));
    }
    catch (error) {
        if (!(error instanceof ReviewFileError))
            throw error;
        throw new RunError(`${path}: ${error.message}`);
    }
}
/** @throws ReviewFileError when there is too much of it, RunError when it cannot be read */
function textOf(path) {
    try {
        refuseLarge(statSync(path).size);
        return readFileSync(path, "utf8");
    }
    catch (error) {
        if (error instanceof ReviewFileError)
            throw error;
        throw new RunError(`expected a file to read, got: ${messageOf(error)}`);
    }
}
/** Adds a file to what a page shows; it takes the place of one about the same. */
export function withFile(content, file, name) {
    switch (file.kind) {
        case "check": {
            const { check } = file;
            const others = content.checks.filter((one) => checkKey(one) !== checkKey(check));
            return { ...content, checks: [...others, check] };
        }
        case "suite": {
            const { suite } = file;
            const others = content.suites.filter(({ kernel }) => kernel !== suite.kernel);
            return { ...content, suites: [...others, suite] };
        }
        case "run": {
            const { run } = file;
            const same = (one) => one.kernel === run.kernel && one.system === run.system;
            return { ...content, runs: [...content.runs.filter((one) => !same(one)), run] };
        }
        case "mutation":
            return { ...content, mutation: file.mutation };
        case "trace": {
            const taken = content.traces.filter((one) => one.name.startsWith(name)).length;
            const own = taken === 0 ? name : `${name} (${taken + 1})`;
            return { ...content, traces: [...content.traces, { name: own, trace: file.trace }] };
        }
    }
}
function checkKey({ kernel, preset, mutant }) {
    return `${kernel} ${preset} ${mutant}`;
}
//# sourceMappingURL=review-folder.js.map