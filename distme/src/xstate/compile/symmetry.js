import { MachineError } from "../errors.js";
import { readRegion, writeRegion } from "./regions.js";
/**
 * The representative of a state under exchange of members.
 *
 * Members are sorted by what their regions say and by `key`. Without `permute` that is all there is
 * to them, and sorting is canonical. With it every order of members that the keys do not tell apart
 * is tried, each with the inner symmetry behind it, and the least state wins: exact for any context.
 */
export function symmetryOf(flat, symmetry, { codec, inner, }) {
    const members = symmetry.members.map((paths) => regionsOf(flat, paths));
    refuseUnequal(members);
    if (!symmetry.permute)
        return sorting(members, inner);
    const search = new OrderSearch(members, { ...symmetry, permute: symmetry.permute }, codec, inner);
    return (state) => search.canonical(state);
}
/** The regions that a member owns: those of its nodes and everything below. */
function regionsOf(flat, paths) {
    return paths.flatMap((path) => {
        const node = flat.chart.nodes.find((one) => one.path === path);
        if (!node)
            throw new MachineError(`expected a node of the machine as a member, got "${path}"`);
        return flat.regions.filter(({ top }) => top === node || isBelow(top, node));
    });
}
function isBelow(inner, outer) {
    return inner.path.startsWith(`${outer.path}.`);
}
function refuseUnequal(members) {
    const [first] = members;
    const same = members.every((regions) => regions.length === first?.length &&
        regions.every((region, i) => region.leaves.length === first[i]?.leaves.length));
    if (!same)
        throw new MachineError("expected members that are alike, got different regions");
}
function sorting(members, inner) {
    return (state) => {
        inner?.(state);
        const values = members.map((regions) => regions.map((region) => readRegion(region, state)));
        values.sort(compare);
        write(members, values, state);
    };
}
/** Tries the orders of members that their keys leave open; works in buffers of its own. */
class OrderSearch {
    #members;
    #symmetry;
    #codec;
    #inner;
    /** Members in the order of their keys. */
    #sorted;
    #keys;
    #order;
    #original = new Int32Array(0);
    #tried = new Int32Array(0);
    #given = null;
    #context = null;
    constructor(members, symmetry, ...[codec, inner]) {
        this.#members = members;
        this.#symmetry = symmetry;
        this.#codec = codec;
        this.#inner = inner;
        this.#sorted = members.map((_, i) => i);
        this.#order = members.map((_, i) => i);
        this.#keys = members.map((regions) => [...regions.map(() => 0), 0]);
    }
    canonical(state) {
        if (this.#tried.length !== state.length)
            this.#begin(state.length);
        this.#original.set(state);
        if (this.#isSorted()) {
            this.#inner?.(state);
            return;
        }
        this.#sort();
        state.fill(infinity);
        this.#place(0, state);
    }
    /** Whether every member stands where its key puts it, and no two keys are the same. */
    #isSorted() {
        this.#readKeys();
        for (let i = 1; i < this.#keys.length; i++)
            if (this.#compare(i - 1, i) >= 0)
                return false;
        return true;
    }
    #begin(length) {
        this.#original = new Int32Array(length);
        this.#tried = new Int32Array(length);
        const bytes = this.#codec.kind === "layout";
        this.#given = bytes ? this.#codec.decode(this.#original) : null;
        this.#context = bytes ? this.#codec.decode(this.#tried) : null;
    }
    #readKeys() {
        const { key } = this.#symmetry;
        const context = key && (this.#given ?? this.#codec.decode(this.#original));
        for (let i = 0; i < this.#members.length; i++) {
            const own = this.#keys[i] ?? [];
            const regions = this.#members[i] ?? [];
            for (let j = 0; j < regions.length; j++) {
                const region = regions[j];
                if (region)
                    own[j] = readRegion(region, this.#original);
            }
            if (key)
                own[regions.length] = key(context, i); // there is a context when there is a key
        }
    }
    #sort() {
        const sorted = this.#sorted;
        for (let i = 0; i < sorted.length; i++) {
            let j = i;
            for (; j > 0 && this.#compare(sorted[j - 1] ?? 0, i) > 0; j--)
                sorted[j] = sorted[j - 1] ?? 0;
            sorted[j] = i;
        }
    }
    #compare(a, b) {
        return compare(this.#keys[a] ?? [], this.#keys[b] ?? []);
    }
    /** Fills place `at` and those behind it, with every member that may stand there. */
    #place(at, best) {
        if (at === this.#sorted.length) {
            this.#try(best);
            return;
        }
        for (let i = at; i < this.#sorted.length; i++) {
            if (i > at && this.#compare(this.#sorted[at] ?? 0, this.#sorted[i] ?? 0) !== 0)
                break;
            this.#swap(at, i);
            this.#order[this.#sorted[at] ?? 0] = at;
            this.#place(at + 1, best);
            this.#swap(at, i);
        }
    }
    #swap(a, b) {
        const [first = 0, second = 0] = [this.#sorted[a], this.#sorted[b]];
        this.#sorted[a] = second;
        this.#sorted[b] = first;
    }
    #try(best) {
        const tried = this.#tried;
        tried.set(this.#original);
        move(this.#members, this.#order, { from: this.#original, to: tried });
        const given = this.#context ?? this.#codec.decode(tried);
        const permuted = this.#symmetry.permute(given, this.#order);
        if (permuted !== given)
            this.#codec.encode(permuted, tried);
        this.#inner?.(tried);
        if (isLess(tried, best))
            best.set(tried);
    }
}
/** No state is larger. */
const infinity = 2 ** 31 - 1;
/** Member i becomes member `order[i]`. */
function move(members, order, { from, to }) {
    for (let i = 0; i < members.length; i++) {
        const own = members[i] ?? [];
        const place = members[order[i] ?? 0] ?? [];
        if (own === place)
            continue;
        for (let j = 0; j < own.length; j++) {
            const [source, target] = [own[j], place[j]];
            if (source && target)
                writeRegion(target, to, readRegion(source, from));
        }
    }
}
function isLess(a, b) {
    for (let i = 0; i < a.length; i++) {
        const difference = (a[i] ?? 0) - (b[i] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return false;
}
function write(members, values, state) {
    members.forEach((regions, i) => {
        regions.forEach((region, j) => {
            writeRegion(region, state, values[i]?.[j] ?? 0);
        });
    });
}
function compare(a, b) {
    for (let i = 0; i < a.length; i++) {
        const difference = (a[i] ?? 0) - (b[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
//# sourceMappingURL=symmetry.js.map