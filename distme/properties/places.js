import { taskRegion } from "../src/model/compose.js";
const known = new WeakMap();
/** Properties ask about the same configuration one after the other. */
let last = null;
/** Worked out once for each configuration. */
export function placesOf(configuration) {
    if (last?.configuration === configuration)
        return last.places;
    const places = known.get(configuration) ?? describe(configuration);
    known.set(configuration, places);
    last = { configuration, places };
    return places;
}
const tasks = Array.from({ length: 8 }, (_, task) => task);
const faults = ["call.faulted", "file.faulted"];
/** The places in which a task holds the lock, whichever door it came through. */
const lockedPlaces = [
    ...faults,
    "call.locked",
    "file.locked",
    "reboot.jumping",
    ...["locked", "restarting", "stopping", "freezing", "frozen", "suspended", "thawing"].map((place) => `reboot.interruptible.${place}`),
    "reboot.interruptible.unlocking",
    "size.reading",
    "size.shrinking",
    "size.unlocking",
];
function describe(configuration) {
    const inOneOf = (task, places) => places.some((place) => configuration.has(`${taskRegion(task)}.${place}`));
    const bits = (places) => tasks.reduce((set, task) => (inOneOf(task, places) ? set | (1 << task) : set), 0);
    return {
        running: configuration.has("running"),
        locked: bits(lockedPlaces),
        gone: bits(["gone"]),
        faulted: bits(faults) !== 0,
        calm: configuration.has("running.panic.calm"),
        newKernel: configuration.has("newKernel"),
        crashKernel: configuration.has("crashKernel"),
    };
}
//# sourceMappingURL=places.js.map