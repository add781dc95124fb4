import { type Command, Option } from "commander";
import { type MutantName, mutants } from "../model/mutants.ts";
import { type KernelName, type PresetName, presets } from "../model/worlds.ts";
import { checkCommand } from "./check.ts";
import { explainCommand } from "./explain.ts";
import { type Done, kernelNames, kernelOption, positive } from "./options.ts";
import { oneOf } from "./usage.ts";
import { viewCommand } from "./view.ts";

const mutantNames = Object.keys(mutants) as MutantName[]; // the object's own keys

interface CheckFlags {
  readonly preset: string;
  readonly kernel: string;
  readonly mutant?: string;
  readonly json?: boolean;
  readonly junit?: string;
  readonly statesMax?: number;
  readonly timeMax?: number;
  readonly trace?: string;
}

/** The commands that look at the model: check, explain, view. */
export function addModelCommands(program: Command, done: Done): void {
  addWorldOptions(program.command("check"))
    .description("explore every world of a preset and judge every property")
    .option("--json", "print the report as JSON (schema: spec/check-report.schema.json)")
    .option("--junit <file>", "write the verdicts as JUnit XML")
    .option("--states-max <n>", "stop a world after so many states: exit 3", positive)
    .option("--time-max <seconds>", "stop a world after so many seconds: exit 3", positive)
    .addHelpText("after", "\nExample:\n  kexec-model check --preset quick --junit check.xml")
    .action(async (options: CheckFlags) => {
      const { statesMax, timeMax } = options;
      const request = {
        ...worldOf(options),
        only: null,
        quiet: options.json === true,
        ...(statesMax !== undefined && { statesMax }),
        ...(timeMax !== undefined && { timeMax_ms: timeMax * 1000 }),
      };
      done(
        await checkCommand(request, { json: options.json === true, junit: options.junit ?? null }),
      );
    });

  addWorldOptions(program.command("explain"))
    .description("one property: what it claims, and its shortest counterexample or witness")
    .argument("<name>", "a property, as check prints it")
    .option("--json", "print it as JSON")
    .option("--trace <file>", "save the counterexample or witness for replay")
    .addHelpText("after", "\nExample:\n  kexec-model explain lock-free-frames-are-installed")
    .action(async (name: string, options: CheckFlags) => {
      const { json, trace = null } = options;
      done(await explainCommand({ ...worldOf(options), name, json: json === true, trace }));
    });

  program
    .command("view")
    .description("draw the statechart")
    .requiredOption("--svg <file>", "where to write the picture")
    .addHelpText("after", "\nExample:\n  kexec-model view --svg statechart.svg")
    .action(async ({ svg }: { readonly svg: string }) => done(await viewCommand(svg)));
}

function addWorldOptions(command: Command): Command {
  return command
    .addOption(new Option("--preset <name>", `bounds: ${presets.join(", ")}`).default("standard"))
    .addOption(kernelOption())
    .option("--mutant <name>", "check a named wrong version of the model instead");
}

function worldOf(flags: CheckFlags): {
  readonly preset: PresetName;
  readonly kernel: KernelName;
  readonly mutant: MutantName | null;
} {
  return {
    preset: oneOf("preset", presets, flags.preset),
    kernel: oneOf("kernel", kernelNames, flags.kernel),
    mutant: flags.mutant === undefined ? null : oneOf("mutant", mutantNames, flags.mutant),
  };
}
