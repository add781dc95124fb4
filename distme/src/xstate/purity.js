import { transition, } from "xstate";
import { canonicalText } from "../base/canonical.js";
import { MachineError } from "./errors.js";
/** The first steps of a search are all checked, later ones now and then. */
const checkedFirst = 100;
const checkedEvery = 251;
/**
 * Holds a sample of steps against XState's public `transition`, computed a second time.
 *
 * It notices a guard or action that is impure (two runs of one step differ), one that changes the
 * state it was given, and a step that means something else here than in XState.
 */
export class PuritySampler {
    #machine;
    #steps = 0;
    constructor(machine) {
        this.#machine = machine;
    }
    /** Whether the next step is one of the sample. */
    due() {
        const step = this.#steps++;
        return step < checkedFirst || step % checkedEvery === 0;
    }
    /** What a step is taken in, as text, before it is taken. */
    source(before) {
        return textOf(before);
    }
    /**
     * @param source what `source` gave
     * @param before the snapshot that the event was taken in
     * @param step the event and what it gave
     * @throws MachineError when a second run gives something else
     */
    check(source, before, { event, after }) {
        if (textOf(before) !== source) {
            throw new MachineError("an action changed the state it was given: assign must copy");
        }
        const [again] = transition(this.#machine, before, event);
        if (textOf(again) !== textOf(after)) {
            throw new MachineError("a guard or action is impure: taking the step twice gives two results, " +
                `${contextText(after)} and ${contextText(again)}`);
        }
    }
}
function textOf(snapshot) {
    const { status, value } = snapshot;
    return `${status} ${JSON.stringify(value)} ${contextText(snapshot)}`;
}
function contextText(snapshot) {
    return canonicalText(snapshot.context, "context");
}
//# sourceMappingURL=purity.js.map