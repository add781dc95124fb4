import { UNPROTECTS } from "./expect.js";
import { createStates } from "./states.js";
import { leafOf, spareFrame } from "./tracked.js";
/** Steps that no function of any kernel shows: it is built into another one, or is none. */
const neverSeen = new Set([
    "copy_user_segment_list",
    "kexec_trylock",
    "kimage_alloc_init",
    "copy_from_user",
    "xchg",
    "kexec_unlock",
]);
/** Steps that some kernels show, and the function that does. */
const seenBy = new Map([
    ["kexec_load_check", "kexec_load_permitted"],
    ["machine_kexec_post_load", "machine_kexec_post_load"],
]);
/** Every step of the watched task that leaves no sight, from one state. */
export function silentSteps({ layout, alphabet, step }, trace, tracked) {
    const { state } = tracked;
    const isSilent = (event) => {
        if (!("task" in event) || event.task !== trace.task)
            return false;
        if (event.type === "kimage_alloc_page") {
            if (!leafOf(tracked, trace.task).startsWith(LIST_PAGE) || event.frame === null)
                return false;
            return event.frame === spareFrame(layout, state.context.mem, trace.task);
        }
        const shownBy = seenBy.get(event.type);
        if (shownBy !== undefined)
            return !trace.functions.includes(shownBy);
        return neverSeen.has(event.type) || event.type === "do_kexec_load";
    };
    return alphabet(state)
        .filter(isSilent)
        .flatMap((event) => {
        const taken = step(state, event);
        return taken && !taken.transitions.includes(UNPROTECTS) ? [taken] : [];
    });
}
/** The model's list pages are shorter than a kernel's: it needs some that the kernel does not. */
const LIST_PAGE = "call.locked.normalSegment.listPage";
/** Everywhere that silent steps lead to, the places where they begin included. */
export function silently(simulation, trace, from) {
    const found = createStates();
    const waiting = from.filter((tracked) => found.add(tracked));
    for (let tracked = waiting.pop(); tracked; tracked = waiting.pop()) {
        for (const { state, transitions } of silentSteps(simulation, trace, tracked)) {
            const next = { ...tracked, state, taken: new Set([...tracked.taken, ...transitions]) };
            if (found.add(next))
                waiting.push(next);
        }
    }
    return found.all();
}
//# sourceMappingURL=silent-steps.js.map