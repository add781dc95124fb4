import { setup } from "xstate";
import { initialMem, KEXEC_LOAD_DISABLED, type Layout } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import { question, step } from "./steps.ts";

/** The sysctls of kexec: what an administrator may change while calls are running. */
export function sysctls(layout: Layout) {
  return setup({
    types: {
      context: {} as KexecContext,
      events: {} as KexecEvent,
      meta: {} as { readonly source: string },
    },
    guards: { writesOne: question(["proc_dointvec_minmax"], (_mem, { value }) => value === 1) },
    actions: {
      disableLoading: step(["proc_dointvec_minmax"], (mem) => {
        mem[KEXEC_LOAD_DISABLED] = 1;
      }),
    },
  }).createMachine({
    id: "sysctls",
    description: "/proc/sys/kernel/kexec_load_disabled",
    context: { mem: initialMem(layout) },
    initial: "writable",
    states: {
      writable: {
        description: "1 may be written at any time, and is never taken back.",
        meta: { source: "kernel/sysctl.c:kern_table" },
        on: {
          proc_dointvec_minmax: [
            { guard: "writesOne", actions: "disableLoading" },
            { description: "The write returns EINVAL." },
          ],
        },
      },
    },
  });
}
