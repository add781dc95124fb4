import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { messageOf } from "../base/message.js";
import { RunError } from "./usage.js";
/** Writes a file, and says what is wrong when it cannot. */
export function write(file, text) {
    orRunError(file, () => writeFileSync(file, text));
}
/**
 * Says what is wrong with a place before what is to be written there has been found out. No empty
 * file is left for what never comes.
 */
export function expectPlace(file) {
    const isNew = !existsSync(file);
    orRunError(file, () => {
        appendFileSync(file, "");
        if (isNew)
            rmSync(file);
    });
}
function orRunError(file, act) {
    try {
        act();
    }
    catch (error) {
        const why = messageOf(error);
        throw new RunError(`expected to write ${file}, got: ${why}`);
    }
}
/** Reads a JSON file, and says what is wrong when it cannot. */
export function readJson(file) {
    const text = readText(file);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new RunError(`${file}: expected JSON, got: ${messageOf(error)}`);
    }
}
/** Reads a file, and says what is wrong when it cannot. */
export function readText(file) {
    try {
        return readFileSync(file, "utf8");
    }
    catch (error) {
        throw new RunError(`expected a file to read, got: ${messageOf(error)}`);
    }
}
/** Says where the page is; who asked for JSON gets nothing else on the standard output. */
export function tellPage(page, { json }) {
    (json ? process.stderr : process.stdout).write(`${page}\n`);
}
//# sourceMappingURL=files.js.map