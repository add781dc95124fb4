import { fieldOf } from "../context.js";
import { MachineError } from "../errors.js";
/** The functions of a machine whose contexts are bytes of the state. */
export function bindLayout(sites, { key, curMem, mem, }) {
    const [before, after] = [{ [key]: curMem }, { [key]: mem }];
    return {
        guards: sites.guards.map(({ ask, implementation }) => ask ?? implementation),
        actions: sites.actions.map((site) => site.step ?? assignBytes(site, key, mem)),
        curArgs: sites.events.map((event) => ({ context: before, event })),
        nextArgs: sites.events.map((event) => ({ context: after, event, ...noActors })),
    };
}
/** An assign without a function over bytes: its result is copied into the state. */
function assignBytes({ assignment }, key, mem) {
    return (args, params) => {
        const context = assigned(assignment, args, params);
        if (fieldOf(context, key).length !== mem.length || Object.keys(context).length !== 1) {
            throw new TypeError(`expected context.${key} to stay the only field, of ${mem.length} bytes`);
        }
        mem.set(fieldOf(context, key));
    };
}
/** The functions of a machine whose contexts are numbers: each is asked once per context. */
export function bindInterned(sites, contexts) {
    const argsOf = (k, context) => ({
        context: contexts.get(context),
        event: sites.events[k],
        ...noActors,
    });
    const remember = (compute) => {
        const known = [];
        return (k, context) => {
            let row = known[k];
            if (!row)
                known[k] = row = [];
            const seen = row[context];
            if (seen !== undefined)
                return seen;
            const computed = compute(k, context);
            row[context] = computed;
            return computed;
        };
    };
    return {
        guards: sites.guards.map((site) => remember((k, context) => (askOnce(site, argsOf(k, context)) ? 1 : 0))),
        actions: sites.actions.map((site) => remember((k, context) => {
            const args = argsOf(k, context);
            return contexts.idOf(assigned(site.assignment, args, paramsOf(site, args)));
        })),
        curArgs: [],
        nextArgs: [],
    };
}
function askOnce(site, args) {
    const { context, event } = args;
    return Boolean(Reflect.apply(site.implementation, null, [{ context, event }, paramsOf(site, args)]));
}
function paramsOf({ params }, { context, event }) {
    return typeof params === "function" ? Reflect.apply(params, null, [{ context, event }]) : params;
}
/** The context after an `assign`, as XState computes it. */
function assigned(assignment, args, params) {
    const call = (of) => typeof of === "function" ? Reflect.apply(of, null, [args, params]) : of;
    const entries = Object.entries(assignment);
    const update = typeof assignment === "function"
        ? call(assignment)
        : Object.fromEntries(entries.map(([name, of]) => [name, call(of)]));
    return Object.assign({}, args.context, update);
}
/** A pure step has no actors; a machine that asks for them is refused. */
const noActors = {
    spawn: () => {
        throw new MachineError("the machine starts an actor: expected a machine without actors");
    },
    self: undefined,
    system: undefined,
};
//# sourceMappingURL=bindings.js.map