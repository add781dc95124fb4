import { readLines } from "./lines.js";
import { createQueue } from "./queue.js";
/** QEMU refused a command or does not answer. */
export class QmpError extends Error {
    name = "QmpError";
}
const LIMIT_ms = 20_000;
/** Greets QEMU on its protocol socket. */
export async function openQmp(socket) {
    const lines = readLines(socket);
    const next = async (command) => {
        const line = await lines.next(LIMIT_ms);
        if (line === null) {
            throw new QmpError(`expected QEMU's answer to ${command}, got ${lines.end() ?? "none"}`);
        }
        const message = JSON.parse(line);
        return typeof message === "object" && message !== null ? message : {};
    };
    const exchange = async (command, args) => {
        socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
        for (;;) {
            const message = await next(command);
            if ("return" in message)
                return message.return;
            if ("error" in message) {
                throw new QmpError(`expected QEMU to do ${command}, got ${JSON.stringify(message.error)}`);
            } // anything else is an event that nobody waits for
        }
    };
    const inOrder = createQueue();
    const execute = (command, args = {}) => inOrder(() => exchange(command, args));
    await next("the connection");
    await execute("qmp_capabilities");
    return {
        execute,
        monitor: async (line) => String(await execute("human-monitor-command", { "command-line": line })),
    };
}
//# sourceMappingURL=qmp.js.map