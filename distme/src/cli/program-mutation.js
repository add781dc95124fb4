import { bugsCommand } from "./bugs.js";
import { mutateCommand } from "./mutate.js";
import { count } from "./options.js";
import { outputOption } from "./outputs.js";
const mutateHelp = `
Judged again is what changed since the committed result was written: mutants of
transitions, guards, actions and operations that are not what they were, and
those whose killer is not.
Exit status: 0 when no mutant survives and the committed result is right, or 1.

Examples:
  kexec-model mutate --sample 50
  kexec-model mutate --sample 50 --output sarif:mutate.sarif --output summary
  kexec-model mutate --only "drop-guard call.admitted"
  kexec-model mutate --all --write`;
/** The commands about wrong models: mutate, bugs. */
export function addMutationCommands(program, done) {
    program
        .command("mutate")
        .description("change the model in one place at a time, and see who notices")
        .option("--all", "judge every mutant again; takes minutes")
        .option("--sample <n>", "judge every n-th of those that die soon again, whatever changed", count)
        .option("--only <text>", "judge the mutants whose names contain this, and say all about them")
        .option("--baseline <file>", "the committed result", "spec/mutation.json")
        .option("--write", "write the result there")
        .option("--workers <n>", "threads (default: one for each processor)", count)
        .option("--json", "print report and verdicts (schema: spec/mutation-report.schema.json)")
        .addOption(outputOption())
        .addHelpText("after", mutateHelp)
        .action(async (flags) => {
        const { all = false, write = false, json = false } = flags;
        const { sample = null, only = null, workers = null, baseline, output = [] } = flags;
        const request = { all, write, json, sample, only, workers, baseline, outputs: output };
        done(await mutateCommand(request));
    });
    program
        .command("bugs")
        .description("bugs of Linux's kexec code: list them, or bring one back and see it caught")
        .argument("[id]", "a bug, as the list prints it")
        .option("--json", "print it as JSON")
        .option("--trace <file>", "save the run that shows the bug, for replay")
        .addHelpText("after", "\nExample:\n  kexec-model bugs B8")
        .action(async (id, { json = false, trace }) => {
        done(await bugsCommand({ id: id ?? null, json, trace: trace ?? null }));
    });
}
//# sourceMappingURL=program-mutation.js.map