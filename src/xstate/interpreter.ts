import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import { messageOf } from "../base/message.ts";
import type { Visit } from "../checker/model.ts";
import { startError, stepError } from "./advice.ts";
import { Alphabet } from "./alphabet.ts";
import { type Chart, type ChartNode, type ChartTransition, isIgnored, readChart } from "./chart.ts";
import { type Configuration, Configurations, type InternedConfiguration } from "./configuration.ts";
import { type ContextCodec, codecFor } from "./context.ts";
import { CoverageCounter, type Microstep, type Started } from "./coverage.ts";
import { MachineError } from "./errors.ts";
import type { MachineModel } from "./machine-model.ts";
import type { CheckOptions, EventLike, GivenState } from "./options.ts";
import type { StateView } from "./property.ts";
import { PuritySampler } from "./purity.ts";
import { boundedMicrosteps, type InertScope, inertScope, withContext } from "./scope.ts";

/** One step as XState takes it. */
export interface InterpretedStep<C> {
  /** The number of the event. */
  readonly index: number;
  /** XState's state value behind it. */
  readonly value: unknown;
  readonly context: C;
}

/** What XState's types want where any state value may come; XState itself looks closer. */
type StateToResolve = Parameters<AnyStateMachine["resolveState"]>[0];

/** The first word of a state is its configuration; the context begins behind it. */
const contextOffset_words = 1;

/** Makes a model of a machine in which XState's own pure step computes every step. */
export function interpret<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
  why: string | null = null,
): MachineModel<C, E> {
  return new Interpreter<C, E>(machine, options).machineModel(why);
}

/**
 * Takes steps of any XState v5 machine; XState's own pure step is the semantics.
 *
 * A state is one word for the configuration and the words of the context. An event that takes no
 * transition is not a step.
 */
export class Interpreter<C, E extends EventLike> {
  readonly chart: Chart;
  readonly initial: readonly AnyMachineSnapshot[];
  readonly #machine: AnyStateMachine;
  readonly #options: CheckOptions<C, E>;
  readonly #configurations: Configurations;
  readonly #coverage: CoverageCounter;
  readonly #inert: InertScope;
  readonly #codec: ContextCodec<C>;
  readonly #alphabet: Alphabet<C, E>;
  readonly #purity: PuritySampler;
  readonly #known = new Map<number, InternedConfiguration>();
  readonly #ignored: (Map<string, boolean> | undefined)[] = [];
  #counting = true;

  /** @throws MachineError for a machine that cannot be explored; the message names the node */
  constructor(machine: AnyStateMachine, options: CheckOptions<C, E>) {
    this.#machine = boundedMicrosteps(machine);
    this.#inert = inertScope();
    this.#options = options;
    this.chart = readChart(this.#machine);
    this.#configurations = new Configurations(this.chart);
    this.#coverage = new CoverageCounter(this.chart, options.listens);
    this.#purity = new PuritySampler(this.#machine);
    this.initial = options.from
      ? [this.#given(options.from)]
      : (options.inputs ?? [undefined]).map((input) => this.#start(input));
    this.#codec = codecFor<C>(this.initial[0]?.context, contextOffset_words);
    const known = new Set(this.chart.transitions.map(({ eventType }) => eventType));
    this.#alphabet = new Alphabet(options, known);
  }

  /** What starting the machine did, for the coverage. */
  get started(): Started {
    return this.#coverage.started();
  }

  machineModel(why: string | null): MachineModel<C, E> {
    const { canonical, constraint } = this.#options;
    return {
      model: {
        words: contextOffset_words + this.#codec.words,
        initialStates: () =>
          this.initial.map((snapshot) => {
            const state = new Int32Array(contextOffset_words + this.#codec.words);
            state[0] = this.#configurations.intern(snapshot).id;
            this.encodeContext(snapshot, (context) => this.#codec.encode(context, state));
            return state;
          }),
        successors: (state, visit) => this.#successors(state, visit),
        action: (index) => this.#alphabet.get(index),
        view: (state) => this.#view(state),
        terminal: (state) => this.isTerminal(this.#view(state)),
        ...(canonical && {
          canonical: (state: Int32Array) => {
            this.#codec.encode(canonical(this.#codec.decode(state)), state);
          },
        }),
        ...(constraint && { within: (state: Int32Array) => constraint(this.#view(state)) }),
      },
      chart: this.chart,
      codec: this.#codec,
      engine: { steps: "interpreter", contexts: this.#codec.kind, why },
      portable: false, // configurations are numbered as they are met
      coverage: () => this.#coverage.result(),
      stopCounting: () => {
        this.#counting = false;
      },
    };
  }

  /** The active nodes of a snapshot. */
  nodesOf(snapshot: AnyMachineSnapshot): readonly ChartNode[] {
    return this.#configurations.intern(snapshot).nodes;
  }

  /** Hands over a start's context. @throws MachineError naming the state when it cannot be stored */
  encodeContext(snapshot: AnyMachineSnapshot, encode: (context: C) => void): void {
    try {
      refuseActors(snapshot);
      encode(snapshot.context);
    } catch (error) {
      throw startError(`initial state ${JSON.stringify(snapshot.value)}`, error);
    }
  }

  isTerminal(view: StateView<C>): boolean {
    const { configuration } = view;
    return (
      configuration.done ||
      configuration.nodes.some(({ node }) => node.tags.includes("terminal")) ||
      (this.#options.terminal?.(view) ?? false)
    );
  }

  /** Every step of a state of a machine without history, uncounted. */
  expand(from: Configuration, context: C): InterpretedStep<C>[] {
    const configuration = this.#equal(from);
    if (configuration.done) return [];
    const steps: InterpretedStep<C>[] = [];
    const counting = this.#counting;
    this.#counting = false;
    for (const index of this.#alphabet.in({ context, configuration })) {
      const taken = this.#take(configuration, context, this.#alphabet.get(index));
      if (taken) {
        const { value } = taken.configuration;
        steps.push({ index, value, context: taken.snapshot.context });
      }
    }
    this.#counting = counting;
    return steps;
  }

  /** A configuration that was made elsewhere, with a snapshot to step from. */
  #equal(from: Configuration): InternedConfiguration {
    const known = this.#known.get(from.id);
    if (known) return known;
    const [first] = this.initial;
    const given = { value: from.value, context: first?.context } as StateToResolve;
    const resolved = this.#machine.resolveState(given);
    const interned = this.#configurations.intern(resolved);
    this.#known.set(from.id, interned);
    return interned;
  }

  #start(input: unknown): AnyMachineSnapshot {
    this.#inert.clear();
    const snapshot = this.#machine.getInitialSnapshot(this.#inert.scope, input);
    if (snapshot.status === "error") {
      throw startError("the machine cannot start", snapshot.error, input);
    }
    this.#coverage.start(this.#configurations.intern(snapshot), this.#microsteps(null));
    return snapshot;
  }

  /** @throws MachineError when the value is none of this machine */
  #given({ value, context }: GivenState<C>): AnyMachineSnapshot {
    try {
      const resolved = this.#machine.resolveState({ value, context } as StateToResolve);
      this.#coverage.start(this.#configurations.intern(resolved), []);
      return resolved;
    } catch (error) {
      const given = JSON.stringify(value);
      throw new MachineError(`the search cannot begin in ${given}: ${messageOf(error)}`);
    }
  }

  #successors(state: Int32Array, visit: Visit): void {
    const configuration = this.#configurations.get(state[0] ?? 0);
    if (configuration.done) return;
    const context = this.#codec.decode(state);
    for (const index of this.#alphabet.in({ context, configuration })) {
      const taken = this.#take(configuration, context, this.#alphabet.get(index));
      if (!taken) continue;
      const next = new Int32Array(contextOffset_words + this.#codec.words);
      next[0] = taken.configuration.id;
      this.#located(configuration, this.#alphabet.get(index), () =>
        this.#codec.encode(taken.snapshot.context, next),
      );
      visit(index, next);
    }
  }

  /** The step as XState takes it; null when no transition is enabled. */
  #take(
    configuration: InternedConfiguration,
    context: C,
    event: E,
  ): { snapshot: AnyMachineSnapshot; configuration: InternedConfiguration } | null {
    if (this.#ignores(configuration, event.type)) return null;
    return this.#located(configuration, event, () => {
      const before = withContext(configuration.template, context);
      this.#inert.clear();
      const source = this.#purity.due() ? this.#purity.source(before) : null;
      const after = this.#machine.transition(before, event, this.#inert.scope);
      const microsteps = this.#microsteps(configuration);
      // An ignored event lets XState take an idle `always` again: the snapshot stays the same one.
      const stepped = (microsteps[0]?.taken.length ?? 0) > 0 || after !== before;
      if (this.#counting) this.#coverage.count(stepped ? microsteps : microsteps.slice(0, 1));
      if (source !== null) this.#purity.check(source, before, { event, after });
      refuseActors(after);
      if (!stepped) return null;
      return { snapshot: after, configuration: microsteps.at(-1)?.after ?? configuration };
    });
  }

  /** Whether no active node handles an event, and no eventless transition waits for one. */
  #ignores({ id, nodes }: InternedConfiguration, type: string): boolean {
    const known = this.#ignored[id] ?? new Map<string, boolean>();
    this.#ignored[id] = known;
    let ignored = known.get(type);
    if (ignored === undefined) {
      ignored = isIgnored(this.chart, nodes, type);
      known.set(type, ignored);
    }
    return ignored;
  }

  #located<T>(configuration: InternedConfiguration, event: E, run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw stepError({ value: configuration.value, event }, error);
    }
  }

  /** What the last step did, microstep by microstep, from the configuration that it began in. */
  #microsteps(
    from: InternedConfiguration | null,
  ): (Microstep & { readonly after: InternedConfiguration })[] {
    let before = from;
    let earlier: AnyMachineSnapshot | null = null;
    return this.#inert.microsteps.map(({ event, transitions, snapshot }) => {
      const taken = transitions
        .map((transition) => this.chart.transitionOf.get(transition))
        .filter((transition): transition is ChartTransition => transition !== undefined);
      const after: InternedConfiguration =
        before && isUnchanged(before.template, snapshot)
          ? before
          : this.#configurations.intern(snapshot);
      const eventType = taken[0]?.eventType === "" ? "" : event.type;
      const idle = eventType === "" && snapshot === earlier;
      const microstep = { before, event, eventType, taken, after, idle };
      before = after;
      earlier = snapshot;
      return microstep;
    });
  }

  #view(state: Int32Array): StateView<C> {
    return {
      context: this.#codec.decode(state),
      configuration: this.#configurations.get(state[0] ?? 0),
    };
  }
}

function refuseActors({ children }: AnyMachineSnapshot): void {
  if (Object.keys(children).length > 0) {
    throw new MachineError("the machine started an actor: expected a machine without actors");
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
