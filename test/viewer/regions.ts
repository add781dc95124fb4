import { type AnyStateMachine, createMachine } from "xstate";

/** What the chart of kexec_load has not: regions, final states, history, a delay, a root event. */
export const regionsMachine: AnyStateMachine = createMachine({
  id: "regions",
  initial: "a",
  on: { RESET: ".a" },
  states: {
    a: { after: { 1000: "p" }, on: { GO: [{ guard: "yes", target: "p" }, { target: "p.one.h" }] } },
    p: {
      type: "parallel",
      onDone: "z",
      on: { CANCEL: "z" },
      states: {
        one: {
          initial: "x",
          states: {
            x: { on: { N: "y" } },
            y: { on: { B: "x", F: "f" } },
            f: { type: "final" },
            h: { type: "history" },
          },
        },
        two: { initial: "u", states: { u: { on: { N: "v" } }, v: { type: "final" } } },
      },
    },
    z: { type: "final" },
    lonely: {},
  },
});
