import type { KexecContext } from "../../machines/events.ts";
import type { StateView } from "../xstate/property.ts";
type State = StateView<KexecContext>;
/** What the machine does: the root's states, `lastCpu` by the word that people use for it. */
export type MachineState = "running" | "relocating" | "newKernel" | "silent" | "crashKernel" | "dead";
/** What the machine does in a state of the model. */
export declare function machineState({ configuration }: State): MachineState;
/** Whether this kernel is at its end: another one runs, or none. */
export declare function isAtEnd(state: State): boolean;
export {};
