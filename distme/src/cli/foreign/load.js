import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createJiti } from "jiti";
import { messageOf } from "../../base/message.js";
import { UsageError } from "../usage.js";
/**
 * Loads a module of JavaScript or TypeScript, with what it imports.
 *
 * Node 20 strips no types, and newer ones neither resolve `./other` to `other.ts` nor know enums:
 * jiti does both, the same way on all of them. `kexec-model` is always this package, whether the
 * module's project has installed it or not.
 *
 * @throws UsageError when there is no such file, or when it cannot be run
 */
export async function loadModule(path) {
    const file = resolve(path);
    if (!existsSync(file))
        throw new UsageError(`expected a machine's module, got no file "${path}"`);
    if (statSync(file).isDirectory()) {
        throw new UsageError(`expected a machine's module, got the folder "${path}"`);
    }
    const jiti = createJiti(pathToFileURL(`${dirname(file)}/`).href, {
        fsCache: false,
        interopDefault: false,
        tsconfigPaths: true,
        jsx: true,
        alias: ownPackage(),
    });
    try {
        return Object.freeze({ ...(await jiti.import(file)) });
    }
    catch (error) {
        throw new UsageError(`expected to load ${path}, got: ${failureText(error)}`, { cause: error });
    }
}
/** The entries of this package, beside this file's folder: compiled or not. */
function ownPackage() {
    const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
    const at = (name) => fileURLToPath(new URL(`../../${name}${extension}`, import.meta.url));
    return { "kexec-model/vitest": at("vitest"), "kexec-model": at("index") };
}
function failureText(error) {
    const message = messageOf(error);
    const [, missing = ""] = /Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
    if (missing === "xstate")
        return `${firstLine(message)}\nInstall it there: npm install xstate`;
    const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
    const place = lines.find((line) => /^\s+at /.test(line) && !/node:|\/jiti\//.test(line));
    return place === undefined ? message : `${message}\n${place}`;
}
function firstLine(text) {
    return text.split("\n")[0] ?? "";
}
//# sourceMappingURL=load.js.map