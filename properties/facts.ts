import { type FactName, facts } from "../machines/facts.ts";
import { taskOfPath } from "../src/model/compose.ts";
import type { Configuration } from "../src/xstate/configuration.ts";
import type { Theme } from "./state.ts";

/** What the statechart says of its own states. */
export const stateFacts: Theme = (layout) => [
  {
    kind: "always",
    name: "state-facts-hold",
    statement: "Every fact that a state of the statechart names is true whenever it is active.",
    source: "machines: meta.holds",
    refutedBy: "swap-page-skipped",
    holds: ({ context: { mem }, configuration }) =>
      claimsOf(configuration).every(({ task, fact }) => facts[fact](layout, mem, task)),
  },
];

interface FactClaim {
  readonly task: number;
  readonly fact: FactName;
}

const known = new WeakMap<Configuration, readonly FactClaim[]>();

/** The facts that the active states of a configuration claim, task by task. */
export function claimsOf(configuration: Configuration): readonly FactClaim[] {
  const seen = known.get(configuration);
  if (seen) return seen;
  const claims = configuration.nodes.flatMap(({ path, node }) => {
    const task = taskOfPath(path);
    const holds: readonly FactName[] = node.meta?.holds ?? [];
    return task === null ? [] : holds.map((fact) => ({ task, fact }));
  });
  known.set(configuration, claims);
  return claims;
}
