/** The smallest automaton that allows the same sequences of events; every prefix of one is one. */
export function smallestAutomaton(machine) {
    return named(minimised(determinised(machine)), machine.states);
}
/** The states that an automaton goes through, up to an event that it forbids. */
export function runOf({ states, next }, events) {
    const [initial] = states;
    const run = initial === undefined ? [] : [initial];
    for (const event of events) {
        const to = next.get(run.at(-1) ?? "")?.get(event);
        if (to === undefined)
            break;
        run.push(to);
    }
    return run;
}
function determinised({ states, moves }) {
    const from = new Map();
    for (const move of moves)
        from.set(move.from, [...(from.get(move.from) ?? []), move]);
    const closed = (core) => {
        const all = new Set(core); // a Set that grows while it is read is read to its end
        for (const state of all) {
            for (const { event, to } of from.get(state) ?? [])
                if (event === null)
                    all.add(to);
        }
        return all;
    };
    const cores = [new Set(states.slice(0, 1))];
    const numbers = new Map([[keyOf(closed(states.slice(0, 1))), 0]]);
    const rows = [];
    for (const core of cores) {
        const targets = new Map();
        for (const state of closed(core)) {
            for (const { event, to } of from.get(state) ?? []) {
                if (event !== null)
                    targets.set(event, (targets.get(event) ?? new Set()).add(to));
            }
        }
        const row = new Map();
        for (const [event, target] of targets) {
            const key = keyOf(closed(target));
            const number = numbers.get(key) ?? cores.push(target) - 1;
            numbers.set(key, number);
            row.set(event, number);
        }
        rows.push(row);
    }
    return { rows, cores };
}
function keyOf(states) {
    return [...states].sort().join(" ");
}
/**
 * Puts states together until no two classes allow the same; what comes first stands for its class.
 */
function minimised({ rows, cores }) {
    let classOf = rows.map(() => 0);
    for (let classes = 0;;) {
        const known = new Map();
        const finer = rows.map((row, state) => {
            const moves = [...row].map(([event, to]) => `${event} ${classOf[to] ?? 0}`).sort();
            const key = `${classOf[state] ?? 0}|${moves.join("|")}`;
            const number = known.get(key) ?? known.size;
            known.set(key, number);
            return number;
        });
        classOf = finer;
        if (known.size === classes)
            break;
        classes = known.size;
    }
    const first = [...new Set(classOf)].map((one) => classOf.indexOf(one));
    return {
        rows: first.map((state) => {
            const row = rows[state] ?? new Map();
            return new Map([...row].map(([event, to]) => [event, classOf[to] ?? 0]));
        }),
        cores: first.map((state) => cores[state] ?? new Set()),
    };
}
/** A state is named after the first state that the event before it may have led to. */
function named({ rows, cores }, order) {
    const taken = new Set();
    const states = cores.map((core) => {
        const name = order.find((state) => core.has(state)) ?? "state";
        let own = name;
        for (let n = 2; taken.has(own); n++)
            own = `${name}_${n}`;
        taken.add(own);
        return own;
    });
    const next = new Map(rows.map((row, i) => {
        const moves = [...row].map(([event, to]) => [event, states[to] ?? ""]);
        return [states[i] ?? "", new Map(moves.sort(([a], [b]) => (a < b ? -1 : 1)))];
    }));
    const events = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
    return { states, events, next };
}
//# sourceMappingURL=automaton.js.map