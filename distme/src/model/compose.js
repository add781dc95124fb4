import { and, createMachine } from "xstate";
import { crashSize } from "../../machines/crash-size.js";
import { hotplug } from "../../machines/hotplug.js";
import { kexecFileLoad } from "../../machines/kexec-file-load.js";
import { kexecLoad } from "../../machines/kexec-load.js";
import { machine } from "../../machines/machine.js";
import { panic } from "../../machines/panic.js";
import { reboot } from "../../machines/reboot.js";
import { sysctls } from "../../machines/sysctls.js";
import { initialMem } from "../memory/layout.js";
/** The state of the root in which tasks run: what all their paths begin with. */
const running = "running";
/** The path of a task's region. */
export function taskRegion(task) {
    return `${running}.task${task}`;
}
/** The task whose region a path lies in, or null. */
export function taskOfPath(path) {
    const found = /^running\.task(\d+)(?=\.|$)/.exec(path);
    return found ? Number(found[1]) : null;
}
/** A path or key of the composed machine, as the literals have it. */
export function literalName(composed) {
    return composed.replace(/^running\.task\d+\.?/, "").replace(/^running\.(?=\w)/, "");
}
/** The literals that the model is composed of. */
export function literals(layout) {
    return {
        /** Each is one door of the kernel; a task goes through one of them at a time. */
        doors: [kexecLoad(layout), kexecFileLoad(layout), reboot(layout), crashSize(layout)],
        /** Each is a region beside the tasks. */
        regions: { panic: panic(layout), hotplug: hotplug(layout), sysctls: sysctls(layout) },
        root: machine(layout),
    };
}
/**
 * The whole model as one machine: every door, once per task, beside panic, hotplug and sysctls; and
 * what follows when one CPU is left.
 *
 * Every transition of a task's region asks `forTask` first, since XState shows each event to every
 * region.
 *
 * @param edit changes the literals before they are composed: a mutant
 */
export function composeModel(layout, edit = {}) {
    const { doors, regions, root } = literals(layout);
    const { task, parts, config } = configsOf(layout);
    edit.chart?.({ states: { ...task.states, ...parts, ...config.states } });
    const tasks = {};
    const own = idsIn(task);
    for (let i = 0; i < layout.bounds.tasks; i++)
        tasks[`task${i}`] = rewrite(task, i, own);
    const whole = {
        ...config,
        context: { mem: initialMem(layout) },
        states: {
            ...config.states,
            [running]: { ...config.states?.[running], type: "parallel", states: { ...tasks, ...parts } },
        },
    };
    const all = [...doors, ...Object.values(regions), root].map((one) => one.implementations);
    return createMachine(whole, {
        actions: Object.assign({}, ...all.map(({ actions }) => actions), edit.actions?.(layout)),
        guards: {
            ...Object.assign({}, ...all.map(({ guards }) => guards), edit.guards?.(layout)),
            forTask: Object.assign(({ event }, params) => isForTask(undefined, event, params), { ask: isForTask, dependsOn: "event" }),
        },
    });
}
/** What an edit changes: the doors, regions and root, all of them under one node. */
export function literalConfig(layout) {
    const { task, parts, config } = configsOf(layout);
    return { states: { ...task.states, ...parts, ...config.states } };
}
/** The configurations of the literals, as copies that can be changed. */
function configsOf(layout) {
    const { doors, regions, root } = literals(layout);
    return {
        task: taskLiteral(doors.map(configOf)),
        parts: mapValues(regions, (region) => withoutStandIns(configOf(region))),
        config: { ...configOf(root), id: "kexec" },
    };
}
/** The task that an event happens to, or null. */
export function taskOf(event) {
    if (event.type === "panic")
        return event.by;
    return "task" in event ? event.task : null;
}
function isForTask(_mem, event, { task }) {
    return taskOf(event) === task;
}
/** XState types a configuration by its literal; here it is rewritten as plain data. */
function configOf(machine) {
    const { context: _, ...config } = structuredClone(machine.config);
    return config;
}
/** All doors behind one `idle`. */
function taskLiteral(doors) {
    const states = {};
    for (const door of doors.map(withoutStandIns)) {
        for (const [key, node] of Object.entries(door.states ?? {})) {
            const seen = states[key];
            states[key] = seen ? { ...seen, ...(seen.on && { on: { ...seen.on, ...node.on } }) } : node;
        }
    }
    const [first] = doors;
    return { ...first, id: "task", states };
}
/** A literal that runs alone ends in a stand-in for what the root does next. */
function withoutStandIns(literal) {
    const kept = Object.entries(literal.states ?? {}).filter(([, { type }]) => type !== "final");
    return { ...literal, states: Object.fromEntries(kept) };
}
/** Whether a state of a literal stands in for one of the root's. */
export function isStandIn({ type, id }) {
    return type === "final" && id !== undefined && rootIds.has(id);
}
/** The root's states have these ids everywhere. */
const rootIds = new Set(["lastCpu", "silent", "shutDown", "dead"]);
/** The ids of a literal's nodes: what a target of theirs may mean. */
function idsIn(node) {
    const below = Object.values(node.states ?? {}).flatMap((child) => [...idsIn(child)]);
    return new Set(node.id === undefined ? below : [node.id, ...below]);
}
/** @param own the ids of the literal, which every task has for itself */
function rewrite(node, task, own) {
    const copy = { ...node };
    if (node.id !== undefined)
        copy.id = idFor(node.id, task);
    if (node.on) {
        copy.on = mapValues(node.on, (transitions) => [transitions].flat().map((transition) => forTask(retarget(transition, task, own), task)));
    }
    if (node.always) {
        copy.always = [node.always].flat().map((transition) => retarget(transition, task, own));
    }
    if (node.states)
        copy.states = mapValues(node.states, (child) => rewrite(child, task, own));
    return copy;
}
function forTask(transition, task) {
    const own = { type: "forTask", params: { task } };
    const guard = transition.guard;
    // `and` wants guards typed by a setup; these are references by name
    return { ...transition, guard: guard === undefined ? own : and([own, guard]) };
}
/** Ids that are not the literal's own are the root's. */
function retarget(transition, task, own) {
    const { target } = transition;
    if (!target?.startsWith("#") || !own.has(target.slice(1)))
        return transition;
    return { ...transition, target: `#${idFor(target.slice(1), task)}` };
}
function idFor(id, task) {
    return `task${task}:${id}`;
}
function mapValues(record, map) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
//# sourceMappingURL=compose.js.map