import { type PacketPort } from "./gdb-packets.ts";
/** Registers and memory of a machine that gdb's remote protocol has stopped. */
/** Numbers of the registers in gdb's remote protocol for x86-64. */
declare const registers: {
    readonly rax: 0;
    readonly rdx: 3;
    readonly rsi: 4;
    readonly rdi: 5;
    readonly rsp: 7;
    readonly rip: 16;
};
export type Register = keyof typeof registers;
/** How long QEMU may take to answer. */
export declare const LIMIT_ms = 20000;
export declare function readRegister(port: PacketPort, register: Register): Promise<bigint>;
export declare function writeRegister(port: PacketPort, register: Register, value: bigint): Promise<void>;
export declare function readMemory(port: PacketPort, address: bigint, length_bytes: number): Promise<Uint8Array<ArrayBufferLike>>;
export declare function writeMemory(port: PacketPort, address: bigint, bytes: Buffer): Promise<void>;
export declare function expectOk(port: PacketPort, body: string): Promise<void>;
/** Sends a packet to the stopped machine and returns the answer. */
export declare function ask(port: PacketPort, body: string): Promise<string>;
export declare function littleEndian(bytes: Uint8Array): bigint;
export declare function unsigned(value: bigint): bigint;
export declare function hex(value: bigint): string;
export {};
