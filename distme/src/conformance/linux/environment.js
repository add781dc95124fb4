import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
/**
 * The machine lacks something that only its user can provide: a tool, a package, a mirror.
 *
 * The message says what was expected, what was there, and what to do. The CLI ends with status 2.
 */
export class EnvironmentError extends Error {
    name = "EnvironmentError";
}
/** The programs that a conformance run starts, and the Debian package that has each. */
const packages = {
    "apt-cache": "apt",
    "apt-config": "apt",
    "apt-get": "apt",
    "dpkg-deb": "dpkg",
    gcc: "gcc",
    "qemu-system-x86_64": "qemu-system-x86",
    setpriv: "util-linux",
};
/**
 * The path of a program.
 *
 * @throws EnvironmentError when no folder of PATH has it
 */
export function toolPath(tool) {
    const path = findTool(tool);
    if (path !== null)
        return path;
    throw new EnvironmentError(`expected the program ${tool} on PATH, got none: install Debian's ${packages[tool]} ` +
        `(apt-get install ${packages[tool]})`);
}
/** The path of a program, or null when no folder of PATH has it. */
export function findTool(tool) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
        const path = join(folder, tool);
        if (folder !== "" && isExecutable(path))
            return path;
    }
    return null;
}
/** Where kernels and compiled agents are kept between runs. It may not exist yet. */
export function cacheDirectory() {
    const base = process.env.XDG_CACHE_HOME ?? "";
    // The XDG specification says that a relative path is to be ignored.
    return join(base.startsWith("/") ? base : join(homedir(), ".cache"), "kexec-model");
}
function isExecutable(path) {
    try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=environment.js.map