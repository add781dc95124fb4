import { spawn } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readReviewFile } from "../../src/viewer/review/read-file.ts";
import { build, main, type Run, run } from "./cli.ts";

const slow = { timeout: 300_000 };
const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));
const reports = join(folder, "a", "reports");
const trace = fileURLToPath(new URL("../../spec/bugs/B8.trace.json", import.meta.url));
/** Checks that end soon, and show the form of what is written. */
const brief = ["--preset", "quick", "--states-max", "100"];
const policy = ["--groups", "policy", "--random", "0"];

let checked: Run;
let conformed: Run;
beforeAll(() => {
  build();
  checked = run("check", ...brief, "--report", reports);
  writeFileSync(join(reports, "notes.txt"), "of somebody's");
  conformed = run("conform", ...policy, "--report", reports);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** A part of a page, as it was packed. */
function part(page: string, name: string): unknown {
  const [, text] = new RegExp(`id="part:${name}">([^<]+)<`).exec(page) ?? [];
  return text === undefined ? null : JSON.parse(`${gunzipSync(Buffer.from(text, "base64"))}`);
}

function pageIn(directory: string): string {
  return readFileSync(join(directory, "index.html"), "utf8");
}

/** A folder with one report, and what `change` makes of it. */
function spoilt(name: string, file: string, text: string): string {
  const directory = join(folder, name);
  mkdirSync(directory);
  copyFileSync(join(reports, "check-seed.json"), join(directory, "check-seed.json"));
  writeFileSync(join(directory, file), text);
  return directory;
}

describe("check --report and conform --report", () => {
  test("say where the page is, and end as they do without it", () => {
    expect(checked.status).toBe(3);
    expect(conformed.status).toBe(0);
    for (const { stdout, stderr } of [checked, conformed]) {
      expect(stderr).toBe("");
      expect(stdout.replace(reports, "")).toMatch(/\n\/index\.html: \d\.\d MiB\n$/);
    }
  });

  test("leave files of our formats, and what was there", () => {
    expect(readdirSync(reports).sort()).toEqual([
      "check-seed.json",
      "index.html",
      "notes.txt",
      "run-reference-kernel-seed.json",
      "suite-seed.json",
    ]);
    for (const [name, kind] of [
      ["check-seed.json", "check"],
      ["run-reference-kernel-seed.json", "run"],
      ["suite-seed.json", "suite"],
    ] as const) {
      expect(readReviewFile(readFileSync(join(reports, name), "utf8")).kind).toBe(kind);
    }
  });

  test("write a page with everything that is in the folder", () => {
    const page = pageIn(reports);
    expect(part(page, "index")).toMatchObject({ kernel: "seed" });
    expect(part(page, "checks")).toMatchObject([{ kernel: "seed", verdict: "incomplete" }]);
    expect(part(page, "runs")).toMatchObject([{ system: "reference kernel", kernel: "seed" }]);
    expect(part(page, "suite:seed")).toMatchObject({ kernel: "seed" });
    expect(part(page, "bugs")).toHaveLength(17);
    expect(part(page, "stories")).not.toEqual([]);
    expect(page.length).toBeLessThan(4 * 2 ** 20);
  });

  test("show the bug that was planted in the reference kernel as another system", slow, () => {
    const own = join(folder, "planted");
    const planted = ["--bug", "missingProtect", "--random", "0", "--groups", "caller"];
    const { status, stdout, stderr } = run("conform", ...planted, "--report", own, "--json");
    expect(status).toBe(1);
    expect(stderr).toContain(`${own}/index.html: `); // the standard output is JSON
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(part(pageIn(own), "runs")).toMatchObject([
      { system: "reference kernel with missingProtect" },
    ]);
  });

  test("at once, of two kernels, leave a page with both", slow, async () => {
    const both = join(folder, "both");
    await Promise.all(
      ["5.10", "6.1"].map((kernel) => ended("check", ...brief, "--kernel", kernel, both)),
    );
    expect(readdirSync(both).sort()).toEqual(["check-5.10.json", "check-6.1.json", "index.html"]);
    const kernels = part(pageIn(both), "checks") as { readonly kernel: string }[]; // of reports
    expect(kernels.map(({ kernel }) => kernel).sort()).toEqual(["5.10", "6.1"]);
  });

  test.each([
    ["/proc/nowhere", /expected to write to \/proc\/nowhere, got: ENOENT.*; name a folder that/],
    [main, /expected to write to \S+, got: ENOTDIR/],
  ])("refuse the folder %s before the search", (place, message) => {
    const { status, stdout, stderr } = run("check", "--preset", "deep", "--report", place);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test("name a report in the folder that is damaged", slow, () => {
    const directory = spoilt("damaged", "run-x.json", "{");
    const { status, stderr } = run("check", ...brief, "--report", directory);
    expect(status).toBe(2);
    expect(stderr).toContain("run-x.json: expected JSON, got: ");
    expect(stderr).toContain("; write it again, or take it out of the folder");
  });
});

/** Runs the tool beside others, to its end; the last argument is the folder for the report. */
function ended(...args: readonly string[]): Promise<void> {
  const own = [...args.slice(0, -1), "--report", args.at(-1) ?? ""];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...own], { stdio: "ignore" });
    child.once("error", reject);
    child.once("exit", () => resolve());
  });
}

describe("view", () => {
  const page = join(folder, "page.html");

  test("of a folder shows what is there, with files beside it", slow, () => {
    const beside = ["--trace", trace, "--trace", trace, "--kernel", "6.1"];
    const { status, stdout, stderr } = run("view", "--run", reports, ...beside, "--out", page);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/page\.html: \d\.\d MiB\n$/);
    const html = readFileSync(page, "utf8");
    expect(part(html, "index")).toMatchObject({ kernel: "6.1" });
    expect(part(html, "checks")).toMatchObject([{ kernel: "seed" }]);
    expect(part(html, "traces")).toMatchObject([
      { name: "B8.trace.json", trace: { mutant: "unlisted-page-not-freed" } },
      { name: "B8.trace.json (2)" },
    ]);
  });

  test("without one checks the kernel, and runs its suite on the reference kernel", slow, () => {
    const { status, stderr } = run("view", "--kernel", "5.10", "--out", page);
    expect([status, stderr]).toEqual([0, ""]);
    const html = readFileSync(page, "utf8");
    expect(part(html, "checks")).toMatchObject([
      { kernel: "5.10", preset: "quick", verdict: "holds" },
    ]);
    const runs = part(html, "runs") as { readonly tests: { readonly outcome: object }[] }[]; // runs
    const outcomes = new Set(runs[0]?.tests.map(({ outcome }) => JSON.stringify(outcome)));
    expect([...outcomes]).toEqual(['{"kind":"conforms"}']);
    expect(part(html, "suite:5.10")).toMatchObject({ kernel: "5.10" });
    expect(html).toContain('id="part:module:5.10:quick:race"');
    expect(html.length).toBeLessThan(4 * 2 ** 20);
  });

  test.each<[what: string, args: string[], message: string]>([
    [
      "a folder that is not there",
      ["--run", "/nowhere"],
      "expected a folder with reports, got: EN",
    ],
    ["a file that is not there", ["--trace", "/nowhere"], "expected a file to read, got: ENOENT"],
    ["a file of no format", ["--trace", main], "main.js: expected JSON, got: "],
    [
      "bounds for what was checked",
      ["--run", "x", "--preset", "deep"],
      "expected no --preset with",
    ],
    ["a kernel that nobody knows", ["--kernel", "6.2"], 'got "6.2"; did you mean "6.1"?'],
  ])("refuses %s", (_, args, message) => {
    const { status, stdout, stderr } = run("view", ...args, "--out", join(folder, "none.html"));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("a trace of a mutant", () => {
  test("is saved with its name, and replayed on it", slow, () => {
    const file = join(folder, "mutant.json");
    const what = ["mutual-exclusion", "--preset", "quick", "--mutant", "lock-not-taken"];
    expect(run("explain", ...what, "--trace", file).status).toBe(1);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ mutant: "lock-not-taken" });
    const { status, stdout } = run("replay", file);
    expect(status).toBe(0);
    expect(stdout).toContain("mutant.json on mutant lock-not-taken of the statechart\n");
  });
});
