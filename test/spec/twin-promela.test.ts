import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecProperties } from "../../properties/index.ts";
import { kexecModel } from "../../src/model/model.ts";
import { type KernelName, type World, worldsOf } from "../../src/model/worlds.ts";
import { type CheckResult, checkMachine } from "../../src/xstate/check.ts";
import { readSpec } from "./markdown.ts";
import { missingProgram, runSpin, type SpinResult } from "./spin.ts";

const text = readSpec("kexec-load.pml");
const missing = missingProgram();
if (missing !== null) console.warn(`skipped: expected ${missing} on PATH, got none`);

const worlds = ["race", "memory", "region", "requests"] as const;
type WorldName = (typeof worlds)[number];

/** The claims of the twin, by the names of our properties. */
const claims = claimsIn(text);
/** Those that CHECK_ALL judges together, as they hold. */
const promises = claimsIn(/#ifdef CHECK_ALL\n(.*?)#ifdef/s.exec(text)?.[1] ?? "");

test("a machine of continuous integration has spin and gcc", () => {
  if (process.env["CI"]) expect(missing).toBeNull();
});

test("every claim of the twin is a property of ours", () => {
  const { layout } = kexecModel(worldNamed("race"));
  const ours = kexecProperties(layout).map(({ name }) => name);
  expect(claims.filter((name) => !ours.includes(name))).toEqual([]);
  expect(promises.length).toBeGreaterThan(10);
});

// most of a run is gcc: several at once keep all processors busy
describe.skipIf(missing !== null)("SPIN", { concurrent: true }, () => {
  test.each(worlds)("%s: our states, steps and depth, and every promise holds", async (name) => {
    const spin = await breadthFirst(name, "CHECK_ALL");
    const ours = explored(name);
    expect(spin.error).toBeNull();
    expect(countsOf(spin, "judged")).toEqual([ours.states, ours.transitions, ours.depth]);
    const kept = ours.verdicts.filter(
      ({ outcome }) => outcome === "holds" || outcome === "vacuous",
    );
    expect(kept.map(({ property }) => property.name)).toEqual(expect.arrayContaining(promises));
  });

  test.each(worlds)("%s: our states and steps, when every name counts", async (name) => {
    const spin = await runSpin({ defines: [worldMacro(name)], panArgs });
    const { canonical: _, ...options } = kexecModel(worldNamed(name)).options;
    const { machine } = kexecModel(worldNamed(name));
    const ours = checkMachine<KexecContext, KexecEvent>(machine, options);
    expect(countsOf(spin).slice(0, 2)).toEqual([ours.states, ours.transitions]);
  });

  test.each<readonly [kernel: KernelName, name: WorldName, macros: readonly string[]]>([
    ["fixed", "memory", ["FIXED"]], // no frame is lost
    ["6.1", "race", ["NO_KEXEC_JUMP", "LIST_COPIED_BEFORE_LOCK"]],
  ])("kernel %s, world %s: ours again, and every promise holds", async (kernel, name, macros) => {
    const spin = await breadthFirst(name, "CHECK_ALL", ...macros);
    const ours = explored(name, kernel);
    expect(spin.error).toBeNull();
    expect(countsOf(spin, "judged")).toEqual([ours.states, ours.transitions, ours.depth]);
  });

  test.each<readonly [claim: string, name: WorldName]>([
    ["lock-free-frames-are-installed", "memory"], // B8
    ["crash-load-that-fails-keeps-the-old-image", "race"],
    ["crash-image-at-every-moment", "race"],
    ["region-protected-after-every-call", "race"],
    ["both-images-are-loaded", "race"],
  ])("the run that shows %s in %s is as long as ours", async (claim, name) => {
    const spin = await breadthFirst(name, macroOf(claim));
    const ours = explored(name).verdicts.find(({ property }) => property.name === claim);
    expect(ours?.outcome).toBe(ours?.property.kind === "sometimes" ? "witnessed" : "violated");
    expect(spin.error?.message).toContain("assertion violated");
    // a state is judged by a step behind it, a step inside it; SPIN counts the steps before that
    const inside = ours?.property.kind === "alwaysStep" ? 1 : 0;
    expect((spin.error?.depth ?? 0) + inside).toBe(ours?.trace?.steps.length);
  });
});

const panArgs = ["-m100000", "-w18"];

/** A search of a world up to symmetry. */
function breadthFirst(name: WorldName, ...macros: readonly string[]): Promise<SpinResult> {
  const defines = [worldMacro(name), "SYMMETRY", ...macros];
  return runSpin({ defines, flags: ["-DBFS"], panArgs });
}

/** States, steps and depth as we count them; the judge of states takes a step in each of them. */
function countsOf({ states, transitions, depth }: SpinResult, judge?: "judged"): number[] {
  return [states, transitions - 1 - (judge === "judged" ? states : 0), depth + 1];
}

const results = new Map<string, CheckResult<KexecContext, KexecEvent>>();

/** What our checker finds in a world up to symmetry, every property judged; found once. */
function explored(
  name: WorldName,
  kernel: KernelName = "seed",
): CheckResult<KexecContext, KexecEvent> {
  const { machine, options, layout } = kexecModel(worldNamed(name, kernel));
  const properties = kexecProperties(layout);
  const result =
    results.get(`${kernel} ${name}`) ??
    checkMachine<KexecContext, KexecEvent>(machine, { ...options, properties });
  results.set(`${kernel} ${name}`, result);
  return result;
}

function worldNamed(name: WorldName, kernel: KernelName = "seed"): World {
  const world = worldsOf("quick", kernel).find((each) => each.name === name);
  if (!world) throw new RangeError(`expected a world of the preset quick, got ${name}`);
  return world;
}

function worldMacro(name: WorldName): string {
  return `WORLD=${name.toUpperCase()}`;
}

function macroOf(claim: string): string {
  return `CHECK_${claim.toUpperCase().replaceAll("-", "_")}`;
}

/** The names of the properties whose macros stand in a text. */
function claimsIn(promela: string): string[] {
  const macros = [...promela.matchAll(/\bCHECK_([A-Z]+_[A-Z_]+)\b/g)];
  return [...new Set(macros.map(([, name]) => `${name}`.toLowerCase().replaceAll("_", "-")))];
}
