import type { KexecContext } from "../../../machines/events.ts";
import { type Layout } from "../../memory/layout.ts";
import type { StateView } from "../../xstate/property.ts";
export type KexecView = StateView<KexecContext>;
/** A question about the whole machine. */
interface MachinePredicate {
    readonly about: "machine";
    /** A clause that a person reads: "nobody holds the lock". */
    readonly text: string;
    readonly ask: (layout: Layout, state: KexecView) => boolean;
}
/** A question about one task. */
interface TaskPredicate {
    readonly about: "task";
    /** What is said of the task: "holds the lock". */
    readonly text: string;
    readonly ask: (layout: Layout, state: KexecView, task: number) => boolean;
}
export type Predicate = MachinePredicate | TaskPredicate;
/** What people ask of a state beside where the statechart stands, in the order of a menu. */
export declare const predicates: {
    "lock-free": MachinePredicate;
    "holds-lock": TaskPredicate;
    "gone-with-lock": TaskPredicate;
    "panic-holds-lock": MachinePredicate;
    "worker-holds-lock": MachinePredicate;
    "normal-image-loaded": MachinePredicate;
    "crash-image-loaded": MachinePredicate;
    "both-images-loaded": MachinePredicate;
    "frame-lost": MachinePredicate;
    "image-freed-twice": MachinePredicate;
    "region-writable-under-image": MachinePredicate;
    "region-shrunk": MachinePredicate;
    "load-disabled": MachinePredicate;
    "reboot-limit-used-up": MachinePredicate;
    "panic-limit-used-up": MachinePredicate;
    "in-call": TaskPredicate;
    "has-image": TaskPredicate;
    killed: TaskPredicate;
    gone: TaskPredicate;
    "holds-transition-mutex": TaskPredicate;
    "write-faulted": MachinePredicate;
    jumping: MachinePredicate;
    panicking: MachinePredicate;
    silent: MachinePredicate;
    relocating: MachinePredicate;
    "new-kernel-runs": MachinePredicate;
    "crash-kernel-runs": MachinePredicate;
    dead: MachinePredicate;
};
export type PredicateName = keyof typeof predicates;
/** Asks a predicate; of the given task, or whether it is true of any. */
export declare function askPredicate(predicate: Predicate, layout: Layout, task: number | null): (state: KexecView) => boolean;
export {};
