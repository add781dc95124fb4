import { VMCOREINFO_SAVED } from "../src/memory/content.js";
import { contentOf, findFrame, purposes } from "../src/memory/frames.js";
import { get, KEXEC_CRASH_IMAGE, KEXEC_LOAD_DISABLED } from "../src/memory/layout.js";
import { lockHolder, panicOf } from "../src/memory/lock.js";
import { isComplete } from "./pages.js";
import { placesOf } from "./places.js";
import { tasksOf, unlessFixed, unlessLethal } from "./state.js";
/** What becomes of a machine that panics. */
export const panics = (layout) => [
    {
        kind: "leadsTo",
        name: "the-panic-path-never-waits",
        needs: "panic",
        theme: "panic",
        statement: "Once a CPU panics, the crash kernel runs or the machine is dead in the end, whoever holds " +
            "the lock, and even if nobody else goes on.",
        source: "kernel/panic.c:panic",
        refutedBy: "panic-waits-for-the-lock",
        fairness: [thePanicGoesOn],
        when: ({ configuration }) => placesOf(configuration).running && !placesOf(configuration).calm,
        holds: ({ configuration }) => !placesOf(configuration).running && !configuration.has("silent"),
    },
    {
        kind: "alwaysStep",
        name: "a-free-lock-and-an-image-give-a-dump",
        needs: "panic",
        statement: "When the panic path tries the lock, a crash image is loaded and the lock is free, it holds " +
            "the lock and goes on to the crash kernel.",
        source: "kernel/crash_core.c:__crash_kexec",
        refutedBy: "panic-overlooks-the-image",
        notClaimed: "that the path gets there: a nested panic may end it",
        events: ["__crash_kexec"],
        when: ({ before }) => get(before.context.mem, KEXEC_CRASH_IMAGE) !== 0 && lockHolder(before.context.mem) < 0,
        holds: ({ after }) => lockHolder(after.context.mem) === panicOf(layout),
    },
    {
        kind: "alwaysStep",
        name: "the-crash-kernel-is-complete",
        needs: "panic",
        statement: "When the crash kernel is jumped to, every segment of its image is in place.",
        source: "kernel/crash_core.c:__crash_kexec",
        refutedBy: "panic-needs-no-image",
        events: ["machine_kexec"],
        holds: ({ before: { context } }) => {
            const crash = get(context.mem, KEXEC_CRASH_IMAGE);
            return crash !== 0 && isComplete(layout, context.mem, crash);
        },
    },
    {
        kind: "alwaysStep",
        name: "the-crash-kernel-finds-vmcoreinfo",
        needs: "panic",
        statement: "When the crash kernel is jumped to, its image has vmcoreinfo as the panic saved it.",
        source: "kernel/vmcore_info.c:crash_save_vmcoreinfo",
        refutedBy: "panic-saves-no-vmcoreinfo",
        expect: unlessFixed(layout, "kexec_file_load clears the pointer to the vmcoreinfo of an image that was loaded after its " +
            "unlock: the panic saves nothing, and the dump cannot be read"),
        events: ["machine_kexec"],
        holds: ({ before: { context } }) => {
            const image = get(context.mem, KEXEC_CRASH_IMAGE);
            const pfn = findFrame(layout, context.mem, { image, purpose: purposes.VMCOREINFO });
            return pfn >= 0 && contentOf(layout, context.mem, pfn) === VMCOREINFO_SAVED;
        },
    },
    {
        kind: "alwaysStep",
        name: "the-last-jump-succeeds",
        needs: "panic",
        statement: "The jump to the crash kernel, which nothing can follow but it, does not fault.",
        source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec",
        refutedBy: "control-page-not-sealed",
        expect: unlessLethal(layout, "an image that kexec_file_load frees after its unlock takes the right to be executed off its " +
            "control code page, which is another image's by then"),
        events: ["machine_kexec"],
        holds: ({ after }) => placesOf(after.configuration).crashKernel,
    },
    {
        kind: "sometimes",
        name: "the-crash-kernel-runs",
        needs: "panic",
        statement: "At some moment the crash image runs.",
        source: "kernel/crash_core.c:__crash_kexec",
        holds: ({ configuration }) => placesOf(configuration).crashKernel,
    },
    {
        kind: "sometimes",
        name: "a-dead-task-keeps-the-lock",
        needs: "panic",
        statement: "At some moment a task that died of an oops holds the lock, and the kernel runs on.",
        source: "kernel/exit.c:make_task_dead",
        holds: ({ context: { mem }, configuration }) => placesOf(configuration).calm &&
            tasksOf(layout).some((task) => lockHolder(mem) === task && (placesOf(configuration).gone & (1 << task)) !== 0),
    },
    {
        kind: "alwaysStep",
        name: "a-loaded-crash-image-runs-on-panic",
        needs: "panic",
        statement: "When the panic path tries the lock and a crash image is loaded, it will run.",
        source: "kernel/crash_core.c:__crash_kexec",
        expect: {
            kind: "weakness",
            reason: "the trylock fails while anything holds the lock, a load of a normal image or a read of " +
                "the crash size too: there is no dump, and nobody says so",
        },
        events: ["__crash_kexec"],
        when: ({ before }) => get(before.context.mem, KEXEC_CRASH_IMAGE) !== 0,
        holds: ({ after }) => lockHolder(after.context.mem) === panicOf(layout),
    },
    {
        kind: "alwaysStep",
        name: "load-disabled-stops-every-later-kexec",
        needs: "sysctl",
        statement: "Once kexec_load_disabled is 1, no other kernel is started.",
        source: "kernel/kexec_core.c:kernel_kexec",
        expect: {
            kind: "weakness",
            reason: "it closes the doors of loading: an image that is loaded already can be run",
        },
        events: ["machine_shutdown", "machine_kexec"],
        when: ({ before }) => get(before.context.mem, KEXEC_LOAD_DISABLED) !== 0,
        holds: () => false,
    },
];
const thePanicGoesOn = {
    strength: "weak",
    name: "the panicking CPU goes on",
    includes: ({ type }) => type === "__crash_kexec" ||
        type === "crash_save_vmcoreinfo" ||
        type === "machine_crash_shutdown" ||
        type === "machine_kexec" ||
        type === "smp_send_stop",
};
//# sourceMappingURL=panic.js.map