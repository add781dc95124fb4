import { debianKernelNames } from "../conformance/linux/debian-kernels.js";
import { cleanKernels, fetchKernels, listKernels } from "./kernels.js";
import { oneOf } from "./usage.js";
const kernelsHelp = `
They are Debian's own cloud kernels, unmodified, unpacked into the cache without
root ($XDG_CACHE_HOME or ~/.cache, kexec-model/kernels). Version and hash are
pinned; when a suite has moved on, its newest package is taken, and said to be.

Examples:
  kexec-model kernels fetch
  kexec-model kernels fetch 6.12 7.2
  kexec-model kernels list
  kexec-model kernels clean 5.10`;
/** The commands about kernels that tests can boot: kernels fetch, list, clean. */
export function addKernelsCommand(program, done) {
    const kernels = program
        .command("kernels")
        .description("fetch, list and remove the kernels that conform --target linux boots")
        .addHelpText("after", kernelsHelp);
    const subcommands = [
        ["fetch", "download the kernels that are not in the cache", fetchKernels],
        ["list", "say what is in the cache: package, version, path, hash, size", listKernels],
        ["clean", "remove kernels from the cache", cleanKernels],
    ];
    for (const [name, description, command] of subcommands) {
        kernels
            .command(name)
            .description(description)
            .argument("[names...]", `which (default: all): ${debianKernelNames.join(", ")}`)
            .option("--json", "print it as JSON")
            .action(async (names, flags) => {
            done(await command(requestOf(names, flags)));
        });
    }
}
function requestOf(names, { json = false }) {
    const wanted = names.length === 0 ? debianKernelNames : names;
    const known = wanted.map((name) => oneOf("kernel", debianKernelNames, name));
    return { names: [...new Set(known)], json };
}
//# sourceMappingURL=program-kernels.js.map