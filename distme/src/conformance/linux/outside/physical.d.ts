import { type Qmp } from "../qmp.ts";
/** Reads 64-bit words. */
export declare function readWords(qmp: Qmp, address: bigint, count: number): Promise<bigint[]>;
/** Reads bytes. Four times as fast per byte as `readWords` from some ten pages on. */
export declare function readBytes(qmp: Qmp, address: bigint, length_bytes: number): Promise<Buffer>;
