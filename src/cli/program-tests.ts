import { type Command, Option } from "commander";
import { type AnyBugName, bugDescriptions, lifecycleBugDescriptions } from "../reference/bugs.ts";
import { criterionNames } from "../testgen/criteria.ts";
import { groupNames } from "../testgen/suite.ts";
import { conformReference } from "./conform.ts";
import { conformLinux } from "./conform-linux.ts";
import { generateCommand } from "./generate.ts";
import { type Done, integer, kernelNames, kernelOption, natural } from "./options.ts";
import { replayCommand, replayTargets } from "./replay.ts";
import { oneOf } from "./usage.ts";

const covers = [...criterionNames, "random"] as const;
const targets = ["reference", "linux"] as const;
const bugNames = Object.keys({
  ...bugDescriptions,
  ...lifecycleBugDescriptions,
}) as AnyBugName[]; // the objects' own keys

interface GenerateFlags {
  readonly cover: string;
  readonly kernel: string;
  readonly seed: number;
  readonly tests: number;
  readonly out?: string;
  readonly json?: boolean;
}

interface ConformFlags {
  readonly target: string;
  readonly kernel?: string;
  readonly suite?: string;
  readonly groups?: string;
  readonly bug?: string;
  readonly random: number;
  readonly seed?: number;
  readonly path?: string;
  readonly image?: string;
  readonly b8?: boolean;
  readonly json?: boolean;
  readonly report?: string;
}

/** The commands that test a kernel against the model: generate, conform, replay. */
export function addTestCommands(program: Command, done: Done): void {
  addGenerate(program, done);
  addConform(program, done);
  program
    .command("replay")
    .description("take the steps of a saved trace, or of one test of a suite, again")
    .argument("<file>", "what explain --trace or generate --out has written")
    .addOption(
      new Option("--target <name>", `on what: ${replayTargets.join(", ")}`).default("model"),
    )
    .option("--test <id>", "which test of a suite")
    .addHelpText("after", "\nExample:\n  kexec-model replay suite.json --test caller-1")
    .action((file: string, flags: { readonly target: string; readonly test?: string }) => {
      const target = oneOf("target", replayTargets, flags.target);
      done(replayCommand({ file, target, test: flags.test ?? null }));
    });
}

function addGenerate(program: Command, done: Done): void {
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
    .action((flags: GenerateFlags) => {
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
}

function addConform(program: Command, done: Done): void {
  program
    .command("conform")
    .description("run a suite on a kernel and compare it with the model step by step")
    .addOption(
      new Option("--target <name>", "on what: reference, or linux in QEMU").default("reference"),
    )
    .option("--kernel <name>", `which kernel: ${kernelNames.join(", ")} (linux: 5.10, 6.1)`)
    .option("--suite <file>", "a saved suite; without it, the default one is made")
    .option("--groups <names>", `only these groups, with commas between: ${groupNames.join(", ")}`)
    .option("--bug <name>", "reference: plant a bug, to see a test find it")
    .option("--random <n>", "reference: then try so many random worlds", natural, 100)
    .option("--seed <n>", "reference: repeat a random search", integer)
    .option("--path <path>", "reference: with its seed, repeat one random run")
    .option("--image <bzImage>", "linux: a kernel of your own instead of Debian's")
    .option("--b8", "linux: also make B8 happen, through QEMU's debugger")
    .option("--json", "print the results as JSON")
    .option("--report <dir>", "save suite and results there, with a page that shows them")
    .addHelpText("after", "\nExample:\n  kexec-model conform --target linux --kernel 6.1 --b8")
    .action(async (flags: ConformFlags) => done(await conform(flags)));
}

function conform(flags: ConformFlags): Promise<number> {
  const target = oneOf("target", targets, flags.target);
  const request = {
    kernel: oneOf("kernel", kernelNames, flags.kernel ?? (target === "linux" ? "6.1" : "seed")),
    suite: flags.suite ?? null,
    groups: flags.groups?.split(",").map((name) => oneOf("group", groupNames, name)) ?? null,
    json: flags.json === true,
    report: flags.report ?? null,
  };
  if (target === "linux") {
    return conformLinux({ ...request, image: flags.image ?? null, b8: flags.b8 === true });
  }
  return conformReference({
    ...request,
    bug: flags.bug === undefined ? null : oneOf("bug", bugNames, flags.bug),
    random: flags.random,
    seed: flags.seed ?? null,
    path: flags.path ?? null,
  });
}
