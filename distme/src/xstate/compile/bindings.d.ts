import type { SearchHooks } from "../../checker/model.ts";
import { type InternedContexts, type layoutKey } from "../context.ts";
import type { Sites } from "./sites.ts";
/** Everything that the text of a module refers to. */
export interface Bindings {
    /** The state that a step begins in, and the one that it makes. */
    readonly cur: Int32Array;
    readonly next: Int32Array;
    /** The bytes of their contexts; empty when contexts are interned. */
    readonly curMem: Uint8Array;
    readonly mem: Uint8Array;
    /** By event: what XState would hand to a guard, and to an action. */
    readonly curArgs: readonly unknown[];
    readonly nextArgs: readonly unknown[];
    readonly guards: readonly unknown[];
    readonly actions: readonly unknown[];
    readonly params: readonly unknown[];
    readonly events: readonly unknown[];
    readonly offers: Readonly<Record<string, unknown>>;
    readonly view: unknown;
    /** By transition: how often it was taken, and how often its guard said no. */
    readonly taken: Float64Array;
    readonly refused: Float64Array;
    /** Called when a step does not end. */
    readonly fail: (limit: number) => never;
    /** Called when a value does not fit the bits that were declared for it. */
    readonly misfit: () => never;
    /** Called when what a step does depends on the order in which regions were entered. */
    readonly unordered: () => never;
}
/** What a module offers. */
export interface Compiled {
    readonly successors: (visit: (action: number, next: Int32Array) => void) => void;
    readonly pack: (out: Int32Array) => void;
    readonly unpack: (from: Int32Array, base: number) => void;
    /** Prepares a search that puts states into a store; see `SearchHooks`. */
    readonly begin: (hooks: CompiledHooks) => void;
    /** @returns the steps since `begin` */
    readonly search: (first: number, last: number, at: (id: number) => boolean, stuck: (id: number) => void) => number;
    /** The packed words of the state that was handed to `add`. */
    readonly out: Int32Array;
    /** Whether states are handed to `add` some time after they were made in `next`. */
    readonly held: boolean;
    /** The number of the event that was tried last. */
    readonly at: () => number;
}
/** What the search of a module calls. */
export interface CompiledHooks extends Pick<SearchHooks, "table" | "arena"> {
    readonly judge: ((action: number) => boolean) | null;
    readonly canonical: ((next: Int32Array) => void) | null;
    readonly add: (hash: number, slot: number, parent: number, action: number) => void;
}
/** The functions of a machine whose contexts are bytes of the state. */
export declare function bindLayout(sites: Sites, { key, curMem, mem, }: {
    readonly key: NonNullable<ReturnType<typeof layoutKey>>;
    curMem: Uint8Array;
    mem: Uint8Array;
}): Pick<Bindings, "guards" | "actions" | "curArgs" | "nextArgs">;
/** The functions of a machine whose contexts are numbers: each is asked once per context. */
export declare function bindInterned<C>(sites: Sites, contexts: InternedContexts<C>): Pick<Bindings, "guards" | "actions" | "curArgs" | "nextArgs">;
