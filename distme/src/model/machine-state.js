const roots = {
    running: "running",
    lastCpu: "relocating",
    newKernel: "newKernel",
    silent: "silent",
    crashKernel: "crashKernel",
    dead: "dead",
};
/** What the machine does in a state of the model. */
export function machineState({ configuration }) {
    const root = configuration.leaves[0]?.split(".")[0] ?? "";
    const machine = roots[root];
    if (machine === undefined)
        throw new Error(`expected a state of the root, got ${root}`);
    return machine;
}
/** Whether this kernel is at its end: another one runs, or none. */
export function isAtEnd(state) {
    const machine = machineState(state);
    return machine === "newKernel" || machine === "crashKernel" || machine === "dead";
}
//# sourceMappingURL=machine-state.js.map