export { always, alwaysStep, eventually, leadsTo, sometimes, stronglyFair, weaklyFair, } from "./xstate/claims.js";
export { environmentAsEvents, eventsOf } from "./xstate/environment.js";
export { MachineError } from "./xstate/errors.js";
export { isAsExpected, traceText } from "./xstate/told.js";
export { checkMachine, } from "./xstate/typed.js";
//# sourceMappingURL=index.js.map