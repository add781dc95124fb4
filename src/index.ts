/** The engine as a library: any XState v5 machine in, counts, verdicts and traces out. */
export {
  type CheckResult,
  checkMachine,
  type Outcome,
  type Trace,
  type TraceState,
  type Verdict,
} from "./xstate/check.ts";
export type { Configuration } from "./xstate/configuration.ts";
export type { Coverage, TransitionCoverage } from "./xstate/coverage.ts";
export { MachineError } from "./xstate/errors.ts";
export type { CheckOptions, EventLike } from "./xstate/options.ts";
export type {
  Always,
  AlwaysStep,
  Expectation,
  Property,
  Sometimes,
  StateView,
  StepView,
} from "./xstate/property.ts";
