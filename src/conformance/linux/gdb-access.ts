import { GdbError, type PacketPort } from "./gdb-packets.ts";

/** Registers and memory of a machine that gdb's remote protocol has stopped. */

/** Numbers of the registers in gdb's remote protocol for x86-64. */
const registers = { rax: 0, rdx: 3, rsi: 4, rdi: 5, rsp: 7, rip: 16 } as const;
export type Register = keyof typeof registers;

/** How long QEMU may take to answer. */
export const LIMIT_ms = 20_000;

export async function readRegister(port: PacketPort, register: Register): Promise<bigint> {
  return littleEndian(fromHex(await ask(port, `p${registers[register].toString(16)}`)));
}

export async function writeRegister(
  port: PacketPort,
  register: Register,
  value: bigint,
): Promise<void> {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(unsigned(value));
  const number = registers[register].toString(16);
  await expectOk(port, `P${number}=${bytes.toString("hex")}`);
}

export async function readMemory(port: PacketPort, address: bigint, length_bytes: number) {
  return fromHex(await ask(port, `m${hex(address)},${length_bytes.toString(16)}`));
}

export async function writeMemory(port: PacketPort, address: bigint, bytes: Buffer): Promise<void> {
  await expectOk(port, `M${hex(address)},${bytes.length.toString(16)}:${bytes.toString("hex")}`);
}

export async function expectOk(port: PacketPort, body: string): Promise<void> {
  const answer = await ask(port, body);
  if (answer !== "OK") throw new GdbError(`expected OK for ${body}, got "${answer}"`);
}

/** Sends a packet to the stopped machine and returns the answer. */
export async function ask(port: PacketPort, body: string): Promise<string> {
  port.send(body);
  for (;;) {
    const answer = await port.receive(LIMIT_ms);
    if (answer === null) throw new GdbError(`expected an answer to ${body}, got the end`);
    // Older versions of QEMU announce the stop at the connection, newer ones do not.
    if (!/^T[0-9a-f]{2}/.test(answer)) return answer;
  }
}

function fromHex(digits: string): Uint8Array {
  if (/^([0-9a-f]{2})+$/.test(digits)) return Buffer.from(digits, "hex");
  throw new GdbError(`expected bytes in hexadecimal, got "${digits}"`);
}

export function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

export function unsigned(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

export function hex(value: bigint): string {
  return unsigned(value).toString(16);
}
