import { setTimeout as sleep } from "node:timers/promises";
import { resultName } from "../../kernel/errno.js";
import { GuestError } from "./agent.js";
import { payloadReport } from "./payload.js";
/** Emulated, the payload checks some 50 MB a second; the machine may have to share a processor. */
const LIMIT_ms = 90_000;
const POLL_ms = 50;
/**
 * Leaves the kernel, and waits for what comes of it.
 *
 * @throws GuestError when nothing comes of it in time
 */
export async function leaveKernel(vm, how) {
    const before = vm.consoleText().length; // of another life, perhaps
    let refusal = null;
    if (how === "panic")
        await vm.agent.crash();
    else {
        vm.agent.door({ name: "reboot" }, LIMIT_ms).then((state) => {
            if (state.kind === "done")
                refusal = state.result;
        }, () => { });
    }
    const deadline = Date.now() + LIMIT_ms;
    while (Date.now() < deadline) {
        const running = await isRunning(vm); // first: what it says before its end must not be missed
        const said = vm.consoleText().slice(before);
        const report = payloadReport(said);
        if (report !== null)
            return { kind: "payload", report };
        if (refusal !== null)
            return { kind: "refused", result: refusal };
        if (!running)
            return { kind: "ended", panicked: said.includes("Kernel panic") };
        await sleep(POLL_ms);
    }
    throw new GuestError(`expected a payload, a refusal or the end after ${how}, got none of them`);
}
async function isRunning({ qmp }) {
    try {
        const answer = await qmp.execute("query-status");
        return JSON.stringify(answer).includes('"status":"running"');
    }
    catch {
        return false; // QEMU has ended
    }
}
/** In a few words, as tests compare it. */
export function leavingText(leaving) {
    switch (leaving.kind) {
        case "payload":
            return reportText(leaving.report);
        case "ended":
            return leaving.panicked ? "panic, and no image runs" : "an end without a panic";
        case "refused":
            return `refused: ${resultName(leaving.result)}`;
    }
}
/** The same for what a payload says. */
export function reportText(report) {
    if (report.kind === "ok")
        return `${report.image}: ${report.bytes} bytes are right`;
    const [expected, got] = [report.expected, report.got].map((word) => `0x${word.toString(16)}`);
    return `wrong ${report.what}: expected ${expected}, got ${got}`;
}
//# sourceMappingURL=leaving.js.map