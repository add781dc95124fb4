import { canonicalText } from "../../base/canonical.js";
import { MachineError } from "../errors.js";
/** The first states are all expanded twice, later ones ever more rarely: about 150 of 10^7. */
const checkedFirst = 8;
const growth = 1.1;
/** ... and never for more than this share of the time. */
const share = 0.01;
/**
 * Expands a sample of the states with XState as well, and compares every event: which ones are
 * taken, and the states they lead to. It notices a guard or action that is impure, and code of ours
 * that does not mean what XState means.
 */
export class SampleCheck {
    #interpreter;
    #events;
    #states = 0;
    #next = 0;
    #spent_ms = 0;
    #began = performance.now();
    constructor(interpreter, events) {
        this.#interpreter = interpreter;
        this.#events = events;
    }
    /** Whether the next of so many states is one of the sample. */
    due(states) {
        const seen = this.#states;
        this.#states += states;
        if (seen < this.#next)
            return false;
        this.#next = seen < checkedFirst ? seen + 1 : Math.ceil(seen * growth);
        const passed_ms = performance.now() - this.#began;
        return seen < checkedFirst || this.#spent_ms < share * passed_ms;
    }
    /** @throws MachineError when the two differ; the state's own buffer comes out as it was */
    check(compiled, buffers) {
        const began = performance.now();
        this.#compare(compiled, buffers);
        this.#spent_ms += performance.now() - began;
    }
    #compare(compiled, { cur, next, read, counters }) {
        const { configuration, context } = read(cur);
        const source = canonicalText(context, "context");
        const expected = this.#interpreter
            .expand(configuration, context)
            .map(({ index, value, context: after }) => text(index, value, after));
        if (canonicalText(read(cur).context, "context") !== source) {
            throw new MachineError("an action changed the state it was given: assign must copy");
        }
        const found = [];
        const counted = counters.map((counter) => counter.slice());
        compiled.successors((index) => {
            const after = read(next);
            found.push(text(index, after.configuration.value, after.context));
        });
        for (const [i, counter] of counters.entries())
            counter.set(counted[i] ?? counter); // once each
        const at = expected.findIndex((step, i) => step !== found[i]);
        const differs = at >= 0 ? at : expected.length < found.length ? expected.length : -1;
        if (differs < 0)
            return;
        throw new MachineError(`state ${JSON.stringify(configuration.value)}: a guard or action is impure, or its \`ask\` or ` +
            "`step` does not do what XState does with it: XState finds " +
            `${this.#told(expected[differs])}, the compiled step ${this.#told(found[differs])}`);
    }
    #told(step) {
        if (step === undefined)
            return "no further step";
        const index = Number.parseInt(step, 10);
        return `${JSON.stringify(this.#events[index])} to${step.slice(String(index).length)}`;
    }
}
function text(index, value, context) {
    return `${index} ${JSON.stringify(value)} ${canonicalText(context, "context")}`;
}
//# sourceMappingURL=sample.js.map