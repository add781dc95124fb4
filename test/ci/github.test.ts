import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { parse, textOf } from "../docs/commands.ts";
import { complaints } from "./github-parser.ts";
import { type Call, runScript } from "./shell.ts";
import { environmentOf, expand, inputsOf, readWorkflow } from "./workflow.ts";

const path = ".github/workflows/kexec-conformance.yml";
const text = textOf(path);
const workflow = readWorkflow(text);
const jobs = Object.entries(workflow.jobs).map(([id, job]) => ({ id, ...job }));
const steps = jobs.flatMap(({ id, steps }) =>
  steps.map((step) => ({ ...step, what: `${id}: ${step.name ?? step.uses}` })),
);
const scripts = steps.flatMap((step) =>
  step.run === undefined ? [] : [{ ...step, run: step.run }],
);

/** The example of a workflow that calls ours. */
const [, caller = ""] = /^```yaml\n(name: [\s\S]*?)^```/m.exec(textOf("docs/ci/README.md")) ?? [];

describe("GitHub's own parser", () => {
  test.each([
    ["the workflow", text],
    ["the workflow that calls it in docs/ci/README.md", caller],
  ])("takes %s, with every key, input and expression", async (_, content) => {
    expect(await complaints(content, text)).toEqual([]);
  });

  test.each([
    ["a key", text, "timeout-minutes", "timeout-hours", /Unexpected value 'timeout-hours'/],
    ["a context", text, "runner.temp", "runer.temp", /named-value: 'runer'/],
    ["a function", text, "!cancelled()", "!canceled()", /function: 'canceled'/],
    ["a type", text, "type: string", "type: text", /Unexpected value 'text'/],
    ["a job", text, "[check, conform]", "[check, confirm]", /unknown job 'confirm'/],
    ["an input", caller, "artifact:", "artefact:", /artefact is not defined/],
    ["a missing input", caller, /^ +kernel: .*\n/m, "", /kernel is required/],
  ])("would not take %s that there is not", async (_, content, right, wrong, message) => {
    const changed = content.replace(right, wrong);
    expect(changed).not.toBe(content);
    expect((await complaints(changed, text)).join("\n")).toMatch(message);
  });
});

describe("the workflow", () => {
  test("declares every input that it reads, and reads every one that it declares", () => {
    const read = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(read)].sort()).toEqual(Object.keys(workflow.on.workflow_call.inputs).sort());
  });

  test("lets no job write but the one that gives code scanning its results", () => {
    const writers = jobs.filter(({ permissions }) => Object.values(permissions).includes("write"));
    expect(workflow.permissions).toEqual({});
    expect(writers.map(({ id, permissions }) => [id, permissions["security-events"]])).toEqual([
      ["code-scanning", "write"],
    ]);
    const [scanning] = writers;
    expect(scanning?.steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  test("asks for no permission that the caller of docs/ci/README.md does not give", () => {
    const given = parseYaml(caller).jobs.kexec.permissions;
    const wanted = Object.assign({}, ...jobs.map(({ permissions }) => permissions));
    expect(given).toEqual(wanted);
  });

  test.each(steps.filter(({ uses }) => uses !== undefined))(
    "names the major version of an action, and is GitHub's own: $what",
    ({ uses }) => expect(uses).toMatch(/^(actions|github)\/[\w/-]+@v\d+$/),
  );

  test.each(scripts)("puts no expression into a script: $what", ({ run }) => {
    expect(run).not.toContain("${{");
  });
});

const all = {
  kernel: "6.1",
  image: "arch/x86/boot/my bzImage",
  groups: "caller,faults",
  flags: "--bugs --jumps",
  package: "git+https://example.org/kexec-model.git#v0.1.0",
};

/** What the scripts of a job start, with these inputs, in the order in which they do. */
function callsOf(job: string, given: Readonly<Record<string, string>>): Call[] {
  const contexts = { inputs: inputsOf(workflow, given), runner: { temp: "." } };
  const runner = { RUNNER_TEMP: ".", GITHUB_PATH: "path" };
  return scripts
    .filter(({ what }) => what.startsWith(`${job}:`))
    .flatMap((step) => {
      const env = { ...runner, ...environmentOf(step, contexts) };
      const { status, stderr, calls } = runScript({ text: step.run, env });
      expect([status, stderr]).toEqual([0, ""]);
      return calls;
    });
}

function argumentsOf(calls: readonly Call[]): readonly string[] {
  const [call = [], ...others] = calls.filter(([name]) => name === "kexec-model");
  expect(others).toEqual([]);
  return call.slice(1);
}

describe("a script of the workflow", () => {
  test.each([
    ["check", { kernel: "7.2" }],
    ["check", all],
    ["conform", { kernel: "7.2" }],
    ["conform", all],
  ])("of %s calls kexec-model as it is to be called: %j", async (job, given) => {
    const args = argumentsOf(callsOf(job, given));
    expect(args[0]).toBe(job);
    await expect(parse(args)).resolves.toBeUndefined();
  });

  test("installs what the caller asks for, else the version that this one is", () => {
    const { version } = JSON.parse(textOf("package.json"));
    for (const job of ["check", "conform"]) {
      const installed = (given: Readonly<Record<string, string>>): unknown =>
        callsOf(job, given).flatMap(([name, ...args]) => (name === "npm" ? args.slice(-1) : []));
      expect(installed({})).toEqual([`kexec-model@${version}`]);
      expect(installed(all)).toEqual([all.package]);
    }
  });

  test("checks the kernel that the caller names", () => {
    expect(argumentsOf(callsOf("check", all)).slice(0, 3)).toEqual(["check", "--kernel", "6.1"]);
  });

  test("tests the image that the caller names, spaces and all, as the caller says", () => {
    const args = argumentsOf(callsOf("conform", all)).join("|");
    const given = `--image|${all.image}|--groups|caller,faults|--bugs|--jumps|--output|`;
    expect(args).toContain(`conform|--target|linux|${given}`);
  });

  test("of conform says nothing of groups and flags that the caller does not name", () => {
    const args = argumentsOf(callsOf("conform", { kernel: "6.1" })).join("|");
    expect(args).toContain("conform|--target|linux|--image|bzImage|--output|");
  });

  test("does not run what a caller hides in an input", () => {
    const evil = "$(npm evil); npm evil";
    const calls = callsOf("conform", { image: evil, groups: evil, package: evil });
    expect(calls.filter(([name, verb]) => name === "npm" && verb === "evil")).toEqual([]);
    expect(argumentsOf(calls)).toContain(evil);
  });

  test("keeps the console of a machine that failed, and no result that is empty", () => {
    const files = {
      "kexec-model-x/console.log": "Kernel panic",
      "kexec-model-x/qemu.log": "",
      "results/conform.sarif": "",
      "results/conform.xml": "<testsuites/>",
    };
    const after = scripts.filter(({ what }) => /^conform: (Keep|Remove)/.test(what));
    const script = after.map(({ run }) => run).join("\n");
    const run = runScript({ text: script, env: { RUNNER_TEMP: "." }, files });
    expect(run.status).toBe(0);
    expect(run.files.filter((file) => file.startsWith("results/"))).toEqual([
      "results/conform.xml",
      "results/kexec-model-x.console.log",
    ]);
  });

  test.each([1, 2, 3])("fails with the exit status of kexec-model: %i", (status) => {
    const [script] = scripts.filter(({ run }) => run.includes("kexec-model conform"));
    const run = runScript({ text: script?.run ?? "", env: { IMAGE: "bzImage" }, status });
    expect(run.status).toBe(status);
  });
});

describe("GitHub's own evaluator", () => {
  test.each([
    [{ kernel: "6.1" }, "6.1"],
    [{ kernel: "6.1", name: "allmodconfig" }, "allmodconfig"],
  ])("names artifacts by kernel, or as the caller says: %j", (given, name) => {
    const contexts = { inputs: inputsOf(workflow, given), runner: {} };
    const pattern = /^ +(?:name|pattern): (kexec-\S+-\$\{\{.*\}\})$/gm;
    const names = [...text.matchAll(pattern)].map(([, name = ""]) => expand(name, contexts));
    expect(names).toEqual([`kexec-check-${name}`, `kexec-conform-${name}`, `kexec-*-${name}`]);
  });
});
