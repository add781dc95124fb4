import type { NodeConfig, TransitionConfig } from "../model/chart-config.ts";
/** A node of the literals' configuration, and where it stands. */
export interface Placed {
    readonly path: string;
    readonly node: NodeConfig;
    readonly parent: Placed | null;
}
/** Every node of a configuration, parents first. */
export declare function nodesOf(root: NodeConfig): Placed[];
/**
 * The node that a target means, as XState resolves it: `#id`, or a path from the source's parent.
 *
 * @throws RangeError when there is no such node
 */
export declare function targetNode(root: NodeConfig, source: Placed, target: string): Placed;
/** The states before and behind a state, in the order of the literal. */
export declare function siblings(root: NodeConfig, placed: Placed): Placed[];
/**
 * Where a call leaves when nothing is special: from under the lock to the unlock, from elsewhere to
 * its return.
 */
export declare function normalExit(root: NodeConfig, source: Placed): Placed | null;
/** The lists of transitions of a node, by event type; `always` for those without an event. */
export declare function listsOf({ on, always }: NodeConfig): [string, TransitionConfig[]][];
