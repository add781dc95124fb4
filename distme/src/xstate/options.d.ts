import type { ExploreOptions, Progress } from "../checker/exploration.ts";
import type { Limits } from "../checker/model.ts";
import type { ChartNode } from "./chart.ts";
import type { CompiledModule } from "./compile/module.ts";
import type { Property, StateView } from "./property.ts";
/** A byte of a context that is a layout, and its name. */
export interface NamedByte {
    readonly name: string;
    readonly at: number;
}
/** An event object of XState. */
export interface EventLike {
    readonly type: string;
}
/** Per event type: whether an event of it is worth trying in a state. */
export type Offers<C, E extends EventLike> = {
    readonly [Type in E["type"]]?: (state: StateView<C>, event: E) => boolean;
};
/** A state to begin in, as traces and XState's snapshots have it. */
export interface GivenState<C> {
    /** XState's state value. */
    readonly value: unknown;
    /** A context that is no layout is frozen. */
    readonly context: C;
}
/** What `checkMachine` needs to know beside the machine. */
export interface CheckOptions<C, E extends EventLike> {
    /**
     * The finite alphabet: the events to try in every state, or a function that lists those worth
     * trying in one state (it may leave out events that the state would ignore, nothing else). A
     * machine is only compiled for a list.
     */
    readonly events: readonly E[] | ((state: StateView<C>) => Iterable<E>);
    /** Leaves out events where they would make no difference; asked where a node handles their type. */
    readonly offers?: Offers<C, E>;
    readonly properties?: readonly Property<C, E>[];
    /** One initial state per input; without it the machine starts once, with no input. */
    readonly inputs?: readonly unknown[];
    /**
     * Begins in this state instead of starting the machine: what is reachable from there, and traces
     * that lead on from there. It must be one between steps, where no eventless transition is enabled.
     */
    readonly from?: GivenState<C>;
    /**
     * States that may have no successor. Final states may anyway, and so may states with an active
     * node that carries the tag `terminal`.
     */
    readonly terminal?: (state: StateView<C>) => boolean;
    /** Whether a state without successors that is not terminal is an error; true by default. */
    readonly deadlock?: boolean;
    /**
     * The representative of a context's symmetry class: a new context, or its argument with the
     * bytes of a layout changed in place. It must commute with every step, and properties must not
     * tell members of a class apart.
     */
    readonly canonical?: (context: C) => C;
    /** Regions that can change places, such as the tasks of a system. */
    readonly symmetry?: RegionSymmetry<C>;
    /**
     * Bounds of the search (TLC's CONSTRAINT): a step that leaves them is counted and judged, and so
     * is the state it reaches, but the search does not go on from there. Initial states are always in.
     */
    readonly constraint?: (state: StateView<C>) => boolean;
    /** Which nodes an event is meant for; the guards of others do not count as asked. */
    readonly listens?: (node: ChartNode, event: unknown) => boolean;
    /**
     * For a context that is a layout: how many bits of each byte are ever used, so that states take
     * less memory. A byte that needs more is an error.
     */
    readonly bits?: Uint8Array;
    /**
     * `interpreter`: XState takes every step. `compiled`: refuse a machine that cannot be compiled.
     * Otherwise a machine is compiled when that is possible; `CheckResult.engine` says what happened.
     */
    readonly engine?: "interpreter" | "compiled";
    /** The machine as `emitModule` wrote it, for places where code must not be made at run time. */
    readonly module?: CompiledModule;
    readonly limits?: Limits;
    readonly onProgress?: (progress: Progress) => void;
    /** Says why there are so many states even when the search is complete. */
    readonly statistics?: boolean;
    /** For a context that is a layout: what its bytes are called in the statistics. */
    readonly variables?: readonly NamedByte[];
    /** See `src/checker/checkpoint.ts`; only a compiled machine can be resumed. */
    readonly resume?: ExploreOptions<E>["resume"];
    readonly onCheckpoint?: ExploreOptions<E>["onCheckpoint"];
}
/**
 * Members that are alike: member i owns the node `paths[i]` and everything below it. Exchanging
 * two of them, everywhere, must be a symmetry of the machine.
 */
export interface RegionSymmetry<C> {
    /** Per member: the paths of its nodes, in the same order for every member. */
    readonly members: readonly (readonly string[])[];
    /**
     * Exchanges members in a context: member i becomes member `order[i]`. Bytes of a layout are
     * changed in place. Left out when contexts know nothing of the members.
     */
    readonly permute?: (context: C, order: readonly number[]) => C;
    /**
     * A number that tells members apart, whatever places and names they have: then fewer orders have
     * to be tried. It must be the same for a member wherever it stands.
     */
    readonly key?: (context: C, member: number) => number;
}
