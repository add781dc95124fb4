import { beforeAll, describe, expect, test } from "vitest";
import type { DiffReport } from "../../src/cli/diff.ts";
import { build, type Run, run, untidy } from "./cli.ts";

const slow = { timeout: 180_000 };
beforeAll(build, 180_000);

function refusal({ status, stdout, stderr }: Run): string {
  expect(status).toBe(2);
  expect(stdout).toBe("");
  return stderr;
}

describe("diff", () => {
  test("ends with 1 when something differs, and shows it in 80 columns", slow, async () => {
    const { status, stdout, stderr } = run("diff", "5.10", "6.1");
    expect(status).toBe(1);
    expect(stderr).toBe("");
    expect(untidy(stdout)).toEqual([]);
    await expect(stdout).toMatchFileSnapshot("diff-5.10-6.1.txt");
  });

  test("ends with 0 when nothing differs, and says how far it looked", slow, () => {
    const { status, stdout } = run("diff", "fixed", "fixed");
    expect(status).toBe(0);
    expect(untidy(stdout)).toEqual([]);
    expect(stdout).toMatch(/\nNothing differs in every sequence of these calls/);
    expect(stdout).toMatch(/\n {2}normal images +\d+ pairs of states\n/);
  });

  test("prints JSON with both sides, the features and the known bugs", slow, () => {
    const { status, stdout } = run("diff", "--json", "6.1", "6.12");
    expect(status).toBe(1);
    const report: DiffReport = JSON.parse(stdout);
    expect(report).toMatchObject({ a: "6.1", b: "6.12", features: { onlyA: [] } });
    const emptyAtZero = report.differences.find(({ features }) =>
      features.includes("destination-test-inclusive"),
    );
    expect(emptyAtZero).toEqual({
      features: ["destination-test-inclusive"],
      bugs: [{ id: "B1", in: "b" }],
      a: { result: "0", facts: [] },
      b: { result: "-ENOMEM", facts: [] },
      shownBy: [{ call: 'kexec_load "normal, an empty segment at 0"', answer: null, after: [] }],
    });
  });

  test("refuses a kernel that it does not know, and one kernel alone", () => {
    expect(refusal(run("diff", "5.11", "6.1"))).toBe(
      "kexec-model: expected a kernel (seed, 5.10, 6.1, 6.12, 7.2, fixed), " +
        'got "5.11"; did you mean "5.10"?\n',
    );
    expect(refusal(run("diff", "6.1"))).toBe("kexec-model: expected the argument <B>, got none\n");
  });

  test("says in its help what it tries, and what its exit status means", () => {
    const { stdout } = run("diff", "--help");
    expect(stdout).toContain("0 nothing differs, 1 something does, 2 trouble");
    expect(stdout).toContain("kexec-model diff 5.10 6.1");
  });
});
