import { canonicalText } from "../../base/canonical.ts";
import { MachineError } from "../errors.ts";
import type { Interpreter } from "../interpreter.ts";
import type { EventLike } from "../options.ts";
import type { StateView } from "../property.ts";
import type { Compiled } from "./bindings.ts";

/** The first states are all expanded twice, later ones ever more rarely: about 150 of 10^7. */
const checkedFirst = 8;
const growth = 1.1;
/** ... and never for more than this share of the time. */
const share = 0.01;

/** The buffers that a compiled step works in. */
export interface Buffers<C> {
  readonly cur: Int32Array;
  readonly next: Int32Array;
  readonly read: (state: Int32Array) => StateView<C>;
  readonly counters: readonly Float64Array[];
}

/**
 * Expands a sample of the states with XState as well, and compares every event: which ones are
 * taken, and the states they lead to. It notices a guard or action that is impure, and code of ours
 * that does not mean what XState means.
 */
export class SampleCheck<C, E extends EventLike> {
  readonly #interpreter: Interpreter<C, E>;
  readonly #events: readonly E[];
  #states = 0;
  #next = 0;
  #spent_ms = 0;
  readonly #began = performance.now();

  constructor(interpreter: Interpreter<C, E>, events: readonly E[]) {
    this.#interpreter = interpreter;
    this.#events = events;
  }

  /** Whether the next of so many states is one of the sample. */
  due(states: number): boolean {
    const seen = this.#states;
    this.#states += states;
    if (seen < this.#next) return false;
    this.#next = seen < checkedFirst ? seen + 1 : Math.ceil(seen * growth);
    const passed_ms = performance.now() - this.#began;
    return seen < checkedFirst || this.#spent_ms < share * passed_ms;
  }

  /** @throws MachineError when the two differ; the state's own buffer comes out as it was */
  check(compiled: Compiled, buffers: Buffers<C>): void {
    const began = performance.now();
    this.#compare(compiled, buffers);
    this.#spent_ms += performance.now() - began;
  }

  #compare(compiled: Compiled, { cur, next, read, counters }: Buffers<C>): void {
    const { configuration, context } = read(cur);
    const source = canonicalText(context, "context");
    const expected = this.#interpreter
      .expand(configuration, context)
      .map(({ index, value, context: after }) => text(index, value, after));
    if (canonicalText(read(cur).context, "context") !== source) {
      throw new MachineError("an action changed the state it was given: assign must copy");
    }
    const found: string[] = [];
    const counted = counters.map((counter) => counter.slice());
    compiled.successors((index) => {
      const after = read(next);
      found.push(text(index, after.configuration.value, after.context));
    });
    for (const [i, counter] of counters.entries()) counter.set(counted[i] ?? counter); // once each
    const at = expected.findIndex((step, i) => step !== found[i]);
    const differs = at >= 0 ? at : expected.length < found.length ? expected.length : -1;
    if (differs < 0) return;
    throw new MachineError(
      `state ${JSON.stringify(configuration.value)}: a guard or action is impure, or its \`ask\` or ` +
        "`step` does not do what XState does with it: XState finds " +
        `${this.#told(expected[differs])}, the compiled step ${this.#told(found[differs])}`,
    );
  }

  #told(step: string | undefined): string {
    if (step === undefined) return "no further step";
    const index = Number.parseInt(step, 10);
    return `${JSON.stringify(this.#events[index])} to${step.slice(String(index).length)}`;
  }
}

function text(index: number, value: unknown, context: unknown): string {
  return `${index} ${JSON.stringify(value)} ${canonicalText(context, "context")}`;
}
