import { ModelError, modelErrorAt } from "./errors.js";
import { EdgeRecorder } from "./graph.js";
import { graphOf } from "./graph-of.js";
import { Judge } from "./judge.js";
import { MarkColumns } from "./marks.js";
import { actionsMax } from "./model.js";
import { restoreModel } from "./search-state.js";
import { StateStore } from "./store.js";
import { pathTo } from "./trace.js";
const progressEvery = 512;
/** The time between two checkpoints is at least so many times the time that writing one takes. */
const checkpointPause = 9;
/**
 * Explores every reachable state of a model, breadth first, and judges every check.
 *
 * Paths are shortest and the same in every run. The search does not go on behind a state or step
 * that breaks a check with `continues: false`; then, or when a limit is hit, `incomplete` says so.
 *
 * @throws ModelError when the model itself throws
 */
export function explore(model, options = {}) {
    const search = new Search(model, options);
    search.run();
    options.onExplored?.();
    return search.result();
}
class Search {
    #model;
    #options;
    #store;
    #judge;
    #marks;
    #edges;
    #packed;
    #levels = [];
    #limits;
    #deadline;
    #checkpointAt = Infinity;
    #transitions = 0;
    #deadlock = null;
    #deadlocks = 0;
    /** The state that is being expanded, and how many successors it had so far. */
    #at = -1;
    #successors = 0;
    #state = new Int32Array(0);
    #before;
    /** Whether the level is the last one that the limits allow: it is expanded, nothing is added. */
    #last = false;
    /** Whether there are states below the last level that the limits allow. */
    #deeper = false;
    #incomplete = null;
    /** States behind which the search does not go on. */
    #closed;
    /** Whether a step was not followed, because it broke a promise. */
    #pruned = false;
    #levelEnd = 0;
    #initials = 0;
    /** Whether the model's own loop can do the search, and that loop once it is made. */
    #searches;
    #modelSearch = null;
    constructor(model, options) {
        const { checks = [], marks = [], limits = {}, resume } = options;
        this.#model = model;
        this.#options = options;
        this.#limits = limits;
        this.#deadline = limits.timeMax_ms === undefined ? Infinity : Date.now() + limits.timeMax_ms;
        this.#store = resume?.store ?? new StateStore(model.packing?.words ?? model.words);
        this.#packed = new Int32Array(this.#store.words);
        this.#judge = new Judge(model, checks);
        this.#marks = new MarkColumns(marks, resume?.marks);
        this.#edges = marks.length === 0 || resume ? null : new EdgeRecorder();
        this.#searches = model.searcher !== undefined && !model.within && marks.length === 0;
        this.#before = model.view(new Int32Array(model.words));
        this.#closed = new Set(resume?.closed);
        if (resume)
            this.#resume(resume);
    }
    #resume(state) {
        restoreModel(this.#model, state);
        const { levels, transitions, deadlocks, deadlock, found, pruned } = state;
        this.#levels.push(...levels);
        this.#levelEnd = state.levelEnd;
        this.#initials = state.initials;
        this.#transitions = transitions;
        this.#deadlocks = deadlocks;
        this.#deadlock = deadlock;
        this.#pruned = pruned;
        this.#judge.resume(found);
    }
    run() {
        const { resume, onCheckpoint } = this.#options;
        if (onCheckpoint)
            this.#checkpointAt = Date.now() + onCheckpoint.every_ms;
        if (!resume) {
            for (const initial of this.#model.initialStates())
                this.#begin(initial);
            this.#initials = this.#store.size;
        }
        let next = resume?.next ?? 0;
        // a search that is resumed goes on in the middle of its last level
        if (resume && next < this.#levelEnd)
            next = this.#level(next, this.#levelEnd);
        while (next < this.#store.size && this.#incomplete === null) {
            const end = this.#store.size;
            this.#levels.push(end - next);
            this.#levelEnd = end;
            next = this.#level(next, end);
        }
        if (!this.#deeper && next !== resume?.next)
            this.#save(next);
    }
    /** Expands the states of one level. @returns the first state that was not expanded */
    #level(begin, end) {
        const { depthMax = Infinity, statesMax = Infinity } = this.#limits;
        const { packing } = this.#model;
        const state = this.#model.scratch ?? new Int32Array(this.#model.words);
        this.#last = this.#levels.length >= depthMax;
        if (this.#searches && !this.#last)
            return this.#levelByModel(begin, end);
        // what is dropped from now on has to be found again when the search is resumed
        if (this.#last && !this.#deeper)
            this.#save(begin);
        for (let id = begin; id < end; id++) {
            if (id % progressEvery === 0 && this.#interrupted(id))
                return id;
            if (this.#closed.has(id))
                continue;
            if (packing) {
                this.#store.read(id, this.#packed);
                packing.unpack(this.#packed, state);
            }
            else {
                this.#store.read(id, state);
            }
            this.#expand(id, state);
            if (this.#store.size >= statesMax && id + 1 < this.#store.size) {
                this.#incomplete = "states";
                return id + 1;
            }
        }
        return end;
    }
    /** The same by the model's own loop, a few states at a time. */
    #levelByModel(begin, end) {
        const { statesMax = Infinity } = this.#limits;
        this.#modelSearch ??= this.#makeSearch();
        const search = this.#modelSearch;
        for (let id = begin; id < end;) {
            if (search === null || this.#interrupted(id))
                return id;
            // near a limit on states one at a time, so that the search ends where the other one would
            const near = this.#store.size + progressEvery * 64 > statesMax;
            const last = Math.min(end, near ? id + 1 : id + progressEvery);
            this.#at = id;
            try {
                this.#transitions = search(id, last);
            }
            catch (error) {
                throw modelErrorAt(this.#model, this.#store, { error, state: this.#at });
            }
            id = last;
            if (this.#store.size >= statesMax && id < this.#store.size) {
                this.#incomplete = "states";
                return id;
            }
        }
        return end;
    }
    #makeSearch() {
        const { scratch, searcher } = this.#model;
        const store = this.#store;
        const judge = this.#judge;
        const earlier = this.#transitions;
        const steps = searcher?.({
            table: store.tables,
            arena: store.arena.states,
            judge: judge.judgesSteps
                ? (action, next) => {
                    const goesOn = judge.step(this.#before, action, next, this.#at);
                    if (!goesOn)
                        this.#pruned = true;
                    return goesOn;
                }
                : null,
            add: ({ packed, hash, slot, parent, action, unpack }) => {
                const id = store.add(packed, hash, slot, parent, action);
                if (judge.judgesStates && !judge.state(unpack(), id))
                    this.#closed.add(id);
            },
            at: (id) => {
                this.#at = id;
                return this.#closed.size === 0 || !this.#closed.has(id);
            },
            stuck: (id) => scratch && this.#stuck(id, scratch),
        });
        if (scratch && judge.judgesSteps)
            this.#before = this.#model.view(scratch);
        return steps ? (first, last) => earlier + steps(first, last) : null;
    }
    #begin(initial) {
        const path = { initial: initial.slice(), steps: [] };
        try {
            const state = this.#model.scratch ?? new Int32Array(this.#model.words);
            state.set(initial); // which may be rewritten
            this.#reach(state, -1, 0);
        }
        catch (error) {
            throw new ModelError(error, path);
        }
    }
    result() {
        const findings = new Map();
        for (const [name, { applied, place }] of this.#judge.found()) {
            findings.set(name, { applied, path: place && this.#path(place) });
        }
        const limit = this.#incomplete ?? (this.#deeper ? "depth" : null);
        const incomplete = limit ?? (this.#pruned || this.#closed.size > 0 ? "violation" : null);
        return {
            states: this.#store.size,
            transitions: this.#transitions,
            depth: this.#levels.length,
            levels: this.#levels,
            findings,
            deadlock: this.#deadlock && this.#path(this.#deadlock),
            deadlocks: this.#deadlocks,
            incomplete,
            bytes: this.#bytes(),
            store: this.#store,
            graph: incomplete || !this.#marks.any ? null : this.#graph(),
            marks: this.#marks,
        };
    }
    /** A search that was resumed has not seen every edge: they are looked up again. */
    #graph() {
        const states = this.#store.size;
        if (this.#edges)
            return this.#edges.finish(states, this.#initials);
        return graphOf(this.#model, this.#store, this.#initials);
    }
    #bytes() {
        return this.#store.bytes + (this.#edges?.bytes ?? 0) + this.#marks.bytes;
    }
    #interrupted(id) {
        const { onProgress } = this.#options;
        const { stopped, memoryMax_bytes = Infinity } = this.#limits;
        onProgress?.({
            states: this.#store.size,
            transitions: this.#transitions,
            depth: this.#levels.length,
            frontier: this.#store.size - id,
            bytes: this.#bytes(),
        });
        if (stopped?.())
            this.#incomplete = "stopped";
        else if (Date.now() > this.#deadline)
            this.#incomplete = "time";
        else if (memoryMax_bytes < Infinity && this.#bytes() > memoryMax_bytes) {
            this.#incomplete = "memory";
        }
        if (this.#incomplete !== null)
            return true;
        if (Date.now() > this.#checkpointAt && !this.#deeper)
            this.#save(id);
        return false;
    }
    #save(next) {
        const { onCheckpoint } = this.#options;
        if (!onCheckpoint)
            return;
        const began = Date.now();
        onCheckpoint.save({
            store: this.#store,
            next,
            levelEnd: this.#levelEnd,
            levels: this.#levels,
            transitions: this.#transitions,
            deadlocks: this.#deadlocks,
            deadlock: this.#deadlock,
            found: this.#judge.found(),
            closed: Int32Array.from(this.#closed),
            pruned: this.#pruned,
            initials: this.#initials,
            marks: this.#marks,
            counters: this.#model.counters ?? [],
            references: this.#model.references?.things() ?? [],
        });
        const now = Date.now();
        this.#checkpointAt = now + Math.max(onCheckpoint.every_ms, checkpointPause * (now - began));
    }
    #visit = (action, next) => {
        this.#successors++;
        this.#transitions++;
        if (this.#judge.judgesSteps && !this.#judge.step(this.#before, action, next, this.#at)) {
            this.#pruned = true;
            return;
        }
        if (this.#model.within?.(next) ?? true)
            this.#reach(next, this.#at, action);
        else
            this.#judge.state(next, this.#at, action);
    };
    #expand(id, state) {
        this.#at = id;
        this.#state = state;
        this.#successors = 0;
        this.#edges?.beginState(id);
        try {
            if (this.#judge.judgesSteps)
                this.#before = this.#model.view(state);
            this.#model.successors(state, this.#visit);
        }
        catch (error) {
            throw modelErrorAt(this.#model, this.#store, { error, state: id });
        }
        if (this.#successors === 0)
            this.#stuck(id, state);
    }
    #stuck(id, state) {
        if (this.#model.terminal(state))
            return;
        this.#deadlocks++;
        this.#deadlock ??= { state: id, action: -1 };
    }
    #reach(next, parent, action) {
        const changes = this.#edges !== null && parent >= 0 && differs(next, this.#state);
        this.#model.canonical?.(next);
        const { packing } = this.#model;
        const packed = packing ? this.#packed : next;
        packing?.pack(next, packed);
        if (this.#last && !this.#store.has(packed)) {
            this.#deeper = true;
            return;
        }
        if (action >= actionsMax)
            throw new RangeError(`more than ${actionsMax} different actions`);
        const id = this.#store.insert(packed, parent, action);
        if (parent >= 0)
            this.#edges?.edge(action, id < 0 ? -1 - id : id);
        if (changes && -1 - id === parent)
            throw new RangeError(hiddenStep);
        if (id < 0)
            return;
        if (this.#marks.any)
            this.#marks.add(id, this.#model.view(next));
        if (!this.#judge.state(next, id))
            this.#closed.add(id);
    }
    #path(place) {
        return pathTo(this.#model, this.#store, place);
    }
}
const hiddenStep = "a step leads to a symmetric state: with this symmetry it looks as if nothing happened, and what " +
    "happens in the end cannot be judged";
function differs(a, b) {
    return a.some((word, i) => word !== b[i]);
}
//# sourceMappingURL=explore.js.map