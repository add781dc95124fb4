import { localImage } from "../../memory/kimage.js";
import { isPlainFrame } from "../../memory/pages.js";
import { unitsOf } from "./replay.js";
/** What a caller would do next, where a run does not say. */
/** Adds, for callers that do not come to the end of their calls, the step that would be next. */
export function withNextSteps(simulation, steps) {
    const extended = [...steps];
    for (const unit of unitsOf(steps)) {
        const last = unit.kind === "call" ? unit.steps.at(-1) : undefined;
        if (!last || unit.kind !== "call" || last.event.type === "sys_exit")
            continue;
        const at = extended.findIndex(({ index }) => index > last.index);
        const after = extended[at];
        const event = after && nextEvent(simulation, after.before, unit.task);
        const taken = event && simulation.step(after.before, event);
        if (!taken)
            continue;
        const { transitions } = taken;
        const index = after.index - 0.5;
        extended.splice(at, 0, { ...after, index, event, transitions, isNext: true });
    }
    return extended;
}
/** What a task does next when nothing fails and the allocator gives nobody's frames; or null. */
export function nextEvent(simulation, state, task) {
    const { mem } = state.context;
    for (const event of simulation.alphabet(state)) {
        if (!("task" in event) || event.task !== task || !isOrdinary(simulation.layout, mem, event)) {
            continue;
        }
        if (simulation.step(state, event) !== null)
            return event;
    }
    return null;
}
function isOrdinary(layout, mem, event) {
    if ("outcome" in event)
        return event.outcome === "ok";
    if (!("frame" in event))
        return true;
    if (event.frame === null)
        return false;
    return isPlainFrame(layout, mem, localImage(layout, mem, event.task), event.frame);
}
//# sourceMappingURL=next-steps.js.map