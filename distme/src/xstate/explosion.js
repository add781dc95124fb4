import { canonicalText } from "../base/canonical.js";
import { statisticsOf, } from "../checker/statistics.js";
import { fieldOf, layoutKey } from "./context.js";
/**
 * Says why a machine has so many states: values per region of the chart and per variable of the
 * context, new states per event type, levels.
 *
 * @param names of the bytes of a layout; without them a byte has its number
 */
export function explosionOf(machine, searched, names) {
    return statisticsOf(machine.model, searched, {
        regions: regionsOf(machine),
        variables: variablesOf(machine, names),
        kindOf: (action) => machine.model.action(action).type,
    });
}
/** One variable per part of the chart in which one leaf is active at a time. */
function regionsOf({ chart, model }) {
    const tops = chart.nodes.filter(isTop);
    const placeOf = new Map(chart.nodes.map(({ node, path }) => [path, placesOf(node, tops)]));
    const known = new WeakMap();
    const valuesIn = (configuration) => {
        const seen = known.get(configuration);
        if (seen)
            return seen;
        const values = tops.map(() => "");
        for (const leaf of configuration.leaves) {
            for (const [i, value] of placeOf.get(leaf) ?? [])
                values[i] = value;
        }
        known.set(configuration, values);
        return values;
    };
    return tops.map(({ path }, i) => ({
        kind: "value",
        name: path === "" ? "the machine" : path,
        of: (state) => valuesIn(model.view(state).configuration)[i] ?? "",
    }));
}
/** Whether a region begins here, at the root or right below a parallel node, and has a choice. */
function isTop({ node }) {
    return node.type === "compound" && (!node.parent || node.parent.type === "parallel");
}
/** The regions that a leaf is in, with the value that it gives each: a parallel node ends one. */
function placesOf(leaf, tops) {
    const places = [];
    let value = leaf.path.join(".");
    for (let node = leaf; node; node = node.parent) {
        const top = node;
        if (node.type === "parallel")
            value = node.path.join(".");
        const region = tops.findIndex((one) => one.node === top);
        if (region >= 0)
            places.push([region, value]);
    }
    return places;
}
function variablesOf({ model, codec }, names) {
    const [initial] = model.initialStates();
    if (!initial)
        return [];
    const context = codec.decode(initial);
    const key = layoutKey(context);
    if (key !== null) {
        const field = fieldOf(context, key);
        const offset = field.byteOffset - initial.byteOffset;
        const bytes = names ?? Array.from(field, (_, at) => ({ name: `byte ${at}`, at }));
        return bytes.map(({ name, at }) => ({ kind: "byte", name, at: offset + at }));
    }
    return Object.keys(context ?? {}).map((name) => ({
        kind: "value",
        name,
        of: (state) => comparable(model.view(state).context, name),
    }));
}
/** A value as one that can be compared: equal ones, and only they, are the same. */
function comparable(context, name) {
    const value = context[name]; // an object when the initial one is
    if (typeof value === "number")
        return value;
    return value === undefined ? "" : canonicalText(value, name);
}
//# sourceMappingURL=explosion.js.map