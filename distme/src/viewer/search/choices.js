import { kexecProperties } from "../../../properties/index.js";
import { errnos } from "../../kernel/errno.js";
import { isStandIn } from "../../model/compose.js";
import { chartsOf } from "../../model/literal.js";
import { excluded } from "./goal.js";
import { predicates } from "./predicates.js";
import { subjectModel } from "./subject.js";
/** @throws RangeError when there is no such model */
export function goalChoices(subject) {
    const { layout, machine } = subjectModel(subject);
    const properties = kexecProperties(layout);
    return {
        tasks: layout.bounds.tasks,
        predicates: Object.keys(predicates).map((name) => {
            const { about, text } = predicates[name];
            return { name, about, text };
        }),
        states: statesOf(layout, machine.root.states),
        breakable: properties.filter((property) => excluded(property) === null && property.kind !== "sometimes"),
        seeable: properties.filter(({ kind }) => kind === "sometimes"),
        excluded: properties.flatMap((property) => {
            const reason = excluded(property);
            return reason === null ? [] : [{ name: property.name, reason }];
        }),
        errnos: Object.keys(errnos), // its own keys
    };
}
function statesOf(layout, roots) {
    const states = new Map();
    for (const { prefix, chart } of chartsOf(layout)) {
        for (const { path, node } of chart.nodes) {
            const name = `${prefix}${path}`;
            if (path === "" || isStandIn(node) || states.has(name))
                continue;
            const [first = ""] = name.split(".");
            const ofTask = prefix === "" && !(first in roots);
            states.set(name, { path: name, description: node.description ?? "", ofTask });
        }
    }
    return [...states.values()];
}
//# sourceMappingURL=choices.js.map