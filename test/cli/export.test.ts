import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, main, run, untidy } from "./cli.ts";

const slow = { timeout: 180_000 };
const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));
const bug = fileURLToPath(new URL("../../spec/bugs/B8.trace.json", import.meta.url));

beforeAll(() => build(), 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the tool in a folder, where its files go. */
function runIn(cwd: string, ...args: readonly string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
}

function place(name: string): string {
  return join(folder, name);
}

describe("export", () => {
  test.each([
    // the format and what else is asked for; how its text begins; what is said of a file
    [["scxml"], /^<\?xml version="1.0"/, "115 states, 250 transitions"],
    [["mermaid", "--part", "crash_size"], /^stateDiagram-v2\n/, "9 states, 17 transitions"],
    [["plantuml", "--part", "reboot"], /^@startuml reboot\n/, "22 states, 30 transitions"],
    [["dot", "--part", "reboot", "--kernel", "7.2"], /^digraph "reboot" \{/, "14 states, 17 tra"],
    [["xstate-json"], /^\{\n {2}"id": "kexec",/, "115 states, 250 transitions"],
    [["dot", "--world", "size"], /^digraph "size" \{/, "289 states, 384 steps"],
    [["aut", "--world", "limits", "--preset", "suite"], /^des \(0, 127, 41\)/, "41 states, 127 s"],
    [["rv-dot", "--kernel", "6.1"], /^digraph state_automaton \{/, "12 states, 12 events"],
    [["rv-events", "--kernel", "6.1"], /^# The events of the monitor/, "12 states, 12 events"],
    [["itf", "--trace", bug], /^\{\n"#meta": \{\n {2}"format": "ITF",/, "20 steps, violation"],
  ])(
    "--format %s writes to the standard output, or to a file",
    slow,
    ([...args], begins, about) => {
      const printed = run("export", "--format", ...args);
      expect([printed.status, printed.stderr]).toEqual([0, ""]);
      expect(printed.stdout).toMatch(begins);
      const file = place("monitor.dot");
      const saved = run("export", "--format", ...args, "--out", file);
      expect(saved.stdout).toContain(`${file}: ${about}`);
      expect(readFileSync(file, "utf8")).toBe(printed.stdout);
    },
  );

  test.each([
    [[], "expected --format with one of scxml, mermaid, plantuml, dot, xstate-json, aut, "],
    [["--format", "svg"], 'expected a format, got "svg"'],
    [["--format", "aut"], "expected --world with --format aut, got none"],
    [["--format", "rv-dot"], "expected --kernel with --format rv-dot, got none"],
    [["--format", "itf"], "expected --trace with --format itf, got none"],
    [["--format", "scxml", "--world", "size"], "expected no --world with --format scxml, got size"],
    [
      ["--format", "dot", "--world", "race", "--states-max", "9"],
      "a world of at most 9 states, got",
    ],
    [["--format", "itf", "--trace", bug, "--test", "x"], "expected no --test with a trace, got x"],
    [["--lint", "x.dot", "--part", "whole"], "expected nothing else with --lint, got --part"],
    [
      ["--format", "rv-dot", "--kernel", "6.1", "--out", "kexec-load.dot"],
      "expected a file named after the monitor, a C identifier before .dot, as kexec_load.dot",
    ],
  ])("%j is refused with what is expected instead", slow, (args, message) => {
    const { status, stdout, stderr } = run("export", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  test(
    "a monitor is linted: 0 for its own, 1 with the line for one that is read otherwise",
    slow,
    () => {
      const file = place("kexec_load.dot");
      run("export", "--format", "rv-dot", "--kernel", "7.2", "--out", file);
      const good = run("export", "--lint", file);
      expect(good).toEqual({
        status: 0,
        stdout: `${file}: 13 states, 13 events; dot2c and rvgen read the same\n`,
        stderr: "",
      });
      writeFileSync(file, readFileSync(file, "utf8").replace("center = true", "fontsize = 10"));
      const bad = run("export", "--lint", file);
      expect(bad.status).toBe(1);
      expect(bad.stdout).toContain(`${file}:2: expected a number`);
      expect(bad.stdout).toMatch(/\n1 problem\n$/);
    },
  );
});

test("every command of spec/exports.md does what it says, one after another", slow, () => {
  const text = readFileSync(new URL("../../spec/exports.md", import.meta.url), "utf8");
  const commands = [...text.matchAll(/^ {4}kexec-model (.*)$/gm)].map(([, args = ""]) => args);
  expect(commands.length).toBeGreaterThan(10);
  for (const args of commands) {
    const { status, stderr } = runIn(folder, ...args.split(" "));
    expect([args, status, stderr]).toEqual([args, 0, ""]);
  }
});

describe("a trace as ITF", () => {
  test("is replayed, and shown on the page, like one of ours", slow, () => {
    const file = place("B8.itf.json");
    run("export", "--format", "itf", "--trace", bug, "--out", file);
    const { status, stdout } = run("replay", file);
    expect(status).toBe(0);
    expect(untidy(stdout.replaceAll(file, ""))).toEqual([]);
    expect(stdout.trim().split("\n").at(-1)).toBe("all 20 steps agree");
    const page = place("page.html");
    const shown = run("view", "--trace", file, "--preset", "quick", "--out", page);
    expect(shown.status).toBe(0);
    const [, packed = ""] = /id="part:traces">([^<]*)</.exec(readFileSync(page, "utf8")) ?? [];
    const shownTraces = gunzipSync(Buffer.from(packed, "base64")).toString();
    expect(JSON.parse(shownTraces)).toContainEqual(
      expect.objectContaining({
        name: "B8.itf.json",
        trace: JSON.parse(readFileSync(bug, "utf8")),
      }),
    );
  });

  test("in which a state was changed is replayed up to its end, and told", slow, () => {
    const file = place("changed.itf.json");
    const { stdout: text } = run("export", "--format", "itf", "--trace", bug);
    const itf = JSON.parse(text);
    itf.states[5].lock = { "#bigint": "9" };
    writeFileSync(file, JSON.stringify(itf));
    const { status, stdout } = run("replay", file);
    expect(status).toBe(1);
    expect(stdout).toMatch(/\nstates\[5\]: the file says lock = 9, the model 1\n$/);
  });

  test("comes from explain, from a check's report and from a suite", slow, () => {
    const [explained, report, suite] = ["explained.itf.json", "report.json", "suite.json"].map(
      place,
    );
    if (!explained || !report || !suite) throw new Error("three files");
    const property = "lock-free-frames-are-installed";
    run("explain", property, "--preset", "quick", "--trace", explained);
    writeFileSync(report, run("check", "--preset", "quick", "--json").stdout);
    const ofReport = run("export", "--format", "itf", "--trace", report, "--property", property);
    expect(JSON.parse(ofReport.stdout)).toEqual(JSON.parse(readFileSync(explained, "utf8")));
    run("generate", "--out", suite);
    const ofTest = run("export", "--format", "itf", "--trace", suite, "--test", "caller-1");
    expect(JSON.parse(ofTest.stdout)["#meta"].status).toBe("ok");
    const unnamed = run("export", "--format", "itf", "--trace", report);
    expect(unnamed.stderr).toMatch(
      /expected --property with one of the \d+ properties that have a/,
    );
  });
});
