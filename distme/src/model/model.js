import { bitsOf } from "../memory/bits.js";
import { createLayout } from "../memory/layout.js";
import { canonicalMem, permuteTasks, taskKey } from "../memory/symmetry.js";
import { alphabetOf } from "./alphabet.js";
import { composeModel, taskOf, taskOfPath, taskRegion } from "./compose.js";
/** @param edit a mutant of the model, to see which property notices */
export function kexecModel(world, edit = {}) {
    const layout = createLayout(world.bounds);
    const { events, offers } = alphabetOf(world, layout);
    const machine = composeModel(layout, edit);
    const known = new Set(machine.events);
    return {
        world,
        layout,
        machine,
        options: {
            // a mutant may have lost the only transition of an event; the model has not
            events: edit.chart ? events.filter(({ type }) => known.has(type)) : events,
            offers,
            bits: bitsOf(layout),
            canonical: (context) => {
                canonicalMem(layout, context.mem);
                return context;
            },
            ...(world.exchangesTasks && {
                symmetry: {
                    members: Array.from({ length: world.bounds.tasks }, (_, task) => [taskRegion(task)]),
                    permute: (context, order) => {
                        permuteTasks(layout, context.mem, order);
                        return context;
                    },
                    key: (context, task) => taskKey(layout, context.mem, task),
                },
            }),
            listens: (node, event) => {
                if (event === null)
                    return true; // an eventless transition
                const region = taskOfPath(node.path);
                return region === null || region === taskOf(event); // of this alphabet
            },
        },
    };
}
//# sourceMappingURL=model.js.map