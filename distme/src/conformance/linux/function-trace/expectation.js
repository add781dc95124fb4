import { errnos, resultName } from "../../../kernel/errno.js";
import { resultOf, returnValue } from "../../../memory/call.js";
import { leafOf } from "./tracked.js";
export function step(type, options = {}) {
    return {
        kind: "step",
        type,
        choose: () => () => true,
        differs: () => null,
        learns: () => ({}),
        result: null,
        ...options,
    };
}
export function place(differs) {
    return { kind: "place", differs };
}
/** The model is in one of these states, and `also` holds. */
export function placeIn({ trace }, leaves, also = () => null) {
    return place((tracked) => {
        const leaf = leafOf(tracked, trace.task);
        return leaves.includes(leaf) ? also(tracked) : elsewhere(leaf);
    });
}
/** Why a sight is none in a state that has nothing to do with it. */
export function elsewhere(leaf) {
    return `the statechart is in ${leaf}`;
}
/** What a call that is on its way out will return. */
export function resultIn({ layout, trace }, { state }) {
    return returnValue(resultOf(layout, state.context.mem, trace.task));
}
/** How the kernel's result differs from the model's, as a sentence; null when it does not. */
export function resultDiffers(watched, at, result) {
    const expected = resultIn(watched, at);
    if (expected === result)
        return null;
    return `the kernel's function returns ${resultName(result)}, the statechart has ${resultName(expected)}`;
}
/** A failed call that has come to its label out. */
export function failedWith(watched, result) {
    const leaves = ["call.locked.freeing", "call.locked.unlocking"];
    return placeIn(watched, leaves, (tracked) => resultDiffers(watched, tracked, result));
}
/** Chooses the event with an outcome. */
export function outcomeOf(result) {
    return (event) => "outcome" in event && (event.outcome === "ok" ? 0 : -errnos[event.outcome]) === result;
}
/** Chooses the event with the frame that the page allocator gave. */
export function withFrame(frame) {
    return (event) => "frame" in event && event.frame === frame;
}
//# sourceMappingURL=expectation.js.map