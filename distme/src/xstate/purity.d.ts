import { type AnyMachineSnapshot, type AnyStateMachine, type EventObject } from "xstate";
/**
 * Holds a sample of steps against XState's public `transition`, computed a second time.
 *
 * It notices a guard or action that is impure (two runs of one step differ), one that changes the
 * state it was given, and a step that means something else here than in XState.
 */
export declare class PuritySampler {
    #private;
    constructor(machine: AnyStateMachine);
    /** Whether the next step is one of the sample. */
    due(): boolean;
    /** What a step is taken in, as text, before it is taken. */
    source(before: AnyMachineSnapshot): string;
    /**
     * @param source what `source` gave
     * @param before the snapshot that the event was taken in
     * @param step the event and what it gave
     * @throws MachineError when a second run gives something else
     */
    check(source: string, before: AnyMachineSnapshot, { event, after }: {
        readonly event: EventObject;
        readonly after: AnyMachineSnapshot;
    }): void;
}
