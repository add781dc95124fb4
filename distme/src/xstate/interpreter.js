import { messageOf } from "../base/message.js";
import { startError, stepError } from "./advice.js";
import { Alphabet } from "./alphabet.js";
import { isIgnored, readChart } from "./chart.js";
import { Configurations } from "./configuration.js";
import { codecFor } from "./context.js";
import { CoverageCounter } from "./coverage.js";
import { MachineError } from "./errors.js";
import { PuritySampler } from "./purity.js";
import { boundedMicrosteps, inertScope, withContext } from "./scope.js";
/** The first word of a state is its configuration; the context begins behind it. */
const contextOffset_words = 1;
/** Makes a model of a machine in which XState's own pure step computes every step. */
export function interpret(machine, options, why = null) {
    return new Interpreter(machine, options).machineModel(why);
}
/**
 * Takes steps of any XState v5 machine; XState's own pure step is the semantics.
 *
 * A state is one word for the configuration and the words of the context. An event that takes no
 * transition is not a step.
 */
export class Interpreter {
    chart;
    initial;
    #machine;
    #options;
    #configurations;
    #coverage;
    #inert;
    #codec;
    #alphabet;
    #purity;
    #known = new Map();
    #ignored = [];
    #counting = true;
    /** @throws MachineError for a machine that cannot be explored; the message names the node */
    constructor(machine, options) {
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
        this.#codec = codecFor(this.initial[0]?.context, contextOffset_words);
        const known = new Set(this.chart.transitions.map(({ eventType }) => eventType));
        this.#alphabet = new Alphabet(options, known);
    }
    /** What starting the machine did, for the coverage. */
    get started() {
        return this.#coverage.started();
    }
    machineModel(why) {
        const { canonical, constraint } = this.#options;
        return {
            model: {
                words: contextOffset_words + this.#codec.words,
                initialStates: () => this.initial.map((snapshot) => {
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
                    canonical: (state) => {
                        this.#codec.encode(canonical(this.#codec.decode(state)), state);
                    },
                }),
                ...(constraint && { within: (state) => constraint(this.#view(state)) }),
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
    nodesOf(snapshot) {
        return this.#configurations.intern(snapshot).nodes;
    }
    /** Hands over a start's context. @throws MachineError naming the state when it cannot be stored */
    encodeContext(snapshot, encode) {
        try {
            refuseActors(snapshot);
            encode(snapshot.context);
        }
        catch (error) {
            throw startError(`initial state ${JSON.stringify(snapshot.value)}`, error);
        }
    }
    isTerminal(view) {
        const { configuration } = view;
        return (configuration.done ||
            configuration.nodes.some(({ node }) => node.tags.includes("terminal")) ||
            (this.#options.terminal?.(view) ?? false));
    }
    /** Every step of a state of a machine without history, uncounted. */
    expand(from, context) {
        const configuration = this.#equal(from);
        if (configuration.done)
            return [];
        const steps = [];
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
    #equal(from) {
        const known = this.#known.get(from.id);
        if (known)
            return known;
        const [first] = this.initial;
        const given = { value: from.value, context: first?.context };
        const resolved = this.#machine.resolveState(given);
        const interned = this.#configurations.intern(resolved);
        this.#known.set(from.id, interned);
        return interned;
    }
    #start(input) {
        this.#inert.clear();
        const snapshot = this.#machine.getInitialSnapshot(this.#inert.scope, input);
        if (snapshot.status === "error") {
            throw startError("the machine cannot start", snapshot.error, input);
        }
        this.#coverage.start(this.#configurations.intern(snapshot), this.#microsteps(null));
        return snapshot;
    }
    /** @throws MachineError when the value is none of this machine */
    #given({ value, context }) {
        try {
            const resolved = this.#machine.resolveState({ value, context });
            this.#coverage.start(this.#configurations.intern(resolved), []);
            return resolved;
        }
        catch (error) {
            const given = JSON.stringify(value);
            throw new MachineError(`the search cannot begin in ${given}: ${messageOf(error)}`);
        }
    }
    #successors(state, visit) {
        const configuration = this.#configurations.get(state[0] ?? 0);
        if (configuration.done)
            return;
        const context = this.#codec.decode(state);
        for (const index of this.#alphabet.in({ context, configuration })) {
            const taken = this.#take(configuration, context, this.#alphabet.get(index));
            if (!taken)
                continue;
            const next = new Int32Array(contextOffset_words + this.#codec.words);
            next[0] = taken.configuration.id;
            this.#located(configuration, this.#alphabet.get(index), () => this.#codec.encode(taken.snapshot.context, next));
            visit(index, next);
        }
    }
    /** The step as XState takes it; null when no transition is enabled. */
    #take(configuration, context, event) {
        if (this.#ignores(configuration, event.type))
            return null;
        return this.#located(configuration, event, () => {
            const before = withContext(configuration.template, context);
            this.#inert.clear();
            const source = this.#purity.due() ? this.#purity.source(before) : null;
            const after = this.#machine.transition(before, event, this.#inert.scope);
            const microsteps = this.#microsteps(configuration);
            // An ignored event lets XState take an idle `always` again: the snapshot stays the same one.
            const stepped = (microsteps[0]?.taken.length ?? 0) > 0 || after !== before;
            if (this.#counting)
                this.#coverage.count(stepped ? microsteps : microsteps.slice(0, 1));
            if (source !== null)
                this.#purity.check(source, before, { event, after });
            refuseActors(after);
            if (!stepped)
                return null;
            return { snapshot: after, configuration: microsteps.at(-1)?.after ?? configuration };
        });
    }
    /** Whether no active node handles an event, and no eventless transition waits for one. */
    #ignores({ id, nodes }, type) {
        const known = this.#ignored[id] ?? new Map();
        this.#ignored[id] = known;
        let ignored = known.get(type);
        if (ignored === undefined) {
            ignored = isIgnored(this.chart, nodes, type);
            known.set(type, ignored);
        }
        return ignored;
    }
    #located(configuration, event, run) {
        try {
            return run();
        }
        catch (error) {
            throw stepError({ value: configuration.value, event }, error);
        }
    }
    /** What the last step did, microstep by microstep, from the configuration that it began in. */
    #microsteps(from) {
        let before = from;
        let earlier = null;
        return this.#inert.microsteps.map(({ event, transitions, snapshot }) => {
            const taken = transitions
                .map((transition) => this.chart.transitionOf.get(transition))
                .filter((transition) => transition !== undefined);
            const after = before && isUnchanged(before.template, snapshot)
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
    #view(state) {
        return {
            context: this.#codec.decode(state),
            configuration: this.#configurations.get(state[0] ?? 0),
        };
    }
}
function refuseActors({ children }) {
    if (Object.keys(children).length > 0) {
        throw new MachineError("the machine started an actor: expected a machine without actors");
    }
}
/** Whether a step left the active nodes, history and status as they were; quick, may say no. */
function isUnchanged(template, snapshot) {
    return (snapshot._nodes === template._nodes &&
        snapshot.historyValue === template.historyValue &&
        snapshot.status === template.status);
}
//# sourceMappingURL=interpreter.js.map