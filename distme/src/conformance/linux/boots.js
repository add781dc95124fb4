import { EnvironmentError } from "./environment.js";
import { bootGuest, isOfGuest, takeBack } from "./guest.js";
import { play } from "./play.js";
/**
 * Runs planned tests in one machine. It is taken back to what it was after its boot when a test has
 * ended it or left something behind, and it is booted anew when even that fails.
 *
 * @throws EnvironmentError when the first boot fails
 * @throws the signal's reason when it is aborted
 */
export async function runInBoots(options, tests, finish) {
    const { kernel, signal, onProgress = () => { } } = options;
    const boots_ms = [];
    let release = "";
    let guest = null;
    let isClean = false; // the machine is as after its boot
    try {
        for (const test of tests) {
            if (guest !== null && !isClean && !(await takeBack(guest))) {
                await guest.vm.stop();
                guest = null;
            }
            if (guest === null) {
                onProgress(`booting ${kernel.package ?? kernel.path}`);
                const booted = await tryBoot(options);
                if (!("vm" in booted)) {
                    if (boots_ms.length === 0)
                        throw booted;
                    finish(test, { kind: "error", reason: booted.message, log: null });
                    continue;
                }
                guest = booted;
                boots_ms.push(guest.vm.boot_ms);
                release = guest.release;
                await guest.vm.save();
            }
            const outcome = await runTest(guest, test.plan, signal);
            if (outcome.kind === "error")
                guest = null;
            isClean = outcome.kind === "passed" && test.plan.disablesLoading === "no";
            finish(test, outcome);
        }
    }
    finally {
        await guest?.vm.stop();
    }
    return { release, boots_ms };
}
async function tryBoot(options) {
    const { kernel, signal, profile } = options;
    try {
        const guest = await bootGuest(kernel, signal);
        if (profile === undefined || guest.profile === profile)
            return guest;
        await guest.vm.stop();
        return new EnvironmentError(`expected ${profile} in ${kernel.path}, got ${guest.release}, which is ${guest.profile}`);
    }
    catch (error) {
        if (error instanceof EnvironmentError && !signal?.aborted)
            return error;
        throw error;
    }
}
/** Runs one test. After an error the machine has ended, and its log is kept. */
async function runTest(guest, plan, signal) {
    try {
        const divergences = await play(guest, plan);
        return divergences.length === 0 ? { kind: "passed" } : { kind: "diverged", divergences };
    }
    catch (error) {
        signal?.throwIfAborted();
        if (!isOfGuest(error))
            throw error;
        const log = await guest.vm.stop({ keepLog: true });
        return { kind: "error", reason: error.message, log };
    }
}
//# sourceMappingURL=boots.js.map