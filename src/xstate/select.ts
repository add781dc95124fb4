import type { AnyStateMachine } from "xstate";
import type { Chart, ChartNode, ChartTransition } from "./chart.ts";
import type { InternedConfiguration } from "./configuration.ts";
import { type Ask, askOf } from "./guard.ts";

/** Chooses the transitions of a configuration for one event type, as XState does. */
export type Select = (mem: Uint8Array, event: unknown) => readonly ChartTransition[];

const nothing: readonly ChartTransition[] = [];

/**
 * Prepares the choice of transitions: innermost first, regions side by side, guards in order.
 *
 * @returns null when a guard cannot be asked over bytes
 */
export function selectorFor(
  chart: Chart,
  machine: AnyStateMachine,
  ...[configuration, eventType]: readonly [InternedConfiguration, string]
): Select | null {
  const ask = (transition: ChartTransition): Ask | null =>
    askOf(transition.definition.guard, machine, configuration.template);
  const own = (node: ChartNode): Select | null => {
    const candidates = chart.candidates(node, eventType);
    const asks = candidates.map(ask);
    const ready = asks.filter((one) => one !== null);
    return ready.length < asks.length ? null : firstOf(candidates, ready);
  };
  if (eventType === "") return alwaysSelector(configuration, own);

  const build = (node: ChartNode): Select | null => {
    const self = own(node);
    const children = configuration.nodes.filter((child) => child.node.parent === node.node);
    const selects = children.map(build);
    const ready = selects.filter((select) => select !== null);
    return self === null || ready.length < selects.length ? null : innermost(self, ready);
  };
  const [root] = configuration.nodes;
  return root ? build(root) : none;
}

const none: Select = () => nothing;

function firstOf(candidates: readonly ChartTransition[], asks: readonly Ask[]): Select {
  if (candidates.length === 0) return none;
  const lists = candidates.map((candidate) => [candidate]);
  return (mem, event) => {
    for (let i = 0; i < asks.length; i++) if (asks[i]?.(mem, event)) return lists[i] ?? nothing;
    return nothing;
  };
}

/** What the children choose; the node itself only when they choose nothing. */
function innermost(self: Select, children: readonly Select[]): Select {
  const asked = children.filter((child) => child !== none);
  const [only] = asked;
  if (!only) return self;
  if (asked.length === 1) {
    if (self === none) return only;
    return (mem, event) => {
      const chosen = only(mem, event);
      return chosen.length > 0 ? chosen : self(mem, event);
    };
  }
  return (mem, event) => {
    const chosen = asked.map((child) => child(mem, event)).filter((one) => one.length > 0);
    if (chosen.length === 0) return self(mem, event);
    return chosen.length === 1 ? (chosen[0] ?? nothing) : chosen.flat();
  };
}

/** Eventless transitions: from every atomic state outwards, the first whose guard says yes. */
function alwaysSelector(
  { nodes }: InternedConfiguration,
  own: (node: ChartNode) => Select | null,
): Select | null {
  const chains: (readonly Select[])[] = [];
  for (const leaf of nodes.filter(({ node }) => node.type === "atomic" || node.type === "final")) {
    const chain = nodes
      .filter((node) => node === leaf || leaf.path.startsWith(node.path && `${node.path}.`))
      .reverse()
      .map(own);
    if (chain.includes(null)) return null;
    const asked = chain.filter((select) => select !== null && select !== none);
    if (asked.length > 0) chains.push(asked.filter((select) => select !== null));
  }
  if (chains.length === 0) return none;
  return (mem, event) => {
    const chosen = new Set<ChartTransition>();
    for (const chain of chains) {
      const first = chain.map((select) => select(mem, event)).find((one) => one.length > 0);
      for (const transition of first ?? nothing) chosen.add(transition);
    }
    return chosen.size === 0 ? nothing : [...chosen];
  };
}
