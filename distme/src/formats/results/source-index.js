import { existsSync, readdirSync, readFileSync } from "node:fs";
import { firstArguments, returnedObjects } from "./object-literals.js";
/** The charts whose states the composed machine has under a region's name. */
const regions = new Set(["panic", "hotplug", "sysctls"]);
/** The order in which charts are composed: a state that two of them have is the first one's. */
const charts = ["kexec-load", "kexec-file-load", "reboot", "crash-size", "panic", "hotplug"];
/**
 * Reads where everything stands from the text of the sources: the statechart is written as literals,
 * so their outline is enough.
 */
export function indexSources(sources) {
    const index = {
        transitions: new Map(),
        states: new Map(),
        actions: new Map(),
        properties: new Map(),
        worlds: new Map(),
    };
    const machines = sources.filter(({ file }) => file.startsWith("machines/"));
    for (const { file, text } of [...machines].sort((a, b) => rank(a) - rank(b))) {
        const name = chartName(file);
        const prefix = regions.has(name) ? `${name}.` : "";
        for (const chart of firstArguments(text, "createMachine")) {
            visit(chart, "", { file, prefix, ...index });
        }
        for (const object of actionObjects(text)) {
            for (const [action, { line }] of entriesOf(object))
                add(index.actions, action, { file, line });
        }
    }
    for (const source of sources.filter((one) => !machines.includes(one))) {
        const isProperty = source.file.startsWith("properties/");
        addNamed(source, isProperty ? index.properties : index.worlds);
    }
    return index;
}
/** What is written as an object with a name of its own. */
function addNamed({ file, text }, into) {
    for (const [i, line] of text.split("\n").entries()) {
        const name = /(?:^|[\s{])name: "([a-z0-9-]+)"/.exec(line)?.[1];
        if (name !== undefined)
            add(into, name, { file, line: i + 1 });
    }
}
let found = null;
/** The index of our own sources; without entries where only their compiled form is. */
export function sourceIndex() {
    found ??= indexSources(ownSources());
    return found;
}
const folders = [
    { folder: "machines", files: /\.ts$/ },
    { folder: "properties", files: /\.ts$/ },
    { folder: "src/model", files: /worlds\.ts$/ },
];
/** The root is three folders up from here, and four from the compiled form in `dist`. */
function ownSources() {
    const [root] = ["../../../", "../../../../"]
        .map((path) => new URL(path, import.meta.url))
        .filter((url) => existsSync(new URL("machines/kexec-load.ts", url)));
    if (!root)
        return [];
    return folders.flatMap(({ folder, files: wanted }) => {
        const place = new URL(`${folder}/`, root);
        if (!existsSync(place))
            return [];
        const files = readdirSync(place).filter((name) => wanted.test(name));
        return files.sort().map((name) => ({
            file: `${folder}/${name}`,
            text: readFileSync(new URL(name, place), "utf8"),
        }));
    });
}
function chartName(file) {
    return file.replace(/^.*\//, "").replace(/\.ts$/, "");
}
function rank({ file }) {
    const place = charts.indexOf(chartName(file));
    return place < 0 ? charts.length : place;
}
/** Notes a state, what leaves it and everything below it. */
function visit(node, path, into) {
    const { file, prefix } = into;
    const name = `${prefix}${path}`;
    if (path !== "")
        add(into.states, name, { file, line: node.line });
    for (const [eventType, definition] of entriesOf(entry(node, "on"))) {
        addTransitions(definition, `${name} ${eventType}`, into);
    }
    const always = entry(node, "always");
    if (always)
        addTransitions(always, `${name} always`, into);
    for (const [key, child] of entriesOf(entry(node, "states"))) {
        visit(child, path === "" ? key : `${path}.${key}`, into);
    }
}
function addTransitions(definition, choice, { transitions, file }) {
    const list = definition.kind === "array" ? definition.items : [definition];
    for (const [position, { line }] of list.entries()) {
        add(transitions, `${choice} ${position}`, { file, line });
    }
}
function entry(node, key) {
    return node.kind === "object" ? node.entries.get(key) : undefined;
}
function entriesOf(node) {
    return node?.kind === "object" ? [...node.entries] : [];
}
/** Where actions are implemented: in a machine's setup, and in what functions for it return. */
function actionObjects(text) {
    const setups = firstArguments(text, "setup").flatMap((one) => entry(one, "actions") ?? []);
    return [...setups, ...returnedObjects(text)];
}
/** The first place is the one. */
function add(map, key, location) {
    if (!map.has(key))
        map.set(key, location);
}
//# sourceMappingURL=source-index.js.map