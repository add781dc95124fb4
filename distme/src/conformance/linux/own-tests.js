import { simulate } from "../../model/simulation.js";
import { crashTests, crashWorlds } from "./crash-tests.js";
import { doorTests, doorWorld } from "./door-tests.js";
import { lockTests, lockWorld } from "./lock-tests.js";
/** The worlds of the tests that only real kernels need. */
export function ownWorlds(kernel) {
    return [lockWorld(kernel), doorWorld(kernel), ...crashWorlds(kernel)];
}
/** The tests of the lock, of the other doors, and of how a machine ends. */
export function ownTests(kernel) {
    const [lock, door, ...crashes] = ownWorlds(kernel).map((world) => simulate(world));
    if (!lock || !door)
        return [];
    return [
        { simulation: lock, tests: lockTests(lock) },
        { simulation: door, tests: doorTests(door) },
        ...crashes.map((simulation) => ({ simulation, tests: crashTests(simulation) })),
    ];
}
//# sourceMappingURL=own-tests.js.map