import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DebianKernelName } from "../../../src/conformance/linux/debian-kernels.ts";
import {
  type LinuxRun,
  type LinuxTest,
  runLinux,
} from "../../../src/conformance/linux/run-linux.ts";
import { generate } from "../../../src/testgen/generate.ts";
import { children, commandOf } from "./children.ts";
import { reportSkip, usableKernel } from "./skip.ts";

const kernels = { "6.12": usableKernel("6.12"), "7.2": usableKernel("7.2") };
const reason = Object.values(kernels)
  .map((kernel) => {
    if (typeof kernel === "string") return kernel;
    return kernel.package === null ? "two kernels are needed, KEXEC_MODEL_KERNEL is one" : null;
  })
  .find((why) => why !== null);
if (reason !== undefined) reportSkip(reason);

/** Where machines have their folders: our own, in which nobody else's are counted. */
const folder = mkdtempSync(join(tmpdir(), "parallel-"));
beforeAll(() => void vi.stubEnv("TMPDIR", folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const LIMIT_ms = 240_000;

describe.skipIf(reason !== undefined)("two kernels at once", () => {
  it(
    "are not disturbed when the machine of one is killed, or hangs, in mid-run",
    async () => {
      const [killed, hung] = [tests(), tests()];
      const [first, second] = await Promise.all([
        runOn(
          "6.12",
          killed.onThird(() => signalMachines("6.12", "SIGKILL")),
        ),
        runOn(
          "7.2",
          hung.onThird(() => signalMachines("7.2", "SIGSTOP")),
        ),
      ]);
      for (const [run, seen] of [[first, killed.seen] as const, [second, hung.seen] as const]) {
        const wrong = run.tests.filter(({ outcome }) => outcome.kind !== "passed");
        expect(wrong.map(({ id, outcome }) => [id, outcome.kind])).toEqual([
          [seen[3]?.id, "error"],
        ]);
        expect(run.boots_ms).toHaveLength(2);
      }
      expect(children()).toEqual([]);
      // one console log is kept for each error, nothing else
      expect(readdirSync(folder).filter((name) => name.startsWith("kexec-model-"))).toHaveLength(2);
    },
    LIMIT_ms,
  );

  it(
    "are told apart: a machine that is not the kernel it should be is given up",
    async () => {
      await expect(runOn("6.12", () => {}, "7.2")).rejects.toThrow(
        /^expected 7\.2 in .*vmlinuz, got 6\.12\.\S+, which is 6\.12$/,
      );
      expect(children()).toEqual([]);
    },
    LIMIT_ms,
  );
});

/** The tests that a run has told of, and somebody who does something after the third. */
function tests() {
  const seen: LinuxTest[] = [];
  const onThird = (act: () => void) => (test: LinuxTest) => {
    seen.push(test);
    if (seen.length === 3) act();
  };
  return { seen, onThird };
}

async function runOn(
  name: "6.12" | "7.2",
  onTest: (test: LinuxTest) => void,
  profile: DebianKernelName = name,
): Promise<LinuxRun> {
  const kernel = kernels[name];
  if (typeof kernel === "string") throw new Error(kernel);
  const suite = generate({ tool: "test", kernel: name, cover: "transitions", seed: 1, tests: 0 });
  return await runLinux({ suite, kernel, profile, groups: ["two-callers"], onTest });
}

function signalMachines(name: string, signal: NodeJS.Signals): void {
  for (const pid of children()) {
    if (commandOf(pid).includes(`/${name}/vmlinuz`)) process.kill(pid, signal);
  }
}
