import { setup } from "xstate";
import { isJumping } from "../src/memory/call.js";
import { initialMem, KEXEC_LOAD_DISABLED } from "../src/memory/layout.js";
import { isLimitAccepted, setLimit } from "../src/memory/limits.js";
import { question, step } from "./steps.js";
/** The sysctls of kexec: what an administrator may change while calls are running. */
export function sysctls(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: {
            writesOne: question(["proc_dointvec_minmax"], (mem, { value }) => value === 1 && !isJumping(mem)),
            limitAccepted: question(["kexec_limit_handler"], (mem, { limit, value }) => isLimitAccepted(mem, limit, value) && !isJumping(mem)),
        },
        actions: {
            setLimit: step(["kexec_limit_handler"], (mem, { limit, value }) => setLimit(mem, limit, value)),
            disableLoading: step(["proc_dointvec_minmax"], (mem) => {
                mem[KEXEC_LOAD_DISABLED] = 1;
            }),
        },
    }).createMachine({
        id: "sysctls",
        description: "kexec_load_disabled, kexec_load_limit_reboot, kexec_load_limit_panic",
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
                    kexec_limit_handler: [
                        {
                            guard: "limitAccepted",
                            actions: "setLimit",
                            meta: {
                                source: "6.3: kernel/kexec_core.c:kexec_limit_handler",
                                feature: "load-limits",
                            },
                        },
                        {
                            description: "The write returns EINVAL: limits only go down.",
                            meta: {
                                source: "6.3: kernel/kexec_core.c:kexec_limit_handler",
                                feature: "load-limits",
                            },
                        },
                    ],
                },
            },
        },
    });
}
//# sourceMappingURL=sysctls.js.map