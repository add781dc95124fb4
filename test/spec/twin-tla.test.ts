import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crashSize } from "../../machines/crash-size.ts";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { machine } from "../../machines/machine.ts";
import { panic } from "../../machines/panic.ts";
import { reboot } from "../../machines/reboot.ts";
import { sysctls } from "../../machines/sysctls.ts";
import { kexecProperties } from "../../properties/index.ts";
import { type Feature, PAGE_SIZE_bytes } from "../../src/memory/bounds.ts";
import { createLayout } from "../../src/memory/layout.ts";
import { kexecModel } from "../../src/model/model.ts";
import type { World } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import { layout, properties, worldNamed } from "./kernel.ts";
import { oneLine, readSpec, tableRows } from "./markdown.ts";
import {
  callsOf,
  configurations,
  constantsOf,
  countsOf,
  type Module,
  openTlc,
  requestsOf,
  type Tlc,
  tools,
} from "./tlc.ts";

const modules = { KexecLoad: readSpec("KexecLoad.tla"), Kexec: readSpec("Kexec.tla") } as const;
if (!tools) console.warn("skipped: expected TLA2TOOLS to name a tla2tools.jar, got nothing");

/** The names of the definitions of both modules. */
const defined = Object.values(modules).flatMap((text) =>
  [...text.matchAll(/^(\w+)(?:\([^)]*\))? *==/gm)].map(([, name]) => name ?? ""),
);

describe("the modules name what the code names", () => {
  const charts = [kexecLoad, sysctls, reboot, crashSize, panic, machine];

  test("every event is an action, but for those that spec/twins.md leaves out", () => {
    const events = new Set(charts.flatMap((chart) => chart(layout).events as readonly string[]));
    expect(events).toContain("kexec_trylock");
    expect([...events].filter((event) => !defined.includes(event)).sort()).toEqual(
      leftOut("event").sort(),
    );
  });

  test("a call is where the statechart waits for an event", () => {
    const others = stringsIn("KexecLoad", /\[pc : \{([^}]*)\}/);
    const places = [...others, ...setNamed("LockedPlaces")];
    // the seed copies the list before the lock in 32-bit calls only, which are left out
    const called = waiting(kexecLoad(layout).config).filter((each) => !/Outside/.test(each));
    expect(places.sort()).toEqual([...new Set(called)].sort());
    expect(setNamed("RebootPlaces").sort()).toEqual(behind("reboot", reboot(layout).config).sort());
    // a write to the size is left out
    const read = behind("size", crashSize(layout).config).filter((each) => !/shrinking/.test(each));
    expect(setNamed("SizePlaces")).toEqual(read);
  });

  test("the CPU that panics, and the machine, are where the statechart has them", () => {
    expect(setNamed("PanicPlaces")).toEqual(waiting(panic(layout).config));
    const { silent, ...others } = machine(layout).config.states ?? {};
    expect(setNamed("SilentPlaces")).toEqual(waiting(silent as Node));
    const going = stringsIn("Kexec", /machine \\in \{([^}]*)\}/);
    expect([...going, ...setNamed("EndStates")].sort()).toEqual(
      ["silent", ...Object.keys(others)].sort(),
    );
  });

  test("every property is defined, but for those that spec/twins.md leaves out", () => {
    const missing = properties.map(({ name }) => name).filter((name) => !hasTwin(name));
    expect(leftOut("property").sort()).toEqual(missing.sort());
  });

  test("every promise that is defined is checked", () => {
    const checked = configurations.flatMap(({ config }) => readSpec(config).split(/\s+/));
    const promises = properties.filter(
      (property) =>
        property.kind !== "sometimes" &&
        property.expect?.kind !== "weakness" &&
        hasTwin(property.name),
    );
    expect(promises.filter(({ name }) => !checked.includes(twinOf(name)))).toEqual([]);
  });

  test.each(configurations)("$config has the bounds of the world", ({ config, module, world }) => {
    const names = { requests: `${title(world)}Requests`, calls: `${title(world)}Calls` };
    expect(readSpec(config)).toContain(constantsOf(worldNamed(world), module, names));
  });

  test.each<readonly [name: string, module: Module, text: string]>([
    ["RaceRequests", "KexecLoad", requestsOf(worldNamed("race"))],
    ["RebootRequests", "Kexec", requestsOf(worldNamed("reboot"))],
    ["RebootCalls", "Kexec", callsOf(worldNamed("reboot"))],
    ["PanicRequests", "Kexec", requestsOf(worldNamed("panic"))],
    ["PanicCalls", "Kexec", callsOf(worldNamed("panic"))],
  ])("%s are those of the world", (name, module, text) => {
    const [, found = ""] = new RegExp(`^${name} ==(.*?)\n\n`, "ms").exec(modules[module]) ?? [];
    expect(oneLine(found)).toBe(oneLine(text));
  });
});

describe.skipIf(!tools)("TLC", { timeout: 900_000 }, () => {
  let tlc: Tlc;
  beforeAll(() => {
    tlc = openTlc();
  });
  afterAll(() => tlc.close());

  test.each(configurations)(
    "$config: our states, steps and depth, and every promise holds",
    async ({ config, module, world }) => {
      // liveness knows no view
      const names = config.includes("Liveness") ? "every name" : "canonical";
      expect(countsOf(await tlc.run(config, module))).toBe(ourCounts(worldNamed(world), names));
    },
  );

  const safety = {
    KexecLoad: "SPECIFICATION Spec\nVIEW View\n",
    Kexec: "SPECIFICATION KexecSpec\nVIEW KexecView\nCHECK_DEADLOCK FALSE\n",
  } as const;
  test.each<readonly [name: string, world: World, module: Module, claims: string]>([
    ["memory", worldNamed("memory"), "KexecLoad", "INVARIANT TypeOK"],
    ["region", worldNamed("region"), "KexecLoad", "INVARIANT TypeOK"],
    ["requests", worldNamed("requests"), "KexecLoad", "INVARIANT TypeOK"],
    ["odd", worldNamed("odd"), "KexecLoad", "INVARIANT TypeOK"],
    ["panic-late", worldNamed("panic-late"), "Kexec", "INVARIANTS KexecTypeOK OneHolder"],
    ["reboot with panics", everyEnd(), "Kexec", "INVARIANTS KexecTypeOK OneHolder NothingIsStuck"],
  ])("the world %s: our states, steps and depth", async (_, world, module, claims) => {
    const output = await tlc.runWith({ world, module, claims: `${safety[module]}${claims}` });
    expect(countsOf(output)).toBe(ourCounts(world, "canonical"));
  });

  test("the reduction is exact: every free frame on offer makes no more states", async () => {
    const definitions = [
      "AnyFree(t) ==",
      "IF call[t].killed THEN {NULL} ELSE {NULL} \\cup {p \\in Ordinary : frame[p].free}",
    ].join(" ");
    const claims = `CONSTANT AllocPages <- AnyFree\n${safety.KexecLoad}`;
    const race = worldNamed("race");
    const output = await tlc.runWith({ world: race, module: "KexecLoad", definitions, claims });
    const [states, , depth] = countsOf(output).split(" ");
    const [ours, , ourDepth] = ourCounts(race, "canonical").split(" ");
    expect([states, depth]).toEqual([ours, ourDepth]);
  });

  test.each<readonly [name: string, world: string, module: Module, expected: string]>([
    ["every-call-returns", "race", "KexecLoad", "holds if fair"],
    ["lock-is-released", "race", "KexecLoad", "holds if fair"],
    ["a-caller-that-asks-again-gets-the-lock", "race", "KexecLoad", "violated even so"],
    ["a-reboot-with-an-image-runs-it", "reboot", "Kexec", "holds if fair"],
    ["the-panic-path-never-waits", "panic", "Kexec", "holds if fair"],
  ])(
    "%s is judged as we judge it, with fairness and without",
    async (name, at, module, expected) => {
      const world = worldNamed(at);
      const outcomes = [ourOutcome(world, name, "fair"), ourOutcome(world, name, "unfair")];
      const fair = expected === "holds if fair";
      expect(outcomes).toEqual([fair ? "holds" : "violated", "violated"]);
      // that it holds in fair runs is part of a configuration that is shipped
      const plain = module === "Kexec" ? "KexecSpec" : "Spec";
      const claims = `SPECIFICATION ${fair ? plain : "FairSpec"}\nPROPERTY ${twinOf(name)}`;
      const output = await tlc.runWith({
        world,
        module,
        claims: `CHECK_DEADLOCK FALSE\n${claims}`,
      });
      expect(output).toMatch(/Temporal propert.* violated/);
    },
  );

  const disabling: World = { ...worldNamed("reboot"), sysctl: true };
  // a claim about the unlock is an invariant in TLC: its run ends before the step that ours shows
  test.each<
    readonly [name: string, kind: "state" | "step" | "unlock" | "witness", world: World, Module]
  >([
    ["crash-load-that-fails-keeps-the-old-image", "unlock", worldNamed("race"), "KexecLoad"],
    ["region-protected-after-every-call", "unlock", worldNamed("race"), "KexecLoad"],
    ["crash-image-at-every-moment", "step", worldNamed("race"), "KexecLoad"],
    ["lock-free-frames-are-installed", "state", worldNamed("memory"), "KexecLoad"], // B8
    ["both-images-are-loaded", "witness", worldNamed("race"), "KexecLoad"],
    ["a-source-page-is-in-place", "witness", worldNamed("race"), "KexecLoad"],
    ["a-loaded-crash-image-runs-on-panic", "step", worldNamed("panic"), "Kexec"],
    ["load-disabled-stops-every-later-kexec", "step", disabling, "Kexec"],
    ["a-destination-is-ram", "state", worldNamed("odd"), "Kexec"],
    ["the-crash-kernel-runs", "witness", worldNamed("panic"), "Kexec"],
    ["a-dead-task-keeps-the-lock", "witness", worldNamed("panic"), "Kexec"],
    ["the-new-kernel-runs", "witness", worldNamed("reboot"), "Kexec"],
    ["a-jump-comes-back", "witness", worldNamed("reboot"), "Kexec"],
  ])("the run that shows %s is as long as ours", async (name, kind, world, module) => {
    const claim = kind === "witness" ? "Never" : twinOf(name);
    const output = await tlc.runWith({
      world,
      module,
      definitions: kind === "witness" ? `Never == ~${twinOf(name)}` : "",
      claims: `${safety[module]}${kind === "step" ? "PROPERTY" : "INVARIANT"} ${claim}`,
    });
    expect(output).toMatch(new RegExp(`${claim} is violated`));
    const steps = (output.match(/^State \d+: /gm)?.length ?? 0) - 1;
    expect(steps + (kind === "unlock" ? 1 : 0)).toBe(ourRun(world, name));
  });
});

/** A world of no preset: one caller of every door of the twin, and panics at every moment. */
function everyEnd(): World {
  const [calm, panicking] = [worldNamed("reboot"), worldNamed("panic")];
  const [first, ...others] = calm.bounds.requests;
  if (!first) throw new RangeError("expected the world reboot to have requests, got none");
  const bounds = {
    ...calm.bounds,
    tasks: 1,
    // only a place to be entered at tells images apart whose segments are not read yet
    requests: [{ ...first, entry: PAGE_SIZE_bytes }, ...others, ...panicking.bounds.requests],
    calls: [...(calm.bounds.calls ?? []), ...(panicking.bounds.calls ?? [])],
  };
  return { ...panicking, name: "reboot with panics", bounds, panic: "nested" };
}

/** The name of a property's twin: `no-lock-at-return` is NoLockAtReturn. */
function twinOf(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function hasTwin(name: string): boolean {
  return defined.includes(twinOf(name));
}

function title(world: string): string {
  return `${world.charAt(0).toUpperCase()}${world.slice(1)}`;
}

/** What spec/twins.md says that the twin does not have. */
function leftOut(what: "event" | "property"): string[] {
  const rows = tableRows(readSpec("twins.md"), `${what} that is left out`, "why");
  return rows.flatMap((row) =>
    (row[`${what} that is left out`] ?? "").split(", ").map((name) => name.replaceAll("`", "")),
  );
}

/** The strings that a pattern captures in a module. */
function stringsIn(module: Module, pattern: RegExp): string[] {
  const text = pattern.exec(modules[module])?.[1] ?? "";
  return [...text.matchAll(/"([\w.]+)"/g)].map(([, name]) => name ?? "");
}

/** The strings of a set that a module defines. */
function setNamed(name: string): string[] {
  const pattern = new RegExp(`^${name} *==\\s*\\{([^}]*)\\}`, "m");
  const module = pattern.test(modules.Kexec) ? "Kexec" : "KexecLoad";
  return stringsIn(module, pattern);
}

interface Node {
  readonly on?: unknown;
  readonly states?: Readonly<Record<string, unknown>> | undefined;
  readonly meta?: { readonly feature?: Feature };
}

/** The states of a chart without children that handle an event, in the seed's kernel. */
function waiting(node: Node): string[] {
  return Object.entries(node.states ?? {}).flatMap(([name, child]) => {
    const { on, states, meta } = child as Node; // a state's configuration
    if (meta?.feature !== undefined && !layout.bounds.features.includes(meta.feature)) return [];
    if (states) return waiting({ states });
    return on ? [name] : [];
  });
}

/** The places of a call behind another door, as the twin names them. */
function behind(door: string, chart: Node): string[] {
  return waiting(chart)
    .filter((name) => name !== "idle")
    .map((name) => `${door}.${name}`);
}

/** Distinct states, steps and depth, as `countsOf` tells them of TLC. */
function ourCounts(world: World, names: "canonical" | "every name"): string {
  const { machine: ours, options } = kexecModel(world);
  const { canonical: _, ...plain } = options;
  const search = names === "canonical" ? options : plain;
  const result = checkMachine<KexecContext, KexecEvent>(ours, search);
  return `${result.states} ${result.transitions} ${result.depth}`;
}

/** What our checker says of a claim about every run. */
function ourOutcome(world: World, name: string, runs: "fair" | "unfair"): string | undefined {
  const { machine: ours, options } = kexecModel(world);
  const own = kexecProperties(createLayout(world.bounds))
    .filter((one) => one.name === name)
    .map((one) => (one.kind === "leadsTo" && runs === "unfair" ? { ...one, fairness: [] } : one));
  const result = checkMachine<KexecContext, KexecEvent>(ours, { ...options, properties: own });
  return result.verdicts[0]?.outcome;
}

/** Steps of our shortest run to a violation or witness. */
function ourRun(world: World, name: string): number | undefined {
  const { machine: ours, options } = kexecModel(world);
  const own = kexecProperties(createLayout(world.bounds)).filter((one) => one.name === name);
  const result = checkMachine<KexecContext, KexecEvent>(ours, { ...options, properties: own });
  return result.verdicts[0]?.trace?.steps.length;
}
