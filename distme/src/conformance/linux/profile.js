import { open } from "node:fs/promises";
import { messageOf } from "../../base/message.js";
import { EnvironmentError } from "./environment.js";
const any = Number.POSITIVE_INFINITY;
/**
 * Which versions each kernel of the model stands for: those between whose first and last no feature
 * of the model came or went. spec/call.md says in which version each feature came.
 */
const ranges = [
    { name: "5.10", first: [5, 10, 188], last: [5, 10, any] },
    { name: "6.1", first: [6, 1, 39], last: [6, 1, any] },
    { name: "6.12", first: [6, 10, 0], last: [6, 13, any] },
    { name: "7.2", first: [6, 14, 0], last: [7, 2, any] },
];
/**
 * The kernel of the model that a Linux is.
 *
 * Debian's release (`uname -r`) ends with a number of its own; its version (`uname -v`) then has
 * the upstream one.
 *
 * @param release `uname -r`, such as `5.10.0-46-cloud-amd64`
 * @param version `uname -v`, such as `#1 SMP Debian 5.10.262-1 (2026-07-31)`
 * @throws EnvironmentError that says which versions are known
 */
export function profileOf(release, version) {
    const upstream = parseVersion(/Debian (\d+\.\d+\.\d+)/.exec(version)?.[1] ?? release);
    const range = upstream &&
        ranges.find(({ first, last }) => !isBefore(upstream, first) && !isBefore(last, upstream));
    if (range)
        return range.name;
    const known = ranges.map(({ first, last }) => `${text(first)} to ${text(last)}`);
    throw new EnvironmentError(`expected a Linux that the model knows (${known.join(", ")}), got ${release} ${version}: ` +
        "test another kernel, or give the model the features of this one");
}
/** Where a bzImage has its magic, and the offset of its version text, less HEADER_bytes. */
const MAGIC_offset = 0x202;
const VERSION_offset = 0x20e;
const HEADER_bytes = 0x200;
/** The text is in the setup code, of which there is never more. */
const SETUP_bytes = 0x10000;
/**
 * The version that an x86 kernel image names in its header; nothing is booted.
 *
 * @throws EnvironmentError when the file is no bzImage
 */
export async function imageVersion(path) {
    const head = await readHead(path);
    const isImage = head.toString("latin1", MAGIC_offset, MAGIC_offset + 4) === "HdrS";
    const at = isImage ? head.readUInt16LE(VERSION_offset) + HEADER_bytes : head.length;
    // RELEASE (WHO@BUILT-IT) VERSION
    const line = head.toString("latin1", at, Math.max(at, head.indexOf(0, at)));
    const [, release, version = ""] = /^(\S+) \(.*?\) (.*)$/.exec(line) ?? [];
    if (release !== undefined)
        return { release, version };
    throw new EnvironmentError(`expected a kernel image (bzImage) at ${path}, got ${isImage ? "one without a version" : "another file"}`);
}
async function readHead(path) {
    try {
        const file = await open(path);
        try {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(SETUP_bytes));
            return buffer.subarray(0, bytesRead);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        const why = messageOf(error);
        throw new EnvironmentError(`expected a kernel image (bzImage) at ${path}, got: ${why}`, {
            cause: error,
        });
    }
}
function parseVersion(given) {
    const [, major, minor, patch = "0"] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(given) ?? [];
    if (major === undefined || minor === undefined)
        return null;
    return [Number(major), Number(minor), Number(patch)];
}
function isBefore(a, b) {
    const at = a.findIndex((part, i) => part !== b[i]);
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
function text([major, minor, patch]) {
    return patch === 0 || patch === any ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}
//# sourceMappingURL=profile.js.map