import { EnvironmentError } from "./environment.js";
import { bootGuest, isOfGuest, takeBack } from "./guest.js";
import { crashImage, normalImage } from "./jump-images.js";
import { jumps } from "./jumps.js";
/**
 * Makes jumps in one machine, which is taken back to what it was after its boot for each of them.
 * It is booted anew when it cannot be, or when a jump went wrong, whose console is kept.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws the signal's reason when it is aborted
 */
export async function runJumps(options) {
    const { kernel, only, signal, onProgress = () => { } } = options;
    const began = performance.now();
    const tests = [];
    let release = "";
    let guest = null;
    try {
        for (const jump of jumps) {
            if (only?.includes(jump.name) === false)
                continue;
            onProgress(jump.name);
            guest = await readyGuest(guest, options);
            release = guest.release;
            const test = await runJump(jump, guest);
            signal?.throwIfAborted();
            const log = test.outcome === "agrees" ? null : await guest.vm.stop({ keepLog: true });
            if (log !== null)
                guest = null;
            tests.push({ ...test, log });
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
    finally {
        await guest?.vm.stop();
    }
    return {
        release,
        package: kernel.package,
        tests,
        total_ms: Math.round(performance.now() - began),
    };
}
/** A machine to which nothing has happened. */
async function readyGuest(last, { kernel, signal }) {
    if (last !== null && (await takeBack(last)))
        return last;
    await last?.vm.stop();
    const guest = await bootGuest(kernel, signal);
    await guest.vm.save();
    return guest;
}
async function runJump(jump, { vm }) {
    const { name } = jump;
    const subject = await subjectOf(vm);
    const expected = jump.expected(subject);
    const { got, isError } = await attempt(jump, subject);
    const outcome = isError ? "error" : got === expected ? "agrees" : "differs";
    return { name, outcome, expected, got };
}
/** What comes of a jump; a machine that goes wrong is a result, too. */
async function attempt(jump, subject) {
    try {
        return { got: await jump.make(subject), isError: false };
    }
    catch (error) {
        if (isOfGuest(error))
            return { got: error.message, isError: true };
        throw error;
    }
}
async function subjectOf(vm) {
    const machine = await vm.agent.hello();
    const { release, crashKernel } = machine;
    if (crashKernel === null) {
        throw new EnvironmentError(`expected ${release} to reserve a crash region, got none: is it built for kexec?`);
    }
    return {
        vm,
        release,
        normal: normalImage(machine),
        crash: crashImage(crashKernel),
        region: crashKernel,
    };
}
//# sourceMappingURL=jump-tests.js.map