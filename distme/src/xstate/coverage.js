import { effectOf, withoutConflicts } from "./compile/semantics.js";
/** The coverage of counted transitions: nodes are entered by starts and by what was taken. */
export function derivedCoverage(chart, counts) {
    const { start } = counts;
    const sum = (a, b, index) => (a[index] ?? 0) + (b[index] ?? 0);
    const entered = start.entered.slice();
    for (const transition of chart.transitions) {
        const taken = counts.taken[transition.index] ?? 0;
        if (taken === 0)
            continue;
        for (const { index } of effectOf(chart, transition).enters) {
            entered[index] = (entered[index] ?? 0) + taken;
        }
    }
    return {
        nodes: chart.nodes.map(({ path, index }) => ({ path, entered: entered[index] ?? 0 })),
        transitions: chart.transitions.map(({ key, index, guarded }) => ({
            key,
            taken: sum(start.taken, counts.taken, index),
            guardTrue: guarded ? sum(start.taken, counts.taken, index) : 0,
            guardFalse: sum(start.refused, counts.refused, index),
            guarded,
        })),
    };
}
/**
 * Counts transitions, entered nodes and guard outcomes.
 *
 * Guard outcomes follow from which transition was taken: XState asks the guards of one node in
 * order and stops at the first that says yes.
 */
export class CoverageCounter {
    #chart;
    #listens;
    #entered;
    #taken;
    #no;
    /** With history, which nodes are entered depends on the past: it is seen from what is active. */
    #hasHistory;
    /** @param listens whether a node is meant by an event at all; a deaf node's guards do not count */
    constructor(chart, listens = () => true) {
        this.#chart = chart;
        this.#listens = listens;
        this.#entered = new Float64Array(chart.nodes.length);
        this.#taken = new Float64Array(chart.transitions.length);
        this.#no = new Float64Array(chart.transitions.length);
        this.#hasHistory = chart.nodes.some(({ node }) => node.type === "history");
    }
    /** Counts a start: where it ended, and what `always` and raised events did before. */
    start(end, microsteps) {
        const [first] = microsteps;
        const passed = (first?.taken ?? []).map(({ source }) => source);
        for (const node of new Set([...(first?.after ?? end).nodes, ...passed])) {
            this.#bump(this.#entered, node.index);
        }
        this.#steps(microsteps);
        if (!microsteps.at(-1)?.idle)
            this.#settled(end);
    }
    /** A copy of what was counted so far. */
    started() {
        return {
            entered: this.#entered.slice(),
            taken: this.#taken.slice(),
            refused: this.#no.slice(),
        };
    }
    /** Counts what an event did; an event that took no transition counts as refused by its guards. */
    count(microsteps) {
        this.#steps(microsteps);
        const last = microsteps.at(-1);
        if (!last || last.idle || microsteps.every(({ taken }) => taken.length === 0))
            return;
        this.#settled(last.after);
    }
    #steps(microsteps) {
        for (const [i, microstep] of microsteps.entries()) {
            this.#microstep(microstep);
            const { before, eventType } = microstep;
            if (before && eventType !== "" && microsteps[i - 1]?.idle === false)
                this.#settled(before);
        }
    }
    #microstep(microstep) {
        const taken = this.#hasHistory
            ? microstep.taken
            : withoutConflicts(this.#chart, microstep.taken);
        for (const { index } of taken)
            this.#bump(this.#taken, index);
        for (const selected of microstep.taken)
            this.#asked(selected, microstep.eventType);
        this.#enter(microstep, taken);
        if (microstep.before)
            this.#refusals(microstep.before, microstep);
    }
    #bump(counts, index) {
        counts[index] = (counts[index] ?? 0) + 1;
    }
    result() {
        return {
            nodes: this.#chart.nodes.map(({ path, index }) => ({
                path,
                entered: this.#entered[index] ?? 0,
            })),
            transitions: this.#chart.transitions.map(({ key, index, guarded }) => ({
                key,
                taken: this.#taken[index] ?? 0,
                guardTrue: guarded ? (this.#taken[index] ?? 0) : 0,
                guardFalse: this.#no[index] ?? 0,
                guarded,
            })),
        };
    }
    /** The guards that said no before one said yes. */
    #asked(transition, eventType) {
        const candidates = this.#chart.candidates(transition.source, eventType);
        for (const asked of candidates.slice(0, candidates.indexOf(transition))) {
            this.#bump(this.#no, asked.index);
        }
    }
    #enter({ before, after }, taken) {
        const entered = this.#hasHistory
            ? this.#newlyActive({ before, after }, taken)
            : taken.flatMap((transition) => effectOf(this.#chart, transition).enters);
        for (const node of entered)
            this.#bump(this.#entered, node.index);
    }
    /** Nodes that became active, and targets that were active already. */
    #newlyActive({ before, after }, taken) {
        const entered = new Set();
        if (before && before.id !== after.id) {
            for (const node of after.nodes)
                if (!before.has(node.path))
                    entered.add(node);
        }
        for (const { definition } of taken) {
            for (const target of definition.target ?? []) {
                const node = this.#chart.nodeOf.get(target);
                if (node)
                    entered.add(node);
            }
        }
        return entered;
    }
    /** Guards that all said no at a node that was asked and took nothing. */
    #refusals(before, { event, eventType, taken }) {
        for (const node of before.nodes) {
            const candidates = this.#chart.candidates(node, eventType);
            if (candidates.length === 0 || taken.some(({ source }) => source === node))
                continue;
            if (eventType === "") {
                if (!asksEventless(before, node, taken))
                    continue;
            }
            else if (taken.some(({ source }) => isWithin(source, node)) ||
                !this.#listens(node, event)) {
                continue;
            }
            for (const asked of candidates)
                this.#bump(this.#no, asked.index);
        }
    }
    /** `always` transitions that were all refused before the machine came to rest. */
    #settled(at) {
        if (at.done)
            return;
        for (const node of at.nodes) {
            for (const asked of this.#chart.candidates(node, ""))
                this.#bump(this.#no, asked.index);
        }
    }
}
/** Each atomic state asks outwards until one says yes: did one of them come as far as `node`? */
function asksEventless({ nodes }, node, taken) {
    return nodes.some((leaf) => (leaf.node.type === "atomic" || leaf.node.type === "final") &&
        isWithin(leaf, node) &&
        !taken.some(({ source }) => isWithin(source, node) && isWithin(leaf, source)));
}
function isWithin(inner, outer) {
    return inner === outer || outer.path === "" || inner.path.startsWith(`${outer.path}.`);
}
//# sourceMappingURL=coverage.js.map