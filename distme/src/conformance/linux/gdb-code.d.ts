import type { PacketPort } from "./gdb-packets.ts";
/** The first instruction of a function when it does nothing, else null. */
export declare function readEntryNop(port: PacketPort, address: bigint): Promise<Buffer | null>;
/**
 * Whoever runs at this moment goes into an endless loop, which is made for it.
 *
 * @param replaced keeps what was there before, by address
 */
export declare function enterLoop(port: PacketPort, replaced: Map<bigint, Buffer>, loop: bigint): Promise<void>;
/** A jump from one address to another, which leads out of a loop. */
export declare function jumpTo(address: bigint, from: bigint): Buffer;
/**
 * Runs the instruction under a breakpoint. Slow, some 10 ms: QEMU translates all code anew whenever
 * breakpoints change.
 */
export declare function stepOver(port: PacketPort, address: bigint, thread: string): Promise<void>;
/** At a function's first instruction: does what its `ret` would do, with a value of ours. */
export declare function returnAtOnce(port: PacketPort, value: bigint): Promise<void>;
export declare function insert(port: PacketPort, address: bigint): Promise<void>;
export declare function remove(port: PacketPort, address: bigint): Promise<void>;
