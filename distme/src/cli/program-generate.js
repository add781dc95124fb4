import { Option } from "commander";
import { criterionNames } from "../testgen/criteria.js";
import { groupNames } from "../testgen/suite.js";
import { generateCommand, suiteFormats } from "./generate.js";
import { kernelNames, kernelOption, natural } from "./options.js";
import { oneOf } from "./usage.js";
/** What suites can be made to cover. */
export const covers = [...criterionNames, "random"];
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
export function addGenerate(program, done) {
    program
        .command("generate")
        .description("make a test suite from the statechart")
        .addOption(new Option("--cover <criterion>", `what to cover: ${covers.join(", ")}`).default("transitions"))
        .addOption(kernelOption())
        .option("--seed <n>", "for random: the same seed gives the same tests", natural, 1)
        .option("--tests <n>", "for random: how many tests", natural, 20)
        .addOption(new Option("--format <name>", `what to write: ${suiteFormats.join(", ")}`).default("json"))
        .option("--groups <names>", "ktap, syzkaller: only these groups, with commas between")
        .option("--out <path>", "where to write it: a file; for syzkaller, a folder")
        .option("--json", "print the suite as JSON")
        .addHelpText("after", help)
        .action((flags) => done(run(flags)));
}
function run(flags) {
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
//# sourceMappingURL=program-generate.js.map