import { debianKernels } from "../conformance/linux/debian-kernels.js";
import { cacheDirectory, EnvironmentError } from "../conformance/linux/environment.js";
import { findKernel, inspectKernel, removeKernel, removeLeftovers, } from "../conformance/linux/kernels.js";
import { sizeText } from "./progress.js";
import { paint, wrap } from "./text.js";
import { tool } from "./version.js";
/**
 * Downloads the kernels that are not in the cache yet.
 *
 * A kernel that cannot be had does not keep the others from being fetched.
 *
 * @returns the exit status: 0 all are there, 2 not all
 */
export async function fetchKernels({ names, json }) {
    const kernels = [];
    const failed = [];
    for (const name of names) {
        const tell = (text) => void process.stderr.write(`${name}: ${text}\n`);
        try {
            await findKernel({ name, onProgress: tell });
            const kernel = await inspectKernel(name);
            if (kernel === null)
                continue;
            kernels.push(kernel);
            if (kernel.replaces !== null)
                tell(movedText(name, kernel, kernel.replaces));
        }
        catch (error) {
            if (!(error instanceof EnvironmentError))
                throw error;
            failed.push({ name, message: error.message });
            tell(error.message);
        }
    }
    print(json ? { schema: 1, tool, kernels, failed } : kernels.map(renderKernel));
    return failed.length === 0 ? 0 : 2;
}
/**
 * Says what is in the cache.
 *
 * @returns the exit status: 0, or 2 when a file is not the one that was downloaded
 */
export async function listKernels({ names, json }) {
    const found = await Promise.all(names.map((name) => inspectKernel(name)));
    const kernels = found.flatMap((kernel) => kernel ?? []);
    const missing = names.filter((_, i) => found[i] === null);
    const lines = [
        ...kernels.map(renderKernel),
        ...(missing.length === 0
            ? []
            : [`not in ${cacheDirectory()}: ${missing.join(", ")} (kexec-model kernels fetch)`]),
    ];
    print(json ? { schema: 1, tool, kernels, missing } : lines);
    return kernels.every(({ isIntact }) => isIntact) ? 0 : 2;
}
/** Removes kernels from the cache, and what interrupted downloads have left there. */
export async function cleanKernels({ names, json }) {
    const removed = [];
    for (const name of names)
        if (await removeKernel(name))
            removed.push(name);
    const leftovers = await removeLeftovers();
    const what = removed.length === 0 ? "nothing" : removed.join(", ");
    const more = leftovers === 0 ? "" : `; unfinished downloads: ${leftovers}`;
    print(json ? { schema: 1, tool, removed, leftovers } : [`removed: ${what}${more}`]);
    return 0;
}
/** What to say of a kernel that is not the pinned one. */
export function movedText(name, kernel, pinned) {
    const { suite } = debianKernels[name];
    return (`Debian ${suite} has moved on: got ${kernel.package} in place of the pinned ${pinned}; ` +
        "results may differ from those that were published");
}
function renderKernel(kernel) {
    const { name, package: packageName, replaces, isIntact } = kernel;
    return [
        `${paint("bold", name)}  ${packageName}`,
        `  ${kernel.path}  ${sizeText(kernel.size_bytes)}`,
        `  sha256 ${kernel.sha256}`,
        replaces === null ? "  the pinned package" : `  ${wrap(movedText(name, kernel, replaces), 4)}`,
        ...(isIntact
            ? []
            : [`  ${paint("red", "the file was changed")}: kexec-model kernels clean ${name}`]),
    ].join("\n");
}
function print(what) {
    const text = Array.isArray(what) ? what.join("\n") : JSON.stringify(what, null, 2);
    process.stdout.write(`${text}\n`);
}
//# sourceMappingURL=kernels.js.map