import { errnos } from "../src/kernel/errno.ts";
import { lockHolder, resultOf } from "../src/memory/call.ts";
import { get, KEXEC_LOAD_DISABLED } from "../src/memory/layout.ts";
import { taskRegion } from "../src/model/compose.ts";
import { type Theme, taskStep } from "./state.ts";

/** The one lock, and the sysctl that closes the door. */
export const lock: Theme = (layout) => [
  {
    kind: "always",
    name: "mutual-exclusion",
    statement: "At most one task is between trylock and unlock, and it holds the lock.",
    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
    refutedBy: "lock-not-taken",
    when: ({ context: { mem }, configuration }) =>
      lockHolder(mem) >= 0 || configuration.leaves.some((path) => path.includes(".locked.")),
    holds: ({ context: { mem }, configuration }) =>
      Array.from({ length: layout.bounds.tasks }, (_, task) => task).every(
        (task) =>
          configuration.has(`${taskRegion(task)}.call.locked`) === (lockHolder(mem) === task),
      ),
  },
  {
    kind: "alwaysStep",
    name: "trylock-is-busy-iff-the-lock-is-held",
    statement: "The trylock step ends the call with EBUSY if and only if the lock is held then.",
    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
    refutedBy: "trylock-ignores-holder",
    notClaimed: "that EBUSY always means a held lock: an architecture's prepare may return it too",
    when: (step) => taskStep(layout, step, "kexec_trylock") !== null,
    holds: (step) => {
      const own = taskStep(layout, step, "kexec_trylock");
      if (!own) return true;
      const busy = resultOf(layout, own.after, own.task) === errnos.EBUSY;
      const held = lockHolder(own.before) >= 0;
      const taken = lockHolder(own.after) === own.task;
      return busy === held && taken === !held;
    },
  },
  {
    kind: "alwaysStep",
    name: "no-lock-at-return",
    statement: "A task that returns from the call does not hold the lock.",
    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
    refutedBy: "lock-kept-after-efault",
    when: (step) => taskStep(layout, step, "sys_exit") !== null,
    holds: (step) => {
      const own = taskStep(layout, step, "sys_exit");
      return !own || lockHolder(own.before) !== own.task;
    },
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
