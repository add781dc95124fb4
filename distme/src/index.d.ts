/**
 * The engine as a library: any XState v5 machine in, counts, verdicts and traces out.
 *
 * @example
 * import { always, checkMachine, leadsTo, weaklyFair } from "kexec-model";
 * import { setup } from "xstate";
 *
 * const door = setup({}).createMachine({
 *   initial: "closed",
 *   states: { closed: { on: { open: "ajar" } }, ajar: { on: { close: "closed" } } },
 * });
 * const { states, verdicts } = checkMachine(door, {
 *   events: [{ type: "open" }, { type: "close" }],
 *   properties: [
 *     always("it is never both", ({ configuration: { leaves } }) => leaves.length === 1),
 *     leadsTo(
 *       "it is closed again",
 *       { when: ({ configuration }) => configuration.has("ajar"),
 *         holds: ({ configuration }) => configuration.has("closed") },
 *       { fairness: [weaklyFair("close")] },
 *     ),
 *   ],
 * });
 *
 * @module kexec-model
 */
export type { Incomplete, Progress } from "./checker/exploration.ts";
export type { Limits } from "./checker/model.ts";
export type { SearchState } from "./checker/search-state.ts";
export type { ActionStatistics, Ranking, Statistics, VariableStatistics, } from "./checker/statistics.ts";
export type { ChartNode } from "./xstate/chart.ts";
export type { CheckResult } from "./xstate/check.ts";
export { type AboutClaim, always, alwaysStep, eventually, type FromTo, leadsTo, sometimes, stronglyFair, weaklyFair, } from "./xstate/claims.ts";
export type { CompiledModule } from "./xstate/compile/module.ts";
export type { Configuration } from "./xstate/configuration.ts";
export type { Coverage, TransitionCoverage } from "./xstate/coverage.ts";
export { environmentAsEvents, eventsOf } from "./xstate/environment.ts";
export { MachineError } from "./xstate/errors.ts";
export type { EngineReport } from "./xstate/machine-model.ts";
export type { CheckOptions, EventLike, GivenState, NamedByte, Offers, RegionSymmetry, } from "./xstate/options.ts";
export type { Always, AlwaysStep, Claim, Eventually, Expectation, FairnessAssumption, LeadsTo, Liveness, Property, Safety, Sometimes, StateView, StepView, } from "./xstate/property.ts";
export { isAsExpected, traceText } from "./xstate/told.ts";
export { checkMachine, type EnvironmentEvent, type MachineEvent, type MachineOptions, type MachineResult, } from "./xstate/typed.ts";
export type { Outcome, Trace, TraceState, Verdict } from "./xstate/verdict.ts";
