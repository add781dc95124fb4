import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, run, untidy } from "./cli.ts";

const slow = { timeout: 120_000 };
const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));

beforeAll(() => build(), 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("generate --format", () => {
  test("ktap writes one C program and says what is not in it", slow, () => {
    const file = join(folder, "kexec-test.c");
    const { status, stdout } = generate("--kernel", "6.1", "--format", "ktap", "--out", file);
    expect(status).toBe(0);
    expect(untidy(stdout)).toEqual([]);
    expect(stdout).toContain("59 tests in one C program");
    expect(stdout).toMatch(/tests left out: a fatal signal must arrive between/);
    expect(readFileSync(file, "utf8")).toMatch(/^\/\/ SPDX-License-Identifier: /);
  });

  test("ktap without a file prints the program and nothing else", slow, () => {
    const { status, stdout } = generate("--format", "ktap", "--groups", "caller");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\/\/ SPDX-License-Identifier: /);
    expect(stdout).toMatch(/\}\n$/);
  });

  test("syzkaller writes a file for each test into the folder, which it makes", slow, () => {
    const out = join(folder, "syzkaller");
    const { status, stdout } = generate("--kernel", "6.1", "--format", "syzkaller", "--out", out);
    expect(status).toBe(0);
    expect(stdout).toContain("21 programs for syz-runtest");
    const files = readdirSync(out, { recursive: true, encoding: "utf8" });
    expect(files).toContain("README.md");
    expect(files.filter((path) => /caller-\d+$/.test(path))).toHaveLength(21);
  });

  test.each([
    [["--format", "tap"], /expected a format \(json, ktap, syzkaller\), got "tap"/],
    [["--format", "syzkaller"], /expected --out <dir> with --format syzkaller, got none/],
    [["--format", "ktap", "--json"], /expected --json with --format json, got --format ktap/],
    [["--groups", "caller"], /expected --groups with --format ktap or syzkaller/],
    [["--format", "ktap", "--groups", "calls"], /expected a group.*"calls"/],
  ])("refuses %j", (words, message) => {
    const { status, stdout, stderr } = generate(...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test(
    "refuses groups that user space cannot bring about, and a place it cannot write",
    slow,
    () => {
      const file = join(folder, "none.c");
      const none = generate("--format", "ktap", "--groups", "kills", "--out", file);
      expect(none.status).toBe(2);
      expect(none.stderr).toMatch(/expected a test that user space can bring about, got none/);
      expect(existsSync(file)).toBe(false);
      writeFileSync(join(folder, "taken"), "");
      const taken = generate("--format", "syzkaller", "--out", join(folder, "taken"));
      expect(taken.status).toBe(2);
      expect(taken.stderr).toMatch(/expected to make the folder .*taken, got: /);
    },
  );
});

function generate(...words: readonly string[]): ReturnType<typeof run> {
  return run("generate", ...words);
}
