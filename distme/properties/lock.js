import { errnos } from "../src/kernel/errno.js";
import { resultOf } from "../src/memory/call.js";
import { get, KEXEC_LOAD_DISABLED } from "../src/memory/layout.js";
import { lockHolder } from "../src/memory/lock.js";
import { placesOf } from "./places.js";
import { unlessLethal } from "./state.js";
/** The one lock, and the sysctl that closes the door. */
export const lock = (layout) => [
    {
        kind: "always",
        name: "mutual-exclusion",
        statement: "At most one task is between trylock and unlock, and it holds the lock; a task that died " +
            "there holds it for ever.",
        source: "kernel/kexec_core.c:kexec_trylock, kexec_unlock",
        refutedBy: "lock-not-taken",
        when: ({ context: { mem }, configuration }) => placesOf(configuration).running &&
            (lockHolder(mem) >= 0 || placesOf(configuration).locked !== 0),
        holds: ({ context: { mem }, configuration }) => {
            const { locked, gone } = placesOf(configuration);
            const holder = lockHolder(mem);
            if (locked !== 0)
                return locked === 1 << holder;
            return holder >= layout.bounds.tasks || (gone & (1 << holder)) !== 0;
        },
    },
    {
        kind: "alwaysStep",
        name: "trylock-is-busy-iff-the-lock-is-held",
        statement: "The trylock step of every call ends it with EBUSY if and only if the lock is held then.",
        source: "kernel/kexec_core.c:kexec_trylock",
        refutedBy: "trylock-ignores-holder",
        notClaimed: "that EBUSY always means a held lock: an architecture's prepare may return it too",
        events: ["kexec_trylock"],
        holds: ({ before, event, after }) => {
            if (event.type !== "kexec_trylock")
                return true;
            const busy = resultOf(layout, after.context.mem, event.task) === errnos.EBUSY;
            const held = lockHolder(before.context.mem) >= 0;
            return busy === held && (lockHolder(after.context.mem) === event.task) === !held;
        },
    },
    {
        kind: "alwaysStep",
        name: "no-lock-at-return",
        statement: "A task that returns from a call does not hold the lock.",
        source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
        refutedBy: "lock-kept-after-efault",
        events: ["sys_exit"],
        holds: ({ before, event }) => event.type !== "sys_exit" || lockHolder(before.context.mem) !== event.task,
    },
    {
        kind: "always",
        name: "no-write-to-a-read-only-page",
        statement: "No call writes to a page that is read-only, which would kill it under the lock.",
        source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare",
        refutedBy: "file-load-frees-after-the-unlock",
        expect: unlessLethal(layout, "a crash load reuses the control code page of an image that kexec_file_load has unloaded " +
            "and not freed yet: the page is still read-only, the caller dies, the lock stays"),
        holds: ({ configuration }) => !placesOf(configuration).faulted,
    },
    {
        kind: "alwaysStep",
        name: "load-disabled-never-goes-back",
        needs: "sysctl",
        statement: "Once kexec_load_disabled is 1, it stays 1.",
        source: "kernel/sysctl.c:kern_table",
        refutedBy: "load-disabled-toggles",
        notClaimed: "anything about another kernel, or about a machine that is dead",
        when: ({ before, after }) => get(before.context.mem, KEXEC_LOAD_DISABLED) !== 0 && placesOf(after.configuration).running,
        holds: ({ after }) => get(after.context.mem, KEXEC_LOAD_DISABLED) !== 0,
    },
];
//# sourceMappingURL=lock.js.map