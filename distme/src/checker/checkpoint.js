import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync, } from "node:fs";
import { endianness } from "node:os";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import { messageOf } from "../base/message.js";
import { segmentStates } from "./arena.js";
import { hashWords } from "./hash.js";
import { CheckpointError } from "./search-state.js";
import { StateStore } from "./store.js";
/**
 * A checkpoint is one file:
 *
 *   magic, length of the header, CRC of the header | header | sections | CRC of all before
 *
 * The header is JSON and says how long every section is. The sections are the arrays of the search
 * as they lie in memory, see `sections`.
 */
const magic = Buffer.from("STATES01");
const begin_bytes = magic.length + 8;
const crc_bytes = 4;
/**
 * Writes a checkpoint. The file is the old one or the new one, whole, whenever the process or the
 * machine dies: the new one is written beside it, and takes its place when it is on the disk.
 *
 * @param identity says what is searched: nothing else can go on from the file
 * @throws CheckpointError when it cannot be written; the old file stays
 */
export function writeCheckpoint(file, identity, state) {
    const temporary = `${file}.tmp`;
    try {
        const fd = openSync(temporary, "w");
        try {
            writeAll(fd, identity, state);
            fsyncSync(fd);
        }
        finally {
            closeSync(fd);
        }
        renameSync(temporary, file);
        syncFolder(dirname(file));
    }
    catch (error) {
        removeQuietly(temporary);
        throw new CheckpointError(`expected to write ${file}, got: ${messageOf(error)}`);
    }
}
/**
 * Reads a checkpoint.
 *
 * @param identity as it was written
 * @returns null when there is no such file
 * @throws CheckpointError for a file that is damaged, or of another search
 */
export function readCheckpoint(file, identity) {
    const fd = opened(file);
    if (fd === null)
        return null;
    try {
        return readAll(fd, identity);
    }
    catch (error) {
        const advice = "give another folder, or delete the file to search from the beginning";
        throw new CheckpointError(`${file}: ${messageOf(error)}; ${advice}`);
    }
    finally {
        closeSync(fd);
    }
}
function writeAll(fd, identity, state) {
    const arrays = { ...state, references: serialized(state.references) };
    const header = headerOf(identity, state, arrays.references.length);
    const text = Buffer.from(JSON.stringify(header));
    const begin = Buffer.concat([magic, Buffer.alloc(8)]);
    begin.writeUInt32LE(text.length, magic.length);
    begin.writeUInt32LE(crc32(text), magic.length + 4);
    let crc = 0;
    for (const bytes of [begin, text, ...sections(header.states, arrays)]) {
        writeBytes(fd, bytes);
        crc = crc32(bytes, crc);
    }
    const end = Buffer.alloc(crc_bytes);
    end.writeUInt32LE(crc);
    writeBytes(fd, end);
}
function readAll(fd, identity) {
    const size = fstatSync(fd).size;
    const begin = Buffer.alloc(Math.min(begin_bytes, size));
    readBytes(fd, begin);
    if (begin.length < begin_bytes || !begin.subarray(0, magic.length).equals(magic)) {
        throw new CheckpointError("expected a checkpoint of this version, got something else");
    }
    const length = begin.readUInt32LE(magic.length);
    if (length > size - begin_bytes - crc_bytes)
        throw cutShort(begin_bytes + length, size);
    const text = Buffer.alloc(length);
    readBytes(fd, text);
    if (crc32(text) !== begin.readUInt32LE(magic.length + 4))
        throw damaged();
    const header = JSON.parse(text.toString()); // its CRC says that we wrote it
    refuseOther(header, identity);
    const arrays = arraysFor(header, size - begin_bytes - length - crc_bytes);
    let crc = crc32(text, crc32(begin));
    for (const bytes of sections(header.states, arrays)) {
        readBytes(fd, bytes);
        crc = crc32(bytes, crc);
    }
    const end = Buffer.alloc(crc_bytes);
    readBytes(fd, end);
    if (end.readUInt32LE() !== crc)
        throw damaged();
    hashAll(arrays.store, header.states);
    arrays.store.index(header.states);
    const references = deserialized(arrays.references);
    return { ...header, ...arrays, references, found: new Map(header.found) };
}
function serialized(references) {
    return references.length === 0 ? new Uint8Array(0) : serialize(references);
}
function deserialized(bytes) {
    return bytes.length === 0 ? [] : deserialize(bytes); // what `serialized` gave
}
/** Hashes are worked out anew: they are quicker computed than read. */
function hashAll({ arena, words }, states) {
    for (const [i, { states: list, hashes }] of arena.segments.entries()) {
        const used = Math.min(segmentStates, states - i * segmentStates);
        for (let at = 0; at < used; at++)
            hashes[at] = hashWords(list, at * words, words);
    }
}
function refuseOther(header, identity) {
    if (header.identity !== identity) {
        throw new CheckpointError(`expected a checkpoint of "${identity}", got one of "${header.identity}"`);
    }
    if (header.endianness !== endianness()) {
        throw new CheckpointError(`expected ${endianness()} numbers, got ${header.endianness}: it is another machine's`);
    }
}
function headerOf(identity, state, references) {
    const { store, found, closed, marks, counters, references: _, ...rest } = state;
    return {
        ...rest,
        identity,
        endianness: endianness(),
        words: store.words,
        states: store.size,
        found: [...found],
        closed: closed.length,
        columns: marks.columns.length,
        counters: counters.map(({ length }) => length),
        references,
    };
}
/** Empty arrays of the right lengths. */
function arraysFor(header, rest_bytes) {
    const { words, states, closed, columns, counters, references } = header;
    const bytes = states * (4 * words + 4 + 2 + columns) +
        4 * closed +
        8 * counters.reduce((sum, length) => sum + length, 0) +
        references;
    if (bytes !== rest_bytes)
        throw cutShort(bytes, rest_bytes);
    const store = new StateStore(words);
    store.arena.reserve(states);
    return {
        store,
        closed: new Int32Array(closed),
        marks: {
            columns: Array.from({ length: columns }, () => new Uint8Array(Math.max(states, 1 << 10))),
        },
        counters: counters.map((length) => new Float64Array(length)),
        references: new Uint8Array(references),
    };
}
/** The bytes of the arrays, in the order of the file: to be written, or to be filled. */
function* sections(states, arrays) {
    for (const array of inOrder(states, arrays)) {
        const { buffer, byteOffset, byteLength } = array;
        // the CRC of nothing begins anew
        if (byteLength > 0)
            yield new Uint8Array(buffer, byteOffset, byteLength);
    }
}
function* inOrder(states, arrays) {
    const { store, closed, marks, counters, references } = arrays;
    for (const [i, segment] of store.arena.segments.entries()) {
        const used = Math.min(segmentStates, states - i * segmentStates);
        if (used <= 0)
            break;
        yield segment.states.subarray(0, used * store.words);
        yield segment.parents.subarray(0, used);
        yield segment.actions.subarray(0, used);
    }
    for (const column of marks.columns)
        yield column.subarray(0, states);
    yield closed;
    yield* counters;
    yield references;
}
function opened(file) {
    try {
        return openSync(file, "r");
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return null;
        throw new CheckpointError(`expected to read ${file}, got: ${messageOf(error)}`);
    }
}
/** Writes all of it: the operating system may take a part only. */
function writeBytes(fd, bytes) {
    for (let at = 0; at < bytes.length;)
        at += writeSync(fd, bytes, at, bytes.length - at);
}
function readBytes(fd, bytes) {
    for (let at = 0; at < bytes.length;) {
        const got = readSync(fd, bytes, at, bytes.length - at, null);
        if (got === 0)
            throw cutShort(bytes.length, at);
        at += got;
    }
}
/** Frees a full disk; where that fails, too, the first error says more. */
function removeQuietly(file) {
    try {
        rmSync(file, { force: true });
    }
    catch { }
}
/** Only then is the new name of a file sure to be on the disk, too. */
function syncFolder(folder) {
    const fd = openSync(folder, "r");
    try {
        fsyncSync(fd);
    }
    finally {
        closeSync(fd);
    }
}
function cutShort(expected, got) {
    return new CheckpointError(`expected ${expected} bytes, got ${got}: the file is not whole`);
}
function damaged() {
    return new CheckpointError("expected the checksum that was written, got another one: it is damaged");
}
//# sourceMappingURL=checkpoint.js.map