/**
 * What the engine explores: a labelled transition system whose states are vectors of 32-bit words.
 *
 * The engine compares states word by word, so two states are the same if and only if their words
 * are. A model owns the meaning of the words; the engine never looks inside.
 */
export interface Model<Action, View = Int32Array> {
    /** Length of every state, in 32-bit words. */
    readonly words: number;
    /** The states in which a run can begin, in a fixed order. */
    readonly initialStates: () => readonly Int32Array[];
    /**
     * Hands every enabled step of `state` to `visit`, in a fixed order.
     *
     * `next` is only valid during the call of `visit`, which may overwrite it. `state` must come out
     * unchanged.
     *
     * @throws whatever the model's own guards and actions throw; the engine adds the trace
     */
    readonly successors: (state: Int32Array, visit: Visit) => void;
    /** The action with a number that `successors` handed out; numbers are below `actionsMax`. */
    readonly action: (index: number) => Action;
    /**
     * Rewrites a state, in place, into the representative of its symmetry class. Must be idempotent
     * and must commute with `successors`; without it every state stands for itself.
     */
    readonly canonical?: (state: Int32Array) => void;
    /**
     * Whether a state is inside the bounds. A step that leaves them is counted and judged, and so is
     * the state it reaches, but the search does not store that state (TLC's CONSTRAINT).
     */
    readonly within?: (state: Int32Array) => boolean;
    /** What checks see of a state; valid until the state is overwritten. */
    readonly view: (state: Int32Array) => View;
    /** Says that a state without successors is meant to have none. */
    readonly terminal: (state: Int32Array) => boolean;
    /** How states are stored, when that takes fewer words; without it they are stored as they are. */
    readonly packing?: StatePacking;
    /** The buffer in which the model likes to find the state that it expands. */
    readonly scratch?: Int32Array;
    /**
     * A search loop of the model's own, which must do what `successors`, `canonical` and the store
     * do. Without it the engine's loop is used.
     */
    readonly searcher?: (hooks: SearchHooks) => ModelSearch;
    /** What the model counts while it is explored, so that a checkpoint can hold it. */
    readonly counters?: readonly Float64Array[];
    /** What words stand for where they are numbers of something else; a checkpoint holds that too. */
    readonly references?: References;
}
/** Things that have numbers in the order in which a search found them. */
export interface References {
    /** What the numbers 0, 1, ... stand for: plain data. */
    readonly things: () => readonly unknown[];
    /** Gives everything that was saved its number again. */
    readonly restore: (things: readonly unknown[]) => void;
}
/** What a model's own search loop hands to the engine. */
export interface SearchHooks {
    /** The parts of the table and the words of the arena's segments; they grow in place. */
    readonly table: readonly Int32Array[];
    readonly arena: readonly Int32Array[];
    /** Whether the search follows the step to `next`; null when no step is judged. */
    readonly judge: ((action: number, next: Int32Array) => boolean) | null;
    /** A state that is not in the table: its packed words, its hash, and the slot where it belongs. */
    readonly add: (found: FoundState) => void;
    /** Before a state is read and expanded; false to leave it out. */
    readonly at: (id: number) => boolean;
    /** A state without successors; `scratch` holds it. */
    readonly stuck: (id: number) => void;
}
/** Filled anew for every state. */
export interface FoundState {
    readonly packed: Int32Array;
    /** Gives the state itself; nothing is being expanded meanwhile. */
    readonly unpack: () => Int32Array;
    hash: number;
    slot: number;
    parent: number;
    action: number;
}
/** Expands the states `first` .. `last` - 1. @returns the steps taken so far */
export type ModelSearch = (first: number, last: number) => number;
/** Moves states between the words they are computed in and fewer ones. Loses nothing. */
export interface StatePacking {
    readonly words: number;
    readonly pack: (state: Int32Array, packed: Int32Array) => void;
    readonly unpack: (packed: Int32Array, state: Int32Array) => void;
}
/** Numbers of actions fit into 16 bits. */
export declare const actionsMax = 65535;
/** @param action its number, see `Model.action` */
export type Visit = (action: number, next: Int32Array) => void;
/** A property over states or steps as the engine evaluates it. */
export type Check<Action, View = Int32Array> = StateCheck<View> | StepCheck<Action, View>;
/** `none`: the property says nothing about this state or step. */
export type Judgement = "good" | "bad" | "none";
interface CheckBase {
    readonly name: string;
    /**
     * Whether the search goes on behind a violation. True for what is expected to fail; false for a
     * promise, so that a broken model cannot run away.
     */
    readonly continues: boolean;
}
/** `always`: no reachable state may be bad. `sometimes`: some reachable state must be good. */
export interface StateCheck<View> extends CheckBase {
    readonly kind: "always" | "sometimes";
    readonly judge: (state: View) => Judgement;
}
/** `alwaysStep`: no reachable step may be bad. `after` is the step's own result, not canonical. */
export interface StepCheck<Action, View> extends CheckBase {
    readonly kind: "alwaysStep";
    readonly judge: (step: Step<Action, View>) => Judgement;
    /** Which actions it speaks of at all; without it, all of them. */
    readonly concerns?: (action: Action) => boolean;
}
export interface Step<Action, View> {
    readonly before: View;
    readonly event: Action;
    readonly after: View;
}
/** What a liveness claim says of one state; the claim itself is judged on the whole graph. */
export interface Mark<View> {
    readonly name: string;
    /** Where the obligation begins; null: in the initial states. */
    readonly from: ((state: View) => boolean) | null;
    /** Where it is discharged. */
    readonly goal: (state: View) => boolean;
}
/** Bounds on a search. Hitting one makes every open verdict `unknown`. */
export interface Limits {
    readonly statesMax?: number;
    /** Levels, the initial states being level 1. */
    readonly depthMax?: number;
    readonly timeMax_ms?: number;
    /** Bytes of the store: states, table and edges. */
    readonly memoryMax_bytes?: number;
    /** Asked now and then; true stops the search. */
    readonly stopped?: () => boolean;
}
export {};
