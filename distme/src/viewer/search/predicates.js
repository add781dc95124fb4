import { placesOf } from "../../../properties/places.js";
import { rightlyProtected } from "../../../properties/region.js";
import { imagesOf, installedImages, pfns, regionPfns, taskByte, tasksOf, } from "../../../properties/state.js";
import { isInCall, isJumping, isKilled, transitionHolder } from "../../memory/call.js";
import { inRegion, isLost } from "../../memory/frames.js";
import { statusOf } from "../../memory/kimage.js";
import { get, IMAGE, imageStatus, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KEXEC_LOAD_DISABLED, SHRUNK, } from "../../memory/layout.js";
import { limitOf } from "../../memory/limits.js";
import { lockHolder, panicOf, workerOf } from "../../memory/lock.js";
import { isReadonly } from "../../memory/region.js";
import { machineState } from "../../model/machine-state.js";
const machine = (text, ask) => ({
    about: "machine",
    text,
    ask,
});
const task = (text, ask) => ({
    about: "task",
    text,
    ask,
});
const is = (wanted) => (_layout, state) => machineState(state) === wanted;
const usedUp = (limit) => (_layout, { context: { mem } }) => limitOf(mem, limit) === 0;
/** What people ask of a state beside where the statechart stands, in the order of a menu. */
export const predicates = {
    "lock-free": machine("nobody holds the lock", (_layout, { context: { mem } }) => lockHolder(mem) < 0),
    "holds-lock": task("holds the lock", (_layout, { context: { mem } }, task) => lockHolder(mem) === task),
    "gone-with-lock": task("is gone and holds the lock", (_layout, state, task) => {
        const gone = (placesOf(state.configuration).gone & (1 << task)) !== 0;
        return gone && lockHolder(state.context.mem) === task;
    }),
    "panic-holds-lock": machine("the panicking CPU holds the lock", (layout, { context: { mem } }) => lockHolder(mem) === panicOf(layout)),
    "worker-holds-lock": machine("the hotplug worker holds the lock", (layout, { context: { mem } }) => lockHolder(mem) === workerOf(layout)),
    "normal-image-loaded": machine("kexec_image is loaded", (_layout, { context: { mem } }) => get(mem, KEXEC_IMAGE) !== 0),
    "crash-image-loaded": machine("kexec_crash_image is loaded", (_layout, { context: { mem } }) => get(mem, KEXEC_CRASH_IMAGE) !== 0),
    "both-images-loaded": machine("both images are loaded", (_layout, { context: { mem } }) => installedImages(mem).length === 2),
    "frame-lost": machine("a page frame is lost", (layout, { context: { mem } }) => pfns(layout).some((pfn) => isLost(layout, mem, pfn))),
    "image-freed-twice": machine("an image was freed twice", (layout, { context: { mem } }) => imagesOf(layout).some((image) => statusOf(layout, mem, image) === imageStatus.FREED_TWICE)),
    "region-writable-under-image": machine("the crash region is writable while a crash image is loaded", (layout, { context: { mem } }) => get(mem, KEXEC_CRASH_IMAGE) !== 0 &&
        regionPfns(layout).some((pfn) => inRegion(layout, mem, pfn) &&
            !isReadonly(layout, mem, pfn) &&
            !rightlyProtected(layout, mem, pfn))),
    "region-shrunk": machine("the crash region has shrunk", (_layout, { context: { mem } }) => get(mem, SHRUNK) !== 0),
    "load-disabled": machine("kexec_load_disabled is 1", (_layout, { context: { mem } }) => get(mem, KEXEC_LOAD_DISABLED) !== 0),
    "reboot-limit-used-up": machine("kexec_load_limit_reboot is 0", usedUp("reboot")),
    "panic-limit-used-up": machine("kexec_load_limit_panic is 0", usedUp("panic")),
    "in-call": task("is in a call", (layout, { context: { mem } }, task) => isInCall(layout, mem, task)),
    "has-image": task("has an image of its own", (layout, { context: { mem } }, task) => taskByte(layout, mem, task, IMAGE) !== 0),
    killed: task("is killed (a fatal signal is pending)", (layout, { context: { mem } }, task) => isKilled(layout, mem, task)),
    gone: task("is gone (an oops or a panic ended it)", (_layout, { configuration }, task) => (placesOf(configuration).gone & (1 << task)) !== 0),
    "holds-transition-mutex": task("holds system_transition_mutex", (_layout, { context: { mem } }, task) => transitionHolder(mem) === task),
    "write-faulted": machine("a call has written to a read-only page", (_layout, { configuration }) => placesOf(configuration).faulted),
    jumping: machine("a jump has stopped everybody else", (_layout, { context: { mem } }) => isJumping(mem)),
    panicking: machine("a CPU panics, and the others still run", (_layout, { configuration }) => {
        const { running, calm } = placesOf(configuration);
        return running && !calm;
    }),
    silent: machine("only the panicking CPU runs", is("silent")),
    relocating: machine("the last CPU relocates the new kernel", is("relocating")),
    "new-kernel-runs": machine("the new kernel runs", is("newKernel")),
    "crash-kernel-runs": machine("the crash kernel runs", is("crashKernel")),
    dead: machine("the machine is dead", is("dead")),
};
/** Asks a predicate; of the given task, or whether it is true of any. */
export function askPredicate(predicate, layout, task) {
    if (predicate.about === "machine")
        return (state) => predicate.ask(layout, state);
    const asked = task === null ? tasksOf(layout) : [task];
    return (state) => asked.some((one) => predicate.ask(layout, state, one));
}
//# sourceMappingURL=predicates.js.map