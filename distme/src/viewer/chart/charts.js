import { createLayout } from "../../memory/layout.js";
import { composeModel, literalName, literals } from "../../model/compose.js";
import { worldsOf } from "../../model/worlds.js";
import { readDiagram } from "../svg/diagram.js";
/** The charts of the review page: the composition, and one for each door of the kernel. */
export const chartNames = [
    "whole",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "crash_size",
];
export const charts = {
    whole: {
        door: null,
        exits: ["gone", "panic.stopping", "dead"],
        closed: ["call", "file", "reboot", "size"],
        collapsible: ["panic", "hotplug", "sysctls", "silent"],
        collapsedFirst: ["hotplug", "sysctls"],
    },
    kexec_load: {
        ...doorChart("call", ["call.returning", "call.locked.unlocking", "call.locked.out"]),
        collapsedFirst: [
            "call.locked.kimageAllocInit",
            "call.locked.machineKexecPrepare",
            "call.locked.normalSegment",
            "call.locked.crashSegment",
        ],
    },
    kexec_file_load: doorChart("file", ["file.returning", "file.locked.out"]),
    reboot: doorChart("reboot", ["reboot.interruptible.returning", "reboot.interruptible.unlocking"]),
    crash_size: doorChart("size", ["size.returning", "size.unlocking"]),
};
/** The region of a task, which the literals have no name for. */
export const taskPath = "task";
/** Returns what a chart says: a door as its literal has it, or all literals composed. */
export function chartDiagram(name) {
    const known = diagrams.get(name);
    if (known)
        return known;
    const diagram = name === "whole" ? readWhole() : readDiagram(doorMachine(name));
    diagrams.set(name, diagram);
    return diagram;
}
/** The chart that shows a state or a transition with everything around it. */
export function chartOf(pathOrKey) {
    const [first = ""] = pathOrKey.split(/[ .]/);
    const found = doorNames.find((name) => charts[name].door === first);
    if (found)
        return found;
    const isOwn = (name) => chartDiagram(name).transitions.some(({ key }) => key === pathOrKey);
    return doorNames.find(isOwn) ?? "whole"; // from `idle`, which the doors share
}
/** The composed machine with one task: what every literal says, in one place. */
export function composedMachine() {
    composed ??= composeModel(smallLayout());
    return composed;
}
/** The guard that a literal asks; the composition asks first whose event it is. */
export function literalGuard(guard) {
    if (isForTask(guard))
        return undefined;
    const guards = typeof guard === "function" && "guards" in guard ? guard.guards : null;
    if (!Array.isArray(guards) || !isForTask(guards[0]))
        return guard;
    return guards[1];
}
const doorNames = chartNames.filter((name) => name !== "whole");
const diagrams = new Map();
let composed;
function doorChart(door, exits) {
    return { door, exits, closed: [], collapsible: null, collapsedFirst: [] };
}
/** Guards and actions ask the layout; states and transitions do not. */
function smallLayout() {
    const [world] = worldsOf("quick", "seed");
    if (!world)
        throw new RangeError("the preset quick has no world");
    return createLayout({ ...world.bounds, tasks: 1 });
}
function doorMachine(name) {
    const { door } = charts[name];
    const machines = literals(smallLayout()).doors;
    const machine = machines.find(({ root }) => door !== null && door in root.states);
    if (machine)
        return machine;
    throw new RangeError(`expected a literal with the state "${door}"`);
}
function readWhole() {
    return readDiagram(composedMachine(), wholeNaming);
}
const wholeNaming = {
    ofState: (node) => {
        const path = node.path.join(".");
        if (node.parent?.key === "running" && node.key === "task0") {
            return { path: taskPath, key: "task", description: "One of the tasks: the doors it opens." };
        }
        return {
            path: literalName(path),
            key: node.key,
            description: node.description ?? "",
        };
    },
    ofGuard: literalGuard,
};
function isForTask(guard) {
    return typeof guard === "object" && guard !== null && "type" in guard && guard.type === "forTask";
}
//# sourceMappingURL=charts.js.map