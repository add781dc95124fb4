import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { progressText } from "../../src/cli/mutation-progress.ts";
import { build, run, untidy } from "./cli.ts";

beforeAll(build, 120_000);
const slow = { timeout: 180_000 };
const folder = mkdtempSync(join(tmpdir(), "kexec-model-mutate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const committed = readFileSync(new URL("../../spec/mutation.json", import.meta.url), "utf8");

/** A committed result with something else in the line of one mutant. */
function altered(name: string, change: (line: string) => string): string {
  const file = join(folder, `${Math.random()}.json`);
  const lines = committed.split("\n");
  const at = lines.findIndex((line) => line.startsWith(`${JSON.stringify(name)}: `));
  lines[at] = change(lines[at] ?? expect.fail(`no line of ${name}`));
  writeFileSync(file, lines.join("\n"));
  return file;
}

describe("mutate", () => {
  test("of one mutant says who kills it, where, and after how many steps", slow, () => {
    const { status, stdout, stderr } = run("mutate", "--only", "lsm-not-asked");
    expect([status, stderr, untidy(stdout)]).toEqual([0, "", []]);
    expect(stdout).toMatchInlineSnapshot(`
      "lsm-not-asked
        kexec_load passes no hook of a security module
        killed at quick 7.2 requests by
        first-gate-decides-the-error, after 2 steps
      "
    `);
  });

  test("knows the committed result: nothing is judged, nobody survives", slow, () => {
    const { status, stdout, stderr } = run("mutate");
    expect([status, stderr, untidy(stdout)]).toEqual([0, "", []]);
    expect(stdout).toContain("mutants, 0 judged now");
    expect(stdout).toContain("Every mutant is killed, or proved to be equivalent.");
    expect(stdout).not.toContain("Not what");
  });

  test("as JSON, with every verdict", slow, () => {
    const { status, stdout } = run("mutate", "--json");
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.score.total.survived).toBe(0);
    expect(Object.keys(report.result.mutants)).toHaveLength(report.score.total.mutants);
  });

  test("judges a mutant again that is not what it was, and says that the file is old", slow, () => {
    const name = "exchange-skipped";
    const file = altered(name, (line) => line.replace(/\["[0-9a-f]{12}"/, '["000000000000"'));
    const { status, stdout } = run("mutate", "--baseline", file);
    expect(stdout).toContain("mutants, 1 judged now");
    expect(stdout).toContain(`${name}: changed, still killed by`);
    expect(stdout).toContain("is out of date");
    expect(status).toBe(1);
  });

  test("a verdict that is not the committed one is told, and can be written", slow, () => {
    const name = "exchange-skipped";
    const was = (line: string): string => line.replace(/"killed",.*\]/, '"survived","nobody"]');
    const file = altered(name, was);
    const compared = run("mutate", "--baseline", file);
    expect(compared.status).toBe(1);
    expect(compared.stdout).toContain(`${name}: was survived, is killed by`);
    const written = run("mutate", "--baseline", file, "--write");
    expect(written.status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(committed);
  });

  test.each<readonly [args: readonly string[], message: string]>([
    [["--only", "no such mutant"], 'expected a part of a mutant\'s name, got "no such mutant"'],
    [["--baseline", join(folder, "none.json")], "make one with --all --write"],
    [["--sample", "0"], "expected a whole number from 1 on"],
  ])("%j is an error that says what to do", (args, message) => {
    const { status, stdout, stderr } = run("mutate", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/\s+/g, " ")).toContain(message);
  });

  test("a file that is no result is an error that names it", () => {
    const file = join(folder, "list.json");
    writeFileSync(file, "[]");
    const { status, stderr } = run("mutate", "--baseline", file);
    expect([status, stderr]).toEqual([
      2,
      `kexec-model: ${file}: file: expected an object, got []\n`,
    ]);
  });
});

describe("the progress of a mutation run", () => {
  test.each([
    [0, 0, "judging: 0 of 200"],
    [50, 10_000, "judging: 50 of 200, about 30 s left"],
    [200, 40_000, "judging: 200 of 200"],
  ])("%i done", (done, spent_ms, expected) => {
    expect(progressText({ stage: "judging", done, of: 200 }, spent_ms)).toBe(expected);
  });
});
