import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, main } from "../cli/cli.ts";
import { commandsIn, documents, helpExamples, parse, root, textOf } from "./commands.ts";

/**
 * Every command line that a document or a help text shows is read by the real command line, and run
 * in the order in which a reader meets them, all in one folder: some want what others have written.
 */

/** How a command line is run here. */
type Way =
  | { readonly kind: "run"; readonly more: readonly string[]; readonly status: number }
  /** Not here: who runs it instead. */
  | { readonly kind: "elsewhere"; readonly by: string };

const asShown: Way = { kind: "run", more: [], status: 0 };
const stopped: Way = { kind: "run", more: ["--states-max", "200"], status: 3 };

function elsewhere(by: string): Way {
  return { kind: "elsewhere", by };
}

/** The first that fits a command line says how it is run. */
const ways: readonly (readonly [RegExp, Way])[] = [
  [/--target linux/, elsewhere("test/conformance/linux")],
  [/^kernels (fetch|clean)/, elsewhere("test/conformance/linux")],
  [/^bugs \S/, elsewhere("test/cli/bugs.test.ts")],
  [/^mutate/, elsewhere(".ci/run")],
  [/^view$|^view --out|^view --kernel/, elsewhere("test/browser")],
  [/^check .*--baseline/, elsewhere(".ci/run")],
  [/^check .*--mutant/, { kind: "run", more: [], status: 1 }],
  [/^check \S+\.ts/, { kind: "run", more: [], status: 1 }], // it has a mistake to be found
  [/^check/, stopped],
  [/^explain .*--mutant/, { kind: "run", more: [], status: 1 }],
  [/^explain/, { kind: "run", more: ["--preset", "quick"], status: 0 }],
  [/^diff/, { kind: "run", more: [], status: 1 }],
  [/^conform/, { kind: "run", more: ["--random", "2"], status: 0 }],
];

function wayOf(args: readonly string[]): Way {
  const line = args.join(" ");
  return ways.find(([pattern]) => pattern.test(line))?.[1] ?? asShown;
}

/** A command's name alone, where it needs an argument, is no command line. */
function isMention(args: readonly string[]): boolean {
  return args.length === 1 && ["replay", "explain", "diff", "export"].includes(args[0] ?? "");
}

const shown = [...documents.flatMap((path) => commandsIn(path, textOf(path))), ...helpExamples()]
  .map(({ where, args }) => ({ where, args, line: args.join(" "), way: wayOf(args) }))
  .filter(({ args }) => !isMention(args))
  .filter(({ line }, i, all) => all.findIndex((other) => other.line === line) === i);

describe("a command that is shown", () => {
  test("is found in the README, in spec/ and in the help of every command", () => {
    const places = new Set(shown.map(({ where }) => where));
    expect([...places]).toEqual(
      expect.arrayContaining(["README.md", "spec/exports.md", "kexec-model check --help"]),
    );
    expect(shown.length).toBeGreaterThan(80);
  });

  test.each(shown)("is understood: $line ($where)", async ({ args }) => {
    await expect(parse(args)).resolves.toBeUndefined();
  });

  test("is not understood with an option that there is not", async () => {
    await expect(parse(["check", "--no-such-option"])).rejects.toThrow("unknown option");
  });

  test("is run somewhere else only where there is such a place", () => {
    for (const { way } of shown) {
      if (way.kind === "elsewhere") expect(existsSync(join(root, way.by)), way.by).toBe(true);
    }
  });
});

describe("run in the order of the documents", () => {
  let folder = "";
  beforeAll(() => {
    build();
    folder = mkdtempSync(join(tmpdir(), "kexec-model-documents-"));
    mkdirSync(join(folder, "machines"));
    const checkout = "test/fixtures/foreign/checkout.ts";
    cpSync(join(root, "test/fixtures/foreign"), join(folder, "test/fixtures/foreign"), {
      recursive: true,
    });
    cpSync(join(root, checkout), join(folder, "machines/checkout.ts"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const bug = ["explain", "lock-free-frames-are-installed", "--preset", "quick"];
    runHere([...bug, "--trace", "trace.json"]);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  function runHere(args: readonly string[]) {
    return spawnSync(process.execPath, [main, ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, GITHUB_STEP_SUMMARY: join(folder, "summary.md") },
    });
  }

  test.each(
    shown.flatMap(({ line, args, way }) => (way.kind === "run" ? [{ line, args, way }] : [])),
  )("$line", { timeout: 180_000 }, ({ args, way }) => {
    if (args.includes("--checkpoint") && !args.includes("--resume")) {
      rmSync(join(folder, "saved"), { recursive: true, force: true }); // another search's
    }
    const { status, stdout, stderr } = runHere([...args, ...way.more]);
    expect([status, status === way.status ? "" : stdout + stderr]).toEqual([way.status, ""]);
  });
});

describe("an npm script that is shown", () => {
  const scripts = [...documents, "CHANGELOG.md"].flatMap((path) =>
    [...textOf(path).matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name ?? ""),
  );

  test.each([...new Set(scripts)])("exists: %s", (name) => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(scripts).toHaveProperty([name]);
  });
});
