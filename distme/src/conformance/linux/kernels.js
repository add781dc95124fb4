import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { debianKernels } from "./debian-kernels.js";
import { cacheDirectory, EnvironmentError } from "./environment.js";
import { fetchKernel } from "./fetch-kernel.js";
import { fileSha256, kernelFolder } from "./kernel-files.js";
/**
 * The kernel to test: the user's, else the cached one, else Debian's, downloaded once.
 *
 * A cached kernel stays the same until it is removed, so that runs can be compared.
 *
 * @throws EnvironmentError when there is no such file, package or mirror, or the cached file is not
 *   the one that was downloaded
 */
export async function findKernel(choice) {
    if (choice.path !== undefined)
        return givenKernel(choice.path);
    const { name = "6.1", cache = cacheDirectory(), onProgress } = choice;
    const cached = cachedKernel(name, cache);
    if (cached !== null)
        return unchanged(name, cached);
    await fetchKernel(name, { cache, ...(onProgress && { onProgress }) });
    const fetched = cachedKernel(name, cache);
    if (fetched !== null)
        return fetched;
    throw new EnvironmentError(`expected a kernel in ${kernelFolder(name, cache)}, got none`);
}
/** The kernel that an earlier run has downloaded, or null. */
export function cachedKernel(name, cache = cacheDirectory()) {
    const folder = kernelFolder(name, cache);
    const path = join(folder, "vmlinuz");
    if (!existsSync(path) || !existsSync(join(folder, "kernel.json")))
        return null;
    // Only `fetchKernel` writes this file.
    const text = readFileSync(join(folder, "kernel.json"), "utf8");
    const { package: packageName, sha256 } = JSON.parse(text);
    return { path, package: packageName, sha256 };
}
/** The pinned package in whose place a kernel was taken, with its version; null: it is that one. */
export function replacedPackage(name, kernel) {
    const { pinned } = debianKernels[name];
    const expected = `${pinned.package} ${pinned.version}`;
    return kernel.package === expected || kernel.package === null ? null : expected;
}
/** The downloaded kernel of a name, or null. */
export async function inspectKernel(name, cache = cacheDirectory()) {
    const kernel = cachedKernel(name, cache);
    if (kernel === null)
        return null;
    const { size } = statSync(kernel.path);
    const isIntact = (await fileSha256(kernel.path)) === kernel.sha256;
    const replaces = replacedPackage(name, kernel);
    return { name, ...kernel, size_bytes: size, replaces, isIntact };
}
/** Removes a downloaded kernel. Says whether there was one. */
export async function removeKernel(name, cache = cacheDirectory()) {
    const folder = kernelFolder(name, cache);
    const wasThere = existsSync(folder);
    await rm(folder, { recursive: true, force: true });
    return wasThere;
}
/** Removes what downloads that were killed have left. Returns how many there were. */
export async function removeLeftovers(cache = cacheDirectory()) {
    const folder = join(cache, "kernels");
    const names = await readdir(folder).catch(() => []);
    const left = names.filter((name) => name.startsWith("fetch-"));
    for (const name of left)
        await rm(join(folder, name), { recursive: true, force: true });
    return left.length;
}
async function givenKernel(path) {
    if (existsSync(path) && statSync(path).isFile()) {
        return { path, package: null, sha256: await fileSha256(path) };
    }
    throw new EnvironmentError(`expected a kernel image (bzImage) at ${path}, got no file: ` +
        "pass another --image PATH, or none to get Debian's");
}
async function unchanged(name, kernel) {
    const sha256 = await fileSha256(kernel.path);
    if (sha256 === kernel.sha256)
        return kernel;
    throw new EnvironmentError(`expected ${kernel.sha256} at ${kernel.path}, got ${sha256}: the file was changed; ` +
        `remove it with \`kexec-model kernels clean ${name}\` and fetch it again`);
}
//# sourceMappingURL=kernels.js.map