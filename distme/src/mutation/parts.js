import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { kexecProperties } from "../../properties/index.js";
import { createLayout } from "../memory/layout.js";
import { literalConfig, literals } from "../model/compose.js";
import { worldsOf } from "../model/worlds.js";
import { changedChoices } from "./reached.js";
import { mutationKernels } from "./settings.js";
import { listsOf, nodesOf } from "./targets.js";
/**
 * What a mutant is about, as a digest: the transitions that it changes before and after, with the
 * text of their guards and actions; for a wrong operation its file and that of the right one.
 *
 * It does not cover what a verdict depends on from afar: operations that a guard or an action calls,
 * other states of the chart, worlds. A run of all mutants does.
 */
export function partsOf(subjects) {
    const [world] = worldsOf("quick", "fixed");
    if (!world)
        throw new RangeError("there is no quick world");
    const layout = createLayout(world.bounds);
    const literal = literalConfig(layout);
    const texts = implementationTexts(layout);
    return Object.fromEntries(Object.entries(subjects).map(([name, subject]) => [
        name,
        digest(partOf(subject, literal, texts)),
    ]));
}
function partOf(subject, literal, texts) {
    const { origin, kind, chart, actions, guards } = subject;
    if (origin === "memory")
        return fileText(kind) + fileText(`variants/${kind}`);
    const own = [chart && origin === "named" ? chart : "", actions ?? "", guards ?? ""].join("\n");
    const changed = changedChoices(literal, subject);
    const lists = [...changed].map(([key, list]) => [key, listText(choice(literal, key), texts), listText(list, texts)].join("\n"));
    return [own, ...lists].join("\n");
}
function choice(literal, key) {
    const [path, type] = key.split(" ");
    const node = nodesOf(literal).find((placed) => placed.path === path)?.node ?? {};
    return listsOf(node).find(([name]) => name === type)?.[1] ?? [];
}
function listText(list, texts) {
    const spelt = JSON.stringify(list, (_, value) => typeof value === "function" ? { not: value.guards } : value);
    const names = [...spelt.matchAll(/"([A-Za-z]+)"/g)].map(([, name = ""]) => name);
    return [spelt, ...new Set(names.map((name) => texts.get(name) ?? ""))].join("\n");
}
/** The text of every guard and action, by name. */
function implementationTexts(layout) {
    const { doors, regions, root } = literals(layout);
    const texts = new Map();
    for (const { implementations } of [...doors, ...Object.values(regions), root]) {
        for (const [name, thing] of Object.entries({
            ...implementations.actions,
            ...implementations.guards,
        })) {
            const { step, ask } = thing;
            texts.set(name, String(step ?? ask ?? thing));
        }
    }
    return texts;
}
/** A file of src/memory, as it runs: compiled or not. */
function fileText(name) {
    const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
    const file = name.replace(/\.ts$/, extension);
    return readFileSync(new URL(`../memory/${file}`, import.meta.url), "utf8");
}
/** Every property of the kernels that mutants are judged in, once each. */
export function mutationProperties() {
    const all = new Map();
    for (const kernel of mutationKernels) {
        const [world] = worldsOf("quick", kernel);
        if (!world)
            continue;
        for (const property of kexecProperties(createLayout(world.bounds))) {
            if (!all.has(property.name))
                all.set(property.name, property);
        }
    }
    return [...all.values()];
}
/** A digest of what each property says. */
export function propertyDigests() {
    return Object.fromEntries(mutationProperties().map((property) => {
        const { name, statement, holds } = property;
        const when = "when" in property ? String(property.when) : "";
        return [name, digest([statement, String(holds), when].join("\n"))];
    }));
}
function digest(text) {
    return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
//# sourceMappingURL=parts.js.map