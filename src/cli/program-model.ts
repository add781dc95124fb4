import { type Command, Option } from "commander";
import { type MutantName, mutants } from "../model/mutants.ts";
import { type KernelName, kernelNames, type PresetName, presets } from "../model/worlds.ts";
import { type CheckOutput, type CheckRequest, checkCommand } from "./check.ts";
import type { BaselineRequest } from "./check-baseline.ts";
import { checkForeignCommand, refuseKexecOptions } from "./check-foreign.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { count, type Done, kernelOption, positive, size } from "./options.ts";
import { type Output, outputOption } from "./outputs.ts";
import { oneOf, UsageError } from "./usage.ts";

const mutantNames = Object.keys(mutants) as MutantName[]; // the object's own keys

interface WorldFlags {
  readonly preset: string;
  readonly kernel: string;
  readonly mutant?: string;
}

interface CheckFlags extends WorldFlags {
  readonly json?: boolean;
  readonly junit?: string;
  readonly output?: readonly Output[];
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly report?: string;
  readonly statesMax?: number;
  readonly timeMax?: number;
  readonly memoryMax?: number;
  readonly workers?: number;
  readonly statistics?: boolean;
  readonly checkpoint?: string;
  readonly checkpointEvery?: number;
  readonly resume?: boolean;
}

interface ExplainFlags extends WorldFlags {
  readonly json?: boolean;
  readonly trace?: string;
}

const checkExamples = `
Examples:
  kexec-model check --preset quick --junit check.xml
  kexec-model check --output sarif:check.sarif --output github --output summary
  kexec-model check --baseline spec/check-baseline.json
  kexec-model check --time-max 3600 --memory-max 8G --checkpoint saved
  kexec-model check --checkpoint saved --resume
  kexec-model check --preset quick --statistics
  kexec-model check --preset quick --report reports
  kexec-model check machines/checkout.ts --states-max 100000`;

const diffHelp = `
Every order of calls is tried on both, with one fault in each call.
Exit status, as of diff(1): 0 nothing differs, 1 something does, 2 trouble.

Example:
  kexec-model diff 5.10 6.1`;

/** The commands that look at the model: check, explain, diff. */
export function addModelCommands(program: Command, done: Done): void {
  addCheck(program, done);

  addWorldOptions(program.command("explain"))
    .description("one property: what it claims, and its shortest counterexample or witness")
    .argument("<name>", "a property, as check prints it")
    .option("--json", "print it as JSON")
    .option("--trace <file>", "save the run for replay; as ITF if it ends in .itf.json")
    .addHelpText("after", "\nExample:\n  kexec-model explain lock-free-frames-are-installed")
    .action(async (name: string, options: ExplainFlags) => {
      const { json, trace = null } = options;
      done(await explainCommand({ ...worldOf(options), name, json: json === true, trace }));
    });

  program
    .command("diff")
    .description("print every call whose result or effect differs between two kernels")
    .argument("<A>", `a kernel: ${kernelNames.join(", ")}`)
    .argument("<B>", "another one")
    .option("--json", "print the differences as JSON")
    .addHelpText("after", diffHelp)
    .action((a: string, b: string, { json }: { readonly json?: boolean }) => {
      const of = (name: string): KernelName => oneOf("kernel", kernelNames, name);
      done(diffCommand({ a: of(a), b: of(b), json: json === true }));
    });
}

function addCheck(program: Command, done: Done): void {
  addWorldOptions(program.command("check"))
    .argument("[machine]", "a module with an XState v5 machine of yours, to be checked instead")
    .description("explore every world of a preset and judge every property")
    .option("--json", "print the report as JSON (schema: spec/check-report.schema.json)")
    .addOption(outputOption())
    .option("--junit <file>", "the same as --output junit:<file>")
    .option("--baseline <file>", "compare state counts and coverage with those committed there")
    .option("--write-baseline", "write them there instead")
    .option("--report <dir>", "save the report there, with a page that shows it")
    .option("--states-max <n>", "stop a world after so many states: exit 3", positive)
    .option("--time-max <seconds>", "stop a world after so many seconds: exit 3", positive)
    .option("--memory-max <size>", "stop a world whose states take more, such as 2G: exit 3", size)
    .option("--statistics", "say what the states differ in; always said of a world that is stopped")
    .option("--workers <n>", "threads for one world after the other (default: one for each)", count)
    .option("--checkpoint <dir>", "save every search there, now and then and when it is stopped")
    .option(
      "--checkpoint-every <seconds>",
      "how often (default: 60); takes a tenth of the time at most",
      positive,
    )
    .option("--resume", "go on from what --checkpoint saved")
    .addHelpText("after", checkExamples)
    .action(async (file: string | undefined, options: CheckFlags, command: Command) => {
      if (file !== undefined) {
        refuseKexecOptions(file, command);
        const { json, outputs } = checkOutputOf(options);
        const { limits = {} } = requestOf(options);
        done(await checkForeignCommand({ file, json, outputs, limits }));
      } else done(await checkCommand(requestOf(options), checkOutputOf(options)));
    });
}

function checkOutputOf(flags: CheckFlags): CheckOutput {
  const { json = false, junit, report = null, output = [] } = flags;
  const outputs: Output[] = [...output];
  if (junit !== undefined) outputs.push({ format: "junit", file: junit });
  return { json, outputs, report, baseline: baselineOf(flags) };
}

/** @throws UsageError for what makes no sense without a file, or with a wrong model */
function baselineOf(flags: CheckFlags): BaselineRequest | null {
  const { baseline: file, writeBaseline = false, mutant } = flags;
  if (file === undefined) {
    if (!writeBaseline) return null;
    throw new UsageError("expected --baseline <file> with --write-baseline, got none");
  }
  if (mutant !== undefined) {
    throw new UsageError(`expected no --mutant with --baseline, got "${mutant}"`);
  }
  return { file, write: writeBaseline };
}

function requestOf(flags: CheckFlags): CheckRequest {
  const { statesMax, timeMax, memoryMax, workers, statistics } = flags;
  const checkpoints = checkpointsOf(flags);
  return {
    ...worldOf(flags),
    only: null,
    quiet: flags.json === true,
    limits: {
      ...(statesMax !== undefined && { statesMax }),
      ...(timeMax !== undefined && { timeMax_ms: timeMax * 1000 }),
      ...(memoryMax !== undefined && { memoryMax_bytes: memoryMax }),
    },
    ...(workers !== undefined && { workers }),
    ...(statistics && { statistics }),
    ...(checkpoints && { checkpoints }),
  };
}

/** @throws UsageError for what makes no sense without a folder */
function checkpointsOf(flags: CheckFlags): Checkpoints | null {
  const { checkpoint: folder, checkpointEvery, resume = false } = flags;
  if (folder === undefined) {
    const lonely = resume ? "--resume" : checkpointEvery && "--checkpoint-every";
    if (lonely) throw new UsageError(`expected --checkpoint <dir> with ${lonely}, got none`);
    return null;
  }
  return { folder, every_ms: (checkpointEvery ?? checkpointEvery_seconds) * 1000, resume };
}

const checkpointEvery_seconds = 60;

function addWorldOptions(command: Command): Command {
  return command
    .addOption(new Option("--preset <name>", `bounds: ${presets.join(", ")}`).default("standard"))
    .addOption(kernelOption())
    .option("--mutant <name>", "check a named wrong version of the model instead");
}

function worldOf(flags: WorldFlags): {
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
