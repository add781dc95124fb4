import { EdgeRecorder, type StateGraph } from "../../../src/checker/graph.ts";
import type { FairClass, Lasso, LivenessClaim, Walk } from "../../../src/checker/liveness.ts";

/** An edge: state, action, state. */
export type Edge = readonly [from: number, action: number, to: number];

const letters = "abcdefghijklmnopqrstuvwxyz";

/** `0a1 1b0`: action 0 leads from state 0 to state 1, action 1 back. State 0 is the initial one. */
export function graphOf(text: string, initials = 1): StateGraph {
  const edges = [...text.matchAll(/(\d+)([a-z])(\d+)/g)].map(
    ([, from, action = "", to]): Edge => [Number(from), letters.indexOf(action), Number(to)],
  );
  const last = Math.max(0, ...edges.flatMap(([from, , to]) => [from, to]));
  return graphFrom(edges, { states: Math.max(last + 1, initials), initials });
}

/** The edges of a row keep their order. */
export function graphFrom(
  edges: readonly Edge[],
  { states, initials }: { readonly states: number; readonly initials: number },
): StateGraph {
  const recorder = new EdgeRecorder();
  for (let state = 0; state < states; state++) {
    recorder.beginState(state);
    for (const [from, action, to] of edges) if (from === state) recorder.edge(action, to);
  }
  return recorder.finish(states, initials);
}

/** Every edge of a graph, row by row. */
export function edgesOf({ states, first, target, action }: StateGraph): Edge[] {
  const edges: Edge[] = [];
  for (let from = 0; from < states; from++) {
    for (let edge = first[from] ?? 0; edge < (first[from + 1] ?? 0); edge++) {
      edges.push([from, action[edge] ?? -1, target[edge] ?? -1]);
    }
  }
  return edges;
}

/** `WF(a) SF(bc)`: a weak class of one action and a strong class of two. */
export function fairnessOf(text: string): FairClass[] {
  return [...text.matchAll(/([WS])F\(([a-z]+)\)/g)].map(([name, strength, actions = ""]) => ({
    strength: strength === "W" ? "weak" : "strong",
    name,
    member: Uint8Array.from(letters, (letter) => (actions.includes(letter) ? 1 : 0)),
  }));
}

/** A claim about the numbers of states; without `from` the obligation begins at the start. */
export function claimOf(
  fairness: readonly FairClass[] | string,
  { from, goal }: { readonly from?: readonly number[]; readonly goal: readonly number[] },
): LivenessClaim {
  const set = (states: readonly number[]) => {
    const flags = new Uint8Array(Math.max(0, ...states) + 1);
    for (const state of states) flags[state] = 1;
    return flags;
  };
  return {
    name: "claim",
    from: from ? set(from) : null,
    goal: set(goal),
    fairness: typeof fairness === "string" ? fairnessOf(fairness) : fairness,
  };
}

/** `0 a 1 | 1 b 2 c 1`: the stem, then the loop; `holds` if there is none. */
export function textOf(lasso: Lasso | null): string {
  if (!lasso) return "holds";
  const walk = ({ states, actions }: Walk) =>
    states.flatMap((state, at) => (at === 0 ? [state] : [letters[actions[at - 1] ?? 0], state]));
  return `${walk(lasso.stem).join(" ")} | ${walk(lasso.loop).join(" ")}`;
}
