import { type Command, Option } from "commander";
import { kernelNames } from "../model/worlds.ts";
import { criterionNames } from "../testgen/criteria.ts";
import { groupNames } from "../testgen/suite.ts";
import { generateCommand, suiteFormats } from "./generate.ts";
import { type Done, kernelOption, natural } from "./options.ts";
import { oneOf } from "./usage.ts";

/** What suites can be made to cover. */
export const covers = [...criterionNames, "random"] as const;

interface GenerateFlags {
  readonly cover: string;
  readonly kernel: string;
  readonly seed: number;
  readonly tests: number;
  readonly format: string;
  readonly groups?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const help = `
Formats:
  json        the suite, for conform and replay
  ktap        one C program of the tests that user space can bring about; it
              prints KTAP and needs root in a virtual machine
  syzkaller   a folder of programs for syz-runtest, of the tests that need
              nothing but kexec_load

Examples:
  kexec-model generate --cover transitions --out suite.json
  kexec-model generate --kernel 6.1 --format ktap --out kexec-test.c
  kexec-model generate --kernel 6.1 --format syzkaller --out syzkaller`;

/** The command that makes suites: generate. */
export function addGenerate(program: Command, done: Done): void {
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
    .addOption(
      new Option("--format <name>", `what to write: ${suiteFormats.join(", ")}`).default("json"),
    )
    .option("--groups <names>", "ktap, syzkaller: only these groups, with commas between")
    .option("--out <path>", "where to write it: a file; for syzkaller, a folder")
    .option("--json", "print the suite as JSON")
    .addHelpText("after", help)
    .action((flags: GenerateFlags) => done(run(flags)));
}

function run(flags: GenerateFlags): number {
  return generateCommand({
    cover: oneOf("criterion", covers, flags.cover),
    kernel: oneOf("kernel", kernelNames, flags.kernel),
    seed: flags.seed,
    tests: flags.tests,
    format: oneOf("format", suiteFormats, flags.format),
    groups: flags.groups?.split(",").map((name) => oneOf("group", groupNames, name)) ?? null,
    out: flags.out ?? null,
    json: flags.json === true,
  });
}
