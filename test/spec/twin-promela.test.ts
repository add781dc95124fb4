import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecProperties } from "../../properties/index.ts";
import { kexecModel } from "../../src/model/model.ts";
import { type KernelName, type World, worldsOf } from "../../src/model/worlds.ts";
import { type CheckResult, checkMachine } from "../../src/xstate/check.ts";
import { readSpec } from "./markdown.ts";
import { missingProgram, runSpin, type SpinResult } from "./spin.ts";

const text = readSpec("kexec-load-claims.pml");
const missing = missingProgram();
if (missing !== null) console.warn(`skipped: expected ${missing} on PATH, got none`);

const worlds = ["race", "memory", "region", "requests", "reboot", "panic", "panic-late"] as const;
type WorldName = (typeof worlds)[number];

/** What each kernel is asked: all of the oldest and the newest, of the others what differs there. */
const searches: readonly (readonly [kernel: KernelName, name: WorldName])[] = [
  ...worlds.map((name) => ["seed", name] as const),
  ...(["requests", "reboot", "panic"] as const).map((name) => ["5.10", name] as const),
  ...(["race", "requests", "reboot", "panic"] as const).map((name) => ["6.1", name] as const),
  ["6.12", "panic"],
  ...worlds.map((name) => ["7.2", name] as const),
  ...(["memory", "requests", "reboot", "panic"] as const).map((name) => ["fixed", name] as const),
];

/** Without symmetry. */
const plainSearches: typeof searches = [
  ...worlds.map((name) => ["seed", name] as const),
  ...(["reboot", "panic", "panic-late"] as const).map((name) => ["7.2", name] as const),
];

/** The claims of the twin, by the names of our properties. */
const claims = claimsIn(text);
/** Those that CHECK_ALL judges together, as they hold. */
const promises = claimsIn(/#ifdef CHECK_ALL\n(.*?)#ifdef/s.exec(text)?.[1] ?? "");

test("a machine of continuous integration has spin and gcc", () => {
  if (process.env["CI"]) expect(missing).toBeNull();
});

test("every claim of the twin is a property of ours", () => {
  const ours = kexecProperties(kexecModel(worldNamed("race")).layout).map(({ name }) => name);
  expect(claims.filter((name) => !ours.includes(name))).toEqual([]);
  expect(promises.length).toBeGreaterThan(18);
});

// most of a run is gcc: several at once keep all processors busy
describe.skipIf(missing !== null)("SPIN", { concurrent: true }, () => {
  test.each(searches)(
    "%s, %s: our states, steps and depth, and every promise holds",
    async (kernel, name) => {
      const spin = await breadthFirst(name, kernelMacro(kernel), "CHECK_ALL");
      const ours = explored(name, kernel);
      expect(spin.error).toBeNull();
      expect(countsOf(spin, "judged")).toEqual([ours.states, ours.transitions, ours.depth]);
      const broken = ours.verdicts.filter(
        ({ property, outcome }) =>
          promises.includes(property.name) && outcome !== "holds" && outcome !== "vacuous",
      );
      expect(broken).toEqual([]);
    },
  );

  test.each(plainSearches)(
    "%s, %s: our states and steps, when every name counts",
    async (kernel, name) => {
      const defines = [worldMacro(name), kernelMacro(kernel)];
      const spin = await runSpin({ defines, flags, panArgs });
      const model = kexecModel(worldNamed(name, kernel));
      const { canonical: _, ...options } = model.options;
      const ours = checkMachine<KexecContext, KexecEvent>(model.machine, options);
      expect(countsOf(spin).slice(0, 2)).toEqual([ours.states, ours.transitions]);
    },
  );

  test("panic, nested: our states, steps and depth", async () => {
    const spin = await breadthFirst("panic", "NESTED_PANICS");
    const model = kexecModel({ ...worldNamed("panic"), panic: "nested" });
    const ours = checkMachine<KexecContext, KexecEvent>(model.machine, model.options);
    expect(countsOf(spin)).toEqual([ours.states, ours.transitions, ours.depth]);
  });

  test.each<readonly [claim: string, name: WorldName]>([
    ["lock-free-frames-are-installed", "memory"], // B8
    ["crash-load-that-fails-keeps-the-old-image", "race"],
    ["crash-image-at-every-moment", "race"],
    ["region-protected-after-every-call", "race"],
    ["both-images-are-loaded", "race"],
    ["the-new-kernel-runs", "reboot"],
    ["a-jump-comes-back", "reboot"],
    ["a-loaded-crash-image-runs-on-panic", "panic"],
    ["a-loaded-crash-image-runs-on-panic", "panic-late"],
    ["the-crash-kernel-runs", "panic"],
    ["a-dead-task-keeps-the-lock", "panic"],
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

// these leave out what nobody uses here, and gcc has less to do
const flags = ["-DNOCOMP", "-DNOFAIR", "-DNOBOUNDCHECK"];
const panArgs = ["-m100000", "-w18"];

/** A search of a world up to symmetry. */
function breadthFirst(name: WorldName, ...macros: readonly string[]): Promise<SpinResult> {
  const defines = [worldMacro(name), "SYMMETRY", ...macros];
  return runSpin({ defines, flags: [...flags, "-DBFS"], panArgs });
}

/** States, steps and depth as we count them; the judge of states takes a step in each of them. */
function countsOf({ states, transitions, depth }: SpinResult, judge?: "judged"): number[] {
  return [states, transitions - 1 - (judge === "judged" ? states : 0), depth + 1];
}

const results = new Map<string, CheckResult<KexecContext, KexecEvent>>();

/** What our checker finds in a world up to symmetry, what SPIN can judge judged; found once. */
function explored(
  name: WorldName,
  kernel: KernelName = "seed",
): CheckResult<KexecContext, KexecEvent> {
  const model = kexecModel(worldNamed(name, kernel));
  const properties = kexecProperties(model.layout).filter(({ name }) => claims.includes(name));
  const result =
    results.get(`${kernel} ${name}`) ??
    checkMachine<KexecContext, KexecEvent>(model.machine, { ...model.options, properties });
  results.set(`${kernel} ${name}`, result);
  return result;
}

function worldNamed(name: WorldName, kernel: KernelName = "seed"): World {
  const world = worldsOf("quick", kernel).find((each) => each.name === name);
  if (!world) throw new RangeError(`expected a world of the preset quick, got ${name}`);
  return world;
}

function worldMacro(name: WorldName): string {
  return `WORLD=${name.toUpperCase().replace("-", "_")}`;
}

function kernelMacro(kernel: KernelName): string {
  const version = /^\d/.test(kernel) ? `LINUX_${kernel.replace(".", "_")}` : kernel.toUpperCase();
  return `KERNEL=${version}`;
}

function macroOf(claim: string): string {
  return `CHECK_${claim.toUpperCase().replaceAll("-", "_")}`;
}

/** The names of the properties whose macros stand in a text. */
function claimsIn(promela: string): string[] {
  const macros = [...promela.matchAll(/\bCHECK_([A-Z]+_[A-Z_]+)\b/g)];
  return [...new Set(macros.map(([, name]) => `${name}`.toLowerCase().replaceAll("_", "-")))];
}
