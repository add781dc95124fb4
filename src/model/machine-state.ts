import type { KexecContext } from "../../machines/events.ts";
import type { StateView } from "../xstate/property.ts";

type State = StateView<KexecContext>;

/** What the machine does: the root's states, `lastCpu` by the word that people use for it. */
export type MachineState =
  | "running"
  | "relocating"
  | "newKernel"
  | "silent"
  | "crashKernel"
  | "dead";

const roots: Readonly<Record<string, MachineState>> = {
  running: "running",
  lastCpu: "relocating",
  newKernel: "newKernel",
  silent: "silent",
  crashKernel: "crashKernel",
  dead: "dead",
};

/** What the machine does in a state of the model. */
export function machineState({ configuration }: State): MachineState {
  const root = configuration.leaves[0]?.split(".")[0] ?? "";
  const machine = roots[root];
  if (machine === undefined) throw new Error(`expected a state of the root, got ${root}`);
  return machine;
}

/** Whether this kernel is at its end: another one runs, or none. */
export function isAtEnd(state: State): boolean {
  const machine = machineState(state);
  return machine === "newKernel" || machine === "crashKernel" || machine === "dead";
}
