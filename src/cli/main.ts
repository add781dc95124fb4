#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { EnvironmentError } from "../conformance/linux/environment.ts";
import { MachineError } from "../xstate/errors.ts";
import { addExportCommand } from "./program-export.ts";
import { addKernelsCommand } from "./program-kernels.ts";
import { addModelCommands } from "./program-model.ts";
import { addMutationCommands } from "./program-mutation.ts";
import { addTestCommands } from "./program-tests.ts";
import { addViewCommand } from "./program-view.ts";
import { RunError, UsageError, usageMessage } from "./usage.ts";
import { version } from "./version.ts";

/** Runs a command and turns what it throws into a message and an exit status. */
async function main(argv: readonly string[]): Promise<number> {
  let status = 0;
  const program = build((code) => {
    status = code;
  });
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const expected = [UsageError, RunError, MachineError, EnvironmentError];
    process.stderr.write(`kexec-model: ${explanation(error, expected)}\n`);
    return 2;
  }
}

/** The message of a failure that we know; all of one that is a bug of ours. */
function explanation(error: unknown, expected: readonly (new () => Error)[]): string {
  if (!(error instanceof Error)) return `internal error: ${String(error)}`;
  if (expected.some((kind) => error instanceof kind)) return error.message;
  return `internal error, please report it\n${error.stack ?? error.message}`;
}

function build(done: (status: number) => void): Command {
  const program = new Command("kexec-model")
    .description("Linux kexec_load as a statechart: explored completely, every promise judged")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      outputError: (text, write) => write(`kexec-model: ${usageMessage(text)}\n`),
    });
  addModelCommands(program, done);
  addMutationCommands(program, done);
  addTestCommands(program, done);
  addKernelsCommand(program, done);
  addExportCommand(program, done);
  addViewCommand(program, done);
  return program;
}

process.exitCode = await main(process.argv);
