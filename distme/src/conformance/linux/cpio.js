const FILE = 0o100755;
const DIRECTORY = 0o040755;
/**
 * An initramfs: an archive in cpio's "newc" format, all entries owned by root.
 *
 * Each entry is a header of 13 eight-digit hexadecimal numbers, the name and the content; name and
 * content are padded to 4 bytes. The kernel unpacks it as it is, uncompressed.
 *
 * @source Documentation/driver-api/early-userspace/buffer-format.rst
 */
export function newcArchive(entries) {
    const parts = entries.map(({ path, content }, index) => {
        const mode = content === null ? DIRECTORY : FILE;
        return record({ inode: index + 1, mode, path, content: content ?? new Uint8Array(0) });
    });
    const trailer = { inode: 0, mode: 0, path: "TRAILER!!!", content: new Uint8Array(0) };
    return Buffer.concat([...parts, record(trailer)]);
}
function record({ inode, mode, path, content }) {
    const name = Buffer.from(`${path}\0`);
    const fields = [
        inode,
        mode,
        0, // uid
        0, // gid
        1, // nlink
        0, // mtime: equal input gives equal archives
        content.length,
        0, // device, major and minor
        0,
        0, // device the entry stands for, major and minor
        0,
        name.length,
        0, // checksum: unused in this format
    ];
    const numbers = fields.map((field) => field.toString(16).padStart(8, "0"));
    const header = Buffer.from(`070701${numbers.join("")}`);
    return Buffer.concat([padded([header, name]), padded([content])]);
}
function padded(parts) {
    const bytes = Buffer.concat(parts);
    return Buffer.concat([bytes, new Uint8Array(-bytes.length & 3)]);
}
//# sourceMappingURL=cpio.js.map