import { facts } from "../machines/facts.js";
import { taskOfPath } from "../src/model/compose.js";
/** What the statechart says of its own states. */
export const stateFacts = (layout) => [
    {
        kind: "always",
        name: "state-facts-hold",
        statement: "Every fact that a state of the statechart names is true whenever it is active.",
        source: "machines: meta.holds",
        refutedBy: "swap-page-skipped",
        holds: ({ context: { mem }, configuration }) => claimsOf(configuration).every(({ task, fact }) => facts[fact](layout, mem, task)),
    },
];
const known = new WeakMap();
/** The facts that the active states of a configuration claim, task by task. */
export function claimsOf(configuration) {
    const seen = known.get(configuration);
    if (seen)
        return seen;
    const claims = configuration.nodes.flatMap(({ path, node }) => {
        const task = taskOfPath(path);
        const holds = node.meta?.holds ?? [];
        return task === null ? [] : holds.map((fact) => ({ task, fact }));
    });
    known.set(configuration, claims);
    return claims;
}
//# sourceMappingURL=facts.js.map