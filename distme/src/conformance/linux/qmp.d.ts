import type { Duplex } from "node:stream";
/** QEMU's machine protocol: one JSON object a line. */
export interface Qmp {
    /** Runs a command of QEMU's machine protocol and returns what it returns. */
    execute(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
    /** Runs a command of QEMU's human monitor (`info mem`, `xp /4gx 0x1000`, ...). */
    monitor(line: string): Promise<string>;
}
/** QEMU refused a command or does not answer. */
export declare class QmpError extends Error {
    readonly name = "QmpError";
}
/** Greets QEMU on its protocol socket. */
export declare function openQmp(socket: Duplex): Promise<Qmp>;
