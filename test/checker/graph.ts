import type { Check, Judgement, Model } from "../../src/checker/model.ts";
import type { Path } from "../../src/checker/trace.ts";

/** Successors of each state, named by numbers; a missing state has none. */
export type Graph = Readonly<Record<number, readonly number[]>>;

/** A step is named after its ends: `from>to`. */
export type Edge = string;

/** A model whose steps have labels of any kind; the engine sees numbers for them. */
export type Labelled<A> = Omit<Model<A>, "successors" | "action"> & {
  readonly successors: (state: Int32Array, visit: (label: A, next: Int32Array) => void) => void;
};

export function numbered<A>(model: Labelled<A>): Model<A> {
  const labels: A[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (label: A): number => {
    const key = JSON.stringify(label);
    const number = numbers.get(key) ?? labels.push(label) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    ...model,
    action: (number) => labels[number] as A, // handed out before
    successors: (state, visit) =>
      model.successors(state, (label, next) => visit(numberOf(label), next)),
  };
}

/** A model whose states are the nodes of a graph; node 0 is the initial state. */
export function graphModel(graph: Graph, rest: Partial<Labelled<Edge>> = {}): Model<Edge> {
  return numbered<Edge>({
    words: 1,
    initialStates: () => [Int32Array.of(0)],
    successors: (state, visit) => {
      const from = state[0] ?? 0;
      for (const to of graph[from] ?? []) visit(`${from}>${to}`, Int32Array.of(to));
    },
    view: (state) => state,
    terminal: () => false,
    ...rest,
  });
}

interface Reach<Subject> {
  readonly continues?: boolean;
  readonly when?: (subject: Subject) => boolean;
}

/** A claim about the numbers of states; a promise, unless `continues`. */
export function always(
  holds: (node: number) => boolean,
  { continues = false, when = () => true }: Reach<number> = {},
): Check<Edge> {
  const judge = ([node = 0]: Int32Array) => (when(node) ? judgement(holds(node)) : "none");
  return { kind: "always", name: "always", continues, judge };
}

export function sometimes(holds: (node: number) => boolean): Check<Edge> {
  const judge = ([node = 0]: Int32Array) => judgement(holds(node));
  return { kind: "sometimes", name: "sometimes", continues: true, judge };
}

/** A claim about the names of steps; a promise, unless `continues`. */
export function alwaysStep(
  holds: (edge: Edge) => boolean,
  { continues = false, when = () => true }: Reach<Edge> = {},
): Check<Edge> {
  const judge = ({ event }: { event: Edge }) => (when(event) ? judgement(holds(event)) : "none");
  return { kind: "alwaysStep", name: "alwaysStep", continues, judge };
}

function judgement(good: boolean): Judgement {
  return good ? "good" : "bad";
}

/** The actions of a path. */
export function actions<A>(path: Path<A> | null | undefined): readonly A[] | null {
  return path ? path.steps.map(({ action }) => action) : null;
}
