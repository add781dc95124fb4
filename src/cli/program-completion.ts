import type { Complete, RootCommand } from "@bomb.sh/tab";
import complete from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { debianKernelNames } from "../conformance/linux/debian-kernels.ts";
import { bugs } from "../model/bugs.ts";
import { mutants } from "../model/mutants.ts";
import { kernelNames, presets } from "../model/worlds.ts";
import { groupNames } from "../testgen/suite.ts";
import { chartNames } from "../viewer/chart/charts.ts";
import { propertyNames } from "./explain.ts";
import { suiteFormats } from "./generate.ts";
import { outputFormats } from "./outputs.ts";
import { exportFormats } from "./program-export.ts";
import { covers } from "./program-generate.ts";
import { plantedBugs, targets } from "./program-tests.ts";

/** What is proposed behind an option, in whatever command. */
const optionValues: Readonly<Record<string, () => readonly string[]>> = {
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
const commandValues: Readonly<Record<string, () => readonly string[]>> = {
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

/** The package registers its function without files, which bash then never proposes. */
const bashWithFiles = "complete -o default -F __kexec_model_complete kexec-model";

/** The commands that a shell completes command lines with. */
export function addCompletion(program: Command): void {
  const root = complete(program, { completionCommandName: "completion" });
  const files = proposingFiles(root);
  for (const [path, command] of root.commands) {
    const places = placesOf(commandAt(program, path));
    for (const [name, option] of command.options) {
      const values = commandValues[`${path} ${name}`] ?? optionValues[name];
      if (values) option.handler = proposing(values);
      else if (places.has(name)) option.handler = files;
    }
    for (const [name, argument] of command.arguments) {
      const values = commandValues[`${path} ${name}`];
      if (values) argument.handler = proposing(values);
      else if (name === "file" || name === "machine") argument.handler = files;
    }
  }
  program.commands
    .find((command) => command.name() === "completion")
    ?.description("print what makes a shell complete kexec-model's command lines")
    .addHelpText("after", completionHelp)
    .hook("postAction", (_program, { args: [shell] }) => {
      if (shell === "bash") process.stdout.write(`${bashWithFiles}\n`);
    });
}

/** `kernels fetch`: the command of that name below the program. */
function commandAt(program: Command, path: string): Command | undefined {
  return path.split(" ").reduce<Command | undefined>((command, name) => {
    return command?.commands.find((sub) => sub.name() === name);
  }, program);
}

/** The options of a command that take a file or a folder. */
function placesOf(command: Command | undefined): Set<string> {
  const options = command?.options.filter(({ flags }) => /<(file|dir|path)>/.test(flags));
  return new Set(options?.map((option) => option.long?.slice(2) ?? ""));
}

/** What a shell is told beside the words. */
const directives = { files: 0, noFiles: 4 } as const;

/** A handler behind which the shell proposes files; the package itself always says that it must not. */
function proposingFiles(root: RootCommand): () => void {
  let directive: number = directives.noFiles;
  Object.defineProperty(root, "directive", { get: () => directive, set: () => {} });
  return () => {
    directive = directives.files; // one process answers one request
  };
}

function proposing(values: () => readonly string[]): (tell: Complete) => void {
  return (tell) => {
    for (const value of values()) tell(value, "");
  };
}
