import { assert } from "../base/assert.js";
import { guestCall } from "../conformance/linux/guest-calls.js";
import { guestMemory, KERNEL_BASE } from "../conformance/linux/guest-memory.js";
import { ADDRESS_SPACE_bytes } from "../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../memory/bounds.js";
import { isUnload } from "../memory/request.js";
/**
 * Calls whose addresses and lengths say which landmarks of a machine they are measured by, so that
 * a program can be written without knowing the machine that it will run on.
 *
 * How a request is placed on a machine is said in one place, guestRequest. It is not repeated here,
 * but asked: on a few machines that differ in one landmark each. An address that moves by as much
 * as the landmark has it as a summand.
 */
/** Names as the C program spells them. Counted in bytes, the last two in pages. */
export const landmarkNames = [
    "kernel",
    "crash_start",
    "crash_end",
    "half_of_ram",
    "control_pages",
    "table_pages",
];
/** The landmark `kernel` on a machine without KASLR. */
export const USUAL_KERNEL_bytes = KERNEL_BASE;
/** Counted in pages. */
const usual = {
    kernel: Number(KERNEL_BASE / PAGE_SIZE_bytes),
    crash_start: 0x1_b000,
    crash_end: 0x1_f000,
    half_of_ram: 0x10_0000,
    control_pages: 2,
    table_pages: 5,
};
/** Another machine, in every respect; the sums must hold there too. */
const other = {
    kernel: 0x4_2000,
    crash_start: 0x20_0000,
    crash_end: 0x21_1000,
    half_of_ram: 0x80_0000,
    control_pages: 1,
    table_pages: 9,
};
/** @param pause the page of the model's request at which the call is held, or null */
export function measuredCall(plan, pause) {
    const call = placed(usual);
    const moved = landmarkNames.map((name) => placed({ ...usual, [name]: usual[name] + MOVE_pages }));
    const check = placed(other);
    const measured = (field) => {
        const measure = measureOf(field(call), moved.map(field));
        assert(measureOn(measure, other) === BigInt.asUintN(64, field(check)), `"${plan.request.name}" is not measured by sums of landmarks`);
        return measure;
    };
    return {
        flags: plan.request.flags >>> 0,
        nr_segments: plan.request.nr_segments,
        // An unload has no entry point: nobody looks at it, so no landmark is needed for it.
        entry: isUnload(plan.request)
            ? { bytes: 0n, times: new Map() }
            : measured(({ entry = 0n }) => entry),
        segments: (call.segments ?? []).map(({ buffer = { kind: "good" } }, i) => ({
            mem: measured(({ segments }) => segments?.[i]?.mem ?? 0n),
            memsz: measured(({ segments }) => segments?.[i]?.memsz ?? 0n),
            bufsz: measured(({ segments }) => segments?.[i]?.bufsz ?? 0n),
            buffer,
        })),
        listReadable: plan.listReadable,
        capSysBoot: plan.request.capSysBoot,
        pause: call.pauses?.[0] ?? null,
    };
    function placed(places) {
        return guestCall(plan, memoryOf(places), pause);
    }
}
/** How far a landmark is moved: little enough to change nothing else. */
const MOVE_pages = 4;
function memoryOf(places) {
    const bytes = (pages) => BigInt(pages) * PAGE_SIZE_bytes;
    const machine = {
        release: "",
        version: "",
        pageSize_bytes: Number(PAGE_SIZE_bytes),
        cpus: 1,
        totalram_bytes: 2n * bytes(places.half_of_ram),
        crashKernel: null,
        ram: [{ start: 0n, end: ADDRESS_SPACE_bytes }],
    };
    const region = { start: bytes(places.crash_start), end: bytes(places.crash_end) };
    const room = { control: places.control_pages, tables: places.table_pages };
    return { ...guestMemory(machine, region, room), base: places.kernel };
}
function measureOf(value, moved) {
    const times = new Map();
    for (const [i, name] of landmarkNames.entries()) {
        const by = BigInt.asIntN(64, (moved[i] ?? value) - value);
        const step = BigInt(MOVE_pages) * PAGE_SIZE_bytes;
        assert(by % step === 0n, `a length moves by ${by} bytes with ${name}`);
        if (by !== 0n)
            times.set(name, Number(by / step));
    }
    const rest = value - measureOn({ bytes: 0n, times }, usual);
    return { bytes: BigInt.asUintN(64, rest), times };
}
/** What a measure comes to on a machine. @returns bytes, modulo 2^64 */
export function measureOn({ bytes, times }, places) {
    let value = bytes;
    for (const [name, n] of times)
        value += BigInt(n) * BigInt(places[name]) * PAGE_SIZE_bytes;
    return BigInt.asUintN(64, value);
}
//# sourceMappingURL=landmarks.js.map