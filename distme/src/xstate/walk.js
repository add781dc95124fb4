import { isIgnored, readChart } from "./chart.js";
import { Configurations } from "./configuration.js";
import { inertScope, withContext } from "./scope.js";
/** @throws MachineError for a machine that cannot be explored either */
export function walk(machine) {
    const chart = readChart(machine);
    const configurations = new Configurations(chart);
    const inert = inertScope();
    const stateOf = (snapshot) => ({
        context: snapshot.context,
        configuration: configurations.intern(snapshot),
    });
    return {
        initial: stateOf(machine.getInitialSnapshot(inert.scope, undefined)),
        stateOf,
        step: ({ context, configuration }, event) => {
            if (isIgnored(chart, configuration.nodes, event.type))
                return null;
            inert.clear();
            const before = withContext(configuration.template, context);
            const after = machine.transition(before, event, inert.scope);
            const taken = inert.microsteps.flatMap(({ transitions }) => transitions.map((transition) => chart.transitionOf.get(transition)?.key ?? ""));
            return taken.length === 0 ? null : { state: stateOf(after), taken };
        },
    };
}
//# sourceMappingURL=walk.js.map