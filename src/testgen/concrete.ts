import type { KexecEvent } from "../../machines/events.ts";
import { assert } from "../base/assert.ts";
import { resultOf, returnValue } from "../memory/call.ts";
import type { Layout } from "../memory/layout.ts";
import { eventLabel } from "../model/describe.ts";
import { type Observables, observablesOf } from "../model/observables.ts";
import type { KexecState, KexecStep, Simulation } from "../model/simulation.ts";
import { type GraphEdge, stateKey } from "./graph.ts";
import type { SuiteStep } from "./suite.ts";

/**
 * Turns a run through a graph into the steps of a test.
 *
 * The graph's nodes stand for symmetry classes. The run is replayed on plain states: each edge is
 * answered by the first event of its type that leads into the same class by the same transitions.
 */
export function stepsOf(simulation: Simulation, run: readonly GraphEdge[]): SuiteStep[] {
  const steps: SuiteStep[] = [];
  let state = simulation.initial;
  for (const edge of run) {
    const { event, step } = concreteStep(simulation, state, edge);
    steps.push(suiteStep(simulation, state, event, step));
    state = step.state;
  }
  return steps;
}

/** One step as a suite saves it. */
export function suiteStep(
  { layout }: Simulation,
  before: KexecState,
  ...[event, step]: readonly [KexecEvent, KexecStep]
): SuiteStep {
  return {
    event,
    label: eventLabel(layout, event),
    transitions: step.transitions,
    expect: expectedAfter(layout, before, event, step.state),
  };
}

/** What must be seen after a step. */
export function expectedAfter(
  layout: Layout,
  before: KexecState,
  ...[event, after]: readonly [KexecEvent, KexecState]
): Observables {
  const result =
    event.type === "sys_exit"
      ? returnValue(resultOf(layout, before.context.mem, event.task))
      : null;
  return observablesOf(layout, after.context.mem, result);
}

interface ConcreteStep {
  readonly event: KexecEvent;
  readonly step: KexecStep;
}

/** What was found before: most runs begin like others, and come to the same states. */
const known = new WeakMap<KexecState, Map<GraphEdge, ConcreteStep>>();

function concreteStep(simulation: Simulation, state: KexecState, edge: GraphEdge): ConcreteStep {
  const steps = known.get(state) ?? new Map<GraphEdge, ConcreteStep>();
  known.set(state, steps);
  const found = steps.get(edge) ?? findStep(simulation, state, edge);
  steps.set(edge, found);
  return found;
}

function findStep(simulation: Simulation, state: KexecState, edge: GraphEdge): ConcreteStep {
  const { layout } = simulation;
  const target = stateKey(layout, edge.to.state);
  for (const event of simulation.alphabet(state)) {
    if (event.type !== edge.event.type) continue;
    const step = simulation.step(state, event);
    if (!step || step.transitions.join() !== edge.transitions.join()) continue;
    if (stateKey(layout, step.state) === target) return { event, step };
  }
  assert(false, `a run of the graph cannot be replayed at ${edge.event.type}`);
}
