import { variables } from "../memory/variables.js";
import { literalName, taskOfPath } from "../model/compose.js";
import { integer, itfMap } from "./itf-value.js";
const kinds = ["task", "image", "frame"];
/**
 * The variables of a world: which state each region is in, every global variable of the memory
 * model under its own name, and its tasks, images and frames as maps from their number.
 *
 * Every byte of memory that is a variable is in one of them: two states that differ, differ here.
 */
export function itfVariables({ layout }) {
    const all = variables(layout).map((variable) => ({ ...variable, ...placeOf(variable) }));
    const globals = all.filter(({ kind }) => kind === null);
    const names = ["configuration", ...globals.map(({ field }) => field), ...kinds.map(plural)];
    const of = ({ configuration, context: { mem } }) => {
        const numbered = {
            task: new Map(),
            image: new Map(),
            frame: new Map(),
        };
        for (const { kind, number, field, at } of all) {
            if (kind === null)
                continue;
            const one = numbered[kind].get(number) ?? {};
            one[field] = integer(mem[at] ?? 0);
            numbered[kind].set(number, one);
        }
        return {
            configuration: itfMap(configuration.leaves.map(regionOf)),
            ...Object.fromEntries(globals.map(({ field, at }) => [field, integer(mem[at] ?? 0)])),
            ...Object.fromEntries(kinds.map((kind) => {
                const entries = [...numbered[kind]].map(([n, one]) => [integer(n), one]);
                return [plural(kind), itfMap(entries)];
            })),
        };
    };
    return { names, of };
}
/** `task 0: killed` is the field `killed` of task 0; anything else is a variable of its own. */
function placeOf({ name }) {
    const [, word, number = "0", rest = name] = /^(\w+) (\d+): (.+)$/.exec(name) ?? [];
    const kind = kinds.find((one) => one === word) ?? null;
    return { kind, number: Number(number), field: rest.replaceAll(/[^A-Za-z0-9]/g, "_") };
}
function plural(kind) {
    return `${kind}s`;
}
/** The region of a leaf, and the state in it: `task0`, `call.entered`. */
function regionOf(leaf) {
    const task = taskOfPath(leaf);
    if (task !== null)
        return [`task${task}`, literalName(leaf)];
    const [region = "", ...inside] = literalName(leaf).split(".");
    return leaf.startsWith("running.") ? [region, inside.join(".")] : ["machine", leaf];
}
//# sourceMappingURL=itf-state.js.map