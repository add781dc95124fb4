#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type MutantName, mutants } from "../model/mutants.ts";
import { type KernelName, kernels, type PresetName, presets } from "../model/worlds.ts";
import { criterionNames } from "../testgen/criteria.ts";
import { MachineError } from "../xstate/errors.ts";
import { checkCommand } from "./check.ts";
import { explainCommand } from "./explain.ts";
import { generateCommand } from "./generate.ts";
import { oneOf, RunError, UsageError } from "./usage.ts";
import { version } from "./version.ts";
import { viewCommand } from "./view.ts";

const covers = [...criterionNames, "random"] as const;
const kernelNames = Object.keys(kernels) as KernelName[]; // the object's own keys
const mutantNames = Object.keys(mutants) as MutantName[]; // the object's own keys

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
    const expected =
      error instanceof UsageError || error instanceof RunError || error instanceof MachineError;
    if (!expected) throw error;
    process.stderr.write(`kexec-model: ${error.message}\n`);
    return 2;
  }
}

function build(done: (status: number) => void): Command {
  const program = new Command("kexec-model")
    .description("Linux kexec_load as a statechart: explored completely, every promise judged")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, "kexec-model: ")),
    });

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
    .addHelpText("after", "\nExample:\n  kexec-model explain lock-free-frames-are-installed")
    .action(async (name: string, options: CheckFlags) => {
      done(await explainCommand({ ...worldOf(options), name, json: options.json === true }));
    });

  program
    .command("generate")
    .description("make a test suite from the statechart")
    .addOption(
      new Option("--cover <criterion>", `what to cover: ${covers.join(", ")}`).default(
        "transitions",
      ),
    )
    .addOption(kernelOption())
    .option("--seed <n>", "for random: the same seed gives the same tests", natural, 1)
    .option("--tests <n>", "for random: how many tests", natural, 20)
    .option("--out <file>", "where to write the suite")
    .option("--json", "print the suite as JSON")
    .addHelpText("after", "\nExample:\n  kexec-model generate --cover transitions --out suite.json")
    .action((flags: GenerateOptions) => {
      done(
        generateCommand({
          cover: oneOf("criterion", covers, flags.cover),
          kernel: oneOf("kernel", kernelNames, flags.kernel),
          seed: flags.seed,
          tests: flags.tests,
          out: flags.out ?? null,
          json: flags.json === true,
        }),
      );
    });

  program
    .command("view")
    .description("draw the statechart")
    .requiredOption("--svg <file>", "where to write the picture")
    .addHelpText("after", "\nExample:\n  kexec-model view --svg statechart.svg")
    .action(async ({ svg }: { readonly svg: string }) => done(await viewCommand(svg)));

  return program;
}

interface CheckFlags {
  readonly preset: string;
  readonly kernel: string;
  readonly mutant?: string;
  readonly json?: boolean;
  readonly junit?: string;
  readonly statesMax?: number;
  readonly timeMax?: number;
}

interface GenerateOptions {
  readonly cover: string;
  readonly kernel: string;
  readonly seed: number;
  readonly tests: number;
  readonly out?: string;
  readonly json?: boolean;
}

function kernelOption(): Option {
  return new Option("--kernel <name>", `which kernel: ${kernelNames.join(", ")}`).default("seed");
}

function natural(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError(`expected a whole number from 0 on, got "${text}".`);
  }
  return Number(text);
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

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError(`expected a positive number, got "${text}".`);
  return value;
}

process.exitCode = await main(process.argv);
