import { localImage } from "../memory/kimage.ts";
import { isDestination } from "../memory/pages.ts";
import { taskOf } from "../model/compose.ts";
import { eventLabel } from "../model/describe.ts";
import { isAtEnd } from "../model/machine-state.ts";
import { observablesOf } from "../model/observables.ts";
import { expectedAfter } from "./concrete.ts";
import { underWay } from "./endings.ts";
import type { GraphEdge, GraphNode, TestGraph } from "./graph.ts";
import type { Mealy, MealyState, Transition } from "./mealy.ts";

/**
 * A world as one caller sees it who makes one call after the other: a Mealy machine.
 *
 * Its states are those in which nothing is under way. An input is a whole call or write with what
 * goes wrong in it, and the output what it returns and what can be seen after it. Not every state
 * takes every input: what goes wrong in a call must be met by it.
 */
export interface CallMachine extends Mealy<Call> {
  /** Those that can be reached, breadth first. */
  readonly states: readonly CallState[];
}

export interface CallState extends MealyState<Call> {
  readonly node: GraphNode;
}

/** A call, with its steps in the world's graph. */
export interface Call extends Transition {
  readonly run: readonly GraphEdge[];
}

/** @param usable the edges that calls may take; at most one thing goes wrong in a call */
export function callMachine(graph: TestGraph, usable: ReadonlySet<GraphEdge>): CallMachine {
  const states: (CallState & { readonly out: Map<string, Call> })[] = [];
  const indices = new Map<GraphNode, number>();
  const meet = (node: GraphNode, access: readonly Call[]): void => {
    indices.set(node, states.length);
    states.push({ node, signature: signatureOf(graph, node), out: new Map(), access });
  };
  for (const node of graph.nodes.slice(0, 1)) meet(node, []);
  for (const state of states) {
    for (const run of callsFrom(graph, state.node, usable)) {
      const input = inputOf(graph, run);
      const last = run.at(-1);
      if (!last || state.out.has(input)) continue;
      const output = outputOf(graph, last);
      const to = indices.get(last.to) ?? states.length;
      const call = { input, output, to, run };
      if (to === states.length) meet(last.to, [...state.access, call]);
      state.out.set(input, call);
    }
  }
  return { states };
}

/** Cuts a run from the initial state into its calls, as far as it has whole ones. */
export function inputsOf(graph: TestGraph, run: readonly GraphEdge[]): string[] {
  const inputs: string[] = [];
  let begin = 0;
  run.forEach((edge, i) => {
    if (!endsCall(graph, edge)) return;
    inputs.push(inputOf(graph, run.slice(begin, i + 1)));
    begin = i + 1;
  });
  return inputs;
}

/**
 * The calls of task 0 and the writes that a state at rest takes, each as far as the next rest; in the
 * ordinary course first.
 */
function callsFrom(
  graph: TestGraph,
  start: GraphNode,
  usable: ReadonlySet<GraphEdge>,
): GraphEdge[][] {
  const calls: GraphEdge[][] = [];
  const follow = (run: readonly GraphEdge[], from: GraphNode): void => {
    const spoilt = run.some((edge) => decisionOf(graph, edge) !== null);
    const taken = new Set<string>(); // edges that differ in the frame alone are one
    for (const edge of from.out) {
      if (!usable.has(edge) || !isCallers(edge, run.length === 0)) continue;
      const decision = decisionOf(graph, edge);
      if (spoilt && decision !== null) continue;
      const kind = `${edge.event.type} ${decision ?? plainLabel(graph, edge)}`;
      if (taken.has(kind)) continue;
      taken.add(kind);
      const longer = [...run, edge];
      if (endsCall(graph, edge)) calls.push(longer);
      else follow(longer, edge.to);
    }
  };
  follow([], start);
  const isOrdinary = (run: readonly GraphEdge[]) =>
    run.every((edge) => decisionOf(graph, edge) === null);
  return [...calls.filter(isOrdinary), ...calls.filter((run) => !isOrdinary(run))];
}

/** Whether a step is the caller's own, or of the machine that its call has stopped; no bug kills it. */
function isCallers({ event }: GraphEdge, begins: boolean): boolean {
  if (event.type === "oops" || event.type === "panic") return false;
  if (taskOf(event) === 0) return true;
  return begins
    ? event.type === "proc_dointvec_minmax" || event.type === "kexec_limit_handler"
    : event.type === "relocate_kernel";
}

function endsCall({ simulation: { layout } }: TestGraph, { to }: GraphEdge): boolean {
  return isAtEnd(to.state) || underWay(layout, to.state) === null;
}

/** `kexec_load "normal"; call 2 of kimage_alloc_page -> none`. */
function inputOf(graph: TestGraph, run: readonly GraphEdge[]): string {
  return run
    .flatMap((edge, i) => {
      if (i === 0) return [plainLabel(graph, edge)];
      const decision = decisionOf(graph, edge);
      return decision === null ? [] : [`${placeOf(run, i)} ${decision}`];
    })
    .join("; ");
}

/** Where in its call something goes wrong: `call 2 of`, or for an event `after step 5:`. */
function placeOf(run: readonly GraphEdge[], i: number): string {
  const type = run[i]?.event.type;
  if (type === "sigkill") return `after step ${i}:`;
  const nth = run.slice(0, i + 1).filter(({ event }) => event.type === type).length;
  return `call ${nth} of`;
}

/** What goes wrong at a step, or null: what the kernel does not decide, and seldom happens. */
function decisionOf({ simulation: { layout } }: TestGraph, edge: GraphEdge): string | null {
  const { event, needs, from } = edge;
  if (event.type === "sigkill") return eventLabel(layout, event);
  if ("outcome" in event) return event.outcome === "ok" ? null : eventLabel(layout, event);
  if (!("frame" in event)) return null;
  if (event.frame === null) return needs.includes("faults") ? `${event.type} -> none` : null;
  if (!needs.includes("allocator")) return null;
  const image = localImage(layout, from.state.context.mem, event.task);
  const chosen = isDestination(layout, from.state.context.mem, image, event.frame);
  return `${event.type} -> ${chosen ? "a destination" : "over the limit"}`;
}

/** An event without the frame, which nothing depends on. */
function plainLabel({ simulation: { layout } }: TestGraph, { event }: GraphEdge): string {
  return "frame" in event ? event.type : eventLabel(layout, event);
}

function signatureOf({ simulation: { layout } }: TestGraph, { state }: GraphNode): string {
  return JSON.stringify(observablesOf(layout, state.context.mem, null));
}

/** What is seen at the end of a call. */
function outputOf({ simulation: { layout } }: TestGraph, { from, event, to }: GraphEdge): string {
  return JSON.stringify(expectedAfter(layout, from.state, event, to.state));
}
