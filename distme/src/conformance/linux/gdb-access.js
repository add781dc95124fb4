import { GdbError } from "./gdb-packets.js";
/** Registers and memory of a machine that gdb's remote protocol has stopped. */
/** Numbers of the registers in gdb's remote protocol for x86-64. */
const registers = { rax: 0, rdx: 3, rsi: 4, rdi: 5, rsp: 7, rip: 16 };
/** How long QEMU may take to answer. */
export const LIMIT_ms = 20_000;
export async function readRegister(port, register) {
    return littleEndian(fromHex(await ask(port, `p${registers[register].toString(16)}`)));
}
export async function writeRegister(port, register, value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(unsigned(value));
    const number = registers[register].toString(16);
    await expectOk(port, `P${number}=${bytes.toString("hex")}`);
}
export async function readMemory(port, address, length_bytes) {
    return fromHex(await ask(port, `m${hex(address)},${length_bytes.toString(16)}`));
}
export async function writeMemory(port, address, bytes) {
    await expectOk(port, `M${hex(address)},${bytes.length.toString(16)}:${bytes.toString("hex")}`);
}
export async function expectOk(port, body) {
    const answer = await ask(port, body);
    if (answer !== "OK")
        throw new GdbError(`expected OK for ${body}, got "${answer}"`);
}
/** Sends a packet to the stopped machine and returns the answer. */
export async function ask(port, body) {
    port.send(body);
    for (;;) {
        const answer = await port.receive(LIMIT_ms);
        if (answer === null)
            throw new GdbError(`expected an answer to ${body}, got the end`);
        // Older versions of QEMU announce the stop at the connection, newer ones do not.
        if (!/^T[0-9a-f]{2}/.test(answer))
            return answer;
    }
}
function fromHex(digits) {
    if (/^([0-9a-f]{2})+$/.test(digits))
        return Buffer.from(digits, "hex");
    throw new GdbError(`expected bytes in hexadecimal, got "${digits}"`);
}
export function littleEndian(bytes) {
    return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
export function unsigned(value) {
    return BigInt.asUintN(64, value);
}
export function hex(value) {
    return unsigned(value).toString(16);
}
//# sourceMappingURL=gdb-access.js.map