import { walk } from "../xstate/walk.js";
import { alphabetOf } from "./alphabet.js";
import { literalName } from "./compose.js";
import { eventLabel } from "./describe.js";
import { kexecModel } from "./model.js";
export function simulate(world, edit = {}) {
    const { layout, machine } = kexecModel(world, edit);
    const walker = walk(machine);
    const alphabet = alphabetOf(world, layout);
    return {
        world,
        layout,
        machine,
        stateOf: walker.stateOf,
        initial: walker.initial,
        alphabet: alphabet.in,
        label: (event) => eventLabel(layout, event),
        step: (state, event) => {
            const step = walker.step(state, event);
            return step && { state: step.state, transitions: step.taken.map(literalName) };
        },
    };
}
//# sourceMappingURL=simulation.js.map