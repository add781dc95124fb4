#!/usr/bin/env node
import { CommanderError } from "commander";
import { EnvironmentError } from "../conformance/linux/environment.js";
import { MachineError } from "../xstate/errors.js";
import { buildProgram } from "./program.js";
import { RunError, UsageError } from "./usage.js";
/** Runs a command and turns what it throws into a message and an exit status. */
async function main(argv) {
    let status = 0;
    const program = buildProgram((code) => {
        status = code;
    });
    try {
        await program.parseAsync(argv);
        return status;
    }
    catch (error) {
        if (error instanceof CommanderError)
            return error.exitCode === 0 ? 0 : 2;
        const expected = [UsageError, RunError, MachineError, EnvironmentError];
        process.stderr.write(`kexec-model: ${explanation(error, expected)}\n`);
        return 2;
    }
}
/** The message of a failure that we know; all of one that is a bug of ours. */
function explanation(error, expected) {
    if (!(error instanceof Error))
        return `internal error: ${String(error)}`;
    if (expected.some((kind) => error instanceof kind))
        return error.message;
    return `internal error, please report it\n${error.stack ?? error.message}`;
}
process.exitCode = await main(process.argv);
//# sourceMappingURL=main.js.map