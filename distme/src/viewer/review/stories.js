import { simulate } from "../../model/simulation.js";
import { conditionText } from "../search/goal.js";
import { findPath } from "../search/search.js";
import { worldOf } from "../subject.js";
const is = (name) => ({ kind: "predicate", name, task: null, not: false });
const stories = [
    {
        id: "load",
        title: "How a kernel is loaded",
        text: "A task calls kexec_load with two pages of a new kernel. Under the one lock of kexec, page " +
            "frames are taken for control code, for the entry list and for the pages, the pages are " +
            "copied from user space, and the finished image goes into the slot kexec_image.",
        goals: [[is("normal-image-loaded"), is("lock-free")]],
    },
    {
        id: "reboot",
        title: "How the loaded kernel is started",
        text: "reboot stops the devices and the other CPUs. The last CPU moves every page of the image " +
            "to the place that the new kernel wants, and jumps there.",
        goals: [[is("new-kernel-runs")]],
    },
    {
        id: "dump",
        title: "How a crash gives a dump",
        text: "A second kernel is loaded into the crash region, memory that was set aside at boot. When " +
            "the running kernel panics, the panicking CPU tries the lock of kexec, gets it, and jumps " +
            "into the crash kernel, which can save the memory of the dead one.",
        goals: [[is("crash-kernel-runs")]],
    },
    {
        id: "no-dump",
        title: "Why a panic during a normal load gives no dump",
        text: "A crash kernel is loaded and ready. A task loads a normal image, which has nothing to do " +
            "with crashes, but holds the one lock of kexec while it copies. Now the machine panics. " +
            "The panicking CPU may not wait: it tries the lock once, finds it held, and goes on " +
            "without the crash kernel. The machine stops, and there is no dump.",
        goals: [
            [is("crash-image-loaded"), is("lock-free")],
            [{ kind: "state", path: "call.locked.normalSegment.copying", task: null, not: false }],
            [{ kind: "property-broken", name: "a-loaded-crash-image-runs-on-panic", not: false }],
            [is("dead")],
        ],
    },
];
/** Enough for every story; a search that needs more is an error. */
const limits = { states: 1_000_000, time_ms: 60_000 };
/**
 * The shortest run of each story on a kernel, found by the checker when the page is made.
 *
 * @throws Error for a story that the kernel does not tell any more
 */
export function tellStories(kernel, tool) {
    const subject = { kernel, preset: "story", world: "life", mutant: null };
    const { preset, world } = subject;
    const saved = { format: "kexec-model trace 1", tool, kernel, preset, world };
    return stories.map(({ id, title, text, goals }) => {
        const events = runThrough(subject, goals);
        return { id, title, text, trace: { ...saved, property: "", events, labels: [] } };
    });
}
/** A shortest way to the first goal, from there to the next, and so on. */
function runThrough(subject, goals) {
    const simulation = simulate(worldOf(subject));
    const all = [];
    let state = simulation.initial;
    for (const goal of goals) {
        const from = { value: state.configuration.value, mem: state.context.mem };
        const request = { subject, from, goal, limits };
        const result = findPath(request, { module: null, compiles: true });
        if (result.outcome !== "found") {
            const wanted = goal.map(conditionText).join(", and ");
            throw new Error(`expected a run to a state where ${wanted}, got ${result.outcome}`);
        }
        for (const event of result.events)
            state = simulation.step(state, event)?.state ?? state;
        all.push(...result.events);
    }
    return all;
}
//# sourceMappingURL=stories.js.map