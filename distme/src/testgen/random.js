import { stepsOf } from "./concrete.js";
import { routesFor } from "./routes.js";
/** Steps that are chosen at random before a test goes to an end. */
const walk_steps = 120;
/**
 * Random walks through the worlds in turn, each as far as an end of a test.
 *
 * @param seed the same seed gives the same tests
 */
export function randomTests(graphs, seed, tests) {
    const choose = chooser(seed);
    const sources = graphs.map((graph) => ({ graph, routes: routesFor(graph, "everything") }));
    return Array.from({ length: tests }, (_, i) => {
        const source = sources[i % sources.length];
        if (!source)
            throw new RangeError("there is no world to walk through");
        return randomTest(`random-${i + 1}`, source, choose);
    });
}
function randomTest(id, { graph, routes }, choose) {
    const run = [];
    let node = graph.nodes[0];
    for (let i = 0; i < walk_steps && node; i++) {
        const ways = node.out.filter((edge) => routes.toEnd(edge.to) < Infinity);
        const edge = ways[choose(ways.length)];
        if (!edge)
            break;
        run.push(edge);
        node = edge.to;
    }
    if (node)
        run.push(...routes.wayToEnd(node));
    const covers = [...new Set(run.flatMap(({ transitions }) => transitions))];
    const { simulation } = graph;
    return { id, world: simulation.world.name, covers, steps: stepsOf(simulation, run) };
}
/** Numbers below n, the same for the same seed (mulberry32). */
export function chooser(seed) {
    let state = seed | 0;
    return (n) => {
        state = (state + 0x6d2b79f5) | 0;
        let bits = Math.imul(state ^ (state >>> 15), 1 | state);
        bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
        return ((bits ^ (bits >>> 14)) >>> 0) % n;
    };
}
//# sourceMappingURL=random.js.map