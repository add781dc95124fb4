import { literalOf } from "../model/literal.js";
import { simulate } from "../model/simulation.js";
import { suiteWorlds } from "../model/worlds.js";
import { stepsOf } from "./concrete.js";
import { criteria } from "./criteria.js";
import { buildGraph } from "./graph.js";
import { modelHash } from "./model-hash.js";
import { randomTests } from "./random.js";
import { routesFor } from "./routes.js";
import { selectRuns } from "./select.js";
import { groupNames } from "./suite.js";
/**
 * Makes a suite. The groups are made in order: each covers what its tests can cover and no
 * earlier group does, so the first takes everything that one caller alone can take.
 */
export function generate({ tool, kernel, cover, seed, tests, edit }) {
    const graphs = edit ? mutatedGraphs(kernel, edit) : graphsOf(kernel);
    const random = cover === "random";
    const groups = random
        ? [{ name: "kills", tests: randomTests(graphs, seed, tests) }]
        : coverAll(graphs, cover);
    return {
        format: "kexec-model suite 1",
        tool,
        kernel,
        model: modelHash(kernel),
        cover,
        seed: random ? seed : null,
        groups,
        uncovered: cover === "transitions" ? uncovered(kernel, groups) : [],
    };
}
function coverAll(graphs, cover) {
    const covered = new Set();
    return groupNames
        .map((name) => ({ name, tests: groupTests({ name, graphs, cover, covered }) }))
        .filter(({ tests }) => tests.length > 0);
}
const known = new Map();
/** The graphs of a kernel's worlds; they take seconds to build and never change. */
export function graphsOf(kernel) {
    const graphs = known.get(kernel) ?? suiteWorlds(kernel).map((world) => buildGraph(simulate(world)));
    known.set(kernel, graphs);
    return graphs;
}
function mutatedGraphs(kernel, edit) {
    return suiteWorlds(kernel).map((world) => buildGraph(simulate(world, edit)));
}
function groupTests({ name, graphs, cover, covered }) {
    const criterion = criteria[cover];
    const candidates = [];
    const open = new Set();
    for (const graph of graphs) {
        for (const [item, run] of criterion.candidates(routesFor(graph, name), graph)) {
            if (covered.has(item))
                continue;
            open.add(item);
            candidates.push({ origin: graph, run, items: new Set(criterion.itemsOf(run, graph)) });
        }
    }
    for (const item of open)
        covered.add(item);
    const chosen = selectRuns(candidates, open);
    return chosen.map(({ origin, run, covers }, i) => ({
        id: `${name}-${i + 1}`,
        world: origin.simulation.world.name,
        covers,
        steps: stepsOf(origin.simulation, run),
    }));
}
/** Transitions of the statechart that no test takes, with the reason where one is declared. */
function uncovered(kernel, groups) {
    const taken = new Set(groups.flatMap(({ tests }) => tests.flatMap(({ steps }) => steps.flatMap((s) => s.transitions))));
    const [world] = suiteWorlds(kernel);
    if (!world)
        return [];
    return literalOf(simulate(world).layout)
        .transitions.filter(({ key }) => !taken.has(key))
        .map(({ key, unreachable }) => ({ item: key, reason: unreachable ?? "NOT COVERED" }));
}
//# sourceMappingURL=generate.js.map