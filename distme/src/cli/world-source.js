import { kexecProperties } from "../../properties/index.js";
import { assert } from "../base/assert.js";
import { kexecModel } from "../model/model.js";
import { mutants } from "../model/mutants.js";
import { judgedIn } from "../model/run.js";
import { worldsOf } from "../model/worlds.js";
/** The machine of a world with its properties, made anew in every thread that needs it. */
export function worldSource(choice) {
    const { mutant, only, limits } = choice;
    const world = worldOf(choice);
    const { layout, machine, options } = kexecModel(world, mutant === null ? {} : mutants[mutant]);
    const named = kexecProperties(layout).filter(({ name }) => only === null || name === only);
    const properties = judgedIn(world, named);
    return { machine, options: { ...options, properties, limits } };
}
/** The world that is named. */
export function worldOf({ preset, kernel, world, }) {
    const found = worldsOf(preset, kernel).find(({ name }) => name === world);
    assert(found !== undefined, `no world ${world}`);
    return found;
}
//# sourceMappingURL=world-source.js.map