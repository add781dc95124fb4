import { Command } from "commander";
import type { Done } from "./options.ts";
import { addCompletion } from "./program-completion.ts";
import { addExportCommand } from "./program-export.ts";
import { addKernelsCommand } from "./program-kernels.ts";
import { addModelCommands } from "./program-model.ts";
import { addMutationCommands } from "./program-mutation.ts";
import { addTestCommands } from "./program-tests.ts";
import { addViewCommand } from "./program-view.ts";
import { usageMessage } from "./usage.ts";
import { version } from "./version.ts";

/** The command line with all commands; a command that has ended says its exit status. */
export function buildProgram(done: Done): Command {
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
  addCompletion(program);
  return program;
}
