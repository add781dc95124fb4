import { resultName } from "../../kernel/errno.js";
import { measuredCall, USUAL_KERNEL_bytes } from "../landmarks.js";
import { plannedTests } from "../planned-tests.js";
import { readmeOf } from "./readme.js";
/**
 * The tests of a suite that need nothing but kexec_load calls, as programs in the style of
 * syzkaller's sys/linux/test: each call with the errno that it ends with.
 *
 * A program holds constants and cannot ask the machine for its landmarks, so tests measured by the
 * crash region or by half of RAM are left out.
 *
 * @param groups null: all
 */
export function syzkallerPrograms(suite, groups) {
    const { planned, leftOut } = plannedTests(suite, groups);
    const files = [];
    const notHere = [];
    for (const { test, plan } of planned) {
        const calls = callsOf(plan.actions);
        if (typeof calls === "string") {
            notHere.push({ id: test.id, reason: calls });
            continue;
        }
        const unknown = calls.map(({ errno }) => errno).find((errno) => !knownErrnos.has(errno));
        const folder = unknown === undefined ? "" : `needs-${unknown}/`;
        files.push({ path: `${folder}${test.id}`, text: programText(suite, test, calls) });
    }
    const result = { programs: files.length, leftOut: [...notHere, ...leftOut] };
    const readme = { path: "README.md", text: readmeOf(suite, files, result.leftOut) };
    return { ...result, files: [...files, readme] };
}
/** What syz-runtest takes as the comment of a call. @source pkg/runtest/run.go:parseProg */
const knownErrnos = new Set([
    "",
    ...["EPERM", "ENOENT", "ENOMEM", "EACCES", "EFAULT", "EINVAL"],
]);
/** The calls of a test; the reason, as a sentence, when it needs more than calls. */
function callsOf(actions) {
    const calls = [];
    for (const action of actions) {
        if (action.kind === "write")
            return "it writes to the sysctl kexec_load_disabled";
        if (action.held)
            return "a call must be held under the lock";
        const call = measuredCall(action.call, null);
        if (!call.capSysBoot)
            return "the caller must be without CAP_SYS_BOOT";
        const measures = call.segments.flatMap(({ mem, memsz, bufsz }) => [mem, memsz, bufsz]);
        for (const { times } of [call.entry, ...measures]) {
            const landmark = [...times.keys()].find((name) => name !== "kernel");
            if (landmark)
                return landmark === "half_of_ram" ? NEEDS_RAM : NEEDS_REGION;
        }
        const { result } = action.check.expect;
        const errno = result === null || result === 0 ? "" : resultName(result).slice(1);
        calls.push({ text: callText(call), errno });
    }
    return calls;
}
const NEEDS_RAM = "its lengths depend on how much RAM the machine has";
const NEEDS_REGION = "its addresses depend on where the crash region is";
function programText({ tool, kernel, model }, test, calls) {
    return [
        `# ${test.id} of ${tool}: Linux ${kernel}, model ${model}.`,
        "# requires: arch=amd64 sandbox=none",
        ...(test.covers.length > 0 ? ["#", "# Covers:"] : []),
        ...test.covers.map((key) => `#   ${key}`),
        "",
        ...calls.map(({ text, errno }) => (errno === "" ? text : `${text} # ${errno}`)),
        "",
    ].join("\n");
}
/** The memory that a program's pointers are into: @source executor/common_linux.h, prog/prog.go */
const DATA_start = 0x7f0000000000n;
const DATA_bytes = 16n << 20n;
const PAGE_bytes = 4096n;
/** Where the list lies; the buffers' first bytes are behind it. */
const LIST = `&(0x${DATA_start.toString(16)})`;
function callText({ entry, nr_segments, segments, flags, listReadable }) {
    const rows = segments.map(({ buffer, bufsz, mem, memsz }, i) => {
        const fields = [bufsz, mem, memsz].map((measure) => hex(constantOf(measure)));
        return `{${[bufferText(buffer, i), ...fields].join(", ")}}`;
    });
    const list = listReadable && rows.length > 0 ? `${LIST}=[${rows.join(", ")}]` : "0x0";
    const words = [hex(constantOf(entry)), hex(BigInt(nr_segments)), list, hex(BigInt(flags))];
    return `kexec_load(${words.join(", ")})`;
}
/**
 * All that is readable reads as zeros, as far as the program's memory goes; behind its last page
 * nothing can be read. The length says how much the kernel reads, not the bytes given here.
 */
function bufferText(buffer, index) {
    if (buffer.kind === "bad")
        return "0x0";
    const at = buffer.kind === "edge"
        ? DATA_start + DATA_bytes - BigInt(buffer.pages) * PAGE_bytes
        : DATA_start + BigInt(index + 1) * PAGE_bytes;
    return `&(${hex(at)})="00"`;
}
function constantOf({ bytes, times }) {
    return BigInt.asUintN(64, bytes + BigInt(times.get("kernel") ?? 0) * USUAL_KERNEL_bytes);
}
function hex(value) {
    return `0x${value.toString(16)}`;
}
//# sourceMappingURL=syzkaller-programs.js.map