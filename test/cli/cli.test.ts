import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckReport } from "../../src/model/report.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { build, main, type Run, run, untidy } from "./cli.ts";

const slow = { timeout: 180_000 }; // a whole check, on a machine that does other things
const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));
beforeAll(build, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** A check that stops at once: enough to see the form of the output. */
const worlds = worldsOf("quick", "seed").length;
const brief = ["--preset", "quick", "--states-max", "100"];

function expectTidy({ stdout, stderr }: Run): void {
  expect(untidy(stdout)).toEqual([]);
  expect(stderr).toBe("");
}

describe("a check", () => {
  test("ends with 0 when all is as expected, says so, and writes JUnit XML", slow, () => {
    const file = join(folder, "check.xml");
    const result = run("check", "--preset", "quick", "--junit", file);
    expect(result.status).toBe(0);
    expectTidy(result);
    expect(result.stdout).toMatch(/^kexec-model \S+: kernel seed, preset quick\n/);
    expect(result.stdout).toContain("  total       82,527  exact");
    expect(result.stdout.trim().split("\n").at(-1)).toBe(
      "Every promise holds within these bounds; what is known to fail, fails.",
    );
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(readFileSync(file));
    expect(testsuites["@_tests"]).toBe(`${87 + worlds}`); // a case for each property and world
    expect([testsuites["@_failures"], testsuites["@_errors"]]).toEqual(["0", "0"]);
  });

  test("of a mutant ends with 1, names the broken promise and shows the way to it", slow, () => {
    const result = run("check", "--preset", "quick", "--mutant", "lock-not-taken");
    expect(result.status).toBe(1);
    expectTidy(result);
    expect(result.stdout).toMatch(/^ {2}VIOLATED {3}trylock-is-busy-iff-the-lock-is-held /m);
    expect(result.stdout).toContain(
      [
        "  trylock-is-busy-iff-the-lock-is-held",
        "    The trylock step of every call ends it with EBUSY if and only if the lock is",
        "    held then.",
        '      1  kexec_load "normal"',
        "      2  kexec_load_check",
        "      3  kexec_trylock",
        "    again: kexec-model explain trylock-is-busy-iff-the-lock-is-held \\",
        "      --preset quick --mutant lock-not-taken",
      ].join("\n"),
    );
    expect(result.stdout).toMatch(/\nVIOLATED\n( {2}\S+: violated\n)+$/);
  });

  test("that hits a limit ends with 3, and proves nothing", slow, () => {
    const result = run("check", ...brief);
    expect(result.status).toBe(3);
    expectTidy(result);
    expect(result.stdout.match(/INCOMPLETE$/gm)).toHaveLength(worlds);
    expect(result.stdout).toContain("\nINCOMPLETE: nothing is proved\n");
    expect(result.stdout).toContain("world race: the limit on states was reached");
    expect(result.stdout).not.toMatch(/^ {2}holds /m);
  });

  test("that runs out of time ends with 3, too", slow, () => {
    const result = run("check", "--preset", "quick", "--time-max", "0.000001");
    expect(result.status).toBe(3);
    expect(result.stdout).toContain("world race: the limit on time was reached");
  });

  test("that takes too much memory ends with 3, and says what its states differ in", slow, () => {
    const result = run("check", "--preset", "quick", "--memory-max", "300K");
    expect(result.status).toBe(3);
    expectTidy(result);
    expect(result.stdout).toContain("world race: the limit on memory was reached");
    expect(result.stdout).toMatch(
      /\nWhy world race has so many states: [\d,]+\n {2}part of the statechart +values +of /,
    );
    expect(result.stdout).not.toContain("Why world region"); // which is complete
  });

  test("finds the same with several threads for each world", slow, () => {
    const reports = [[], ["--workers", "1"], ["--workers", "2"]].map((args): CheckReport => {
      return JSON.parse(run("check", "--preset", "quick", "--json", ...args).stdout);
    });
    const [alone, ...others] = reports.map(({ worlds, ...rest }) => ({
      ...rest,
      worlds: worlds.map(({ seconds: _, notes: __, ...world }) => world),
    }));
    expect(others).toEqual([alone, alone]);
    expect(reports[2]?.worlds.map(({ notes }) => notes.join())).toContain("2 threads");
  });

  test("tells what states differ in when it is asked, even if all is well", slow, () => {
    const result = run("check", "--preset", "quick", "--statistics");
    expect(result.status).toBe(0);
    expectTidy(result);
    expect(result.stdout.match(/^Why world/gm)).toHaveLength(worlds);
  });

  test("as JSON is one document, and says the same", slow, () => {
    const result = run("check", ...brief, "--json");
    expect([result.status, result.stderr]).toEqual([3, ""]);
    const report: CheckReport = JSON.parse(result.stdout);
    expect([report.schema, report.verdict, report.kernel]).toEqual([1, "incomplete", "seed"]);
    expect(report.worlds.map(({ world }) => world)).toEqual(
      worldsOf("quick", "seed").map(({ name }) => name),
    );
    expect(report.properties).toHaveLength(87);
  });

  test("of another kernel says which", slow, () => {
    const result = run("check", ...brief, "--kernel", "6.1");
    expect(result.stdout).toMatch(/^kexec-model \S+: kernel 6.1, preset quick\n/);
    expectTidy(result);
  });

  test("fits into 80 columns with the longest names, too", slow, () => {
    const mutant = "normal-load-drops-old-image-first";
    const result = run("check", ...brief, "--kernel", "fixed", "--mutant", mutant);
    expect(result.stdout).toContain(mutant);
    expectTidy(result);
  });

  test(
    "is stopped by Ctrl-C: a report of what was seen, exit 3, no process left",
    slow,
    async () => {
      const child = spawn(process.execPath, [main, "check", "--preset", "standard"], {
        env: { ...process.env, NODE_DEBUG: "worker" }, // tells when the searches begin
      });
      const { pid } = child;
      let stdout = "";
      child.stdout.on("data", (data: Buffer) => {
        stdout += data.toString();
      });
      child.stderr.once("data", () => setTimeout(() => child.kill("SIGINT"), 1000));
      const [status, signal] = await new Promise<unknown[]>((resolve) => {
        child.once("close", (...end) => resolve(end));
      });
      expect([status, signal]).toEqual([3, null]);
      expect(stdout).toContain("world race: stopped before every state was seen");
      expect(stdout).toMatch(/^ {2}total +[1-9]/m);
      expect(() => process.kill(pid ?? 0, 0)).toThrow(/ESRCH/);
    },
  );
});

describe("explain", () => {
  test("shows how a frame is lost: B8", slow, () => {
    const result = run("explain", "lock-free-frames-are-installed", "--preset", "quick");
    expect(result.status).toBe(0); // known, so as expected
    expectTidy(result);
    expect(result.stdout).toMatchInlineSnapshot(`
      "lock-free-frames-are-installed  violated, judged on 21,467 states
        While the lock is free, every owned frame belongs to an installed image, or to
        one that a kexec_file_load is about to free.
        Source: kernel/kexec_core.c:kimage_load_normal_segment
        Why: a source page that waits for its entry when the list page is refused is
        on no list: kimage_free does not find it, and the frame is lost for good.
        In a kernel without the bug it is refuted by the mutant
        control-pages-not-freed: the control code page is lost when there is no swap
        page.
        World race: 9,738 states, complete
        World memory: 8,122 states, complete
        World region: 493 states, complete
        World requests: 4,174 states, complete
        World reboot: 20,518 states, complete
        World file: 13,082 states, complete
        World panic: 7,440 states, complete
        World panic-file: 16,537 states, complete
        World panic-late: 243 states, complete
        World size: 289 states, complete
        World limits: 618 states, complete
        World compat: 207 states, complete
        World odd: 1,066 states, complete
        The shortest counterexample, in world odd:
          1  kexec_load "normal, an empty segment at 0"
          2  kexec_load_check
          3  kexec_trylock: lock: task 0
          4  do_kexec_load
          5  kimage_alloc_init
          6  do_kimage_alloc_init: image 1 allocated
          7  copy_user_segment_list
          8  sanity_check_segment_list
          9  kimage_alloc_normal_control_pages -> frame 1:
               frame 1: control code of image 1
         10  kimage_alloc_normal_control_pages -> frame 2:
               frame 2: swap page of image 1
         11  machine_kexec_prepare
         12  kimage_crash_copy_vmcoreinfo
         13  kimage_set_destination
         14  kimage_alloc_page -> frame 3:
               list of image 1: IND_INDIRECTION page 0; list of image 1:
               IND_DESTINATION frame 0; frame 3: list page of image 1
         15  kimage_set_destination: list of image 1: IND_DESTINATION frame 0
         16  kimage_alloc_page -> frame 0:
               frame 0: unlisted source (in place) of image 1
         17  kimage_add_page
         18  kimage_alloc_page -> none: result -ENOMEM
         19  kimage_free:
               image 1 freed; frame 0: LOST (was unlisted source); frames 1, 2, 3 free
         20  kexec_unlock: lock free
        Next to kernel seed with B8 mended, given the same events:
          16  kimage_alloc_page -> frame 0; frame 0: unlisted source (in place) of
              image 1
          17  kimage_add_page
       >  18  kimage_alloc_page -> none
              here:  result -ENOMEM
              there: result -ENOMEM; frame 0 free
      "
    `);
  });

  test("of a promise says what is not claimed, and which mutant refutes it", slow, () => {
    const result = run(
      "explain",
      "mutual-exclusion",
      "--preset",
      "quick",
      "--mutant",
      "lock-not-taken",
    );
    expect(result.status).toBe(1);
    expectTidy(result);
    expect(result.stdout).toContain("Refuted by the mutant lock-not-taken");
    expect(result.stdout).toContain("The shortest counterexample, in world");
  });

  test("as JSON is one document", slow, () => {
    const { status, stdout } = run("explain", "no-lock-at-return", "--preset", "quick", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: "no-lock-at-return", outcome: "holds" });
  });
});

test("generate says how many tests it made, and what they cannot cover", slow, () => {
  const result = run("generate", "--cover", "transitions");
  expect(result.status).toBe(0);
  expectTidy(result);
  expect(result.stdout).toMatch(/^kexec-model \S+: kernel seed, cover transitions\n/);
});

test("view draws the statechart and says where", slow, () => {
  const file = join(folder, "statechart.svg");
  const result = run("view", "--svg", file);
  expect([result.status, result.stdout]).toEqual([0, `${file}\n`]);
  expect(readFileSync(file, "utf8")).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
});

describe("bad usage ends with 2 and one line: expected X, got Y", () => {
  const nowhere = join(folder, "no", "folder", "file");
  const enoent = `expected to write ${nowhere}, got: ENOENT: no such file or directory, open '${nowhere}'`;
  test.each<readonly [args: readonly string[], expected: string]>([
    [
      ["check", "--presett", "quick"],
      'expected a known option, got "--presett"; did you mean "--preset"?',
    ],
    [["check", "--zzz"], 'expected a known option, got "--zzz"'],
    [["chek"], 'expected a known command, got "chek"; did you mean "check"?'],
    [["check", "quick"], 'expected a machine\'s module, got no file "quick"'],
    [
      ["check", "--preset", "quikc"],
      'expected a preset (quick, standard, deep), got "quikc"; did you mean "quick"?',
    ],
    [
      ["check", "--kernel", "6.2"],
      'expected a kernel (seed, 5.10, 6.1, 6.12, 7.2, fixed), got "6.2"; did you mean "6.1"?',
    ],
    [
      ["check", "--kernel", "plan9"],
      'expected a kernel (seed, 5.10, 6.1, 6.12, 7.2, fixed), got "plan9"',
    ],
    [
      ["check", "--mutant", "lock-not-takne"],
      'expected a mutant, got "lock-not-takne"; did you mean "lock-not-taken"?',
    ],
    [["check", "--states-max", "many"], '--states-max <n>: expected a positive number, got "many"'],
    [["check", "--states-max", "0"], '--states-max <n>: expected a positive number, got "0"'],
    [["check", "--states-max", "-1"], '--states-max <n>: expected a positive number, got "-1"'],
    [["check", "--time-max", "1h"], '--time-max <seconds>: expected a positive number, got "1h"'],
    [["check", "--states-max"], "expected an argument of --states-max <n>, got none"],
    [["check", "--preset", "standard", "--junit", nowhere], enoent], // before the search
    [
      ["check", "--memory-max", "2 gigs"],
      '--memory-max <size>: expected a size such as 500M or 2G, got "2 gigs"',
    ],
    [["check", "--workers", "0"], '--workers <n>: expected a whole number from 1 on, got "0"'],
    [
      ["check", "--workers", "2", "--checkpoint", nowhere],
      "expected no --workers with --checkpoint, got 2: a search that is saved has one thread",
    ],
    [
      ["check", "--output", "sarf:x"],
      '--output <format:file>: expected one of junit, sarif, ctrf, json, github, summary, a colon and a file, got "sarf:x"',
    ],
    [
      ["check", "--output", "sarif"],
      '--output <format:file>: expected a file, such as sarif:results, got "sarif"',
    ],
    [["check", "--preset", "standard", "--output", `sarif:${nowhere}`], enoent],
    [["conform", "--output", `ctrf:${nowhere}`], enoent],
    [["mutate", "--output", `junit:${nowhere}`], enoent],
    [
      ["check", "--json", "--output", "github"],
      "expected --output github without --json, got both: annotations go to the standard output",
    ],
    [["check", "--write-baseline"], "expected --baseline <file> with --write-baseline, got none"],
    [
      ["check", "--baseline", nowhere],
      `expected a file to read, got: ENOENT: no such file or directory, open '${nowhere}'`,
    ],
    [["check", "--baseline", nowhere, "--write-baseline"], enoent],
    [
      ["check", "--baseline", nowhere, "--mutant", "lock-not-taken"],
      'expected no --mutant with --baseline, got "lock-not-taken"',
    ],
    [["check", "--resume"], "expected --checkpoint <dir> with --resume, got none"],
    [
      ["check", "--checkpoint-every", "5"],
      "expected --checkpoint <dir> with --checkpoint-every, got none",
    ],
    [
      ["check", "--checkpoint", nowhere, "--resume"],
      `expected checkpoints in ${nowhere}, got none: leave out --resume`,
    ],
    [
      ["check", "--checkpoint", "/dev/null"],
      "expected a folder at /dev/null, got: ENOTDIR: not a directory, scandir '/dev/null'",
    ],
    [["explain"], "expected the argument <name>, got none"],
    [
      ["explain", "mutual-exclusoin"],
      'expected a property, got "mutual-exclusoin"; did you mean "mutual-exclusion"?',
    ],
    [["explain", "everything"], 'expected a property, got "everything"'],
    [
      ["generate", "--cover", "stats"],
      'expected a criterion (transitions, pairs, paths, states, hsi, random), got "stats"; did you mean "states"?',
    ],
    [["view", "--out", nowhere], enoent], // before the search
    [["view", "--svg", nowhere], enoent],
  ])("%j", slow, (args, expected) => {
    expect(run(...args)).toEqual({ status: 2, stdout: "", stderr: `kexec-model: ${expected}\n` });
  });

  test("no command at all shows the help, and is not success", () => {
    const { status, stdout, stderr } = run();
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: kexec-model/);
  });
});

describe("help", () => {
  test("of every command ends with examples that are commands of it", slow, () => {
    const overview = run("--help");
    expect(overview.status).toBe(0);
    expectTidy(overview);
    const listed = [...overview.stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    const commands = listed.filter((name) => name !== "help");
    expect(commands).toEqual(expect.arrayContaining(["check", "explain", "generate", "view"]));
    for (const command of commands) {
      const result = run(command, "--help");
      expect(result.status).toBe(0);
      expectTidy(result);
      const example = new RegExp(`\\nExamples?:\\n( {2}kexec-model ${command} \\S.*\\n)+$`);
      expect(result.stdout).toMatch(example);
    }
  });

  test("the version is the package's", () => {
    const manifest = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    );
    expect(run("--version").stdout).toBe(`${manifest.version}\n`);
  });
});
