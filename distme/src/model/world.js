/** How large the worlds are. */
export const presets = ["quick", "standard", "deep"];
/** The actors of a world; a property that speaks of another one has nothing to say there. */
export function actorsOf(world) {
    const { requests, calls = [] } = world.bounds;
    const has = {
        file: requests.some(({ file }) => file),
        reboot: calls.some(({ call }) => call === "reboot"),
        size: calls.some(({ call }) => call !== "reboot"),
        sysctl: world.sysctl,
        limits: world.limits === true,
        hotplug: world.hotplug === true,
        panic: world.panic !== undefined || world.oops === true,
    };
    return new Set(Object.keys(has).filter((actor) => has[actor])); // its own keys
}
//# sourceMappingURL=world.js.map