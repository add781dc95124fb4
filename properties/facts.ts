import { type FactName, facts } from "../machines/facts.ts";
import { taskRegion } from "../src/model/compose.ts";
import type { Configuration } from "../src/xstate/configuration.ts";
import type { Theme } from "./state.ts";

/** What the statechart says of its own states. */
export const stateFacts: Theme = (layout) => [
  {
    kind: "always",
    name: "state-facts-hold",
    statement: "Every fact that a state of the statechart names is true whenever it is active.",
    source: "machines/kexec-load.ts: meta.holds",
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
    const region = path.split(".")[0] ?? "";
    const task = Number(region.slice(taskRegion(0).length - 1));
    const holds: readonly FactName[] = node.meta?.holds ?? [];
    return holds.map((fact) => ({ task, fact }));
  });
  known.set(configuration, claims);
  return claims;
}
