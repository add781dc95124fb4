import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, run } from "./cli.ts";

/** What a request of a shell proposes, without the descriptions. */
function proposals(...words: readonly string[]): string[] {
  const { stdout } = run("complete", "--", ...words);
  return stdout
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(":"))
    .map((line) => line.split("\t")[0] ?? "");
}

describe("the words that are proposed", () => {
  test.each<[words: string[], expected: string[]]>([
    [["che"], ["check"]],
    [
      ["check", "--stat"],
      ["--states-max", "--statistics"],
    ],
    [
      ["check", "--kernel", ""],
      ["seed", "5.10", "6.1", "6.12", "7.2", "fixed"],
    ],
    [["export", "--format", "s"], ["scxml"]],
    [["generate", "--format", "s"], ["syzkaller"]],
    [["explain", "lock-is"], ["lock-is-released"]],
    [
      ["bugs", "B2"],
      ["B2", "B2-vmcoreinfo"],
    ],
    [["diff", "6.1", "7"], ["7.2"]],
    [
      ["kernels", "fetch", "6"],
      ["6.1", "6.12"],
    ],
    [
      ["conform", "--target", ""],
      ["reference", "linux"],
    ],
  ])("behind %j are %j", (words, expected) => {
    expect(proposals(...words)).toEqual(expected);
  });
});

describe("files are proposed", () => {
  /** The line behind the words: 0 lets the shell propose files, 4 does not. */
  function directive(...words: readonly string[]): string | undefined {
    return run("complete", "--", ...words)
      .stdout.trim()
      .split("\n")
      .at(-1);
  }

  test.each([
    [["generate", "--out", ""]],
    [["check", "--report", ""]],
    [["replay", ""]],
    [["check", "ma"]],
    [["conform", "--suite", "su"]],
  ])("behind %j", (words) => {
    expect(directive(...words)).toBe(":0");
  });

  test.each([[["generate", "--kernel", ""]], [["che"]], [["explain", ""]]])(
    "and not behind %j",
    (words) => {
      expect(directive(...words)).toBe(":4");
    },
  );
});

describe("bash, with what completion prints", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kexec-model-completion-"));
    const command = join(folder, "kexec-model");
    writeFileSync(command, `#!/bin/sh\nexec ${process.execPath} ${main} "$@"\n`);
    chmodSync(command, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function bash(script: string): string {
    const path = `${folder}${delimiter}${process.env["PATH"] ?? ""}`;
    const env = { ...process.env, PATH: path };
    return execFileSync("bash", ["-c", script], { encoding: "utf8", env });
  }

  test("completes a value, by the package's own way to the words", () => {
    const script = `
      _get_comp_words_by_ref() { cur=6.1; prev=--kernel; words=(kexec-model check --kernel 6.1); }
      compopt() { :; }
      source <(kexec-model completion bash)
      __kexec_model_complete
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const stdout = bash(script);
    expect(stdout.trim().split("\n")).toEqual(["6.1", "6.12"]);
  });

  test("proposes files where none of the words fit", () => {
    const script = "source <(kexec-model completion bash); complete -p kexec-model";
    const stdout = bash(script);
    expect(stdout).toBe("complete -o default -F __kexec_model_complete kexec-model\n");
  });

  test("is refused for a shell that is not known", () => {
    const { status, stderr } = run("completion", "tcsh");
    expect([status, stderr]).toEqual([
      2,
      'kexec-model: expected a shell (zsh, bash, fish, powershell), got "tcsh"\n',
    ]);
  });
});
