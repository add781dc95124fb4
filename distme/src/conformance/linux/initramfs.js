import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { formOfKernel, kernelFile } from "./bzimage.js";
import { newcArchive } from "./cpio.js";
import { cacheDirectory, EnvironmentError } from "./environment.js";
import { CommandError, run } from "./processes.js";
const warnings = ["-Wall", "-Wextra"];
const agentFlags = ["-static", "-O1", ...warnings];
/** For code that runs without a kernel below it, at any address, and uses no vector registers. */
const payloadFlags = [
    ...["-static", "-Os", ...warnings, "-nostdlib", "-ffreestanding", "-fpie", "-fvisibility=hidden"],
    ...["-fno-stack-protector", "-fno-asynchronous-unwind-tables", "-fcf-protection=none"],
    ...["-mgeneral-regs-only", "-mno-red-zone", "-fno-tree-loop-distribute-patterns"],
    "-Wl,-T,payload.ld,--oformat=binary,--build-id=none",
];
const PAYLOAD = "payload.c";
/**
 * Compiles the guest agent and packs it as /init of an initramfs, with the payload of its images as
 * /payload, alone, and as /kernel, a file for kexec_file_load. Needs no root.
 *
 * The result is kept in the cache under a hash of the sources, the flags and the compiler.
 *
 * @returns path of the initramfs
 * @throws EnvironmentError without gcc or the static C library
 */
export async function buildInitramfs(cache = cacheDirectory()) {
    const sources = await readSources(guestDirectory());
    const compiler = await run("gcc", ["--version"]);
    const hash = createHash("sha256").update(compiler).update(formOfKernel);
    hash.update([...agentFlags, ...payloadFlags].join(" "));
    for (const [name, text] of sources)
        hash.update(`${name}\0${text}\0`);
    const path = join(cache, "agents", `${hash.digest("hex").slice(0, 16)}.cpio`);
    if (existsSync(path))
        return path;
    await mkdir(dirname(path), { recursive: true });
    const work = await mkdtemp(join(dirname(path), "build-"));
    try {
        for (const [name, text] of sources)
            await writeFile(join(work, name), text);
        const units = [...sources.keys()].filter((name) => name.endsWith(".c") && name !== PAYLOAD);
        const agent = await compile(work, "agent", [...agentFlags, ...units]);
        const payload = await compile(work, "payload", [...payloadFlags, PAYLOAD]);
        const archive = newcArchive([
            { path: "dev", content: null },
            { path: "proc", content: null },
            { path: "sys", content: null },
            { path: "init", content: agent },
            { path: "payload", content: payload },
            { path: "kernel", content: kernelFile(payload) },
        ]);
        await writeFile(join(work, "initramfs"), archive);
        await rename(join(work, "initramfs"), path); // whoever sees it sees all of it
    }
    finally {
        await rm(work, { recursive: true, force: true });
    }
    return path;
}
/** Compiles in a folder that has the sources: theirs may be read-only, or elsewhere later. */
async function compile(folder, name, args) {
    try {
        await run("gcc", ["-o", name, ...args], { cwd: folder });
        return await readFile(join(folder, name));
    }
    catch (error) {
        if (!(error instanceof CommandError))
            throw error;
        throw new EnvironmentError("expected gcc to build the guest agent statically; install Debian's gcc, libc6-dev and " +
            `linux-libc-dev (apt-get install gcc libc6-dev); ${error.message}`, { cause: error });
    }
}
/** Name and text of every source, in the order of their names. */
async function readSources(folder) {
    const names = (await readdir(folder)).filter((name) => /\.(c|h|ld)$/.test(name)).sort();
    const sources = new Map();
    for (const name of names)
        sources.set(name, await readFile(join(folder, name), "utf8"));
    return sources;
}
/** The C sources, seen from the TypeScript sources or from `dist`, which has no copy of them. */
function guestDirectory() {
    const places = ["../guest", "../../../../src/conformance/guest"];
    for (const place of places) {
        const folder = fileURLToPath(new URL(place, import.meta.url));
        if (existsSync(join(folder, "agent.c")))
            return folder;
    }
    throw new EnvironmentError("expected the guest agent's sources in src/conformance/guest, got none: reinstall kexec-model");
}
//# sourceMappingURL=initramfs.js.map