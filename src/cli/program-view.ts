import { type Command, Option } from "commander";
import { kernelNames, presets } from "../model/worlds.ts";
import type { Done } from "./options.ts";
import { oneOf } from "./usage.ts";
import { drawCommand, type ViewRequest, viewCommand } from "./view.ts";

interface ViewFlags {
  readonly out?: string;
  readonly run?: string;
  readonly trace?: readonly string[];
  readonly kernel?: string;
  readonly preset?: string;
  readonly svg?: string;
}

/** Where the page goes when nobody says. */
const page_file = "kexec-review.html";

const viewHelp = `
The page is one file and needs no network: open it in a browser. Without --run
the kernel is checked, and its default suite is run on the reference kernel.

Examples:
  kexec-model view --out review.html
  kexec-model view --kernel 6.1 --trace trace.json
  kexec-model view --run reports --out review.html
  kexec-model view --svg statechart.svg`;

/** The command that shows everything: view. */
export function addViewCommand(program: Command, done: Done): void {
  program
    .command("view")
    .description("write the review page: the statechart, every trace, step by step")
    .option("--out <file>", `where to write it (default: ${page_file})`)
    .option("--run <dir>", "show what check --report and conform --report have put there")
    .option("--trace <file>", "show this file too: a trace, suite, run or report", collected)
    .option("--kernel <name>", `which kernel comes first: ${kernelNames.join(", ")}`)
    .addOption(new Option("--preset <name>", `bounds (default: quick): ${presets.join(", ")}`))
    .option("--svg <file>", "draw the statechart of the call; without --out, no page")
    .addHelpText("after", viewHelp)
    .action(async (flags: ViewFlags) => {
      const { svg } = flags;
      if (svg !== undefined) done(await drawCommand(svg));
      if (svg === undefined || asksForPage(flags)) done(await viewCommand(requestOf(flags)));
    });
}

function collected(file: string, before: readonly string[] = []): string[] {
  return [...before, file];
}

function asksForPage({ out, run, trace }: ViewFlags): boolean {
  return out !== undefined || run !== undefined || trace !== undefined;
}

function requestOf({ out = page_file, run, trace, kernel, preset }: ViewFlags): ViewRequest {
  return {
    out,
    run: run ?? null,
    traces: trace ?? [],
    kernel: kernel === undefined ? null : oneOf("kernel", kernelNames, kernel),
    preset: preset === undefined ? null : oneOf("preset", presets, preset),
  };
}
