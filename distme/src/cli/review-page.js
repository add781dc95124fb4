import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { messageOf } from "../base/message.js";
import { parseMutation } from "../formats/mutation-file.js";
import { parseTrace } from "../formats/trace-file.js";
import { savedWorlds } from "../formats/trace-world.js";
import { bugs } from "../model/bugs.js";
import { kexecModel } from "../model/model.js";
import { insertParts, packParts } from "../viewer/review/pack.js";
import { modulePart, } from "../viewer/review/parts.js";
import { readSpecification, specificationFile } from "../viewer/review/specification.js";
import { tellStories } from "../viewer/review/stories.js";
import { emitScript } from "../xstate/compile/compiled.js";
import { kernelNames } from "./options.js";
import { RunError } from "./usage.js";
import { tool } from "./version.js";
export const noContent = {
    kernel: null,
    checks: [],
    suites: [],
    runs: [],
    traces: [],
    mutation: null,
};
/**
 * The review page, as the text of one HTML file.
 *
 * @throws RunError when the page was not built
 */
export function reviewPage(content) {
    const { checks, suites, runs, traces } = content;
    const kernel = kernelOf(content);
    const modules = compiledModules(kernel);
    const names = modules.map(([name]) => name);
    const parts = {
        index: { format: "kexec-model review 1", tool, kernel, modules: names },
        checks: inOrder(checks, kernel),
        suites: inOrder(suites, kernel),
        runs: inOrder(runs, kernel),
        mutation: content.mutation ?? parseMutation(specification("mutation.json")),
        bugs: museum(),
        stories: tellStories(kernel, tool),
        traces,
        specification: readSpecification(),
    };
    const texts = new Map(modules.map(([name, text]) => [modulePart(name), text]));
    return insertParts(pageTemplate(), packParts(parts, texts));
}
function kernelOf({ kernel, checks, runs, suites }) {
    if (kernel !== null)
        return kernel;
    const [named] = [checks, runs, suites].find((list) => list.length > 0) ?? [];
    const found = kernelNames.find((name) => named !== undefined && name === named.kernel);
    return found ?? "seed";
}
/** The kernel that is shown first, then the others as they are listed everywhere. */
function inOrder(all, first) {
    const place = ({ kernel }) => (kernel === first ? -1 : kernelNames.indexOf(kernel));
    return [...all].sort((a, b) => place(a) - place(b));
}
/** With the modules of every kernel a page would be several times as large. */
function compiledModules(kernel) {
    return ["quick", "story"].flatMap((preset) => savedWorlds(kernel, preset).map((world) => {
        const { machine, options } = kexecModel(world);
        return [{ kernel, preset, world: world.name }, emitScript(machine, options)];
    }));
}
function museum() {
    const ids = Object.keys(bugs); // the object's own keys
    return ids.map((id) => {
        const json = JSON.parse(specification(`bugs/${id}.trace.json`));
        return { id, trace: parseTrace(json) };
    });
}
function specification(name) {
    return readFileSync(specificationFile(name), "utf8");
}
/** The page is two folders up from the compiled command; from the source it is in `dist`. */
const pagePlaces = ["../../viewer/page.html", "../../dist/viewer/page.html"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
/**
 * The page without its parts, as the build left it.
 *
 * @throws RunError when there was no build
 */
export function pageTemplate() {
    const place = pagePlaces.find(existsSync);
    if (place === undefined) {
        throw new RunError(`expected the page at ${pagePlaces[0]}, got none: run npm run build`);
    }
    try {
        return readFileSync(place, "utf8");
    }
    catch (error) {
        throw new RunError(`expected the page at ${place}, got: ${messageOf(error)}`);
    }
}
//# sourceMappingURL=review-page.js.map