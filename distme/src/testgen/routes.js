/** What a group's tests may need beside one caller. */
const allowed = {
    caller: [],
    allocator: ["allocator"],
    policy: ["policy"],
    "two-callers": ["two-callers"],
    faults: ["allocator", "faults"],
    kills: ["allocator", "kills"],
    doors: ["doors", "two-callers", "faults", "kills"],
    hotplug: ["doors", "hotplug"],
    reboots: ["doors", "reboots", "two-callers", "faults"],
    panics: ["doors", "panics", "two-callers", "faults"],
};
export function routesFor(graph, group) {
    const may = (edge) => group === "everything" || edge.needs.every((need) => allowed[group].includes(need));
    const forward = search(graph.nodes.slice(0, 1), ({ out }) => out.filter(may), ({ to }) => to);
    const ends = graph.nodes.filter((node) => node.end);
    const backward = search(ends, (node) => node.in.filter(may), ({ from }) => from);
    const there = (node) => forward.distance.get(node) ?? Infinity;
    const toEnd = (node) => backward.distance.get(node) ?? Infinity;
    return {
        edges: graph.edges.filter((edge) => may(edge) && there(edge.from) + toEnd(edge.to) < Infinity),
        there,
        toEnd,
        wayTo: (node) => {
            const way = [];
            for (let edge = forward.via.get(node); edge; edge = forward.via.get(edge.from)) {
                way.unshift(edge);
            }
            return way;
        },
        wayToEnd: (node) => {
            const way = [];
            for (let edge = backward.via.get(node); edge; edge = backward.via.get(edge.to)) {
                way.push(edge);
            }
            return way;
        },
    };
}
function search(starts, next, end) {
    const distance = new Map(starts.map((node) => [node, 0]));
    const via = new Map();
    const queue = [...starts];
    for (let i = 0; i < queue.length; i++) {
        const node = queue[i];
        if (!node)
            break;
        for (const edge of next(node)) {
            const reached = end(edge);
            if (distance.has(reached))
                continue;
            distance.set(reached, (distance.get(node) ?? 0) + 1);
            via.set(reached, edge);
            queue.push(reached);
        }
    }
    return { distance, via };
}
//# sourceMappingURL=routes.js.map