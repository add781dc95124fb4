import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import type { Limits } from "../../src/checker/model.ts";
import { mutants } from "../../src/model/mutants.ts";
import type { WorldReport } from "../../src/model/report.ts";
import { runWorld, type WorldRun } from "../../src/model/run.ts";
import type { WorldCheckpoint } from "../../src/model/saved-search.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";

const folder = mkdtempSync(join(tmpdir(), "saved-search-"));
afterAll(() => rmSync(folder, { recursive: true }));
const slow = { timeout: 180_000 };

function worldOf(name: string): World {
  const world = worldsOf("quick", "seed").find((one) => one.name === name);
  if (!world) throw new Error(`no world ${name}`);
  return world;
}

function saving(name: string, rest: Partial<WorldCheckpoint> = {}): WorldCheckpoint {
  const file = join(folder, name);
  const onFailure = (): void => {};
  return { file, identity: "a test", every_ms: 1e9, resume: true, onFailure, ...rest };
}

function run(world: World, rest: Partial<WorldRun> = {}): WorldReport {
  return runWorld({ world, properties: kexecProperties, ...rest });
}

/** A report without what differs from run to run. */
function findings({ seconds: _, notes: __, ...report }: WorldReport): unknown {
  return report;
}

describe("a world that was stopped and resumed has the report of one that was not", () => {
  test.each<readonly [world: string, stops: readonly Limits[]]>([
    ["memory", [{ statesMax: 1 }, { statesMax: 777 }, { statesMax: 5000 }]],
    ["race", [{ depthMax: 7 }, { memoryMax_bytes: 200_000 }, { depthMax: 40 }]],
    ["region", [{ stopped: () => true }]],
  ])("%s, %j", slow, (name, stops) => {
    const checkpoint = saving(name);
    for (const limits of stops) {
      const report = run(worldOf(name), { checkpoint, limits });
      expect(report.incomplete).not.toBeNull();
      expect(report.notes.at(-1)).toBe(`can go on from ${checkpoint.file}`);
    }
    const resumed = run(worldOf(name), { checkpoint });
    const whole = run(worldOf(name));
    expect(findings(resumed)).toEqual(findings(whole));
    expect(resumed.notes[0]).toMatch(/^went on from [\d,]+ states$/);
    const again = run(worldOf(name), { checkpoint, limits: { timeMax_ms: -1 } });
    expect(findings(again)).toEqual(findings(whole));
    expect(again.notes).toEqual(["was complete before"]);
  });

  test("of a mutant, too, behind a broken promise", slow, () => {
    const mutant = { edit: mutants["region-not-protected-again"] };
    const checkpoint = saving("mutant");
    run(worldOf("region"), { ...mutant, checkpoint, limits: { statesMax: 200 } });
    expect(findings(run(worldOf("region"), { ...mutant, checkpoint }))).toEqual(
      findings(run(worldOf("region"), mutant)),
    );
  });
});

describe("a world is not resumed", () => {
  const checkpoint = saving("other");

  test.each<readonly [what: string, other: Partial<WorldRun>]>([
    ["as another world", { world: worldOf("memory") }],
    ["as the same world of another kernel", { world: { ...worldOf("region"), sysctl: true } }],
    ["as a mutant", { edit: mutants["lock-not-taken"] }],
    ["with fewer properties", { properties: (layout) => kexecProperties(layout).slice(1) }],
    ["by another program", { checkpoint: { ...checkpoint, identity: "another test" } }],
  ])("%s", slow, (_, other) => {
    run(worldOf("region"), { checkpoint: { ...checkpoint, resume: false } });
    expect(() => run(worldOf("region"), { checkpoint, ...other })).toThrow(
      /expected a checkpoint of ".*", got one of ".*"; give another folder/,
    );
  });
});

test("a disk that is full does not end the search, and the report says so", slow, () => {
  const failures: string[] = [];
  const onFailure = (message: string) => failures.push(message);
  const checkpoint = saving("full", { resume: false, onFailure });
  symlinkSync("/dev/full", `${checkpoint.file}.tmp`);
  const report = run(worldOf("region"), { checkpoint });
  expect(report.incomplete).toBeNull();
  expect(failures).toEqual([expect.stringMatching(/^expected to write .*full, got: ENOSPC/)]);
  expect(report.notes).toEqual([`the end is not saved: ${failures[0]}`]);
});
