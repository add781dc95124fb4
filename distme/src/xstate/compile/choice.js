import { before, valueCode } from "./active.js";
import { caseText, ifCode, lines, unique } from "./code.js";
import { leafValue } from "./regions.js";
import { conflict, effectOf, isInner } from "./semantics.js";
/** Below so many words a state is copied word by word. */
const copiedByWord_words = 8;
/** Copies the state that a step begins in to the one that it makes. */
export function copyText(words) {
    if (words > copiedByWord_words)
        return "next.set(cur);";
    return Array.from({ length: words }, (_, i) => `next[${i}] = cur[${i}];`).join(" ");
}
/** Writes which transitions an event takes, and what they do. */
export class ChoiceWriter {
    #flat;
    #options;
    #sites;
    #effects;
    constructor(flat, options, ...[sites, effects]) {
        this.#flat = flat;
        this.#options = options;
        this.#sites = sites;
        this.#effects = effects;
    }
    /** Selects and takes the transitions of an event. */
    choice(place) {
        const chains = this.#chains(place);
        const regions = this.#flat.regions.filter(({ index }) => (chains[index]?.size ?? 0) > 0);
        const leaves = new Map(regions.map((region) => [region, [...(chains[region.index]?.keys() ?? [])]]));
        const [only] = regions;
        if (!only)
            return { text: "", regions, leaves };
        if (regions.length === 1) {
            const text = this.#switch(only, chains, place, (transition) => this.#takeOne(transition, place));
            return { text, regions, leaves };
        }
        return { text: this.#several(regions, chains, place), regions, leaves };
    }
    /** Per region: value -> the transitions that its active leaf hands the event to, in order. */
    #chains({ type, event }) {
        const possible = ({ source, definition }) => this.#options.listens(source, event.known) ||
            this.#sites.constantOf(definition.guard, event.known) !== false;
        return this.#flat.regions.map((region) => {
            const chains = new Map();
            for (const leaf of region.leaves) {
                const chain = [];
                let node = leaf;
                while (node) {
                    chain.push(...this.#flat.chart.candidates(node, type).filter(possible));
                    node = node === region.top ? null : this.#flat.parentOf(node);
                }
                if (chain.length > 0)
                    chains.set(leafValue(region, leaf), chain);
            }
            return chains;
        });
    }
    /** Asks the guards of a region's active leaf; leaves with the same chain share a case. */
    #switch(region, chains, place, take) {
        const groups = new Map();
        for (const [value, chain] of chains[region.index] ?? []) {
            const leaf = region.leaves[value - (region.optional ? 1 : 0)] ?? null;
            const nested = leaf?.node.type === "parallel" ? `${leaf.index}:` : "";
            const key = nested + chain.map(({ index }) => index).join();
            const group = groups.get(key) ?? { values: [], chain, leaf: nested ? leaf : null };
            group.values.push(value);
            groups.set(key, group);
        }
        const cases = [...groups.values()].map(({ values, chain, leaf }) => {
            const asked = this.chain(chain, place, take);
            const inner = leaf ? this.#innerTaken(leaf, chains) : false;
            return { values, body: ifCode(inner, "", asked) };
        });
        if (region.bits === 0)
            return cases[0]?.body ?? "";
        const body = cases.map(({ values, body: one }) => `${values.map((v) => `case ${v}:`).join(" ")} {\n${one}\nbreak;\n}`);
        return lines(`switch (${valueCode(region, before)}) {`, ...body, "}");
    }
    /** Whether a region below a parallel node took something, so that the node is not asked. */
    #innerTaken(leaf, chains) {
        const inner = this.#regionsIn(leaf).filter(({ index }) => (chains[index]?.size ?? 0) > 0);
        return inner.length === 0
            ? false
            : `(${inner.map(({ index }) => `t${index} >= 0`).join(" || ")})`;
    }
    #regionsIn(leaf) {
        return this.#flat
            .below(leaf)
            .flatMap((region) => [
            region,
            ...region.leaves
                .filter(({ node }) => node.type === "parallel")
                .flatMap((one) => this.#regionsIn(one)),
        ]);
    }
    chain(chain, place, take) {
        const [first, ...rest] = chain;
        if (!first)
            return "";
        const question = this.#sites.guard(first.definition.guard, first.source, place);
        if (question === true)
            return take(first);
        const counted = this.#options.listens(first.source, place.event.known)
            ? `refused[${first.index}]++;`
            : "";
        const otherwise = lines(counted, this.chain(rest, place, take));
        return ifCode(question, take(first), otherwise);
    }
    #effect(transition) {
        return effectOf(this.#flat.chart, transition);
    }
    #takeOne(transition, place) {
        const text = this.#effects.write(this.#effect(transition), place.event);
        return lines(`taken[${transition.index}]++;`, place.copies ? copyText(this.#options.words) : "", text.enter.includes("completed") ? "completed = 0;" : "", text.exit, text.act, text.enter, this.#whenOver(text.enter, place.event), place.took(text.changes));
    }
    #whenOver(enter, event) {
        const exits = enter.includes("over = 1") ? this.#effects.exitAll(event) : "";
        return exits && ifCode("over === 1", exits);
    }
    /** Selection in several regions at once: first every choice, then every effect. */
    #several(regions, chains, place) {
        const select = [...regions].reverse().map((region) => 
        // inner regions come later in document order, and must have chosen before their parallel node
        this.#switch(region, chains, place, ({ index }) => `t${region.index} = ${index};`));
        const options = regions.map((region) => ({
            region,
            transitions: unique([...(chains[region.index]?.values() ?? [])].flat()),
        }));
        return lines(`let ${regions.map(({ index }) => `t${index} = -1`).join(", ")};`, ...select, `if (${regions.map(({ index }) => `t${index} >= 0`).join(" || ")}) {`, this.takeSeveral(options, place), "}");
    }
    takeSeveral(options, place) {
        const left = this.#leftByOthers(options);
        const texts = options.map(({ region, transitions }) => transitions.map((transition) => ({
            transition,
            region,
            text: this.#effects.write(this.#effect(transition), place.event, left(region)),
        })));
        const all = texts.flat();
        const part = ({ region, transitions }, pick, group) => {
            const cases = transitions.map((transition) => {
                const text = group.find((one) => one.transition === transition)?.text;
                return { index: transition.index, body: text ? pick(text) : "" };
            });
            return caseText(`t${region.index}`, cases);
        };
        const over = all.some(({ text }) => text.enter.includes("over = 1"));
        const parts = (pick) => options.map((option, i) => part(option, pick, texts[i] ?? []));
        const changes = all.filter(({ text }) => text.changes);
        const changed = changes.map(({ region, transition }) => `t${region.index} === ${transition.index}`);
        return lines(place.copies ? "" : this.#refuseOrderOfEntry(options), this.#dropConflicts(options), ...options.map(({ region: { index } }) => `if (t${index} >= 0) taken[t${index}]++;`), place.copies ? copyText(this.#options.words) : "", all.some(({ text }) => text.enter.includes("completed")) ? "completed = 0;" : "", ...parts(({ exit }) => exit).reverse(), ...parts(({ act }) => act), ...parts(({ enter }) => enter), over ? this.#whenOver("over = 1", place.event) : "", place.copies ? place.took(true) : `changed = ${changed.join(" || ") || "false"};`, place.copies ? "" : place.took(false));
    }
    /**
     * Behind its first microstep, XState asks regions in the order in which they were entered, which
     * is not known here: two regions may not take what depends on who is asked first.
     */
    #refuseOrderOfEntry(options) {
        const tests = options.flatMap((later, i) => options
            .slice(0, i)
            .filter((earlier) => this.#dependOnOrder(earlier, later))
            .map((earlier) => [`t${earlier.region.index}`, `t${later.region.index}`])
            .map(([a, b]) => `(${a} >= 0 && ${b} >= 0 && ${a} !== ${b})`));
        return tests.length === 0 ? "" : `if (${tests.join(" || ")}) unordered();`;
    }
    #dependOnOrder(earlier, later) {
        return earlier.transitions.some((a) => later.transitions.some((b) => {
            if (a === b)
                return false;
            const act = a.definition.actions.length > 0 && b.definition.actions.length > 0;
            return act || conflict(this.#effect(a), this.#effect(b));
        }));
    }
    /** Of two transitions that leave a common state only one is taken, as XState chooses. */
    #dropConflicts(options) {
        return lines(...options.map((later, i) => {
            const pairs = options.slice(0, i).flatMap((earlier) => this.#conflicts(earlier, later));
            const name = `t${later.region.index}`;
            const lost = pairs.filter(({ inner }) => !inner).map(({ both }) => both);
            const won = pairs.filter(({ inner }) => inner);
            const drops = won.map(({ both, earlier }) => `if (${both}) ${earlier} = -1;`);
            if (lost.length === 0)
                return lines(...drops);
            return ifCode(`(${lost.join(" || ")})`, `${name} = -1;`, lines(...drops));
        }));
    }
    #conflicts(earlier, later) {
        const [ta, tb] = [`t${earlier.region.index}`, `t${later.region.index}`];
        return later.transitions.flatMap((b) => earlier.transitions.flatMap((a) => {
            if (a !== b && !conflict(this.#effect(a), this.#effect(b)))
                return [];
            const both = `(${ta} === ${a.index} && ${tb} === ${b.index})`;
            return [{ both, earlier: ta, inner: a !== b && isInner(b, a) }];
        }));
    }
    /** For each region: whether a later transition of the same microstep has left another one. */
    #leftByOthers(options) {
        return (own) => (of) => {
            const tests = options
                .filter(({ region }) => region.index > own.index)
                .flatMap(({ region, transitions }) => transitions
                .filter((transition) => of.leaves.some((leaf) => this.#effect(transition).exits.includes(leaf)))
                .map(({ index }) => `t${region.index} === ${index}`));
            return tests.length === 0 ? false : `(${tests.join(" || ")})`;
        };
    }
}
//# sourceMappingURL=choice.js.map