import type { KexecEvent } from "../../machines/events.ts";
import type { Layout } from "../memory/layout.ts";
import { type Observables } from "../model/observables.ts";
import type { KexecState, KexecStep, Simulation } from "../model/simulation.ts";
import { type GraphEdge } from "./graph.ts";
import type { SuiteStep } from "./suite.ts";
/**
 * Turns a run through a graph into the steps of a test.
 *
 * The graph's nodes stand for symmetry classes. The run is replayed on plain states: each edge is
 * answered by the first event of its type that leads into the same class by the same transitions.
 */
export declare function stepsOf(simulation: Simulation, run: readonly GraphEdge[]): SuiteStep[];
/** One step as a suite saves it. */
export declare function suiteStep({ layout }: Simulation, before: KexecState, ...[event, step]: readonly [KexecEvent, KexecStep]): SuiteStep;
/** What must be seen after a step. */
export declare function expectedAfter(layout: Layout, before: KexecState, ...[event, after]: readonly [KexecEvent, KexecState]): Observables;
