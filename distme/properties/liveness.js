import { get, REQUEST, taskAt } from "../src/memory/layout.js";
import { lockHolder } from "../src/memory/lock.js";
import { taskRegion } from "../src/model/compose.js";
import { tasksOf, unlessLethal } from "./state.js";
/** The caller that the claims speak of; every other one is like it. */
const caller = 0;
/** With these a task leaves user space, if it likes. */
const entries = new Set([
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "crash_size_show",
    "crash_size_store",
]);
/** No task is put off for ever in the middle of its call. */
export function everyTaskGoesOn(layout) {
    return tasksOf(layout).map((task) => ({
        strength: "weak",
        name: `task ${task} goes on with its call`,
        includes: (event) => "task" in event &&
            event.task === task &&
            !entries.has(event.type) &&
            event.type !== "sigkill",
    }));
}
const asksAgain = {
    strength: "weak",
    name: "the caller asks again",
    includes: (event) => event.type === "kexec_load" && event.task === caller,
};
/** What comes to an end, and what may not. */
export const liveness = (layout) => [
    {
        kind: "leadsTo",
        name: "every-call-returns",
        statement: "Every load returns in the end, if no task is put off for ever, its user pages arrive or " +
            "it is killed, and nobody panics or reboots.",
        theme: "calls",
        source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
        refutedBy: "trylock-waits",
        fairness: everyTaskGoesOn(layout),
        when: ({ context: { mem } }) => get(mem, taskAt(layout, caller) + REQUEST) !== 0,
        holds: ({ context: { mem } }) => get(mem, taskAt(layout, caller) + REQUEST) === 0,
    },
    {
        kind: "leadsTo",
        name: "lock-is-released",
        statement: "Whoever takes the lock, it is free again in the end, if no task is put off for ever, and " +
            "nobody panics or reboots.",
        theme: "calls",
        expect: unlessLethal(layout, "a crash load that dies of a write to a read-only page never releases the lock"),
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "lock-kept-after-efault",
        fairness: everyTaskGoesOn(layout),
        when: ({ context: { mem } }) => lockHolder(mem) >= 0,
        holds: ({ context: { mem } }) => lockHolder(mem) < 0,
    },
    {
        kind: "leadsTo",
        name: "a-caller-that-asks-again-gets-the-lock",
        theme: "calls",
        statement: "A caller that tries the lock, and asks again and again, holds it in the end.",
        source: "kernel/kexec.c:kexec_trylock",
        expect: {
            kind: "weakness",
            reason: "the lock is only tried, and nobody queues for it: another caller may hold it every time",
        },
        fairness: [...everyTaskGoesOn(layout), asksAgain],
        when: ({ configuration }) => configuration.has(`${taskRegion(caller)}.call.admitted`),
        holds: ({ context: { mem } }) => lockHolder(mem) === caller,
    },
];
//# sourceMappingURL=liveness.js.map