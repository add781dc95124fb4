import { createLayout } from "../memory/layout.js";
import { literalConfig } from "../model/compose.js";
import { memoryVariants } from "../model/memory-variants.js";
import { mutants } from "../model/mutants.js";
import { worldsOf } from "../model/worlds.js";
import { oneEdgeMutants } from "./one-edge.js";
let all = null;
/** Every mutant that there is, by name, in a fixed order. */
export function subjects() {
    all ??= Object.fromEntries([...edges(), ...named()]);
    return all;
}
function edges() {
    const [world] = worldsOf("quick", "fixed");
    if (!world)
        throw new RangeError("there is no quick world");
    const literal = literalConfig(createLayout(world.bounds));
    return oneEdgeMutants(literal).map(({ id, operator, breaks, chart }) => [
        id,
        { origin: "edge", kind: operator, breaks, chart },
    ]);
}
function named() {
    const operations = memoryVariants;
    return Object.entries(mutants).map(([name, mutant]) => {
        const file = operations[name]?.file;
        return [name, { ...mutant, origin: file ? "memory" : "named", kind: file ?? "named" }];
    });
}
//# sourceMappingURL=subjects.js.map