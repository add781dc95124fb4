import { setTimeout as sleep } from "node:timers/promises";
import { withResolvers } from "../../base/with-resolvers.js";
import { addressesOf, addressOf } from "./kernel-symbols.js";
import { endingFunctions } from "./machine-changes.js";
/** The machine has arrived where the image that it left for begins. */
const ENTERED = "the image is entered";
/** How long nothing more must happen. */
const GRACE_ms = 100;
/** The functions that are a step, where it has another name. */
const functionsOf = {
    machine_crash_shutdown: ["native_machine_crash_shutdown"],
    machine_shutdown: ["native_machine_shutdown"],
    smp_send_stop: ["native_stop_other_cpus", "crash_smp_send_stop"],
};
/** Makes whoever comes to a breakpoint panic. */
export async function panicking(guest) {
    // panic takes a format string, and the banner is one without any format
    const [address, rdi] = [await addressOf(guest, "panic"), await addressOf(guest, "linux_banner")];
    return { kind: "goTo", address, rdi };
}
/** Follows a machine from now on; what it does before the first step of the path is not told. */
export async function follow(guest, gdb, path) {
    const steps = path.path.filter((step) => step !== "relocate_kernel");
    const entry = path.entry ?? null;
    const wanted = entry === null ? steps : [...steps, ENTERED];
    const record = createRecord({
        wanted,
        relocates: path.path.includes("relocate_kernel"),
        nested: path.path.includes("panic") ? await panicking(guest) : null,
    });
    for (const step of stepsToWatch) {
        for (const symbol of functionsOf[step] ?? [step]) {
            for (const address of await addressesOf(guest, symbol)) {
                await gdb.watch(address, () => record.arrive(step));
            }
        }
    }
    if (entry !== null) {
        const arrived = () => {
            record.arrive(ENTERED);
            return { kind: "goTo", address: entry }; // what comes then is not ours
        };
        await gdb.watch(entry, arrived, "to come");
    }
    return {
        taken: async (limit_ms) => {
            await Promise.race([record.over, sleep(limit_ms, undefined, { ref: false })]);
            if (wanted.at(-1) !== ENTERED)
                await sleep(GRACE_ms);
            return [...record.taken];
        },
        wanted,
    };
}
function createRecord({ wanted, relocates, nested }) {
    const taken = [];
    const over = withResolvers();
    const isOver = () => taken.length >= wanted.length || taken.some((step, i) => step !== wanted[i]);
    const hasStopped = () => taken.includes("machine_crash_shutdown") || taken.includes("machine_shutdown");
    const isPartOfAnother = (step) => (step === "smp_send_stop" && hasStopped()) ||
        (step === "machine_kexec" && relocates) ||
        (step === "__crash_kexec" && taken.at(-1) === "panic"); // in vain: the panic has the lock
    return {
        taken,
        over: over.promise,
        arrive: (step) => {
            // when all is over, an image that runs all the same would be too much
            if (isPartOfAnother(step) || (isOver() && step !== "machine_kexec"))
                return { kind: "goOn" };
            const isNested = nested !== null && wanted[taken.length] === "panic";
            taken.push(isNested ? "panic" : step);
            if (isOver())
                over.resolve();
            return isNested ? nested : { kind: "goOn" };
        },
    };
}
/** What the machine can come to, whatever the model says. */
const stepsToWatch = [
    ...endingFunctions,
    "crash_handle_hotplug_event",
    "arch_crash_handle_hotplug_event",
];
//# sourceMappingURL=follow-path.js.map