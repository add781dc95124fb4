import { errnos } from "../kernel/errno.js";
import { isKilled, isLoading, resultOf } from "../memory/call.js";
import { localImage } from "../memory/kimage.js";
import { get, KEXEC_CRASH_IMAGE, KEXEC_LOAD_DISABLED, planOf, } from "../memory/layout.js";
import { limitOf } from "../memory/limits.js";
import { lockHolder } from "../memory/lock.js";
import { isPlainFrame, parkedHit } from "../memory/pages.js";
import { isOnCrash } from "../memory/request.js";
import { canonicalMem } from "../memory/symmetry.js";
import { taskRegion } from "../model/compose.js";
import { mayEnd } from "./endings.js";
/** Identifies a state up to symmetry. */
export function stateKey(layout, state) {
    const mem = canonicalMem(layout, state.context.mem.slice());
    return `${state.configuration.id} ${Buffer.from(mem).toString("latin1")}`;
}
/** Explores a world breadth first and keeps every node and edge. */
export function buildGraph(simulation) {
    const { layout } = simulation;
    const nodes = [];
    const edges = [];
    const known = new Map();
    const nodeFor = (state) => {
        const key = stateKey(layout, state);
        const seen = known.get(key);
        if (seen)
            return seen;
        const node = { index: nodes.length, state, end: mayEnd(layout, state), out: [], in: [] };
        known.set(key, node);
        nodes.push(node);
        return node;
    };
    nodeFor(simulation.initial);
    for (let i = 0; i < nodes.length; i++) {
        const from = nodes[i];
        if (!from)
            break;
        for (const event of simulation.alphabet(from.state)) {
            const step = simulation.step(from.state, event);
            if (!step)
                continue;
            const to = nodeFor(step.state);
            const needs = needsOf(layout, from.state, event, step.state);
            const { transitions } = step;
            const marks = marksOf(simulation, from.state, event, step);
            const edge = { from, to, event, transitions, marks, needs };
            from.out.push(edge);
            to.in.push(edge);
            edges.push(edge);
        }
    }
    return { simulation, nodes, edges };
}
/**
 * What transitions alone do not tell apart: which request is refused by what it asks for (the order
 * of gates and rules shows in requests that break two of them), whether the task is killed, whether
 * an attempt uses up a limit, whether a panic loses a dump that it could have had.
 */
function marksOf({ world, layout }, { context: { mem } }, ...[event, step]) {
    if (event.type === "__crash_kexec")
        return lostDump(mem);
    if (!("task" in event) || event.task > 0 || !isLoading(layout, mem, event.task))
        return [];
    const killed = isKilled(layout, mem, event.task);
    const marks = [
        ...(killed ? step.transitions.map((key) => `killed: ${key}`) : []),
        ...consumed(layout, mem, step),
    ];
    const disabled = get(mem, KEXEC_LOAD_DISABLED) !== 0;
    if (!refusals.includes(event.type) || disabled)
        return marks;
    if (!isLoading(layout, step.state.context.mem, event.task))
        return marks;
    const refused = resultOf(layout, step.state.context.mem, event.task) !== 0;
    const { request } = planOf(layout, mem, event.task);
    return refused ? [...marks, `refused: ${world.name}, ${request.name}`] : marks;
}
/** A panic that cannot run the crash image although there is one, since somebody holds the lock. */
function lostDump(mem) {
    const lost = lockHolder(mem) >= 0 && get(mem, KEXEC_CRASH_IMAGE) !== 0;
    return lost ? ["panic: the lock is held, and a crash image loaded"] : [];
}
/** An attempt that uses a load limit up. */
function consumed({ bounds }, before, { state: { context } }) {
    if (!bounds.features.includes("load-limits"))
        return [];
    return ["reboot", "panic"]
        .filter((limit) => limitOf(context.mem, limit) < limitOf(before, limit))
        .map((limit) => `consumed: kexec_load_limit_${limit}`);
}
/** The steps that refuse a request for what it asks, whatever happens. */
const refusals = [
    "kexec_load_check",
    "kexec_load_permitted",
    "kimage_alloc_init",
    "sanity_check_segment_list",
];
/** What a step needs from the system under test. */
function needsOf(layout, state, ...[event, after]) {
    const door = otherDoors.includes(event.type) || isCompat(layout, event) ? ["doors"] : [];
    if (!("task" in event))
        return [...door, ...(machineNeeds[event.type] ?? [])];
    const own = runsOut(layout, event, after) ? "faults" : needOf(layout, state, event);
    const second = event.task > 0 ? ["two-callers"] : [];
    return [...door, ...(own ? [own] : []), ...second];
}
/** Whether a normal load by file fails for want of pages: the frames of a world are few. */
function runsOut(layout, event, { context: { mem } }) {
    if (!("outcome" in event) || event.outcome !== "ok" || !isLoading(layout, mem, event.task)) {
        return false;
    }
    const { request } = planOf(layout, mem, event.task);
    const failed = resultOf(layout, mem, event.task) === errnos.ENOMEM;
    const killed = isKilled(layout, mem, event.task);
    return failed && !killed && request.file === true && !isOnCrash(request);
}
/** What begins anything but a call of kexec_load. */
const otherDoors = [
    "kexec_file_load",
    "reboot",
    "crash_size_show",
    "crash_size_store",
    "kexec_limit_handler",
];
function isCompat({ bounds }, event) {
    return event.type === "kexec_load" && bounds.requests[event.request]?.compat === true;
}
const machineNeeds = {
    panic: ["panics"],
    crash_handle_hotplug_event: ["hotplug"],
};
function needOf(layout, state, event) {
    const { mem } = state.context;
    switch (event.type) {
        case "sigkill":
            return "kills";
        case "oops":
            return "panics";
        case "kernel_restart_prepare":
        case "freeze_processes":
            return "reboots";
        case "kimage_file_alloc_init":
            return event.outcome === "ENOMEM" ? "faults" : null; // anybody can have bad files
        case "kexec_load": {
            const request = layout.bounds.requests[event.request];
            return request && (request.lsm !== 0 || request.lockdown !== 0) ? "policy" : null;
        }
        case "kimage_alloc_page":
        case "kimage_alloc_normal_control_pages": {
            if (event.frame === null)
                return isForced(layout, state, event.task) ? null : "faults";
            const image = localImage(layout, mem, event.task);
            return isPlainFrame(layout, mem, image, event.frame) ? null : "allocator";
        }
        default: {
            const failure = "outcome" in event ? event.outcome : "ok";
            return failure === "ok" || failure === "EFAULT" ? null : "faults";
        }
    }
}
/** Whether the kernel gets no page without any fault: it is killed, or takes a parked one. */
function isForced(layout, { context, configuration }, task) {
    if (isKilled(layout, context.mem, task))
        return true;
    const wantsSource = configuration.leaves.some((path) => path.startsWith(`${taskRegion(task)}.`) && path.endsWith(".sourcePage"));
    return wantsSource && parkedHit(layout, context.mem, task) >= 0;
}
//# sourceMappingURL=graph.js.map