import { Command } from "commander";
import { addCompletion } from "./program-completion.js";
import { addExportCommand } from "./program-export.js";
import { addKernelsCommand } from "./program-kernels.js";
import { addModelCommands } from "./program-model.js";
import { addMutationCommands } from "./program-mutation.js";
import { addTestCommands } from "./program-tests.js";
import { addViewCommand } from "./program-view.js";
import { usageMessage } from "./usage.js";
import { version } from "./version.js";
/** The command line with all commands; a command that has ended says its exit status. */
export function buildProgram(done) {
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
//# sourceMappingURL=program.js.map