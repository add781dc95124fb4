/** The arguments of the `load` command. */
export function formatLoad(request) {
    const segments = request.segments ?? [];
    const words = [
        `task=${request.task ?? 0}`,
        ...(request.flags === undefined ? [] : [`flags=${hex(request.flags)}`]),
        ...(request.entry === undefined ? [] : [`entry=${hex(request.entry)}`]),
        `nr=${request.nr_segments ?? segments.length}`,
        ...(request.list === "bad" ? ["list=bad"] : []),
        ...(request.capSysBoot === false ? ["cap=0"] : []),
        ...(request.compat === true ? ["compat=1"] : []),
        ...segments.map(formatSegment),
        ...(request.pauses ?? []).map(({ segment, page }) => `pause=${segment},${page}`),
        ...(request.wrongAt === undefined ? [] : [`wrong=${hex(request.wrongAt)}`]),
    ];
    return words.join(" ");
}
/** The arguments of the `door` command for a load by file. */
export function formatFileLoad({ flags = 0, kernel, initrd, cmdline }) {
    const words = [
        `kernel=${kernel}`,
        `flags=${flags}`,
        ...(initrd === undefined ? [] : [`initrd=${initrd.bytes},${initrd.seed}`]),
        ...(cmdline === undefined ? [] : [`cmdline=${cmdline}`]),
    ];
    return words.join(" ");
}
/** The arguments of the `door` command. */
export function formatDoor(request) {
    const words = [
        `task=${request.task ?? 0}`,
        `name=${request.name}`,
        ...(request.flags === undefined ? [] : [`flags=${request.flags}`]),
        ...(request.kernel === undefined ? [] : [`kernel=${request.kernel}`]),
        ...(request.value === undefined ? [] : [`value=${request.value}`]),
        ...(request.capSysBoot === false ? ["cap=0"] : []),
        ...(request.magic === false ? ["magic=0"] : []),
        ...(request.childPidNamespace === true ? ["pid_namespace=1"] : []),
    ];
    return words.join(" ");
}
function formatSegment({ mem, memsz, bufsz, buffer }) {
    return `seg=${hex(mem)},${hex(memsz)},${hex(bufsz)},${formatBuffer(buffer)}`;
}
function formatBuffer(buffer = { kind: "good" }) {
    switch (buffer.kind) {
        case "good":
        case "bad":
        case "code":
        case "elf":
            return buffer.kind;
        case "edge":
            return `edge${buffer.pages}`;
        case "seed":
            return `seed${buffer.seed}`;
    }
}
/** Unsigned, 64 bits. */
function hex(value) {
    return `0x${BigInt.asUintN(64, value).toString(16)}`;
}
/**
 * Splits a reply line.
 *
 * @returns null for a line that is no reply to `sequence`: a late or broken one
 */
export function parseReply(line, sequence) {
    const [number, verdict, ...words] = line.trim().split(" ");
    if (number !== String(sequence) || (verdict !== "ok" && verdict !== "error"))
        return null;
    const values = new Map();
    for (const word of words) {
        const [key, value] = splitOnce(word, "=");
        values.set(key, [...(values.get(key) ?? []), value]);
    }
    return { ok: verdict === "ok", values };
}
/** The reply to load, resume, wait and kill; null when it is none. */
export function parseCallState(reply) {
    switch (text(reply, "state")) {
        case "done":
            return { kind: "done", result: Number(text(reply, "result")) };
        case "paused":
            return {
                kind: "paused",
                segment: Number(text(reply, "segment")),
                page: Number(text(reply, "page")),
            };
        case "running":
            return { kind: "running" };
        case "killed":
            return { kind: "killed" };
        default:
            return null;
    }
}
/** What the guest saw; null when the reply has no observation. */
export function parseObservation(reply) {
    if (!reply.has("loaded"))
        return null;
    return {
        kexec_loaded: text(reply, "loaded") === "1",
        kexec_crash_loaded: text(reply, "crash_loaded") === "1",
        kexec_crash_size: Number(text(reply, "crash_size")),
        reserved_frames: reply.has("reserved") ? Number(text(reply, "reserved")) : null,
    };
}
export function parseMachine(reply) {
    const crashKernel = parseRange(text(reply, "crash"));
    return {
        release: text(reply, "release"),
        version: text(reply, "version").replaceAll("\t", " "),
        pageSize_bytes: Number(text(reply, "page")),
        cpus: Number(text(reply, "cpus")),
        totalram_bytes: BigInt(text(reply, "totalram")),
        crashKernel: crashKernel.start === crashKernel.end ? null : crashKernel,
        ram: (reply.get("ram") ?? []).map(parseRange),
    };
}
/** The first value of a key, or the empty string. */
export function text(reply, key) {
    return reply.get(key)?.[0] ?? "";
}
function parseRange(range) {
    const [start, end] = splitOnce(range, ",");
    return { start: BigInt(start), end: BigInt(end) };
}
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
//# sourceMappingURL=protocol.js.map