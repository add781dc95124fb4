import { type Command, Option } from "commander";
import { debianKernelNames } from "../conformance/linux/debian-kernels.ts";
import { kernelNames } from "../model/worlds.ts";
import { type AnyBugName, bugDescriptions, lifecycleBugDescriptions } from "../reference/bugs.ts";
import { groupNames } from "../testgen/suite.ts";
import { type ConformRequest, conformReference } from "./conform.ts";
import { conformLinux, type LinuxRequest } from "./conform-linux.ts";
import { type Done, integer, natural } from "./options.ts";
import { type Output, outputOption } from "./outputs.ts";
import { addGenerate } from "./program-generate.ts";
import { replayCommand, replayTargets } from "./replay.ts";
import { oneOf, UsageError } from "./usage.ts";

export const targets = ["reference", "linux"] as const;
/** Bugs of the reference kernel. */
export const plantedBugs = Object.keys({
  ...bugDescriptions,
  ...lifecycleBugDescriptions,
}) as AnyBugName[]; // the objects' own keys

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
  readonly bugs?: boolean;
  readonly jumps?: boolean;
  readonly outside?: boolean;
  readonly functionTrace?: boolean;
  readonly walk?: number;
  readonly json?: boolean;
  readonly output?: readonly Output[];
  readonly report?: string;
}

const conformHelp = `
Kernels for --target linux are fetched when they are needed; see kexec-model
kernels. Several run at once, two machines at a time.

Examples:
  kexec-model conform --random 1000
  kexec-model conform --output junit:conform.xml --output github
  kexec-model conform --target linux --kernel 6.1 --b8
  kexec-model conform --target linux --kernel 6.1 --groups caller --walk 100000
  kexec-model conform --target linux --kernel all --report reports`;

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

function addConform(program: Command, done: Done): void {
  program
    .command("conform")
    .description("run a suite on a kernel and compare it with the model step by step")
    .addOption(
      new Option("--target <name>", "on what: reference, or linux in QEMU").default("reference"),
    )
    .option(
      "--kernel <name>",
      `which kernel: ${kernelNames.join(", ")}; linux: ${debianKernelNames.join(", ")}, ` +
        "several with commas between, or all",
    )
    .option("--suite <file>", "a saved suite; without it, the default one is made")
    .option("--groups <names>", `only these groups, with commas between: ${groupNames.join(", ")}`)
    .option("--bug <name>", "reference: plant a bug, to see a test find it")
    .option("--random <n>", "reference: then try so many random worlds", natural, 100)
    .option("--seed <n>", "repeat a random search, or a walk", integer)
    .option("--path <path>", "reference: with its seed, repeat one random run")
    .option("--image <bzImage>", "linux: a kernel of your own instead of Debian's")
    .option("--b8", "linux: also make B8 happen, through QEMU's debugger")
    .option("--bugs", "linux: also replay the other known bugs, where a kernel has them or not")
    .option("--jumps", "linux: also reboot and panic into images that check themselves")
    .option("--outside", "linux: also look at the machine's memory from outside")
    .option("--function-trace", "linux: also follow the kernel's own function trace")
    .option("--walk <n>", "linux: also take so many steps of the statechart at random", natural)
    .option("--json", "print the results as JSON (schema: spec/conform-report.schema.json)")
    .addOption(outputOption())
    .option("--report <dir>", "save suite and results there, with a page that shows them")
    .addHelpText("after", conformHelp)
    .action(async (flags: ConformFlags) => done(await conform(flags)));
}

function conform(flags: ConformFlags): Promise<number> {
  const target = oneOf("target", targets, flags.target);
  const request = {
    suite: flags.suite ?? null,
    groups: flags.groups?.split(",").map((name) => oneOf("group", groupNames, name)) ?? null,
    json: flags.json === true,
    outputs: flags.output ?? [],
    report: flags.report ?? null,
  };
  if (target === "linux") return conformLinux({ ...request, ...linuxFlags(flags) });
  return conformReference({
    ...request,
    kernel: oneOf("kernel", kernelNames, flags.kernel ?? "seed"),
    bug: flags.bug === undefined ? null : oneOf("bug", plantedBugs, flags.bug),
    random: flags.random,
    seed: flags.seed ?? null,
    path: flags.path ?? null,
  });
}

type LinuxFlags = Omit<LinuxRequest, keyof ConformRequest>;

function linuxFlags(flags: ConformFlags): LinuxFlags {
  const { kernel = "6.1", image = null, b8 = false, jumps = false, outside = false } = flags;
  const { bugs = false, functionTrace = false } = flags;
  if (image !== null && flags.kernel !== undefined) {
    throw new UsageError(
      "expected --kernel or --image, got both: an image's own version says which kernel it is",
    );
  }
  const names = kernel === "all" ? debianKernelNames : kernel.split(",");
  const known = names.map((name) => oneOf("kernel that can be booted", debianKernelNames, name));
  const walk = flags.walk ? { steps: flags.walk, seed: flags.seed ?? 1 } : null;
  return { kernels: [...new Set(known)], image, b8, bugs, jumps, outside, functionTrace, walk };
}
