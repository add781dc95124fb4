import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import type { Model, Visit } from "../checker/model.ts";
import { type Chart, type ChartTransition, isWildcardFor, readChart } from "./chart.ts";
import { Configurations, type InternedConfiguration } from "./configuration.ts";
import { bytesOf, type ContextCodec, codecFor } from "./context.ts";
import { CoverageCounter, type Microstep } from "./coverage.ts";
import { MachineError } from "./errors.ts";
import { Memo } from "./memo.ts";
import { type NotingMachine, notingMachine } from "./notes.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import type { StateView } from "./property.ts";
import { PuritySampler } from "./purity.ts";
import { type InertScope, inertScope, withContext } from "./scope.ts";

/** A machine as the engine explores it, and the means to read its states. */
export interface MachineModel<C, E> {
  readonly model: Model<E, StateView<C>>;
  readonly chart: Chart;
  readonly codec: ContextCodec<C>;
  readonly coverage: CoverageCounter;
  /** From now on steps are replays, and do not count. */
  readonly stopCounting: () => void;
}

/**
 * Makes a model of any XState v5 machine; XState's own pure step is the semantics.
 *
 * A state is one word for the configuration and the words of the context. An event that takes no
 * transition is not a step.
 *
 * @throws MachineError for a machine that cannot be explored; the message names the state node
 */
export function interpret<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
): MachineModel<C, E> {
  const interpreter = new Interpreter<C, E>(machine, options);
  return interpreter.machineModel();
}

/** A loop of `always` transitions becomes an error instead of a hang. */
function boundedMicrosteps(machine: AnyStateMachine): AnyStateMachine {
  const copy = machine.provide({});
  if (copy.options.maxIterations === Infinity) copy.options.maxIterations = 10_000;
  return copy;
}

class Interpreter<C, E extends EventLike> {
  readonly #machine: AnyStateMachine;
  readonly #options: CheckOptions<C, E>;
  readonly #chart: Chart;
  readonly #configurations: Configurations;
  readonly #coverage: CoverageCounter;
  readonly #inert: InertScope;
  readonly #initial: readonly AnyMachineSnapshot[];
  readonly #codec: ContextCodec<C>;
  readonly #known: ReadonlySet<string>;
  readonly #purity: PuritySampler;
  /** Null when the machine's actions and guards are not functions over bytes. */
  readonly #memo: Memo | null;
  readonly #noting: NotingMachine | null;
  #counting = true;

  constructor(machine: AnyStateMachine, options: CheckOptions<C, E>) {
    this.#noting = options.engine === "interpreter" ? null : notingMachine(machine);
    this.#machine = boundedMicrosteps(this.#noting?.machine ?? machine);
    this.#inert = inertScope(() => this.#noting?.performed.length ?? 0);
    this.#options = options;
    this.#chart = readChart(this.#machine);
    this.#configurations = new Configurations(this.#chart);
    this.#coverage = new CoverageCounter(this.#chart, options.listens);
    this.#known = new Set(this.#chart.transitions.map(({ eventType }) => eventType));
    this.#purity = new PuritySampler(this.#machine);
    this.#initial = (options.inputs ?? [undefined]).map((input) => this.#start(input));
    this.#codec = codecFor<C>(this.#initial[0]?.context);
    this.#memo =
      this.#noting && this.#codec.kind === "layout"
        ? new Memo(this.#noting, this.#chart, this.#coverage)
        : null;
    refuseUnknown(options.events, this.#known);
  }

  machineModel(): MachineModel<C, E> {
    const { canonical, constraint } = this.#options;
    const model: Model<E, StateView<C>> = {
      words: 1 + this.#codec.words,
      initialStates: () => this.#initial.map((snapshot) => this.#encodeInitial(snapshot)),
      successors: (state, visit) => this.#successors(state, visit),
      view: (state) => this.#view(state),
      terminal: (state) => this.#terminal(state),
      ...(canonical && {
        canonical: (state: Int32Array) => {
          this.#codec.encode(canonical(this.#codec.decode(state)), state);
        },
      }),
      ...(constraint && { within: (state: Int32Array) => constraint(this.#view(state)) }),
    };
    return {
      model,
      chart: this.#chart,
      codec: this.#codec,
      coverage: this.#coverage,
      stopCounting: () => {
        this.#counting = false;
        this.#memo?.flush();
      },
    };
  }

  #start(input: unknown): AnyMachineSnapshot {
    this.#inert.clear();
    const snapshot = this.#machine.getInitialSnapshot(this.#inert.scope, input);
    if (snapshot.status === "error") {
      throw new MachineError(`the machine cannot start: ${messageOf(snapshot.error)}`);
    }
    this.#coverage.start(this.#configurations.intern(snapshot), this.#microsteps(null));
    return snapshot;
  }

  #successors(state: Int32Array, visit: Visit<E>): void {
    const view = this.#view(state);
    const configuration = this.#configurations.get(state[0] ?? 0);
    if (configuration.done) return;
    const { events } = this.#options;
    for (const event of typeof events === "function" ? events(view) : events) {
      const next = this.#step(state, event);
      if (next) visit(event, next);
    }
  }

  /** The state after an event, or null when no transition is enabled. */
  #step(state: Int32Array, event: E): Int32Array | null {
    if (!this.#known.has(event.type)) refuseUnknown([event], this.#known);
    const configuration = this.#configurations.get(state[0] ?? 0);
    try {
      const sampled = this.#purity.due();
      if (!this.#memo?.usable) return this.#transition(configuration, state, { event, sampled });
      const next = state.slice();
      const as = { mem: bytesOf(next), counts: this.#counting && !sampled };
      const known = this.#memo.step(configuration, event, as);
      if (known) next[0] = known.after?.id ?? configuration.id;
      const looked = known?.after ? next : null;
      if (known && !sampled) return looked;
      const taken = this.#transition(configuration, state, { event, sampled });
      if (known) compare(looked, taken);
      return taken;
    } catch (error) {
      const where = `state ${JSON.stringify(configuration.value)}, event ${JSON.stringify(event)}`;
      throw new MachineError(`${where}: ${messageOf(error)}`, { cause: error });
    }
  }

  /** The step as XState takes it. */
  #transition(
    configuration: InternedConfiguration,
    state: Int32Array,
    { event, sampled }: { readonly event: E; readonly sampled: boolean },
  ): Int32Array | null {
    const snapshot = withContext(configuration.template, this.#codec.decode(state));
    this.#inert.clear();
    this.#noting?.clear();
    const source = sampled ? this.#purity.source(snapshot) : null;
    const next = this.#machine.transition(snapshot, event, this.#inert.scope);
    const microsteps = this.#microsteps(configuration);
    if (this.#counting) this.#coverage.count(microsteps);
    this.#memo?.learn(
      microsteps,
      this.#inert.microsteps.map(({ mark }) => mark),
    );
    if (source !== null) this.#purity.check(source, snapshot, { event, after: next });
    // An ignored event lets XState take an idle `always` again: the snapshot stays the same one.
    const stepped = (microsteps[0]?.taken.length ?? 0) > 0 || next !== snapshot;
    return stepped ? this.#encode(next, microsteps.at(-1)?.after ?? configuration) : null;
  }

  /** What the last step did, microstep by microstep, from the configuration that it began in. */
  #microsteps(from: InternedConfiguration | null): Microstep[] {
    let before = from;
    return this.#inert.microsteps.map(({ event, transitions, snapshot }) => {
      const taken = transitions
        .map((transition) => this.#chart.transitionOf.get(transition))
        .filter((transition): transition is ChartTransition => transition !== undefined);
      const after: InternedConfiguration =
        before && isUnchanged(before.template, snapshot)
          ? before
          : this.#configurations.intern(snapshot);
      const eventType = taken[0]?.eventType === "" ? "" : event.type;
      const microstep = { before, event, eventType, taken, after };
      before = after;
      return microstep;
    });
  }

  #encodeInitial(snapshot: AnyMachineSnapshot): Int32Array {
    try {
      return this.#encode(snapshot, this.#configurations.intern(snapshot));
    } catch (error) {
      const where = `initial state ${JSON.stringify(snapshot.value)}`;
      throw new MachineError(`${where}: ${messageOf(error)}`, { cause: error });
    }
  }

  #encode(snapshot: AnyMachineSnapshot, { id }: { readonly id: number }): Int32Array {
    if (Object.keys(snapshot.children).length > 0) {
      throw new MachineError("the machine started an actor: expected a machine without actors");
    }
    const state = new Int32Array(1 + this.#codec.words);
    state[0] = id;
    this.#codec.encode(snapshot.context, state);
    return state;
  }

  #view(state: Int32Array): StateView<C> {
    return {
      context: this.#codec.decode(state),
      configuration: this.#configurations.get(state[0] ?? 0),
    };
  }

  #terminal(state: Int32Array): boolean {
    const view = this.#view(state);
    const { configuration } = view;
    return (
      configuration.done ||
      configuration.nodes.some(({ node }) => node.tags.includes("terminal")) ||
      (this.#options.terminal?.(view) ?? false)
    );
  }
}

/** Holds a step that was looked up against the one that XState took. */
function compare(known: Int32Array | null, taken: Int32Array | null): void {
  const same = known === null ? taken === null : taken?.every((word, i) => word === known[i]);
  if (!same) {
    throw new MachineError(
      "a `step` or `ask` does not do what XState does with the action or guard beside it",
    );
  }
}

/** Whether a step left the active nodes, history and status as they were; quick, may say no. */
function isUnchanged(template: AnyMachineSnapshot, snapshot: AnyMachineSnapshot): boolean {
  return (
    snapshot._nodes === template._nodes &&
    snapshot.historyValue === template.historyValue &&
    snapshot.status === template.status
  );
}

function refuseUnknown<C, E extends EventLike>(
  events: CheckOptions<C, E>["events"],
  known: ReadonlySet<string>,
): void {
  if (typeof events === "function") return;
  for (const { type } of events) {
    if (known.has(type) || [...known].some((name) => isWildcardFor(name, type))) continue;
    const names = [...known].filter((name) => name !== "").sort();
    throw new MachineError(
      `expected an event that the machine knows (${names.join(", ")}), got "${type}"`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
