import type { Duplex } from "node:stream";
import { readLines } from "./lines.ts";
import { createQueue } from "./queue.ts";

/** QEMU's machine protocol: one JSON object a line. */
export interface Qmp {
  /** Runs a command of QEMU's machine protocol and returns what it returns. */
  execute(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Runs a command of QEMU's human monitor (`info mem`, `xp /4gx 0x1000`, ...). */
  monitor(line: string): Promise<string>;
}

/** QEMU refused a command or does not answer. */
export class QmpError extends Error {
  override readonly name = "QmpError";
}

const LIMIT_ms = 20_000;

/** Greets QEMU on its protocol socket. */
export async function openQmp(socket: Duplex): Promise<Qmp> {
  const lines = readLines(socket);
  const next = async (command: string): Promise<object> => {
    const line = await lines.next(LIMIT_ms);
    if (line === null) {
      throw new QmpError(`expected QEMU's answer to ${command}, got ${lines.end() ?? "none"}`);
    }
    const message: unknown = JSON.parse(line);
    return typeof message === "object" && message !== null ? message : {};
  };
  const exchange = async (command: string, args: Readonly<Record<string, unknown>>) => {
    socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    for (;;) {
      const message = await next(command);
      if ("return" in message) return message.return;
      if ("error" in message) {
        throw new QmpError(`expected QEMU to do ${command}, got ${JSON.stringify(message.error)}`);
      } // anything else is an event that nobody waits for
    }
  };
  const inOrder = createQueue();
  const execute: Qmp["execute"] = (command, args = {}) => inOrder(() => exchange(command, args));
  await next("the connection");
  await execute("qmp_capabilities");
  return {
    execute,
    monitor: async (line) =>
      String(await execute("human-monitor-command", { "command-line": line })),
  };
}
