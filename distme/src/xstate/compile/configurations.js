import { handlersOf } from "../configuration.js";
import { leafAt, leafValue, readRegion, writeRegion, } from "./regions.js";
/** More configurations than this are described anew each time: keeping them would cost too much. */
const kept = 1 << 16;
/** Reads and writes the configuration in the first words of a state. */
export class FlatConfigurations {
    #flat;
    #known = new Map();
    #nodeAt;
    #ids = 0;
    /** The one that was asked for last: properties ask for the same one again and again. */
    #last = null;
    #lastKey = -1;
    constructor(flat) {
        this.#flat = flat;
        this.#nodeAt = new Map(flat.chart.nodes.map((node) => [node.path, node]));
    }
    /** The configuration of a state. */
    at(state) {
        const key = this.#key(state);
        if (key === this.#lastKey && this.#last)
            return this.#last;
        const configuration = this.#known.get(key) ?? this.#describe(key, state);
        this.#lastKey = key;
        this.#last = configuration;
        return configuration;
    }
    #describe(key, state) {
        const values = this.#flat.regions.map((region) => readRegion(region, state));
        const configuration = new FlatConfiguration(this.#flat, this.#nodeAt, {
            id: this.#ids++,
            values,
        });
        if (this.#known.size < kept)
            this.#known.set(key, configuration);
        return configuration;
    }
    /** Writes the configuration in which the given nodes are active. */
    write(nodes, state) {
        for (const region of this.#flat.regions) {
            const leaf = region.leaves.find((one) => nodes.includes(one));
            writeRegion(region, state, leaf ? leafValue(region, leaf) : 0);
        }
    }
    #key(state) {
        const { words } = this.#flat;
        if (words <= 1)
            return words === 0 ? 0 : (state[0] ?? 0);
        let key = "";
        for (let i = 0; i < words; i++)
            key += `${state[i]},`;
        return key;
    }
}
/** A configuration told by the values of its regions; the rest is worked out when asked for. */
export class FlatConfiguration {
    id;
    #flat;
    #nodeAt;
    #values;
    #nodes = null;
    #leaves = null;
    #handlers = null;
    #value;
    constructor(flat, nodeAt, { id, values }) {
        this.#flat = flat;
        this.#nodeAt = nodeAt;
        this.id = id;
        this.#values = values;
    }
    has(path) {
        const node = this.#nodeAt.get(path);
        return node !== undefined && this.#isActive(node);
    }
    get nodes() {
        this.#nodes ??= this.#flat.chart.nodes.filter((node) => this.#isActive(node));
        return this.#nodes;
    }
    get leaves() {
        this.#leaves ??= this.#flat.regions
            .map((region) => this.#leafOf(region))
            .filter((leaf) => leaf !== null && leaf.node.type !== "parallel")
            .map(({ path }) => path);
        return this.#leaves;
    }
    get handlers() {
        this.#handlers ??= handlersOf(this.nodes);
        return this.#handlers;
    }
    get value() {
        this.#value ??= this.#valueOf(this.#flat.chart.nodes[0] ?? null);
        return this.#value;
    }
    get done() {
        const inFinal = (node) => {
            const children = this.#flat.childrenOf(node);
            if (node.node.type === "parallel")
                return children.every(inFinal);
            if (node.node.type === "final")
                return this.#isActive(node);
            return children.some((child) => child.node.type === "final" && this.#isActive(child));
        };
        const [root] = this.#flat.chart.nodes;
        return root !== undefined && inFinal(root);
    }
    #leafOf(region) {
        return leafAt(region, this.#values[region.index] ?? 0);
    }
    #isActive(node) {
        const { region, from, to } = this.#flat.spanOf(node);
        const value = this.#values[region.index] ?? 0;
        return value >= from && value <= to;
    }
    /** XState's state value below a node: a key, or an object of keys. */
    #valueOf(node) {
        if (!node)
            return {};
        const active = this.#flat.childrenOf(node).filter((child) => this.#isActive(child));
        const [only] = active;
        if (node.node.type === "compound" && only && this.#flat.childrenOf(only).length === 0) {
            return only.node.key;
        }
        return Object.fromEntries(active.map((child) => [child.node.key, this.#valueOf(child)]));
    }
}
//# sourceMappingURL=configurations.js.map