import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../../base/message.js";
import { connectAgent, GuestError } from "./agent.js";
import { EnvironmentError, toolPath } from "./environment.js";
import { connectGdb } from "./gdb.js";
import { spawnGuarded } from "./processes.js";
import { openQmp } from "./qmp.js";
import { snapshots } from "./snapshots.js";
/**
 * Boots a kernel in QEMU, emulated (no KVM), without network.
 *
 * All that it talks through are Unix sockets in a folder of its own, which only we can enter.
 * Whatever happens to us, QEMU does not outlive us.
 *
 * @throws EnvironmentError when QEMU is not installed, or the agent does not answer in time; then
 *   the console log is kept
 * @throws the signal's reason when it is aborted
 */
export async function startVm(options) {
    const started = Date.now();
    const { signal } = options;
    signal?.throwIfAborted();
    for (const tool of ["qemu-system-x86_64", "setpriv"])
        toolPath(tool);
    const folder = await mkdtemp(join(tmpdir(), "kexec-model-"));
    const log = join(folder, "console.log");
    const agentPort = await listen(join(folder, "agent"));
    const qmpPort = await listen(join(folder, "qmp"));
    const qemu = startQemu(options, folder);
    const consoleText = () => (existsSync(log) ? readFileSync(log, "utf8") : "");
    const kill = () => void qemu.kill("SIGKILL");
    signal?.addEventListener("abort", kill);
    const stop = async ({ keepLog = false } = {}) => {
        signal?.removeEventListener("abort", kill);
        agentPort.server.close();
        qmpPort.server.close();
        await end(qemu);
        if (!keepLog)
            await rm(folder, { recursive: true, force: true });
        return keepLog ? log : null;
    };
    try {
        const limit_ms = options.bootLimit_ms ?? 90_000;
        const [qmp, agent] = await orExit(qemu, Promise.all([
            qmpPort.accepted.then(openQmp),
            agentPort.accepted.then((socket) => connectAgent(socket, limit_ms)),
        ]));
        const boot_ms = Date.now() - started;
        const openGdb = () => connectGdb(join(folder, "gdb"));
        const saved = snapshots(qmp, join(folder, "state.qcow2"));
        const restore = async () => {
            await saved.restore();
            agent.forget();
        };
        return { agent, qmp, boot_ms, consoleText, openGdb, save: saved.save, restore, stop };
    }
    catch (error) {
        if (signal?.aborted) {
            await stop();
            throw signal.reason;
        }
        const said = readFileSync(join(folder, "qemu.log"), "utf8") + lastLines(consoleText());
        await stop({ keepLog: true });
        const what = messageOf(error);
        throw new EnvironmentError(`${what}: check that ${options.kernel} is a bootable kernel; ` +
            `its console is in ${log} and ends with:\n${said}`, { cause: error });
    }
}
function startQemu(options, folder) {
    const log_fd = openSync(join(folder, "qemu.log"), "w");
    const cleanUp = () => rmSync(folder, { recursive: true, force: true });
    try {
        const args = qemuArguments(options, folder);
        return spawnGuarded("qemu-system-x86_64", args, { log_fd, cleanUp });
    }
    finally {
        closeSync(log_fd); // QEMU has its own
    }
}
/** The command line of QEMU. The sockets are in `folder`. */
function qemuArguments(options, folder) {
    const { crashkernel = "64M", hugepages = 0 } = options;
    const commandLine = [
        "console=ttyS0 quiet",
        "panic=-1", // with -no-reboot: a panic ends QEMU
        "nokaslr",
        "kexec_model_guest", // the agent refuses to run without it
        ...(crashkernel === null ? [] : [`crashkernel=${crashkernel}`]),
        ...(hugepages === 0 ? [] : [`hugepages=${hugepages}`]),
        ...(options.commandLine ?? []),
    ];
    return [
        ...["-M", "q35", "-accel", "tcg,thread=single"], // more threads race with code patching in 7.x
        ...["-m", String(options.memory_MiB ?? 256), "-smp", "2"],
        ...["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-net", "none"],
        ...["-kernel", options.kernel, "-initrd", options.initramfs],
        ...["-append", commandLine.join(" ")],
        ...["-serial", `file:${join(folder, "console.log")}`],
        ...["-chardev", `socket,id=agent,path=${join(folder, "agent")}`, "-serial", "chardev:agent"],
        ...["-chardev", `socket,id=qmp,path=${join(folder, "qmp")}`],
        ...["-mon", "chardev=qmp,mode=control"],
        ...["-gdb", `unix:${join(folder, "gdb")},server=on,wait=off`],
    ];
}
/** We listen and QEMU connects, so that nobody has to guess when the other is there. */
async function listen(path) {
    const server = createServer();
    const accepted = new Promise((resolve, reject) => {
        server.once("error", reject);
        server.once("connection", (socket) => {
            server.close();
            socket.on("error", () => { }); // the reader of the socket sees its end
            resolve(socket);
        });
    });
    server.listen(path);
    await once(server, "listening");
    return { server, accepted };
}
/** Waits for `work`, but not longer than QEMU lives. */
async function orExit(qemu, work) {
    const abort = new AbortController();
    const exit = Promise.race([once(qemu, "exit", abort), once(qemu, "error", abort)]).then(([status]) => {
        throw new GuestError(`expected QEMU to run, got its end (${status})`);
    });
    exit.catch(() => { }); // also when the race below is over
    try {
        return await Promise.race([work, exit]);
    }
    finally {
        abort.abort();
    }
}
async function end(qemu) {
    if (qemu.exitCode !== null || qemu.signalCode !== null || qemu.pid === undefined)
        return;
    const exited = once(qemu, "exit");
    qemu.kill("SIGKILL");
    await Promise.race([exited, sleep(10_000, undefined, { ref: false })]);
}
function lastLines(text) {
    return text.trimEnd().split("\n").slice(-15).join("\n");
}
//# sourceMappingURL=vm.js.map