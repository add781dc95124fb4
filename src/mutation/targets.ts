import type { NodeConfig, TransitionConfig } from "../model/chart-config.ts";

/** A node of the literals' configuration, and where it stands. */
export interface Placed {
  readonly path: string;
  readonly node: NodeConfig;
  readonly parent: Placed | null;
}

/** Every node of a configuration, parents first. */
export function nodesOf(root: NodeConfig): Placed[] {
  const below = (placed: Placed): Placed[] => [
    placed,
    ...Object.entries(placed.node.states ?? {}).flatMap(([key, node]) =>
      below({ path: placed.path === "" ? key : `${placed.path}.${key}`, node, parent: placed }),
    ),
  ];
  return below({ path: "", node: root, parent: null });
}

/**
 * The node that a target means, as XState resolves it: `#id`, or a path from the source's parent.
 *
 * @throws RangeError when there is no such node
 */
export function targetNode(root: NodeConfig, source: Placed, target: string): Placed {
  const nodes = nodesOf(root);
  const [first = "", ...rest] = target.split(".");
  const start = target.startsWith("#")
    ? nodes.find(({ node }) => node.id === first.slice(1))
    : childOf(nodes, source.parent, first);
  const found = rest.reduce<Placed | undefined>(
    (placed, key) => placed && childOf(nodes, placed, key),
    start,
  );
  if (!found) throw new RangeError(`there is no target "${target}" for "${source.path}"`);
  return found;
}

function childOf(nodes: readonly Placed[], parent: Placed | null, key: string): Placed | undefined {
  const path = parent === null || parent.path === "" ? key : `${parent.path}.${key}`;
  return nodes.find((placed) => placed.path === path);
}

/** The states before and behind a state, in the order of the literal. */
export function siblings(root: NodeConfig, placed: Placed): Placed[] {
  const keys = Object.keys(placed.parent?.node.states ?? {});
  const own = placed.path.split(".").at(-1) ?? "";
  const at = keys.indexOf(own);
  const nodes = nodesOf(root);
  return [keys[at - 1], keys[at + 1]].flatMap((key) => {
    const found = key === undefined ? undefined : childOf(nodes, placed.parent, key);
    return found ? [found] : [];
  });
}

/**
 * Where a call leaves when nothing is special: from under the lock to the unlock, from elsewhere to
 * its return.
 */
export function normalExit(root: NodeConfig, source: Placed): Placed | null {
  const nodes = nodesOf(root);
  for (let up = source.parent; up; up = up.parent) {
    const exit = childOf(nodes, up, "unlocking") ?? childOf(nodes, up, "returning");
    if (exit) return exit;
  }
  return null;
}

/** The lists of transitions of a node, by event type; `always` for those without an event. */
export function listsOf({ on = {}, always }: NodeConfig): [string, TransitionConfig[]][] {
  const lists = Object.entries(on).map(([type, list]): [string, TransitionConfig[]] => [
    type,
    [list].flat(),
  ]);
  return always ? [...lists, ["always", [always].flat()]] : lists;
}
