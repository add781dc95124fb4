import { Option } from "commander";
import { presets } from "../model/worlds.js";
import { kernelNames } from "./options.js";
import { oneOf } from "./usage.js";
import { drawCommand, viewCommand } from "./view.js";
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
export function addViewCommand(program, done) {
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
        .action(async (flags) => {
        const { svg } = flags;
        if (svg !== undefined)
            done(await drawCommand(svg));
        if (svg === undefined || asksForPage(flags))
            done(await viewCommand(requestOf(flags)));
    });
}
function collected(file, before = []) {
    return [...before, file];
}
function asksForPage({ out, run, trace }) {
    return out !== undefined || run !== undefined || trace !== undefined;
}
function requestOf({ out = page_file, run, trace, kernel, preset }) {
    return {
        out,
        run: run ?? null,
        traces: trace ?? [],
        kernel: kernel === undefined ? null : oneOf("kernel", kernelNames, kernel),
        preset: preset === undefined ? null : oneOf("preset", presets, preset),
    };
}
//# sourceMappingURL=program-view.js.map