import { assert } from "../../base/assert.js";
import { KEXEC_ON_CRASH } from "../../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { EnvironmentError } from "./environment.js";
import { KERNEL_BASE } from "./guest-memory.js";
/**
 * A normal image. All but the second piece of data go over the kernel. That piece goes where memory
 * is free: there, pages that the load has allocated can be in the way and must be swapped.
 */
export function normalImage(machine) {
    const image = imageOf(0n, [
        KERNEL_BASE,
        KERNEL_BASE + at(1),
        KERNEL_BASE + at(48),
        KERNEL_BASE + 16n * PAGE_SIZE_bytes,
    ]);
    for (const { mem, memsz } of image.segments) {
        const end = mem + memsz;
        const isRam = machine.ram.some((ram) => ram.start <= mem && end <= ram.end);
        const { crashKernel } = machine;
        if (!isRam || (crashKernel && mem < crashKernel.end && end > crashKernel.start)) {
            throw new EnvironmentError(`expected RAM for a normal image at 0x${mem.toString(16)}, got none: ` +
                "give the machine more memory");
        }
    }
    return image;
}
/** A crash image. The region has place before it and behind it for what the kernel adds. */
export function crashImage({ start }) {
    return imageOf(BigInt(KEXEC_ON_CRASH), [1, 2, 12, 24].map((MiB) => start + at(MiB)));
}
/** What was there before a crash image, which it must replace: no zeros anywhere. */
export function otherData(image) {
    const segments = image.segments.map((segment) => ({
        ...segment,
        bufsz: segment.memsz,
        buffer: { kind: "seed", seed: 99 },
    }));
    return { flags: image.flags, entry: segments[0]?.mem ?? 0n, segments };
}
/** A crash image that covers most of the region, with no zeros anywhere. */
export function overlay({ start, end }) {
    const mem = start + at(16);
    const size = { memsz: end - mem, bufsz: end - mem };
    return {
        flags: BigInt(KEXEC_ON_CRASH),
        entry: mem,
        segments: [{ mem, ...size, buffer: { kind: "seed", seed: 99 } }],
    };
}
/** The call that loads an image. */
export function loadOf(image) {
    return { flags: image.flags, entry: image.segments[0]?.mem ?? 0n, segments: image.segments };
}
/** A byte's address, and what the payload must say when it expects the byte's complement there. */
export function wrongByte({ segments }, { segment: number, offset }) {
    const segment = segments[number];
    assert(segment !== undefined, `an image has no segment ${number}`);
    const seed = segment.buffer?.kind === "seed" ? BigInt(segment.buffer.seed) : null;
    assert(seed !== null, "a byte is made wrong in a segment with a seed");
    const index = offset / 8n;
    const data = segment.bufsz - index * 8n; // bytes from the word's start to the end of the data
    const word = data >= 8n ? (seed << 32n) | index : data > 0n ? null : 0n;
    assert(word !== null, "a byte is made wrong in a word that is data or zeros");
    return {
        address: segment.mem + offset,
        report: {
            kind: "wrong",
            what: `at 0x${(segment.mem + index * 8n).toString(16)}`,
            expected: word ^ (0xffn << ((offset % 8n) * 8n)),
            got: word,
        },
    };
}
function at(MiB) {
    return BigInt(MiB) << 20n;
}
/** @param places where the payload, the two pieces of data and the zeros go */
function imageOf(flags, places) {
    const segments = shapes.map(({ pages, bufsz, buffer }, i) => {
        const mem = places[i];
        assert(mem !== undefined, "an image has a place for each segment");
        return { mem, memsz: pages * PAGE_SIZE_bytes, bufsz, buffer };
    });
    return { flags, segments, bytes: segments.reduce((sum, { memsz }) => sum + memsz, 0n) };
}
const shapes = [
    { pages: 4n, bufsz: 2n * PAGE_SIZE_bytes, buffer: { kind: "code" } },
    { pages: 1500n, bufsz: 1498n * PAGE_SIZE_bytes + 1237n, buffer: { kind: "seed", seed: 1 } },
    { pages: 2048n, bufsz: 1000n * PAGE_SIZE_bytes + 5n, buffer: { kind: "seed", seed: 2 } },
    { pages: 16n, bufsz: 0n, buffer: { kind: "good" } },
];
//# sourceMappingURL=jump-images.js.map