import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { setup } from "xstate";
import { always, leadsTo, sometimes, weaklyFair } from "../../src/index.ts";
import { testMachine } from "../../src/vitest.ts";

const lamp = setup({}).createMachine({
  id: "lamp",
  initial: "dark",
  states: { dark: { on: { on: "lit" } }, lit: { on: { off: "dark" } } },
});

// these are test cases themselves, and they pass
testMachine(lamp, {
  events: [{ type: "on" }, { type: "off" }],
  properties: [
    always("it is in one state", ({ configuration }) => configuration.leaves.length === 1),
    sometimes("it can be lit", ({ configuration }) => configuration.has("lit")),
    leadsTo(
      "it is dark again",
      {
        when: ({ configuration }) => configuration.has("lit"),
        holds: ({ configuration }) => configuration.has("dark"),
      },
      { fairness: [weaklyFair("off")] },
    ),
    always("it is dark", ({ configuration }) => configuration.has("dark"), {
      expect: { kind: "weakness", reason: "it is a lamp" },
    }),
  ],
});

interface Case {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

test("a property that is violated fails its test case with the shortest run", () => {
  const folder = fileURLToPath(new URL("../fixtures/vitest", import.meta.url));
  const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
  const aliases = { "kexec-model/vitest": "vitest.ts", "kexec-model": "index.ts" };
  const { stdout, status } = spawnSync(
    process.execPath,
    [vitest, "run", "--root", folder, "--reporter", "json"],
    { encoding: "utf8", env: { ...process.env, KEXEC_MODEL_ALIASES: JSON.stringify(aliases) } },
  );
  const [file] = JSON.parse(stdout.slice(stdout.indexOf("{"))).testResults;
  const cases: readonly Case[] = file.assertionResults;
  expect(status).toBe(1);
  expect(cases.map((one) => [one.title, one.status])).toEqual([
    ["it is in one state", "skipped"], // the search ends where it is ajar: nothing is known behind
    ["it is never ajar", "failed"],
    ["it can be locked", "passed"],
    ["fixme DOOR-1: a lock opens again", "passed"],
    ["no state is a deadlock", "failed"],
    ["every reachable state is seen", "passed"],
  ]);
  expect(cases[1]?.failureMessages[0]).toContain(
    ["violated: it is never ajar", "  start  closed", "    1  open: closed -> ajar"].join("\n"),
  );
  expect(cases[4]?.failureMessages[0]).toContain(
    "nothing can happen behind this run\n  start  closed\n    1  lock: closed -> locked",
  );
});
