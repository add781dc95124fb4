import complete from "@bomb.sh/tab/commander";
import { debianKernelNames } from "../conformance/linux/debian-kernels.js";
import { bugs } from "../model/bugs.js";
import { mutants } from "../model/mutants.js";
import { presets } from "../model/worlds.js";
import { groupNames } from "../testgen/suite.js";
import { chartNames } from "../viewer/chart/charts.js";
import { propertyNames } from "./explain.js";
import { suiteFormats } from "./generate.js";
import { kernelNames } from "./options.js";
import { outputFormats } from "./outputs.js";
import { exportFormats } from "./program-export.js";
import { covers } from "./program-generate.js";
import { plantedBugs, targets } from "./program-tests.js";
/** What is proposed behind an option, in whatever command. */
const optionValues = {
    kernel: () => [...kernelNames],
    preset: () => presets,
    mutant: () => Object.keys(mutants),
    groups: () => groupNames,
    cover: () => covers,
    part: () => chartNames,
    bug: () => plantedBugs,
    target: () => targets,
    output: () => outputFormats,
};
/** The same for options that mean something else in each command, and for arguments. */
const commandValues = {
    "generate format": () => suiteFormats,
    "export format": () => exportFormats,
    "explain name": () => propertyNames("7.2"),
    "bugs id": () => Object.keys(bugs),
    "diff A": () => kernelNames,
    "diff B": () => kernelNames,
    "kernels fetch names": () => debianKernelNames,
    "kernels clean names": () => debianKernelNames,
};
const completionHelp = `
What is printed belongs into the start-up file of your shell. Bash also needs
the package bash-completion.

Examples:
  kexec-model completion bash >> ~/.bashrc
  kexec-model completion zsh >> ~/.zshrc
  kexec-model completion fish > ~/.config/fish/completions/kexec-model.fish`;
/** The commands that a shell completes command lines with. */
export function addCompletion(program) {
    const root = complete(program, { completionCommandName: "completion" });
    for (const [path, command] of root.commands) {
        for (const [name, option] of command.options) {
            const values = commandValues[`${path} ${name}`] ?? optionValues[name];
            if (values)
                option.handler = proposing(values);
        }
        for (const [name, argument] of command.arguments) {
            const values = commandValues[`${path} ${name}`];
            if (values)
                argument.handler = proposing(values);
        }
    }
    program.commands
        .find((command) => command.name() === "completion")
        ?.description("print what makes a shell complete kexec-model's command lines")
        .addHelpText("after", completionHelp);
}
function proposing(values) {
    return (tell) => {
        for (const value of values())
            tell(value, "");
    };
}
//# sourceMappingURL=program-completion.js.map