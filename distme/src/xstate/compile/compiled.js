import { digestOf } from "../../base/digest.js";
import { segment_shift, segmentStates } from "../../checker/arena.js";
import { CheckError } from "../../checker/judge.js";
import { stepError } from "../advice.js";
import { codecFor, InternedContexts, layoutKey } from "../context.js";
import { derivedCoverage } from "../coverage.js";
import { MachineError, OrderOfEntryError, OtherModuleError, UnsupportedError } from "../errors.js";
import { Interpreter } from "../interpreter.js";
import { bindInterned, bindLayout } from "./bindings.js";
import { FlatConfigurations } from "./configurations.js";
import { evaluate, moduleScript, moduleText } from "./module.js";
import { packingOf } from "./packing.js";
import { flatten } from "./regions.js";
import { SampleCheck } from "./sample.js";
import { symmetryOf } from "./symmetry.js";
import { assigns, writeModule } from "./writer.js";
/**
 * Makes a model of a machine whose steps are generated code: the configuration as a few bits per
 * region, the context as bytes or as a number, one function per event of the alphabet.
 *
 * The interpreter starts the machine, and a sample of the states is expanded by both.
 *
 * @throws UnsupportedError for a feature that the compiler does not know; it names the node
 */
export function compileMachine(machine, options) {
    return new CompiledMachine(machine, options).machineModel();
}
/**
 * Writes the code of a machine as the text of an ES module, whose exports are the `module` of
 * `CheckOptions`.
 *
 * @throws UnsupportedError as `checkMachine` with `engine: "compiled"`
 */
export function emitModule(machine, options) {
    return moduleText(new CompiledMachine(machine, options).written.text);
}
/**
 * Writes the same code as the text of a classic script that defines `compiledModule`, for a worker
 * that is put together from texts.
 *
 * @throws UnsupportedError as `emitModule`
 */
export function emitScript(machine, options) {
    return moduleScript(new CompiledMachine(machine, options).written.text);
}
class CompiledMachine {
    written;
    #options;
    #interpreter;
    #flat;
    #configurations;
    #codec;
    #kind;
    #words;
    #packedWords;
    #events;
    #bindings;
    #views = new Map();
    #counting = true;
    constructor(machine, options) {
        if (typeof options.events === "function") {
            throw new UnsupportedError(machine.root.id, "has events that a function lists");
        }
        this.#events = options.events;
        this.#options = options;
        this.#interpreter = new Interpreter(machine, options);
        const { chart } = this.#interpreter;
        this.#flat = flatten(chart);
        this.#configurations = new FlatConfigurations(this.#flat);
        const context = this.#interpreter.initial[0]?.context;
        this.#codec = codecFor(context, this.#flat.words);
        this.#kind = this.#kindOf(machine);
        this.#intern();
        const contextWords = this.#kind === "constant" ? 0 : this.#codec.words;
        this.#words = this.#flat.words + contextWords;
        const widths = this.#kind === "layout" ? (options.bits ?? null) : null;
        const packing = packingOf(this.#flat, contextWords, widths);
        this.#packedWords = packing.words;
        this.written = writeModule(this.#flat, {
            machine,
            kind: this.#kind,
            context,
            words: this.#words,
            events: this.#events,
            offered: new Set(Object.keys(options.offers ?? {})),
            listens: options.listens ?? (() => true),
            packing,
        });
        this.#bindings = this.#bind(layoutKey(context));
    }
    /** Numbers the contexts of the starts first, so that they have the same numbers everywhere. */
    #intern() {
        const codec = this.#codec;
        if (!(codec instanceof InternedContexts))
            return;
        for (const snapshot of this.#interpreter.initial) {
            this.#interpreter.encodeContext(snapshot, (context) => codec.idOf(context));
        }
    }
    /** A context that no action changes, and that every start has, takes no place in a state. */
    #kindOf(machine) {
        if (this.#codec.kind === "layout")
            return "layout";
        const { initial } = this.#interpreter;
        return initial.length === 1 && !assigns(this.#flat, machine) ? "constant" : "interned";
    }
    #bind(key) {
        const { sites } = this.written;
        const [cur, next] = [new Int32Array(this.#words), new Int32Array(this.#words)];
        const bytes = (state) => new Uint8Array(state.buffer, this.#flat.words * 4, key === null ? 0 : this.#codec.words * 4);
        const [curMem, mem] = [bytes(cur), bytes(next)];
        const codec = this.#codec;
        const functions = key !== null
            ? bindLayout(sites, { key, curMem, mem })
            : bindInterned(sites, codec); // the other kind of codec
        for (const buffer of [cur, next])
            this.#views.set(buffer, this.#liveView(buffer));
        const transitions = this.#flat.chart.transitions.length;
        return {
            cur,
            next,
            curMem,
            mem,
            ...functions,
            params: sites.params,
            events: sites.events,
            offers: this.#options.offers ?? {},
            view: this.#views.get(cur),
            taken: new Float64Array(transitions),
            refused: new Float64Array(transitions),
            fail: (limit) => {
                throw new MachineError(`Infinite loop detected: the machine has processed more than ${limit} microsteps ` +
                    "without reaching a stable state");
            },
            misfit: () => this.#misfit(),
            unordered: () => {
                throw new OrderOfEntryError();
            },
        };
    }
    machineModel() {
        const { text } = this.written;
        const { module } = this.#options;
        if (module && module.digest !== digestOf(text)) {
            throw new OtherModuleError();
        }
        const compiled = (module?.bind ?? evaluate(text))(this.#bindings);
        // a second copy for everything but the search, whose calls V8 then sees with one target each
        const aside = module ? compiled : evaluate(text)(this.#bindings);
        const { taken, refused } = this.#bindings;
        const result = { taken: taken.slice(), refused: refused.slice() };
        return {
            model: this.#model(compiled, aside),
            chart: this.#flat.chart,
            codec: this.#codec,
            engine: { steps: "compiled", contexts: this.#codec.kind, why: null },
            portable: this.#kind !== "interned",
            coverage: () => derivedCoverage(this.#flat.chart, {
                start: this.#interpreter.started,
                ...(this.#counting ? { taken, refused } : result),
            }),
            stopCounting: () => {
                this.#counting = false;
                result.taken.set(taken);
                result.refused.set(refused);
            },
        };
    }
    #model(compiled, aside) {
        const { cur, next, taken, refused } = this.#bindings;
        const { constraint } = this.#options;
        const sample = new SampleCheck(this.#interpreter, this.#events);
        const canonical = this.#canonical();
        const counters = [taken, refused];
        const read = (arena, id, by) => {
            const at = (id & (segmentStates - 1)) * this.#packedWords;
            const words = arena[id >>> segment_shift];
            if (words)
                by.unpack(words, at);
        };
        const buffers = { cur, next, counters, read: (state) => this.view(state) };
        return {
            words: this.#words,
            scratch: cur,
            counters,
            action: (index) => this.#event(index),
            initialStates: () => this.#interpreter.initial.map((snapshot) => this.#encode(snapshot)),
            successors: (state, visit) => {
                if (state !== cur)
                    cur.set(state);
                this.#locate(aside, () => {
                    if (sample.due(1))
                        sample.check(aside, buffers);
                    aside.successors(visit);
                });
            },
            searcher: (hooks) => {
                const unpack = () => {
                    if (!compiled.held)
                        return next;
                    compiled.unpack(compiled.out, 0);
                    return cur;
                };
                const found = { packed: compiled.out, unpack, hash: 0, slot: 0, parent: 0, action: 0 };
                const { judge, add } = hooks;
                compiled.begin({
                    table: hooks.table,
                    arena: hooks.arena,
                    judge: judge && ((action) => judge(action, next)),
                    canonical,
                    add: (hash, slot, parent, action) => {
                        found.hash = hash;
                        found.slot = slot;
                        found.parent = parent;
                        found.action = action;
                        add(found);
                    },
                });
                return (first, last) => {
                    if (sample.due(last - first)) {
                        read(hooks.arena, first, aside);
                        this.#locate(aside, () => sample.check(aside, buffers));
                    }
                    return this.#locate(compiled, () => compiled.search(first, last, hooks.at, hooks.stuck));
                };
            },
            view: (state) => this.view(state),
            terminal: (state) => this.#interpreter.isTerminal(this.view(state)),
            packing: {
                words: this.#packedWords,
                pack: (state, packed) => {
                    if (state !== next)
                        next.set(state);
                    aside.pack(packed);
                },
                unpack: (packed, state) => {
                    aside.unpack(packed, 0);
                    if (state !== cur)
                        state.set(cur);
                },
            },
            ...(canonical && { canonical }),
            ...(constraint && { within: (state) => constraint(this.view(state)) }),
        };
    }
    view(state) {
        return this.#views.get(state) ?? this.#liveView(state);
    }
    /** What checks see of a buffer, whatever it holds. */
    #liveView(state) {
        const configurations = this.#configurations;
        const codec = this.#codec;
        // with a constant context there is no word to read, and the first interned one is meant
        const bytes = this.#kind === "interned" ? null : codec.decode(state);
        return {
            get context() {
                return bytes ?? codec.decode(state);
            },
            get configuration() {
                return configurations.at(state);
            },
        };
    }
    /** The representative of a state: frames and the like first, then members that change places. */
    #canonical() {
        const { canonical, symmetry } = this.#options;
        const codec = this.#codec;
        let last = null;
        const inner = canonical
            ? (state) => {
                // the context of a layout is a view, and the same few buffers come again and again
                if (last?.state !== state)
                    last = { state, context: codec.decode(state) };
                const context = codec.kind === "layout" ? last.context : codec.decode(state);
                const representative = canonical(context);
                if (representative !== context)
                    codec.encode(representative, state);
            }
            : null;
        if (!symmetry)
            return inner;
        return symmetryOf(this.#flat, symmetry, { codec: this.#codec, inner });
    }
    #encode(snapshot) {
        const state = new Int32Array(this.#words);
        this.#configurations.write(this.#interpreter.nodesOf(snapshot), state);
        this.#interpreter.encodeContext(snapshot, (context) => this.#codec.encode(context, state));
        return state;
    }
    #event(index) {
        const event = this.#events[index];
        if (event === undefined)
            throw new RangeError(`no event ${index}`);
        return event;
    }
    #locate(by, run) {
        try {
            return run();
        }
        catch (error) {
            throw this.#located(error, by.at());
        }
    }
    #located(error, at) {
        if (error instanceof CheckError || error instanceof OrderOfEntryError)
            return error;
        if (error instanceof MachineError && error.message.startsWith("state "))
            return error;
        if (at < 0 || !this.#events[at])
            return error instanceof Error ? error : new Error(String(error));
        const { value } = this.#configurations.at(this.#bindings.cur);
        return stepError({ value, event: this.#event(at) }, error);
    }
    #misfit() {
        const { mem } = this.#bindings;
        const bits = this.#options.bits ?? new Uint8Array(0);
        const at = mem.findIndex((byte, i) => byte >>> (bits[i] ?? 8) !== 0);
        throw new MachineError(`byte ${at} of the context is ${mem[at]}: expected less than ${1 << (bits[at] ?? 8)}, ` +
            "as `bits` declares");
    }
}
//# sourceMappingURL=compiled.js.map