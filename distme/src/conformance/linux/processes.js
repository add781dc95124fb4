import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { EnvironmentError, toolPath } from "./environment.js";
/** A program that ran and failed. The message has the last lines of what it printed. */
export class CommandError extends EnvironmentError {
}
/**
 * Runs a program to its end.
 *
 * @returns what it printed on its standard output
 * @throws EnvironmentError when the program is not installed
 * @throws CommandError when it ends with another status than 0
 */
export async function run(tool, args, options = {}) {
    const path = toolPath(tool);
    try {
        const output = await promisify(execFile)(path, [...args], {
            ...options,
            maxBuffer: 64 << 20,
        });
        return output.stdout;
    }
    catch (error) {
        const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
        const tail = said.trimEnd().split("\n").slice(-5).join("\n");
        throw new CommandError(`expected ${tool} to succeed, got:\n${tail}`, { cause: error });
    }
}
/** The programs that must not outlive us, each with what to do after its forced end. */
const guarded = new Map();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
/**
 * Starts a program that never outlives us.
 *
 * It is killed when we exit, when a signal ends us, and (through the kernel's parent death signal)
 * when we are killed ourselves and can do nothing any more.
 *
 * @throws EnvironmentError when it is not installed
 */
export function spawnGuarded(tool, args, { log_fd, cleanUp = () => { } }) {
    const command = ["--pdeathsig", "KILL", "--", toolPath(tool), ...args];
    const child = spawn(toolPath("setpriv"), command, { stdio: ["ignore", log_fd, log_fd] });
    if (guarded.size === 0)
        watch();
    guarded.set(child, cleanUp);
    const forget = () => {
        if (guarded.delete(child) && guarded.size === 0)
            unwatch();
    };
    child.once("exit", forget);
    child.once("error", forget);
    return child;
}
function watch() {
    process.on("exit", killAll);
    for (const signal of signals)
        process.on(signal, endOnSignal);
}
function unwatch() {
    process.off("exit", killAll);
    for (const signal of signals)
        process.off(signal, endOnSignal);
}
function killAll() {
    for (const [child, cleanUp] of guarded) {
        child.kill("SIGKILL");
        cleanUp();
    }
    guarded.clear();
}
/** Kills the children. If nobody else handles the signal, it then ends us, as by default. */
function endOnSignal(signal) {
    killAll();
    const isOnlyHandler = process.listenerCount(signal) === 1;
    unwatch();
    if (isOnlyHandler)
        process.kill(process.pid, signal);
}
//# sourceMappingURL=processes.js.map