import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { type Layout } from "../memory/layout.ts";
import type { Offers } from "../xstate/options.ts";
import type { StateView } from "../xstate/property.ts";
import type { World } from "./worlds.ts";
type State = StateView<KexecContext>;
/** The events of a world, and where each is worth trying. */
export interface KexecAlphabet {
    /** In the order of a call, task by task. */
    readonly events: readonly KexecEvent[];
    readonly offers: Offers<KexecContext, KexecEvent>;
    /** The events that are tried in a state. */
    readonly in: (state: State) => readonly KexecEvent[];
}
/**
 * Every event of a world, with every payload that the kernel does not decide.
 *
 * Left out are payloads that make no difference (which page the allocator would give to a task
 * that is killed) and all but the lowest of free frames that can be exchanged.
 */
export declare function alphabetOf(world: World, layout: Layout): KexecAlphabet;
export {};
