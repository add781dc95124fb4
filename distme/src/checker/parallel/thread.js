import { receiveMessageOnPort } from "node:worker_threads";
import { Arena, roomFor } from "../arena.js";
import { modelErrorAt } from "../errors.js";
import { hashWords } from "../hash.js";
import { Judge } from "../judge.js";
import { actionsMax } from "../model.js";
import { partOf, parts } from "../slots.js";
import { Candidates, head_words } from "./candidates.js";
import { Barrier, control, own, ownWord, sharedInts, } from "./shared.js";
import { SharedTable } from "./table.js";
/** States that one thread expands in a round; fewer where the level is smaller. */
const perRound = 8192;
/**
 * One thread of a parallel breadth-first search.
 *
 * A round takes some states of the level. First every thread expands its share and keeps what the
 * table does not know; then each enters the candidates whose part of the table it owns; then the
 * new states get the numbers that the sequential search would give them, by the order of parent and
 * action. So states, traces and verdicts are the same whatever the number of threads, and no lock or
 * atomic operation is needed but the barriers. `test/xstate/parallel.test.ts` holds it against
 * `explore`.
 */
export class SearchThread {
    #options;
    #model;
    #barrier;
    #judge;
    #arena;
    #table;
    #packed;
    #state;
    /** By thread: what it found in the round. */
    #candidates;
    /** By thread: for each new state that it entered, the thread that found it and where. */
    #keys;
    #closed = new Set();
    #levels = [];
    #deadline;
    #before;
    /** States stored; the same in every thread between two rounds. */
    #states = 0;
    /** States that the arena has room for. */
    #room = roomFor(0);
    #at = -1;
    #successors = 0;
    #search = null;
    #transitions = 0;
    #deadlocks = 0;
    #deadlock = null;
    #pruned = false;
    #last = false;
    /** Whether there are states below the last level that the limits allow. */
    #deeper = false;
    #incomplete = null;
    constructor(options) {
        const { model, checks, threads, limits } = options;
        this.#options = options;
        this.#model = model;
        this.#barrier = new Barrier(options.control, threads);
        this.#judge = new Judge(model, checks);
        const words = model.packing?.words ?? model.words;
        this.#arena = new Arena(words, (bytes) => new SharedArrayBuffer(bytes));
        this.#table = new SharedTable(this.#arena);
        this.#packed = new Int32Array(words);
        this.#state = model.scratch ?? new Int32Array(model.words);
        this.#candidates = Array.from({ length: threads }, () => new Candidates(words));
        this.#keys = Array.from({ length: threads }, () => sharedInts(1 << 12));
        this.#before = model.view(this.#state);
        this.#deadline = limits.timeMax_ms === undefined ? Infinity : Date.now() + limits.timeMax_ms;
    }
    run() {
        if (this.#isLeader)
            this.#announceAll();
        this.#wait();
        this.#shareOwn();
        this.#wait();
        this.#begin();
        let next = 0;
        while (next < this.#states && this.#incomplete === null) {
            const end = this.#states;
            this.#levels.push(end - next);
            if (this.#isLeader) {
                Atomics.store(this.#options.control, control.levels, this.#levels.length);
            }
            this.#last = this.#levels.length >= (this.#options.limits.depthMax ?? Infinity);
            next = this.#level(next, end);
        }
        return this.#result();
    }
    get #isLeader() {
        return this.#options.thread === 0;
    }
    /** The leader's arena and table are everybody's. */
    #announceAll() {
        this.#send({ kind: "segments", first: 0, segments: this.#arena.segments });
        for (const [part, table] of this.#table.tables.entries()) {
            this.#send({ kind: "table", part, table });
        }
    }
    #shareOwn() {
        const { thread } = this.#options;
        const candidates = this.#candidates[thread];
        const keys = this.#keys[thread];
        if (candidates)
            this.#send({ kind: "candidates", thread, words: candidates.words });
        if (keys)
            this.#send({ kind: "keys", thread, keys });
    }
    #send(message) {
        for (const { port } of this.#options.peers)
            port.postMessage(message);
    }
    /** Comes to the barrier, and takes over what the others changed before it. */
    #wait() {
        this.#barrier.wait();
        for (const { port } of this.#options.peers) {
            for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
                this.#receive(got.message);
            }
        }
    }
    #receive(message) {
        switch (message.kind) {
            case "segments":
                this.#arena.take(message.first, message.segments);
                break;
            case "table":
                this.#table.tables[message.part] = message.table;
                break;
            case "candidates": {
                const candidates = this.#candidates[message.thread];
                if (candidates)
                    candidates.words = message.words;
                break;
            }
            case "keys":
                this.#keys[message.thread] = message.keys;
                break;
            case "closed":
                for (const id of message.ids)
                    this.#closed.add(id);
                break;
        }
    }
    /** The initial states are the leader's candidates. */
    #begin() {
        this.#clear();
        if (this.#isLeader) {
            for (const initial of this.#model.initialStates()) {
                this.#state.set(initial);
                this.#reach(this.#state, -1, 0);
            }
        }
        this.#enterAll();
    }
    /** Expands the states of one level, round by round. */
    #level(begin, end) {
        const { threads, thread } = this.#options;
        let next = begin;
        while (next < end && this.#incomplete === null) {
            const size = Math.min(end - next, perRound * threads);
            const share = Math.ceil(size / threads);
            this.#clear();
            this.#expandAll(next + thread * share, Math.min(next + (thread + 1) * share, next + size));
            next += size;
            if (this.#isLeader)
                Atomics.store(this.#options.control, control.next, next);
            this.#enterAll();
            if (next < end || this.#states > end)
                this.#interrupt();
        }
        return next;
    }
    #clear() {
        for (const candidates of this.#candidates)
            candidates.count = 0;
    }
    #expandAll(from, to) {
        if (this.#model.searcher && !this.#model.within && !this.#last)
            this.#searchAll(from, to);
        else
            this.#visitAll(from, to);
        Atomics.store(this.#options.control, ownWord(this.#options.thread, own.transitions), this.#transitions | 0);
    }
    /** By the model's own loop. */
    #searchAll(from, to) {
        if (from >= to)
            return;
        this.#search ??= this.#makeSearch();
        const search = this.#search;
        this.#at = from;
        try {
            if (search)
                this.#transitions = search(from, to);
        }
        catch (error) {
            throw modelErrorAt(this.#model, this.#arena, { error, state: this.#at });
        }
    }
    #makeSearch() {
        const judge = this.#judge;
        const steps = this.#model.searcher?.({
            table: this.#table.tables,
            arena: this.#arena.states,
            judge: judge.judgesSteps
                ? (action, next) => {
                    const goesOn = judge.step(this.#before, action, next, this.#at);
                    if (!goesOn)
                        this.#pruned = true;
                    return goesOn;
                }
                : null,
            add: ({ packed, hash, parent, action }) => this.#keep(packed, hash, parent, action),
            at: (id) => {
                this.#at = id;
                return this.#closed.size === 0 || !this.#closed.has(id);
            },
            stuck: (id) => this.#stuck(id, this.#state),
        });
        if (judge.judgesSteps)
            this.#before = this.#model.view(this.#state);
        return steps ?? null;
    }
    /** By the engine's loop. */
    #visitAll(from, to) {
        const { packing } = this.#model;
        const state = this.#state;
        for (let id = from; id < to; id++) {
            if (this.#closed.has(id))
                continue;
            if (packing) {
                this.#arena.read(id, this.#packed);
                packing.unpack(this.#packed, state);
            }
            else {
                this.#arena.read(id, state);
            }
            this.#expand(id, state);
        }
    }
    #expand(id, state) {
        this.#at = id;
        this.#successors = 0;
        if (this.#judge.judgesSteps)
            this.#before = this.#model.view(state);
        try {
            this.#model.successors(state, this.#visit);
        }
        catch (error) {
            throw modelErrorAt(this.#model, this.#arena, { error, state: id });
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
    #reach(next, parent, action) {
        this.#model.canonical?.(next);
        const { packing } = this.#model;
        const packed = packing ? this.#packed : next;
        packing?.pack(next, packed);
        const hash = hashWords(packed, 0, this.#arena.words);
        if (this.#table.has(packed, hash))
            return;
        if (this.#last) {
            this.#deeper = true;
            return;
        }
        this.#keep(packed, hash, parent, action);
    }
    /** A state that the table does not know: new, unless another step of the round finds it too. */
    #keep(packed, hash, parent, action) {
        if (action >= actionsMax)
            throw new RangeError(`more than ${actionsMax} different actions`);
        const { thread } = this.#options;
        const candidates = this.#candidates[thread];
        if (candidates?.push({ parent, action, hash }, packed)) {
            this.#send({ kind: "candidates", thread, words: candidates.words });
        }
    }
    /** Enters everybody's candidates into the own parts of the table, then numbers the new ones. */
    #enterAll() {
        const { thread, threads, control: words } = this.#options;
        const mine = this.#candidates[thread];
        Atomics.store(words, ownWord(thread, own.candidates), mine?.count ?? 0);
        this.#wait();
        this.#candidates.forEach((candidates, i) => {
            candidates.count = Atomics.load(words, ownWord(i, own.candidates));
        });
        const found = this.#enter();
        Atomics.store(words, ownWord(thread, own.found), found);
        this.#wait();
        const counts = Array.from({ length: threads }, (_, i) => Atomics.load(words, ownWord(i, own.found)));
        const base = this.#states;
        const total = counts.reduce((sum, count) => sum + count, 0);
        this.#makeRoom(base + total);
        this.#number(base, counts);
        this.#states = base + total;
        if (this.#isLeader)
            this.#decide();
        this.#wait();
    }
    /** @returns how many of the candidates are new states of the own parts */
    #enter() {
        const { thread, threads } = this.#options;
        let found = 0;
        const known = {
            words: (index) => this.#candidateOf(index).words,
            at: (index) => this.#candidateAt(index),
        };
        const before = this.#table.tables.slice();
        this.#candidates.forEach((candidates, by) => {
            for (let i = 0; i < candidates.count; i++) {
                const base = candidates.at(i);
                const part = partOf(candidates.words[base + 2] ?? 0);
                if (part % threads !== thread)
                    continue;
                if (this.#table.enter(candidates.words, base, found, known))
                    this.#key(found++, by, i);
            }
        });
        for (let part = thread; part < parts; part += threads) {
            const table = this.#table.tables[part];
            if (table && table !== before[part])
                this.#send({ kind: "table", part, table });
        }
        return found;
    }
    /** Notes which candidate the n-th new state is; ascending, in the order of the search. */
    #key(n, by, index) {
        const { thread } = this.#options;
        let keys = this.#keys[thread] ?? sharedInts(0);
        if (n >= keys.length) {
            const larger = sharedInts(keys.length * 2);
            larger.set(keys);
            this.#keys[thread] = keys = larger;
            this.#send({ kind: "keys", thread, keys });
        }
        keys[n] = by * keyShare + index;
    }
    #candidateOf(n) {
        const key = this.#keys[this.#options.thread]?.[n] ?? 0;
        const candidates = this.#candidates[Math.floor(key / keyShare)];
        if (!candidates)
            throw new RangeError(`no candidate ${n}`);
        return candidates;
    }
    #candidateAt(n) {
        const key = this.#keys[this.#options.thread]?.[n] ?? 0;
        return this.#candidateOf(n).at(key % keyShare);
    }
    /**
     * The leader makes room in the arena when all new states do not fit. Whether they do is worked
     * out alike by all: a thread may see the leader's new segments early, and must still wait.
     */
    #makeRoom(states) {
        if (states <= this.#room)
            return;
        this.#room = roomFor(states);
        if (this.#isLeader) {
            const first = this.#arena.segments.length;
            const [small] = this.#arena.segments;
            this.#arena.reserve(states);
            const from = this.#arena.segments[0] === small ? first : 0;
            this.#send({ kind: "segments", first: from, segments: this.#arena.segments.slice(from) });
        }
        this.#wait();
    }
    /** Writes the own new states where the sequential search would have put them. */
    #number(base, counts) {
        const { thread } = this.#options;
        const mine = this.#keys[thread] ?? sharedInts(0);
        const smaller = counts.map(() => 0);
        const closed = [];
        for (let n = 0; n < (counts[thread] ?? 0); n++) {
            const key = mine[n] ?? 0;
            let id = base + n;
            counts.forEach((count, other) => {
                if (other === thread)
                    return;
                const keys = this.#keys[other] ?? mine;
                let passed = smaller[other] ?? 0;
                while (passed < count && (keys[passed] ?? 0) < key)
                    passed++;
                smaller[other] = passed;
                id += passed;
            });
            if (!this.#store(n, id))
                closed.push(id);
        }
        if (closed.length === 0)
            return;
        for (const id of closed)
            this.#closed.add(id);
        this.#send({ kind: "closed", ids: closed });
    }
    /** @returns whether the search goes on behind the state */
    #store(n, id) {
        const { words } = this.#candidateOf(n);
        const at = this.#candidateAt(n);
        const hash = words[at + 2] ?? 0;
        this.#arena.write(id, words, words[at] ?? -1, words[at + 1] ?? 0, hash, at + head_words);
        this.#table.settle(hash, n, id);
        if (!this.#judge.judgesStates)
            return true;
        this.#arena.read(id, this.#packed);
        const { packing } = this.#model;
        if (packing)
            packing.unpack(this.#packed, this.#state);
        else
            this.#state.set(this.#packed);
        return this.#judge.state(this.#state, id);
    }
    /** The leader tells how far the search is, and whether a limit ends it. */
    #decide() {
        const { control: words, limits } = this.#options;
        const { statesMax = Infinity, memoryMax_bytes = Infinity } = limits;
        const bytes = this.#arena.bytes + this.#table.bytes;
        Atomics.store(words, control.states, this.#states);
        Atomics.store(words, control.kibibytes, Math.ceil(bytes / 1024));
        const reason = Atomics.load(words, control.stop) !== 0
            ? "stopped"
            : Date.now() > this.#deadline
                ? "time"
                : bytes > memoryMax_bytes
                    ? "memory"
                    : this.#states >= statesMax
                        ? "states"
                        : null;
        Atomics.store(words, control.decided, endings.indexOf(reason));
    }
    #interrupt() {
        this.#incomplete = endings[Atomics.load(this.#options.control, control.decided)] ?? null;
    }
    #result() {
        return {
            states: this.#states,
            found: this.#judge.found(),
            transitions: this.#transitions,
            deadlocks: this.#deadlocks,
            deadlock: this.#deadlock,
            closed: this.#closed.size,
            pruned: this.#pruned,
            incomplete: this.#incomplete ?? (this.#deeper ? "depth" : null),
            levels: this.#levels,
            bytes: this.#arena.bytes + this.#table.bytes,
            segments: this.#isLeader ? this.#arena.segments : [],
            counters: this.#model.counters ?? [],
        };
    }
}
/** Keys of one thread's candidates lie below those of the next. */
const keyShare = 1 << 26;
/** Why a search ends, as the leader writes it down. */
const endings = [null, "stopped", "time", "memory", "states"];
//# sourceMappingURL=thread.js.map