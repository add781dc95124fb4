import type { KexecStep, Simulation } from "../../../model/simulation.ts";
import type { KernelTrace } from "./trace-call.ts";
import { type Tracked } from "./tracked.ts";
/** Every step of the watched task that leaves no sight, from one state. */
export declare function silentSteps({ layout, alphabet, step }: Simulation, trace: KernelTrace, tracked: Tracked): readonly KexecStep[];
/** Everywhere that silent steps lead to, the places where they begin included. */
export declare function silently(simulation: Simulation, trace: KernelTrace, from: readonly Tracked[]): readonly Tracked[];
