/** Where the system is not what the model says; what the model does not say is not compared. */
export function viewDifferences(model, system) {
    const differences = [];
    for (const [what, expected] of model) {
        const got = system.get(what) ?? "none";
        if (got !== expected)
            differences.push({ what, model: expected, system: got });
    }
    return differences;
}
/** An image in a few words, the same for both sides. */
export function imageText(facts) {
    const kind = facts.crash ? "crash" : "normal";
    const context = facts.preservesContext ? ", preserves context" : "";
    const hotplug = facts.hotplug ? ", supports hotplug" : "";
    const entry = `entry 0x${facts.entry.toString(16)}`;
    return `${kind}, ${entry}, ${facts.segments} segments${context}${hotplug}`;
}
/** Who holds a lock, on both sides. */
export const holders = {
    free: "free",
    task: (task) => `task ${task}`,
    worker: "the hotplug worker",
    panic: "the panicking CPU",
};
/** Physical addresses from the first byte to the last, the same for both sides. */
export function rangeText({ start, end, }) {
    return `0x${start.toString(16)} to 0x${end.toString(16)}`;
}
/** Where the kernel that was jumped to wants to be entered the next time. */
export const PEER_START = 0xbee0n;
/** The local variable `image` of a task's call. */
export function localName(task) {
    return `image of task ${task}`;
}
/** Every variable that can point to an image. */
export function imagePointers(tasks) {
    const locals = Array.from({ length: tasks }, (_, task) => localName(task));
    return ["kexec_image", "kexec_crash_image", ...locals];
}
//# sourceMappingURL=view.js.map