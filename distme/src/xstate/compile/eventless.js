import { activeCode, before, valueCode } from "./active.js";
import { copyText } from "./choice.js";
import { caseText, ifCode, lines, orCode, unique } from "./code.js";
import { leafValue } from "./regions.js";
/** Names the words of a configuration, as they are when a function begins. */
export function loadWords({ words }, buffer) {
    const names = Array.from({ length: words }, (_, i) => `c${i} = ${buffer}[${i}]`);
    return names.length === 0 ? "" : `const ${names.join(", ")};`;
}
/** What a step inside a step returns: 2 when it changed anything, else 1. */
export function resultText({ words }) {
    const changed = Array.from({ length: words }, (_, i) => ` || next[${i}] !== c${i}`);
    return `return changed${changed.join("")} ? 2 : 1;`;
}
/** Writes what eventless transitions do, at rest and behind every other step. */
export class EventlessWriter {
    #flat;
    #choice;
    #words;
    #hasAlways;
    /** @param words of a state in the buffers */
    constructor(flat, choice, words) {
        this.#flat = flat;
        this.#choice = choice;
        this.#words = words;
        this.#hasAlways = flat.chart.transitions.some(({ eventType }) => eventType === "");
    }
    /** Eventless transitions: 0 when none is enabled, 1 when they left all as it was, else 2. */
    functions() {
        if (!this.#hasAlways)
            return "function eventless(k) { return 0; }";
        const event = { known: null, index: "k" };
        const place = {
            side: { words: before, buffer: "next" },
            event,
            type: "",
            took: () => resultText(this.#flat),
            copies: false,
        };
        const regions = this.#flat.regions.filter((region) => region.leaves.some((leaf) => isAtomic(leaf) && this.#climb(leaf).length > 0));
        const options = regions.map((region) => ({
            region,
            transitions: unique(region.leaves
                .filter(isAtomic)
                .flatMap((leaf) => this.#climb(leaf).flatMap(({ always }) => always))),
        }));
        const shared = this.#sharedNodes(regions);
        const select = regions.map((region) => this.#climbs(region, shared, place));
        return lines("function eventless(k) {", loadWords(this.#flat, "next"), "let changed = false;", `let ${regions.map(({ index }) => `t${index} = -1`).join(", ")};`, ...shared.map(({ index }) => `let m${index} = -2;`), ...select, `if (${regions.map(({ index }) => `t${index} < 0`).join(" && ")}) return 0;`, this.#choice.takeSeveral(options, place), "}", "function ignored(k) {", loadWords(this.#flat, "cur"), ifCode(this.resting(), this.#ignoredText()), "}");
    }
    /** An event that nothing takes may still enable an eventless transition; if not, nothing counts. */
    #ignoredText() {
        const always = this.#flat.chart.transitions.filter(({ eventType }) => eventType === "");
        const each = (text) => always.map(({ index }) => text(index)).join(" ");
        return lines(copyText(this.#words), each((i) => `const r${i} = refused[${i}], k${i} = taken[${i}];`), `if (settle(k)) {\nreach(k);\nreturn;\n}`, each((i) => `refused[${i}] = r${i}; taken[${i}] = k${i};`));
    }
    /** Whether a leaf with eventless transitions is active: its guards said no so far. */
    resting() {
        if (!this.#hasAlways)
            return false;
        const leaves = this.#flat.regions.flatMap((region) => region.leaves.filter((leaf) => isAtomic(leaf) &&
            this.#climb(leaf).some(({ always }) => always.every(({ guarded }) => guarded))));
        return orCode(leaves.map((leaf) => activeCode(this.#flat, leaf, before)));
    }
    /** A leaf and its ancestors that have eventless transitions, innermost first. */
    #climb(leaf) {
        const list = [];
        for (let node = leaf; node; node = this.#flat.parentOf(node)) {
            const always = this.#flat.chart.candidates(node, "");
            if (always.length > 0)
                list.push({ node, always });
        }
        return list;
    }
    /** Nodes that several regions climb to: they are asked once. */
    #sharedNodes(regions) {
        const seen = new Map();
        for (const region of regions) {
            for (const leaf of region.leaves.filter(isAtomic)) {
                for (const { node } of this.#climb(leaf)) {
                    seen.set(node, (seen.get(node) ?? new Set()).add(region));
                }
            }
        }
        return [...seen].filter(([, by]) => by.size > 1).map(([node]) => node);
    }
    #climbs(region, shared, place) {
        const own = `t${region.index}`;
        const climb = (list) => {
            const [first, ...rest] = list;
            if (!first)
                return "";
            const next = climb(rest);
            if (!shared.includes(first.node)) {
                const asked = this.#choice.chain(first.always, place, ({ index }) => `${own} = ${index};`);
                return lines(asked, next && ifCode(`${own} < 0`, next));
            }
            const memo = `m${first.node.index}`;
            const asked = this.#choice.chain(first.always, place, ({ index }) => `${memo} = ${index};`);
            return lines(ifCode(`${memo} === -2`, lines(`${memo} = -1;`, asked)), ifCode(`${memo} >= 0`, `${own} = ${memo};`, next));
        };
        const leaves = region.leaves.filter((leaf) => isAtomic(leaf) && this.#climb(leaf).length > 0);
        const cases = leaves.map((leaf) => ({
            index: leafValue(region, leaf),
            body: climb(this.#climb(leaf)),
        }));
        if (region.bits === 0)
            return cases[0]?.body ?? "";
        return caseText(valueCode(region, before), cases);
    }
}
/** A step goes on while eventless transitions or raised events are left, as in XState. */
export function settleText(limit) {
    return `function settle(k) {
    let event = k, asks = true, changed = 0;
    for (let steps = 1; over === 0; steps++) {
      if (steps > ${limit}) fail(${limit});
      let result = asks ? eventless(event) : 0;
      if (result !== 0) {
        asks = result === 2;
      } else {
        if (queue.length === 0) break;
        event = queue.shift();
        result = raised(event);
        asks = true;
      }
      if (result === 2) changed = 1;
    }
    if (queue.length !== 0) queue.length = 0;
    over = 0;
    return changed;
  }`;
}
function isAtomic({ node }) {
    return node.type === "atomic" || node.type === "final";
}
//# sourceMappingURL=eventless.js.map