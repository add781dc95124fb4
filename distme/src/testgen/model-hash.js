import { digestOf } from "../base/digest.js";
import { createLayout } from "../memory/layout.js";
import { literals } from "../model/compose.js";
import { suiteWorlds } from "../model/worlds.js";
/**
 * Says which model a suite was made from: a hash of the statecharts and of the worlds with their
 * requests. A suite of another model may expect what this one does not.
 */
export function modelHash(kernel) {
    const worlds = suiteWorlds(kernel);
    const charts = worlds.slice(0, 1).flatMap(({ bounds }) => {
        const { doors, regions, root } = literals(createLayout(bounds));
        return [...doors, ...Object.values(regions), root].map(({ config }) => config);
    });
    const text = JSON.stringify({ worlds, charts }, (key, value) => {
        if (key === "context")
            return null;
        return typeof value === "bigint" ? String(value) : value;
    });
    return digestOf(text);
}
//# sourceMappingURL=model-hash.js.map