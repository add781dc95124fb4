import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { longTrace, manyTests } from "./large-files.ts";
import { folder } from "./pages.ts";

const main = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** Makes the pages that the tests open, with the commands that a reader would give. */
export default function makePages(): void {
  mkdirSync(folder, { recursive: true });
  const trace = `${folder}/10000-steps.json`;
  writeFileSync(trace, longTrace(10_000));
  writeFileSync(`${folder}/1000-tests.json`, manyTests(1_000));
  command(0, "view", "--trace", trace, "--out", `${folder}/review.html`);
  const quick = ["check", "--preset", "quick", "--report"];
  command(1, ...quick, `${folder}/violated`, "--mutant", "lock-not-taken");
  command(3, ...quick, `${folder}/incomplete`, "--states-max", "100");
  // the kernel of the last command is the one that the page shows first
  for (const kernel of ["6.1", "seed"]) {
    command(0, ...quick, `${folder}/several`, "--kernel", kernel);
    const few = ["--random", "0", "--groups", "two-callers"];
    command(0, "conform", ...few, "--report", `${folder}/several`, "--kernel", kernel);
  }
  const planted = ["--bug", "lostEbusy", "--random", "0", "--groups", "two-callers,doors"];
  command(1, "conform", ...planted, "--report", `${folder}/diverging`);
}

/** @param status what the command has to end with: 1 says that something is wrong, 3 incomplete */
function command(status: number, ...args: readonly string[]): void {
  const { status: ended, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
  });
  if (ended === status) return;
  throw new Error(`expected ${args.join(" ")} to end with ${status}, got ${ended}: ${stderr}`);
}
