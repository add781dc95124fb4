import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPrivateApt } from "./apt.js";
import { debianKernels } from "./debian-kernels.js";
import { EnvironmentError } from "./environment.js";
import { fileSha256, kernelFolder } from "./kernel-files.js";
import { CommandError, run } from "./processes.js";
/**
 * Downloads a kernel of Debian into the cache: the pinned package, or the newest one that matches
 * when the suite has moved on.
 *
 * Whoever looks into the cache meanwhile sees the old kernel or the new one, and never a part.
 *
 * @throws EnvironmentError when there is no such package or mirror, or the pinned package does not
 *   have the kernel that it had
 */
export async function fetchKernel(name, { cache, onProgress = () => { } }) {
    const debian = debianKernels[name];
    const folder = kernelFolder(name, cache);
    await mkdir(join(cache, "kernels"), { recursive: true });
    const work = await mkdtemp(join(cache, "kernels", "fetch-"));
    try {
        onProgress(`reading the package lists of Debian ${debian.suite}`);
        const apt = await openPrivateApt(work, debian.suite);
        const wanted = await choosePackage(apt, debian);
        if (wanted === null) {
            throw new EnvironmentError(`expected a package ${debian.name.source} in Debian ${debian.suite}, got none: ` +
                `pass --image PATH with a ${name} kernel`);
        }
        onProgress(`downloading ${wanted} to ${folder}`);
        const result = join(work, "result");
        const { sha256 } = await unpack(await apt.download(wanted), result);
        if (isPinned(debian, wanted) && sha256 !== debian.pinned.sha256) {
            throw new EnvironmentError(`expected the kernel ${debian.pinned.sha256} in ${wanted}, got ${sha256}: ` +
                "do not trust this mirror; name another one in the apt sources, or pass --image PATH");
        }
        await rm(folder, { recursive: true, force: true });
        await rename(result, folder);
    }
    catch (error) {
        if (!(error instanceof CommandError))
            throw error;
        const advice = `\nCheck the network, or pass --image PATH with a ${name} kernel.`;
        throw new EnvironmentError(error.message + advice, { cause: error });
    }
    finally {
        await rm(work, { recursive: true, force: true });
    }
}
/** What apt is to download: `NAME=VERSION` for the pinned package, else the newest name. */
export async function choosePackage(apt, debian) {
    const { pinned } = debian;
    const names = await apt.packageNames(packagePrefix(debian.name));
    const isThere = names.includes(pinned.package);
    if (isThere && (await apt.versions(pinned.package)).includes(pinned.version)) {
        return `${pinned.package}=${pinned.version}`;
    }
    return newest(names, debian.name);
}
function isPinned({ pinned }, wanted) {
    return wanted === `${pinned.package}=${pinned.version}`;
}
/** Leaves `vmlinuz` and `kernel.json`, its record, in `result`. */
async function unpack(deb, result) {
    const files = `${deb}.files`;
    await run("dpkg-deb", ["--extract", deb, files]);
    const field = async (name) => (await run("dpkg-deb", ["--field", deb, name])).trim();
    await mkdir(result);
    await rename(await findImage(files), join(result, "vmlinuz"));
    const record = {
        package: `${await field("Package")} ${await field("Version")}`,
        sha256: await fileSha256(join(result, "vmlinuz")),
        packageSha256: await fileSha256(deb),
    };
    await writeFile(join(result, "kernel.json"), `${JSON.stringify(record, null, 2)}\n`);
    return record;
}
/** `boot/vmlinuz-VERSION`, or `usr/lib/modules/VERSION/vmlinuz` from 7.x on. */
async function findImage(files) {
    const boot = join(files, "boot");
    const modules = join(files, "usr/lib/modules");
    const inBoot = (await readdir(boot).catch(() => [])).filter((n) => n.startsWith("vmlinuz-"));
    const versions = await readdir(modules).catch(() => []);
    const images = [
        ...inBoot.map((name) => join(boot, name)),
        ...versions.map((version) => join(modules, version, "vmlinuz")),
    ];
    const image = images.find((path) => existsSync(path));
    if (image !== undefined)
        return image;
    throw new EnvironmentError("expected a vmlinuz in the package, got none: pass --image PATH");
}
/** The matching name with the highest numbers, or null. */
function newest(names, pattern) {
    const collator = new Intl.Collator("en", { numeric: true });
    const matching = names.filter((name) => pattern.test(name)).sort(collator.compare);
    return matching.at(-1) ?? null;
}
/** The part of a pattern before its first free character: what apt can search by. */
function packagePrefix(pattern) {
    return pattern.source
        .slice(1)
        .replace(/\\([.])/g, "$1")
        .replace(/[\\[].*$/, "");
}
//# sourceMappingURL=fetch-kernel.js.map