import { errnos } from "../src/kernel/errno.ts";
import { lockHolder, resultOf } from "../src/memory/call.ts";
import { get, KEXEC_LOAD_DISABLED } from "../src/memory/layout.ts";
import { taskRegion } from "../src/model/compose.ts";
import { ofTask, type Theme, tasksOf } from "./state.ts";

/** The state of each task in which it holds the lock. */
const lockedStates = Array.from({ length: 8 }, (_, task) => `${taskRegion(task)}.call.locked`);

/** The one lock, and the sysctl that closes the door. */
export const lock: Theme = (layout) => [
  {
    kind: "always",
    name: "mutual-exclusion",
    statement: "At most one task is between trylock and unlock, and it holds the lock.",
    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
    refutedBy: "lock-not-taken",
    when: ({ context: { mem }, configuration }) =>
      lockHolder(mem) >= 0 ||
      tasksOf(layout).some((task) => configuration.has(lockedStates[task] ?? "")),
    holds: ({ context: { mem }, configuration }) =>
      tasksOf(layout).every(
        (task) => configuration.has(lockedStates[task] ?? "") === (lockHolder(mem) === task),
      ),
  },
  {
    kind: "alwaysStep",
    name: "trylock-is-busy-iff-the-lock-is-held",
    statement: "The trylock step ends the call with EBUSY if and only if the lock is held then.",
    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
    refutedBy: "trylock-ignores-holder",
    notClaimed: "that EBUSY always means a held lock: an architecture's prepare may return it too",
    ...ofTask(layout, ["kexec_trylock"], {
      holds: ({ before, after, task }) => {
        const busy = resultOf(layout, after, task) === errnos.EBUSY;
        const held = lockHolder(before) >= 0;
        return busy === held && (lockHolder(after) === task) === !held;
      },
    }),
  },
  {
    kind: "alwaysStep",
    name: "no-lock-at-return",
    statement: "A task that returns from the call does not hold the lock.",
    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
    refutedBy: "lock-kept-after-efault",
    ...ofTask(layout, ["sys_exit"], {
      holds: ({ before, task }) => lockHolder(before) !== task,
    }),
  },
  {
    kind: "alwaysStep",
    name: "load-disabled-never-goes-back",
    statement: "Once kexec_load_disabled is 1, it stays 1.",
    source: "kernel/sysctl.c:kern_table",
    refutedBy: "load-disabled-toggles",
    when: ({ before }) => get(before.context.mem, KEXEC_LOAD_DISABLED) !== 0,
    holds: ({ after }) => get(after.context.mem, KEXEC_LOAD_DISABLED) !== 0,
  },
];
