/** A machine that may be in several states after the same events; `event: null` is not seen. */
export interface Nondeterministic {
  /** Their names; the first one is initial. */
  readonly states: readonly string[];
  readonly moves: readonly Move[];
}

export interface Move {
  readonly from: string;
  readonly event: string | null;
  readonly to: string;
}

/** A machine that is in one state after any events that it allows, and forbids all others. */
export interface Automaton {
  /** Their names; the first one is initial. */
  readonly states: readonly string[];
  /** In alphabetical order. */
  readonly events: readonly string[];
  /** State, event, state. */
  readonly next: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The smallest automaton that allows the same sequences of events; every prefix of one is one. */
export function smallestAutomaton(machine: Nondeterministic): Automaton {
  return named(minimised(determinised(machine)), machine.states);
}

/** The states that an automaton goes through, up to an event that it forbids. */
export function runOf({ states, next }: Automaton, events: readonly string[]): readonly string[] {
  const [initial] = states;
  const run: string[] = initial === undefined ? [] : [initial];
  for (const event of events) {
    const to = next.get(run.at(-1) ?? "")?.get(event);
    if (to === undefined) break;
    run.push(to);
  }
  return run;
}

/** States by number; 0 is initial. */
interface Numbered {
  readonly rows: readonly ReadonlyMap<string, number>[];
  /** The states of the first machine that an event led to, before what is not seen. */
  readonly cores: readonly ReadonlySet<string>[];
}

function determinised({ states, moves }: Nondeterministic): Numbered {
  const from = new Map<string, Move[]>();
  for (const move of moves) from.set(move.from, [...(from.get(move.from) ?? []), move]);
  const closed = (core: Iterable<string>): ReadonlySet<string> => {
    const all = new Set(core); // a Set that grows while it is read is read to its end
    for (const state of all) {
      for (const { event, to } of from.get(state) ?? []) if (event === null) all.add(to);
    }
    return all;
  };
  const cores: ReadonlySet<string>[] = [new Set(states.slice(0, 1))];
  const numbers = new Map([[keyOf(closed(states.slice(0, 1))), 0]]);
  const rows: Map<string, number>[] = [];
  for (const core of cores) {
    const targets = new Map<string, Set<string>>();
    for (const state of closed(core)) {
      for (const { event, to } of from.get(state) ?? []) {
        if (event !== null) targets.set(event, (targets.get(event) ?? new Set()).add(to));
      }
    }
    const row = new Map<string, number>();
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

function keyOf(states: ReadonlySet<string>): string {
  return [...states].sort().join(" ");
}

/**
 * Puts states together until no two classes allow the same; what comes first stands for its class.
 */
function minimised({ rows, cores }: Numbered): Numbered {
  let classOf: readonly number[] = rows.map(() => 0);
  for (let classes = 0; ; ) {
    const known = new Map<string, number>();
    const finer = rows.map((row, state) => {
      const moves = [...row].map(([event, to]) => `${event} ${classOf[to] ?? 0}`).sort();
      const key = `${classOf[state] ?? 0}|${moves.join("|")}`;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
    classOf = finer;
    if (known.size === classes) break;
    classes = known.size;
  }
  const first = [...new Set(classOf)].map((one) => classOf.indexOf(one));
  return {
    rows: first.map((state) => {
      const row = rows[state] ?? new Map<string, number>();
      return new Map([...row].map(([event, to]) => [event, classOf[to] ?? 0]));
    }),
    cores: first.map((state) => cores[state] ?? new Set()),
  };
}

/** A state is named after the first state that the event before it may have led to. */
function named({ rows, cores }: Numbered, order: readonly string[]): Automaton {
  const taken = new Set<string>();
  const states = cores.map((core) => {
    const name = order.find((state) => core.has(state)) ?? "state";
    let own = name;
    for (let n = 2; taken.has(own); n++) own = `${name}_${n}`;
    taken.add(own);
    return own;
  });
  const next = new Map(
    rows.map((row, i) => {
      const moves = [...row].map(([event, to]): [string, string] => [event, states[to] ?? ""]);
      return [states[i] ?? "", new Map(moves.sort(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
  const events = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
  return { states, events, next };
}
