import { guestCall } from "../guest-calls.js";
import { withContent } from "../outside/seeds.js";
import { callPlan } from "../plan.js";
import { callLabel, callMaker } from "./random-call.js";
/**
 * Begins a walk through a world's ordinary calls, where nothing is loaded.
 *
 * @param choose the same numbers give the same walk
 */
export function beginWalk(simulation, memory, choose) {
    const { layout } = simulation;
    const makeCall = callMaker(simulation);
    let state = simulation.initial;
    const nextCall = () => {
        const call = makeCall(state, choose);
        const [first] = call?.steps ?? [];
        const last = call?.steps.at(-1);
        if (call === null || !first || !last || !("task" in first.event))
            return null;
        state = call.after;
        const plan = callPlan(layout, first.event.task, call.steps);
        const seed = 1 + layout.bounds.requests.indexOf(plan.request) * SEEDS_PER_REQUEST;
        return {
            plan,
            request: withContent(guestCall(plan, memory, null), seed, CONTENT_MAX_bytes),
            label: callLabel(simulation, call.steps),
            steps: call.steps.length,
            expect: last.expect,
            after: call.after,
        };
    };
    return {
        simulation,
        next: (calls) => {
            const made = [];
            while (made.length < calls) {
                const call = nextCall();
                if (call === null)
                    break;
                made.push(call);
            }
            return made;
        },
    };
}
/** Images with more pages are loaded as zeros: a walk has no time to fill their buffers. */
const CONTENT_MAX_bytes = 64n << 10n;
/** More than a call has segments: each segment of each request has content of its own. */
const SEEDS_PER_REQUEST = 32;
//# sourceMappingURL=walk.js.map