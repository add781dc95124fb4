import { bootGuest, isOfGuest, tidyUp } from "../guest.js";
import { outsidePlans } from "./outside-plan.js";
import { playOutside } from "./outside-test.js";
/**
 * Runs the tests of a suite that consist of ordinary calls, and looks at the machine from outside
 * after each call and at each page that a call copies.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws the signal's reason when it is aborted
 */
export async function runOutside(options) {
    const { suite, kernel, signal, onProgress = () => { } } = options;
    const began = performance.now();
    const counter = lookCounter();
    const tests = [];
    let guest = null;
    let release = "";
    try {
        for (const { id, plan } of outsidePlans(suite)) {
            if (typeof plan === "string") {
                tests.push({ id, outcome: { kind: "skipped", reason: plan } });
                continue;
            }
            if (guest === null)
                onProgress(`booting ${kernel.package ?? kernel.path}`);
            guest ??= await bootGuest(kernel, signal);
            release = guest.release;
            onProgress(`${id}, from outside`);
            const outcome = await runTest(guest, plan, counter.onLook);
            signal?.throwIfAborted();
            tests.push({ id, outcome });
            if (outcome.kind === "passed" && (await tidyUp(guest)))
                continue;
            await guest.vm.stop(); // what the test left behind would disturb the next one
            guest = null;
        }
    }
    finally {
        await guest?.vm.stop();
    }
    return {
        release,
        tests,
        looks: counter.looks(),
        total_ms: Math.round(performance.now() - began),
    };
}
async function runTest(guest, plan, onLook) {
    try {
        const divergences = await playOutside(guest, plan, onLook);
        return divergences.length === 0 ? { kind: "passed" } : { kind: "diverged", divergences };
    }
    catch (error) {
        if (!isOfGuest(error))
            throw error;
        return { kind: "error", reason: error.message };
    }
}
function lookCounter() {
    const times = [];
    let [held, entries, pages] = [0, 0, 0];
    return {
        onLook: (view, { isHeld }) => {
            times.push(view.took_ms);
            held += isHeld ? 1 : 0;
            for (const image of [view.kexec_image, view.kexec_crash_image]) {
                entries += image?.entries.length ?? 0;
                pages += image?.pages?.size ?? 0;
            }
        },
        looks: () => {
            times.sort((a, b) => a - b);
            const tenths = (ms = 0) => Math.round(ms * 10) / 10;
            const median_ms = tenths(times[Math.floor(times.length / 2)]);
            const longest_ms = tenths(times.at(-1));
            return { count: times.length, held, median_ms, longest_ms, entries, pages };
        },
    };
}
//# sourceMappingURL=run-outside.js.map