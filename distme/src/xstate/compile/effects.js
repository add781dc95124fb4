import { UnsupportedError } from "../errors.js";
import { activeCode, after, before } from "./active.js";
import { andCode, ifCode, lines, orCode } from "./code.js";
import { leafValue, maskOf } from "./regions.js";
import { isBelow } from "./semantics.js";
export const alone = () => false;
/** Writes what transitions do to the words of a state. */
export class EffectWriter {
    #flat;
    #sites;
    constructor(flat, sites) {
        this.#flat = flat;
        this.#sites = sites;
    }
    write(effect, event, left = alone) {
        const exit = this.#exit(effect, event);
        const act = this.#run(effect.transition.definition.actions, effect.transition.source, event);
        const entered = effect.enters.map((node, i) => this.#enter(effect, i, { node, event, left }));
        return {
            exit: exit.text,
            act: act.text,
            enter: lines(this.#moves(effect), ...entered.map(({ text }) => text)),
            changes: [exit, act, ...entered].some(({ changes }) => changes),
        };
    }
    /** Runs the exit actions of everything that is active: the machine is done. */
    exitAll(event) {
        const nodes = [...this.#flat.chart.nodes].reverse();
        return lines(...nodes.map((node) => {
            const { text } = this.#run(node.node.exit, node, event);
            return text && ifCode(activeCode(this.#flat, node, after), text);
        }));
    }
    #exit(effect, event) {
        const { source } = effect.transition;
        let changes = false;
        const parts = effect.exits.map((node) => {
            const run = this.#run(node.node.exit, node, event);
            changes ||= run.changes;
            const surely = node === source || isBelow(source.node, node.node);
            return run.text && ifCode(surely || activeCode(this.#flat, node, before), run.text);
        });
        return { text: lines(...parts), changes };
    }
    #run(actions, of, event) {
        const at = { side: { words: after, buffer: "next" }, event };
        const codes = actions.map((action) => this.#sites.action(action, of, at));
        return {
            text: lines(...codes.map(({ text }) => text)),
            changes: codes.some(({ changes }) => changes),
        };
    }
    /** Writes the new values of all regions that are left or entered, one statement per word. */
    #moves({ exits, enters }) {
        const words = new Map();
        for (const region of this.#flat.regions) {
            const entered = region.leaves.find((leaf) => enters.includes(leaf));
            const left = region.leaves.some((leaf) => exits.includes(leaf));
            if (region.bits === 0 || (!entered && !left))
                continue;
            const value = entered ? leafValue(region, entered) : 0;
            const word = words.get(region.word) ?? { mask: 0, bits: 0 };
            word.mask |= maskOf(region.bits) << region.shift;
            word.bits |= value << region.shift;
            words.set(region.word, word);
        }
        return lines(...[...words].map(([word, { mask, bits }]) => `next[${word}] = (next[${word}] & ${~mask}) | ${bits};`));
    }
    #enter(effect, position, { node, event, left }) {
        const own = this.#run(node.node.entry, node, event);
        const initial = effect.byDefault.has(node) && node.node.type === "compound"
            ? this.#run(node.node.initial.actions, node, event)
            : { text: "", changes: false };
        const final = node.node.type === "final" ? this.#final(effect, position, left) : "";
        return {
            text: lines(own.text, initial.text, final),
            changes: own.changes || initial.changes,
        };
    }
    /** A final node is entered: its parent is done, and so may be the parallel nodes around it. */
    #final(effect, position, left) {
        const node = effect.enters[position];
        if (!node)
            throw new RangeError("no such entered node");
        if (node.node.output !== undefined) {
            throw new UnsupportedError(node.node.id, "is a final state with output");
        }
        const parent = this.#flat.parentOf(node);
        const first = parent?.node.type === "compound" ? this.#raiseDone(parent) : "";
        const marker = parent?.node.type === "parallel" ? parent : parent && this.#flat.parentOf(parent);
        return lines(first, this.#completed(marker, { effect, position, left }));
    }
    #raiseDone({ node }) {
        const event = { type: `xstate.done.state.${node.id}`, output: undefined };
        return `queue.push(${this.#sites.raise(event)});`;
    }
    /** What follows when everything up to `marker` is complete; null: the machine is done. */
    #completed(marker, at) {
        if (!marker)
            return "over = 1;";
        if (marker.node.type !== "parallel")
            return "";
        const fresh = `(completed & ${1 << (marker.index & 31)}) === 0`;
        const inner = lines(`completed |= ${1 << (marker.index & 31)};`, this.#raiseDone(marker), this.#completed(this.#flat.parentOf(marker), at));
        return ifCode(andCode([fresh, this.#inFinal(marker, at)]), inner);
    }
    #inFinal(node, at) {
        const children = this.#flat.childrenOf(node);
        switch (node.node.type) {
            case "compound": {
                const finals = children.filter((child) => child.node.type === "final");
                return orCode(finals.map((child) => this.#isActive(child, at)));
            }
            case "parallel":
                return andCode(children.map((child) => this.#inFinal(child, at)));
            case "final":
                return this.#isActive(node, at);
            default:
                return false;
        }
    }
    /** Whether a node is active in the middle of the microstep. */
    #isActive(node, { effect, position, left }) {
        const entered = effect.enters.indexOf(node);
        if (entered >= 0)
            return entered <= position;
        if (effect.exits.includes(node))
            return false;
        const gone = left(this.#flat.spanOf(node).region);
        const here = activeCode(this.#flat, node, after);
        if (gone === true)
            return false;
        return gone === false ? here : andCode([here, `!${gone}`]);
    }
}
/** Whether the machine is done in a configuration, as text. */
export function doneCode(flat, name) {
    const inFinal = (node) => {
        const children = flat.childrenOf(node);
        if (node.node.type === "final")
            return activeCode(flat, node, name);
        if (node.node.type === "parallel")
            return andCode(children.map(inFinal));
        if (node.node.type !== "compound")
            return false;
        const finals = children.filter((child) => child.node.type === "final");
        return orCode(finals.map((child) => activeCode(flat, child, name)));
    };
    const [root] = flat.chart.nodes;
    return root ? inFinal(root) : false;
}
//# sourceMappingURL=effects.js.map