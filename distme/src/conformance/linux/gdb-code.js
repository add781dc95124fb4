import { expectOk, hex, LIMIT_ms, littleEndian, readMemory, readRegister, writeMemory, writeRegister, } from "./gdb-access.js";
/** What is done to the code of a kernel that stands still: breakpoints, loops, ways back. */
/** The instructions without effect that kernels begin functions with, when nobody traces them. */
const ENTRY_NOPS = [
    Buffer.from([0x0f, 0x1f, 0x44, 0x00, 0x00]), // for ftrace
    Buffer.from([0x66, 0x66, 0x66, 0x66, 0x90]), // the same where the CPU is an AMD K8 (seen in 5.10)
    Buffer.from([0x66, 0x0f, 0x1f, 0x00]), // in place of an endbr64 that nobody needs (seen in 6.12)
    Buffer.from([0x0f, 0x1f, 0x40, 0xd6]), // the same (seen in 7.2)
];
const NOP_MAX_bytes = 5;
const JUMP_bytes = 5;
/** A jump to itself. */
const JUMP_TO_SELF = Buffer.from([0xeb, 0xfe]);
/** The first instruction of a function when it does nothing, else null. */
export async function readEntryNop(port, address) {
    const code = Buffer.from(await readMemory(port, address, NOP_MAX_bytes));
    return ENTRY_NOPS.find((nop) => nop.equals(code.subarray(0, nop.length))) ?? null;
}
/**
 * Whoever runs at this moment goes into an endless loop, which is made for it.
 *
 * @param replaced keeps what was there before, by address
 */
export async function enterLoop(port, replaced, loop) {
    if (!replaced.has(loop)) {
        replaced.set(loop, Buffer.from(await readMemory(port, loop, JUMP_bytes)));
    }
    await writeMemory(port, loop, JUMP_TO_SELF);
    await writeRegister(port, "rip", loop);
}
/** A jump from one address to another, which leads out of a loop. */
export function jumpTo(address, from) {
    const jump = Buffer.alloc(JUMP_bytes, 0xe9);
    jump.writeInt32LE(Number(address - (from + BigInt(JUMP_bytes))), 1);
    return jump;
}
/**
 * Runs the instruction under a breakpoint. Slow, some 10 ms: QEMU translates all code anew whenever
 * breakpoints change.
 */
export async function stepOver(port, address, thread) {
    await remove(port, address);
    port.send(`vCont;s:${thread}`);
    await port.receive(LIMIT_ms);
    await insert(port, address);
}
/** At a function's first instruction: does what its `ret` would do, with a value of ours. */
export async function returnAtOnce(port, value) {
    const stack = await readRegister(port, "rsp");
    const caller = littleEndian(await readMemory(port, stack, 8));
    await writeRegister(port, "rax", value);
    await writeRegister(port, "rsp", stack + 8n);
    await writeRegister(port, "rip", caller);
}
export function insert(port, address) {
    return expectOk(port, `Z1,${hex(address)},1`);
}
export function remove(port, address) {
    return expectOk(port, `z1,${hex(address)},1`);
}
//# sourceMappingURL=gdb-code.js.map