import { assert } from "../../base/assert.js";
/** Offsets and sizes of guest/payload.h, in bytes. */
const TABLE = 32;
const NAME = TABLE + 16;
const NAME_bytes = 16;
const NR_SEGMENTS = NAME + NAME_bytes;
const SEGMENTS = NR_SEGMENTS + 8;
const SEGMENT_bytes = 32;
const SEGMENTS_MAX = 16;
const CMDLINE = SEGMENTS + SEGMENTS_MAX * SEGMENT_bytes;
const CMDLINE_bytes = 64;
const STACK_bytes = 4096;
const CODE = 1n << 32n;
/** The payload with its table filled in. */
export function sealPayload(payload, table) {
    const sealed = Buffer.from(payload);
    assert(table.name.length < NAME_bytes, "the name of an image is too long for the payload");
    assert(table.cmdline.length < CMDLINE_bytes, "the command line is too long for the payload");
    sealed.write(table.name, NAME, "latin1");
    sealed.write(table.cmdline, CMDLINE, "latin1");
    const segments = [table.code, table.initrd];
    sealed.writeBigUInt64LE(BigInt(segments.length), NR_SEGMENTS);
    for (const [i, { memsz, bufsz, content }] of segments.entries()) {
        const words = [0n, BigInt(memsz), BigInt(bufsz), content === "code" ? CODE : BigInt(content)];
        for (const [j, word] of words.entries()) {
            sealed.writeBigUInt64LE(word, SEGMENTS + i * SEGMENT_bytes + j * 8);
        }
    }
    sealed.writeBigUInt64LE(sumOf(sealed), TABLE);
    return sealed;
}
/** The same as payload_sum in guest/payload.h. */
function sumOf(payload) {
    let sum = 0xcbf29ce484222325n;
    for (let at = 0; at < payload.length - STACK_bytes; at += 8) {
        if (at === TABLE)
            continue;
        sum = BigInt.asUintN(64, (sum ^ payload.readBigUInt64LE(at)) * 0x100000001b3n);
    }
    return sum;
}
/** Finds the payload's report in what the console has; null while it has no whole line of it. */
export function payloadReport(consoleText) {
    const said = /^kexec-model payload: (.*?)\r?\n/m.exec(consoleText)?.[1];
    if (said === undefined)
        return null;
    const ok = /^ok (\S+) bytes=(\d+)$/.exec(said);
    if (ok)
        return { kind: "ok", image: ok[1] ?? "", bytes: Number(ok[2]) };
    const wrong = /^wrong (.+) expected (0x[0-9a-f]+) got (0x[0-9a-f]+)$/.exec(said);
    assert(wrong !== null, `the payload says what nobody understands: ${said}`);
    const [, what = "", expected = "", got = ""] = wrong;
    return { kind: "wrong", what, expected: BigInt(expected), got: BigInt(got) };
}
//# sourceMappingURL=payload.js.map