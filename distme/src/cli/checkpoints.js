import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../base/message.js";
import { RunError, UsageError } from "./usage.js";
const suffix = ".checkpoint";
/** The checkpoint of one world. */
export function checkpointOf({ folder, every_ms, resume }, { world, identity }) {
    return { file: join(folder, `${world}${suffix}`), identity, every_ms, resume };
}
/**
 * Makes the folder ready, and keeps other runs out of it: two would overwrite each other's files.
 *
 * @returns gives the folder free
 * @throws UsageError when going on was asked for and there is nothing to go on from, or the other
 *   way round
 */
export function claimFolder({ folder, resume }) {
    const found = filesIn(folder).filter((name) => name.endsWith(suffix));
    if (resume && found.length === 0) {
        throw new UsageError(`expected checkpoints in ${folder}, got none: leave out --resume`);
    }
    if (!resume && found.length > 0) {
        throw new UsageError(`expected a folder without checkpoints, got ${found.join(", ")} in ${folder}: ` +
            "give --resume to go on from there, or another folder");
    }
    try {
        mkdirSync(folder, { recursive: true });
        accessSync(folder, constants.W_OK);
        return lock(join(folder, "lock"));
    }
    catch (error) {
        if (error instanceof UsageError)
            throw error;
        throw new RunError(`expected to write to ${folder}, got: ${messageOf(error)}`);
    }
}
function filesIn(folder) {
    if (!existsSync(folder))
        return [];
    try {
        return readdirSync(folder);
    }
    catch (error) {
        throw new RunError(`expected a folder at ${folder}, got: ${messageOf(error)}`);
    }
}
/** A file with the process's number; that of a process that has ended counts nothing. */
function lock(file) {
    const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    if (owner > 0 && isRunning(owner)) {
        throw new UsageError(`expected a folder that no other check uses, but process ${owner} does: ` +
            `wait for it, or delete ${file} if that is no check`);
    }
    writeFileSync(file, `${process.pid}\n`);
    return () => rmSync(file, { force: true });
}
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error instanceof Error && "code" in error && error.code === "EPERM";
    }
}
//# sourceMappingURL=checkpoints.js.map