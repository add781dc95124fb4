import { readFileSync } from "node:fs";
import { kexecProperties } from "../../../properties/index.ts";
import { runCalls } from "../../../src/conformance/reference/calls.ts";
import { referenceSystem } from "../../../src/conformance/reference/system.ts";
import { runSuite } from "../../../src/conformance/run.ts";
import { parseMutation } from "../../../src/formats/mutation-file.ts";
import { resultsOfCheck } from "../../../src/formats/results/of-check.ts";
import { resultsOfMutation } from "../../../src/formats/results/of-mutation.ts";
import { resultsOfReference } from "../../../src/formats/results/of-run.ts";
import type { Results } from "../../../src/formats/results/results.ts";
import { runOfReference } from "../../../src/formats/run-of.ts";
import { createLayout } from "../../../src/memory/layout.ts";
import { aggregate } from "../../../src/model/aggregate.ts";
import { literalOf } from "../../../src/model/literal.ts";
import { type MutantName, mutants } from "../../../src/model/mutants.ts";
import type { CheckReport } from "../../../src/model/report.ts";
import { runWorld } from "../../../src/model/run.ts";
import { worldsOf } from "../../../src/model/worlds.ts";
import { mutationProperties } from "../../../src/mutation/parts.ts";
import type { MutationResult } from "../../../src/mutation/result.ts";
import { scoreOf } from "../../../src/mutation/score.ts";
import { generate } from "../../../src/testgen/generate.ts";
import type { Outcome } from "../../../src/xstate/check.ts";

const tool = "kexec-model 1.2.3";
export const times = { began_ms: 1_700_000_000_000, ended_ms: 1_700_000_005_000 };

/** Three worlds are enough for violated, known, open and stopped; `region` stops at a limit. */
const worldNames: readonly string[] = ["race", "region", "odd"];

/** A check as the command makes it, of the model or of a mutant. */
export function realReport(mutant: MutantName | null): CheckReport {
  const worlds = worldsOf("quick", "seed").filter(({ name }) => worldNames.includes(name));
  const layout = createLayout((worlds[0] ?? { bounds: neverEmpty() }).bounds);
  const found = worlds.map((world) =>
    runWorld({
      world,
      properties: kexecProperties,
      ...(mutant !== null && { edit: mutants[mutant] }),
      ...(world.name === "region" && { limits: { statesMax: 3 } }),
    }),
  );
  // what only other worlds speak about is no result of these
  const idle: readonly Outcome[] = ["vacuous", "unwitnessed"];
  const told = new Set(
    found.flatMap(({ properties }) =>
      properties.filter(({ outcome }) => !idle.includes(outcome)).map(({ name }) => name),
    ),
  );
  return aggregate({
    tool,
    kernel: "seed",
    preset: "quick",
    mutant,
    worlds: found,
    claims: kexecProperties(layout).filter(({ name }) => told.has(name)),
    literal: literalOf(layout),
    coverageMatters: false,
  });
}

function neverEmpty(): never {
  throw new RangeError("expected the worlds of the preset quick, got none of them");
}

let ofMutant: Results | null = null;
let ofConform: Promise<Results> | null = null;

/** A check that is violated, and incomplete; made once. */
export function mutantResults(): Results {
  ofMutant ??= resultsOfCheck(realReport("lock-not-taken"), times);
  return ofMutant;
}

/** The suite of one healthy caller on a reference kernel that forgets a rule; made once. */
export function conformResults(): Promise<Results> {
  ofConform ??= conformWithBug();
  return ofConform;
}

async function conformWithBug(): Promise<Results> {
  const suite = generate({ tool, kernel: "seed", cover: "transitions", seed: 1, tests: 0 });
  const bugs = { unloadKeepsImage: true } as const;
  const groups = ["caller"] as const;
  const result = await runSuite({ suite, system: () => referenceSystem({ bugs }), groups });
  const run = runOfReference(suite, result, { tool, system: "reference kernel" });
  const command = (kernel: string): string => `kexec-model conform --kernel ${kernel}`;
  const calls = runCalls(suite, { bugs });
  return resultsOfReference({ run, calls, random: null }, { tool, command, ...times });
}

/** The committed mutation result, in which one mutant is made to survive. */
export function mutationResults(survivor: string): Results {
  const file = new URL("../../../spec/mutation.json", import.meta.url);
  const committed = parseMutation(readFileSync(file, "utf8"));
  const was = committed.mutants[survivor];
  if (!was) throw new RangeError(`expected a mutant, got ${survivor}`);
  const changed = { part: was.part, verdict: "survived", why: "nobody looked" } as const;
  const result: MutationResult = {
    ...committed,
    mutants: { ...committed.mutants, [survivor]: changed },
  };
  const promises = mutationProperties().filter(
    ({ kind, refutedBy }) => kind !== "sometimes" && refutedBy !== undefined,
  );
  const names = promises.map(({ name }) => name);
  const differences = [`${survivor}: was killed, is survived`];
  return resultsOfMutation(
    {
      tool,
      mutants: result.mutants,
      score: scoreOf(result, names),
      committed: { file: "spec/mutation.json", differences },
    },
    times,
  );
}
