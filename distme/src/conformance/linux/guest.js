import { KEXEC_ON_CRASH } from "../../kernel/kexec.js";
import { GuestError } from "./agent.js";
import { EnvironmentError } from "./environment.js";
import { GdbError } from "./gdb-packets.js";
import { guestMemory, measureRoom, warningsOnConsole } from "./guest-memory.js";
import { buildInitramfs } from "./initramfs.js";
import { profileOf } from "./profile.js";
import { QmpError } from "./qmp.js";
import { startVm } from "./vm.js";
/**
 * Boots a kernel for tests and finds out where their requests go.
 *
 * @throws EnvironmentError when it does not boot, or is not the machine that tests need, or
 *   the model does not know its kernel
 */
export async function bootGuest(kernel, signal) {
    const vm = await startVm({
        kernel: kernel.path,
        initramfs: await buildInitramfs(),
        commandLine: [warningsOnConsole],
        ...(signal && { signal }),
    });
    try {
        const machine = await vm.agent.hello();
        if (machine.crashKernel === null) {
            throw new EnvironmentError(`expected ${machine.release} to reserve a crash region, got none: is it built for kexec?`);
        }
        const room = await measureRoom(vm.agent, vm.consoleText, machine.crashKernel);
        return {
            vm,
            memory: guestMemory(machine, machine.crashKernel, room),
            release: machine.release,
            profile: profileOf(machine.release, machine.version),
        };
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof GuestError)) {
            await vm.stop();
            signal?.throwIfAborted();
            throw error;
        }
        const log = await vm.stop({ keepLog: true });
        throw new EnvironmentError(`${error.message}; the console of ${kernel.path} is in ${log}`, {
            cause: error,
        });
    }
}
/** Unloads both images. Says whether the machine is then as it was after its boot. */
export async function tidyUp({ vm: { agent } }) {
    for (const flags of [0n, BigInt(KEXEC_ON_CRASH)]) {
        const { state } = await agent.load({ flags, segments: [] }, { observe: "nothing" });
        if (state.kind !== "done" || state.result !== 0)
            return false;
    }
    const { kexec_crash_size, reserved_frames } = await agent.observe("frames");
    return kexec_crash_size > 0 && reserved_frames === 0;
}
/** Takes the machine back to what it was at `save`; says whether it then answers. */
export async function takeBack(guest) {
    try {
        await guest.vm.restore();
        return await tidyUp(guest);
    }
    catch (error) {
        if (isOfGuest(error))
            return false;
        throw error;
    }
}
/** Whether an error tells of the machine: its agent, its debugger, or the sockets to them. */
export function isOfGuest(error) {
    if (error instanceof GuestError || error instanceof GdbError)
        return true;
    if (error instanceof QmpError)
        return true;
    return error instanceof Error && "syscall" in error;
}
//# sourceMappingURL=guest.js.map