import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { parse, textOf } from "../docs/commands.ts";
import { lintGitlab } from "./lint-gitlab.ts";
import { runScript, type ScriptRun } from "./shell.ts";

const text = textOf("docs/ci/gitlab-ci.yml");

interface GitlabJob {
  readonly script: readonly string[];
}

interface Pipeline {
  readonly variables: Readonly<Record<string, { readonly value: string }>>;
  readonly ".kexec-model": {
    readonly before_script: readonly string[];
    readonly after_script: readonly string[];
  };
  readonly "kexec-check": GitlabJob;
  readonly "kexec-conform": GitlabJob;
}

/** GitLab's own tag stays what it is tagged with. */
const reference = { tag: "!reference", collection: "seq" } as const;
const pipeline = parseYaml(text, { customTags: [reference] }) as Pipeline; // the first test's
const jobs = ["kexec-check", "kexec-conform"] as const;

/** The example of a pipeline that includes ours. */
const [, including = ""] =
  /^```yaml\n(include: [\s\S]*?)^```/m.exec(textOf("docs/ci/README.md")) ?? [];

describe("GitLab's schema", () => {
  test("takes the pipeline, and finds both jobs in it", () => {
    const { status, said } = lintGitlab({ ".gitlab-ci.yml": text });
    expect([status, status === 0 ? "" : said]).toEqual([0, ""]);
    for (const job of jobs) expect(said).toContain(job);
    expect(said).toContain("json schema validated");
  });

  test("takes it in a pipeline that includes it, as docs/ci/README.md does", () => {
    const { include } = parseYaml(including);
    const build = "build:\n  stage: build\n  script: make bzImage\n";
    const main = `${including}\n${build}`;
    const { status, said } = lintGitlab({ ".gitlab-ci.yml": main, [include]: text });
    expect([status, status === 0 ? "" : said]).toEqual([0, ""]);
    expect(said).toMatch(/kexec-conform .*\[build\]/);
  });

  test.each([
    ["a key", "interruptible:", "interuptible:"],
    ["a report", "junit: kexec", "junyt: kexec"],
    ["a time to upload", "when: always", "when: allways"],
    ["a job to extend", "extends: .kexec-model", "extends: .kexec-modell"],
  ])("would not take %s that there is not", (_, right, wrong) => {
    expect(text).toContain(right);
    const changed = text.replace(right, wrong);
    expect(lintGitlab({ ".gitlab-ci.yml": changed }).status).toBe(1);
  });
});

/** The script of a job, run as GitLab runs it: with what is before it, in one shell. */
function runJob(
  job: (typeof jobs)[number],
  { given = {}, status = 0 }: { given?: Readonly<Record<string, string>>; status?: number } = {},
): ScriptRun {
  const defaults = Object.entries(pipeline.variables).map(([name, { value }]) => [name, value]);
  const lines = [...pipeline[".kexec-model"].before_script, ...pipeline[job].script];
  const env = { ...Object.fromEntries(defaults), ...given };
  return runScript({ text: lines.join("\n"), env, status });
}

const all = {
  KEXEC_KERNEL: "6.1",
  KEXEC_IMAGE: "my bzImage",
  KEXEC_GROUPS: "caller,faults",
  KEXEC_FLAGS: "--bugs --jumps",
};

function argumentsOf({ status, stderr, calls }: ScriptRun): readonly string[] {
  expect([status, stderr]).toEqual([0, ""]);
  const [call = [], ...others] = calls.filter(([name]) => name === "kexec-model");
  expect(others).toEqual([]);
  return call.slice(1);
}

describe("a job of the pipeline", () => {
  test.each(
    jobs.flatMap((job) => [
      { job, given: {} },
      { job, given: all },
    ]),
  )("calls kexec-model as it is to be called: $job, $given", async ({ job, given }) => {
    const args = argumentsOf(runJob(job, { given }));
    expect(args[0]).toBe(job.replace("kexec-", ""));
    await expect(parse(args)).resolves.toBeUndefined();
  });

  test("tests the image that the variables name, spaces and all, as they say", () => {
    const args = argumentsOf(runJob("kexec-conform", { given: all })).join("|");
    const given = "--image|my bzImage|--groups|caller,faults|--bugs|--jumps|--output|";
    expect(args).toContain(`conform|--target|linux|${given}`);
  });

  test("installs the version that this one is", () => {
    const { version } = JSON.parse(textOf("package.json"));
    const { calls } = runJob("kexec-check");
    expect(calls[0]?.[0]).toBe("npm");
    expect(calls[0]?.at(-1)).toBe(`kexec-model@${version}`);
  });

  test("writes the JUnit file where GitLab looks for it", () => {
    for (const job of jobs) {
      const file = argumentsOf(runJob(job)).find((arg) => arg.startsWith("junit:"));
      expect(file).toMatch(/^junit:kexec-results\/[^/]+\.xml$/);
    }
  });

  test("leaves no result that is empty", () => {
    const files = { "kexec-results/check.xml": "", "kexec-results/check.md": "text" };
    const script = pipeline[".kexec-model"].after_script.join("\n");
    const { status, files: left } = runScript({ text: script, env: {}, files });
    expect([status, left]).toEqual([0, ["kexec-results/check.md"]]);
  });

  test.each([1, 2, 3])("fails with the exit status of kexec-model: %i", (status) => {
    for (const job of jobs) expect(runJob(job, { status }).status).toBe(status);
  });
});
