import { isKilled, otherCallOf, resultOf, returnValue } from "../../memory/call.js";
import { get, imagePlan, KEXEC_IMAGE } from "../../memory/layout.js";
import { parkedHit } from "../../memory/pages.js";
import { regionSize } from "../../memory/region.js";
import { taskRegion } from "../../model/compose.js";
import { machineState } from "../../model/machine-state.js";
import { peerPage } from "./contents.js";
import { leafOf, modelStep, systemStep } from "./step-facts.js";
import { PEER_START, viewDifferences } from "./view.js";
/** The events by which a task enters the kernel. */
export const entries = [
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "crash_size_show",
    "crash_size_store",
];
/** What happens to a thread whatever step it stands before. */
const interruptions = ["sigkill", "panic", "oops"];
/** What the environment decides for the step of an event. */
export function decisionFor(event, { layout, state, task }, { machine, kernel }) {
    const { mem } = state.context;
    if ("outcome" in event) {
        const { type, outcome } = event;
        return type === "kimage_crash_copy_vmcoreinfo" && outcome === "ENOMEM" ? "vmap" : outcome;
    }
    if (event.type === "peer_returns")
        return peerReturn(event.wrote, { layout, state, task });
    if (!("frame" in event))
        return undefined;
    const wantsSource = leafOf(state, task) === "sourcePage";
    if (wantsSource && parkedHit(layout, mem, task) >= 0)
        return undefined;
    // there are pages, and still a killed task must get none
    if (isKilled(layout, mem, task))
        return kernel.lowestFreeFrame();
    return event.frame === null ? null : machine.frameOf(event.frame);
}
/** The other kernel writes to the first page that it was lent. */
function peerReturn(wrote, { layout, state }) {
    const { mem } = state.context;
    const [first] = imagePlan(layout, mem, get(mem, KEXEC_IMAGE)).destinations;
    const pages = wrote && first !== undefined ? [[first, peerPage]] : [];
    return { start: PEER_START, pages: new Map(pages) };
}
/**
 * In what the step that the system stands before is not the step of the event, asked of the state
 * before it.
 */
export function stepDifferences(event, situation, { name, thread }, machine) {
    const record = thread?.step ?? null;
    if (record?.step !== event.type) {
        return [{ what: `step of ${name}`, model: event.type, system: placeOf(thread) }];
    }
    return viewDifferences(modelStep(event.type, situation), systemStep(record, machine));
}
/** In what a thread does not stand where the model's actor does. */
export function placeDifferences({ layout, state, task }, { name, thread }, regions) {
    const possible = placesIn(state, regions);
    const place = placeOf(thread);
    if (!possible.includes(place)) {
        return [{ what: `next step of ${name}`, model: possible.join(" or "), system: place }];
    }
    if (thread?.step?.step !== "sys_exit")
        return [];
    return resultDifferences({ layout, state, task }, thread.step);
}
const idle = "user space";
/** For one who has nothing more to do, or will never do it. */
const nothing = "nothing more";
function placeOf(thread) {
    if (thread === null)
        return idle;
    return thread.step?.step ?? nothing;
}
/** Where an actor may stand: before the steps that the model's state handles. */
function placesIn({ configuration }, regions) {
    const isOwn = (path) => regions.some((region) => path === region || path.startsWith(`${region}.`));
    if (configuration.leaves.some((leaf) => isOwn(leaf) && leaf.endsWith(".faulted"))) {
        return ["oops"];
    }
    const types = [...configuration.handlers]
        .filter(([, nodes]) => nodes.some(({ path }) => isOwn(path)))
        .map(([type]) => type); // the statechart handles no other events
    const steps = types.filter((type) => !isOneOf(interruptions, type));
    const isIdle = steps.some((type) => isOneOf(begins, type));
    if (isIdle || configuration.leaves.some((leaf) => isOwn(leaf) && leaf.endsWith(".calm"))) {
        return [idle];
    }
    return steps.length > 0 ? steps : [nothing];
}
/** What begins something that was not there before. */
const begins = [...entries, "crash_handle_hotplug_event"];
function isOneOf(types, type) {
    return types.includes(type);
}
/** The states in which an actor may be: in its own region, or at the root. */
export function regionsOf(state, region) {
    const machine = machineState(state);
    return machine === "running" ? [region] : ["lastCpu", "silent"];
}
export function taskRegions(state, task) {
    return regionsOf(state, taskRegion(task));
}
function resultDifferences({ layout, state, task }, record) {
    const { mem } = state.context;
    const reads = otherCallOf(layout, mem, task)?.call === "crash_size_show";
    const result = returnValue(resultOf(layout, mem, task));
    // right after the unlock the region still has the size that was read
    const size = reads && result === 0 ? String(regionSize(layout, mem)) : "none";
    return viewDifferences(new Map([
        [`result of task ${task}`, String(result)],
        [`size for task ${task}`, size],
    ]), new Map([
        [`result of task ${task}`, String(record.result)],
        [`size for task ${task}`, String(record.size ?? "none")],
    ]));
}
//# sourceMappingURL=steps.js.map