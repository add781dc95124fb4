import { canonicalMem } from "../../memory/symmetry.js";
import { compileMachine } from "../../xstate/compile/compiled.js";
import { walk } from "../../xstate/walk.js";
import { alphabetOf } from "../alphabet.js";
import { taskOf, taskOfPath } from "../compose.js";
import { kexecModel } from "../model.js";
import { isPlayed, sceneOf } from "./scene.js";
/** A kernel whose statechart is compiled: slow to make, and quick to drive. */
export function compiledKernel(features) {
    const { layout, machine, options } = kexecModel(sceneOf(features));
    const all = options.events; // the model's alphabet is a list
    const events = all.filter(isPlayed);
    let wish = () => true;
    const offers = wanted(events, options.offers ?? {}, (event) => wish(event));
    const compiled = { ...options, events, offers };
    const { model, codec } = compileMachine(machine, compiled);
    const stateOf = (words) => ({
        mem: codec.decode(words).mem,
        has: (path) => model.view(words).configuration.has(path),
        steps: (wanted) => {
            wish = wanted;
            const steps = [];
            model.successors(words, (index, next) => {
                const reached = next.slice();
                steps.push({ event: model.action(index), to: () => stateOf(reached) });
            });
            return steps;
        },
        key: () => {
            const copy = words.slice();
            model.canonical?.(copy);
            return Buffer.from(copy.buffer).toString("latin1");
        },
    });
    const [first = new Int32Array(model.words)] = model.initialStates();
    return { features, layout, initial: stateOf(first), own: owner(events) };
}
/** Asks for the wish first: nearly every event that is possible is one that nobody wants now. */
function wanted(events, offers, wish) {
    const asked = offers; // of events of its type
    return Object.fromEntries([...new Set(events.map(({ type }) => type))].map((type) => {
        const offered = asked[type];
        return [type, (state, event) => wish(event) && (offered?.(state, event) ?? true)];
    }));
}
/** A kernel that XState steps: quick to make, and slow to drive. */
export function interpretedKernel(features) {
    const world = sceneOf(features);
    const { layout, machine } = kexecModel(world);
    const { events: all, offers } = alphabetOf(world, layout);
    const events = all.filter(isPlayed);
    const { initial, step } = walk(machine);
    const handled = handling(events);
    const stateOf = (state) => {
        const { configuration, context } = state;
        return {
            mem: context.mem,
            has: configuration.has,
            steps: (wanted) => handled(state).flatMap((event) => {
                if (!wanted(event) || !(offers[event.type]?.(state, event) ?? true))
                    return [];
                const next = lazily(() => {
                    const taken = step(state, event);
                    return taken && stateOf(taken.state);
                });
                return isAnswer(event) || next() ? [{ event, to: () => next() ?? refused(event) }] : [];
            }),
            key: () => {
                const mem = canonicalMem(layout, context.mem.slice());
                return `${configuration.id} ${Buffer.from(mem).toString("latin1")}`;
            },
        };
    };
    return { features, layout, initial: stateOf(initial), own: owner(events) };
}
/** Whatever the environment answers, the kernel goes on: there is no need to try. */
function isAnswer(event) {
    return "outcome" in event || "frame" in event;
}
function refused(event) {
    throw new RangeError(`expected ${event.type} to be possible with every answer, got none`);
}
function lazily(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** The events that some active node of their own region handles. */
function handling(events) {
    const known = new Map();
    return ({ configuration }) => {
        const list = known.get(configuration.id) ??
            events.filter((event) => (configuration.handlers.get(event.type) ?? []).some(({ path }) => {
                const region = taskOfPath(path);
                return region === null || region === taskOf(event);
            }));
        known.set(configuration.id, list);
        return list;
    };
}
function owner(events) {
    const known = new Map(events.map((event) => [nameOf(event), event]));
    return (event) => known.get(nameOf(event)) ?? null;
}
const names = new WeakMap();
/** Two kernels have each their own objects for the same event. */
export function nameOf(event) {
    let name = names.get(event);
    if (name === undefined) {
        const fields = Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
        name = JSON.stringify(fields);
        names.set(event, name);
    }
    return name;
}
//# sourceMappingURL=kernel.js.map