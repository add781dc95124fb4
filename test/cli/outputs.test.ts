import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "ctrf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baselineOutcome } from "../../src/cli/check-baseline.ts";
import { report } from "../formats/results/reports.ts";
import { build, main, run, untidy } from "./cli.ts";

const slow = { timeout: 180_000 };
const folder = mkdtempSync(join(tmpdir(), "kexec-model-outputs-"));
beforeAll(build, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(place(name), "utf8");

/** Options for every form that has a file. */
function outputs(name: string): string[] {
  const formats = ["junit", "sarif", "ctrf", "json", "summary"];
  return formats.flatMap((format) => ["--output", `${format}:${place(`${name}.${format}`)}`]);
}

/** What the files say of failures and errors: JUnit, CTRF, alerts of SARIF, summary. */
function told(name: string): readonly unknown[] {
  const [, failures, errors] = /<testsuites .*failures="(\d+)" errors="(\d+)"/.exec(
    text(`${name}.junit`),
  ) ?? ["none"];
  const ctrf: unknown = JSON.parse(text(`${name}.ctrf`));
  const { valid, report } = { valid: validate(ctrf).valid, report: ctrf as CtrfSummary };
  const { results } = JSON.parse(text(`${name}.sarif`)).runs[0];
  const alerts = results.filter(({ level }: { level: string }) => level === "error").length;
  return [
    Number(failures),
    Number(errors),
    valid && report.results.summary.failed,
    alerts,
    text(`${name}.summary`).split("\n")[0],
  ];
}

interface CtrfSummary {
  readonly results: { readonly summary: { readonly failed: number } };
}

describe("the results of a check", () => {
  test("in which all is as expected are the same in every form", slow, () => {
    const { status } = run("check", "--preset", "quick", ...outputs("good"));
    expect(status).toBe(0);
    const heading = expect.stringMatching(/check seed quick: \d+ passed, \d+ fail as known$/);
    expect(told("good")).toEqual([0, 0, 0, 0, heading]);
    expect(JSON.parse(text("good.json"))).toMatchObject({ schema: 1, verdict: "holds" });
  });

  test("that is incomplete show it, each world as an alert", slow, () => {
    const limit = ["--preset", "quick", "--states-max", "300"];
    const { status } = run("check", ...limit, ...outputs("limit"));
    expect(status).toBe(3);
    const [failures, errors, failed, alerts, heading] = told("limit");
    expect(failures).toBe(0);
    expect(errors).toBe(failed);
    const stopped: readonly string[] = JSON.parse(text("limit.json")).problems;
    expect(alerts).toBe(stopped.length);
    expect(heading).toMatch(/: incomplete, nothing is proved$/);
  });

  test("that is violated have annotations behind the report", slow, () => {
    const mutant = ["--preset", "quick", "--mutant", "lock-not-taken"];
    const { status, stdout } = run("check", ...mutant, "--output", "github", ...outputs("bad"));
    expect(status).toBe(1);
    const [failures, , , alerts] = told("bad");
    expect([failures, alerts]).toEqual([1, 1]);
    const commands = stdout.split("\n").filter((line) => line.startsWith("::error "));
    expect(commands[0]).toMatch(
      /^::error file=machines\/kexec-load\.ts,line=\d+,title=trylock-is-busy-iff-the-lock-is-held::/,
    );
    expect(stdout.indexOf("\nVIOLATED\n")).toBeLessThan(stdout.indexOf("::error "));
  });
});

test("a summary without a file goes behind what other steps wrote", slow, () => {
  writeFileSync(place("step.md"), "before\n");
  const { status } = spawnSync(
    process.execPath,
    [main, "mutate", "--only", "lsm-not-asked", "--output", "summary"],
    { env: { ...process.env, GITHUB_STEP_SUMMARY: place("step.md") } },
  );
  expect(status).toBe(0);
  expect(text("step.md")).toMatch(/^before\n## kexec-model mutate: 1 passed\n/);
});

describe("a conformance run", () => {
  const only = ["conform", "--groups", "policy", "--random", "0"];

  test("that conforms has no failures in any form", slow, () => {
    expect(run(...only, ...outputs("conform")).status).toBe(0);
    const heading = expect.stringMatching(/^## kexec-model conform reference seed: \d+ passed$/);
    expect(told("conform")).toEqual([0, 0, 0, 0, heading]);
    expect(JSON.parse(text("conform.json"))).toMatchObject({ schema: 1, target: "reference" });
  });

  test("that diverges has as many failures as tests that do", slow, () => {
    const bug = ["--groups", "caller", "--random", "0", "--bug", "wrongErrnoOverlap"];
    expect(run("conform", ...bug, ...outputs("diverge")).status).toBe(1);
    const { suite, calls } = JSON.parse(text("diverge.json"));
    const failures = suite.diverges + calls.diverging.length;
    expect(failures).toBeGreaterThan(0);
    const heading = `## kexec-model conform reference seed: ${failures} failed`;
    expect(told("diverge")).toEqual([failures, 0, failures, failures, heading]);
  });
});

test("a run that cannot be made leaves no empty files", () => {
  const image = place("no-image");
  const { status } = run("conform", "--target", "linux", "--image", image, ...outputs("none"));
  expect(status).toBe(2);
  expect(readdirSync(folder).filter((name) => name.startsWith("none."))).toEqual([]);
});

test("a mutation run has a case for each mutant, and none fails", slow, () => {
  expect(run("mutate", ...outputs("mutate")).status).toBe(0);
  expect(told("mutate").slice(0, 4)).toEqual([0, 0, 0, 0]);
  const { score } = JSON.parse(text("mutate.json"));
  expect(text("mutate.junit").match(/<testcase /g)?.length).toBeGreaterThan(score.total.mutants);
});

describe("a baseline", () => {
  const file = place("baseline.json");
  const quick = ["check", "--preset", "quick", "--baseline", file];

  test("that was written is what the next check finds", slow, () => {
    expect(run(...quick, "--write-baseline").stdout).toContain("seed quick is written");
    const { status, stdout } = run(...quick);
    expect([status, untidy(stdout)]).toEqual([0, []]);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(`As ${file} says.`);
  });

  test("that says something else makes the check fail, with both numbers", slow, () => {
    const known = readFileSync(file, "utf8");
    writeFileSync(file, known.replace(/("race": \{"states":)\d+/, "$11"));
    const { status, stdout } = run(...quick, ...outputs("baseline"));
    expect(status).toBe(1);
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /world race: states 1, now 9,738 \(\+9,737\) Look, /,
    );
    expect(told("baseline").slice(0, 4)).toEqual([1, 0, 1, 1]);
  });

  const other = { file, write: false, known: {} };

  test("without this check makes it fail, and says so", () => {
    const { differences } = baselineOutcome(other, report([]), []);
    expect(differences).toEqual(["seed quick: there is no such check in the file"]);
  });

  test.each(["violated", "incomplete"] as const)(
    "is left alone by a check that is %s",
    (verdict) => {
      const place = { ...other, file: "/nowhere/at/all", write: true };
      const { differences, note } = baselineOutcome(place, report([], { verdict }), []);
      expect([differences, note]).toEqual([
        [],
        "/nowhere/at/all was left alone: this check does not hold",
      ]);
    },
  );

  test("that is damaged is an error that names it", slow, () => {
    const damaged = place("damaged.json");
    writeFileSync(damaged, "[]");
    const { status, stderr } = run("check", "--baseline", damaged);
    expect([status, stderr]).toEqual([
      2,
      `kexec-model: ${damaged}: file: expected an object, got []\n`,
    ]);
  });
});
