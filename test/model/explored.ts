import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import type { KexecModel } from "../../src/model/model.ts";
import { type CheckResult, checkMachine } from "../../src/xstate/check.ts";
import type { Property, StateView, StepView } from "../../src/xstate/property.ts";

type Result = CheckResult<KexecContext, KexecEvent>;

/** Explores a model completely and shows every reachable state to `see`. */
export function eachState(
  { machine, options }: KexecModel,
  see: (state: StateView<KexecContext>) => void,
): Result {
  const holds = (state: StateView<KexecContext>): boolean => {
    see(state);
    return true;
  };
  return explored({ machine, options }, { kind: "always", ...claim, holds });
}

/** Explores a model completely and shows every step to `see`. */
export function eachStep(
  { machine, options }: KexecModel,
  see: (step: StepView<KexecContext, KexecEvent>) => void,
): Result {
  const holds = (step: StepView<KexecContext, KexecEvent>): boolean => {
    see(step);
    return true;
  };
  return explored({ machine, options }, { kind: "alwaysStep", ...claim, holds });
}

const claim = { name: "seen", statement: "The test sees everything." };

function explored(
  { machine, options }: Pick<KexecModel, "machine" | "options">,
  property: Property<KexecContext, KexecEvent>,
): Result {
  return checkMachine<KexecContext, KexecEvent>(machine, { ...options, properties: [property] });
}
