import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
/** Where the cache has a kernel: `vmlinuz` and its record, `kernel.json`. */
export function kernelFolder(name, cache) {
    return join(cache, "kernels", name);
}
export async function fileSha256(path) {
    return createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
}
//# sourceMappingURL=kernel-files.js.map