import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { sysctls } from "../../machines/sysctls.ts";
import { kexecProperties } from "../../properties/index.ts";
import { errnos } from "../../src/kernel/errno.ts";
import * as kexec from "../../src/kernel/kexec.ts";
import { crashStart, PAGE_SIZE_bytes } from "../../src/memory/bounds.ts";
import { createLayout } from "../../src/memory/layout.ts";
import type { Request } from "../../src/memory/request.ts";
import { kexecModel } from "../../src/model/model.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import { oneLine, readSpec, tableRows } from "./markdown.ts";

const module = readSpec("KexecLoad.tla");
const worlds = new Map(worldsOf("quick", "seed").map((world) => [world.name, world]));
const race = worldNamed("race");
const layout = createLayout(race.bounds);
const properties = kexecProperties(layout);

/** What TLC is run from: the path of tla2tools.jar, or a class path. */
const tools = process.env["TLA2TOOLS"]
  ?.split(delimiter)
  .map((path) => resolve(path))
  .join(delimiter);
if (!tools) console.warn("skipped: expected TLA2TOOLS to name a tla2tools.jar, got nothing");

/** The names of the definitions of the module. */
const defined = [...module.matchAll(/^(\w+)(?:\([^)]*\))? *==/gm)].map(([, name]) => name ?? "");

describe("the module names what the code names", () => {
  test("every event of the statechart is an action", () => {
    const events = [...kexecLoad(layout).events, ...sysctls(layout).events];
    expect(events).toContain("kexec_trylock");
    expect(events.filter((event) => !defined.includes(event))).toEqual([]);
  });

  test("a call is where the statechart waits for an event", () => {
    const locked = /LockedPlaces ==\s*\{([^}]*)\}/.exec(module)?.[1] ?? "";
    const others = /\[pc : \{([^}]*)\}/.exec(module)?.[1] ?? "";
    const places = [...`${others},${locked}`.matchAll(/"(\w+)"/g)].map(([, name]) => name);
    expect(places.sort()).toEqual([...new Set(waiting(kexecLoad(layout).config))].sort());
  });

  test("every property is defined, but for those that spec/twins.md leaves out", () => {
    const rows = tableRows(readSpec("twins.md"), "property that is left out", "why");
    const leftOut = rows.map((row) => `${row["property that is left out"]}`.replaceAll("`", ""));
    const missing = properties.map(({ name }) => name).filter((name) => !hasTwin(name));
    expect(leftOut).toEqual(missing);
  });

  test("every promise that is defined is checked", () => {
    const checked = ["KexecLoad.cfg", "KexecLoadLiveness.cfg"].flatMap((file) =>
      readSpec(file).split(/\s+/),
    );
    const promises = properties.filter(
      (property) =>
        property.kind !== "sometimes" &&
        property.expect?.kind !== "weakness" &&
        hasTwin(property.name),
    );
    expect(promises.filter(({ name }) => !checked.includes(twinOf(name)))).toEqual([]);
  });

  test.each(["KexecLoad.cfg", "KexecLoadLiveness.cfg"])(
    "%s has the bounds of the world",
    (file) => {
      expect(readSpec(file)).toContain(constantsOf(race, "RaceRequests"));
    },
  );

  test("the requests are those of the world", () => {
    const text = /^RaceRequests ==(.*?)\n\n/ms.exec(module)?.[1] ?? "";
    expect(oneLine(text)).toBe(oneLine(requestsOf(race)));
  });
});

describe.skipIf(!tools)("TLC", { timeout: 900_000 }, () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kexec-twin-"));
    for (const file of ["KexecLoad.tla", "KexecLoad.cfg", "KexecLoadLiveness.cfg"]) {
      writeFileSync(join(folder, file), readSpec(file));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs TLC on a configuration of the module, or on a module that extends it. */
  const run = (config: string, name = "KexecLoad"): Promise<string> => {
    const options = ["-workers", "1", "-metadir", join(folder, "states")];
    const args = ["-cp", tools ?? "", "tlc2.TLC", ...options, "-config", config, name];
    return new Promise((done) => {
      // a violation is an error status, too: what TLC prints says what happened
      execFile("java", args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout, stderr) =>
        done(stdout + stderr || String(error)),
      );
    });
  };

  /** Runs TLC with definitions of a test's own. */
  const runWith = (world: World, definitions: string, claims: string): Promise<string> => {
    const requests = `TheRequests ==\n${requestsOf(world)}`;
    const lines = ["---- MODULE Twin ----", "EXTENDS KexecLoad", requests, definitions, "===="];
    writeFileSync(join(folder, "Twin.tla"), lines.join("\n"));
    writeFileSync(join(folder, "Twin.cfg"), `${constantsOf(world, "TheRequests")}${claims}\n`);
    return run("Twin.cfg", "Twin");
  };

  test("the shipped configuration: our states, steps and depth, and every promise holds", async () => {
    expect(countsOf(await run("KexecLoad.cfg"))).toBe(ourCounts(race, "canonical"));
  });

  test("without the view: our states, steps and depth, and every call returns", async () => {
    expect(countsOf(await run("KexecLoadLiveness.cfg"))).toBe(ourCounts(race, "every name"));
  });

  test.each(["memory", "region", "requests"])(
    "the world %s: our states, steps and depth",
    async (name) => {
      const world = worldNamed(name);
      const output = await runWith(world, "", "SPECIFICATION Spec\nVIEW View\nINVARIANT TypeOK");
      expect(countsOf(output)).toBe(ourCounts(world, "canonical"));
    },
  );

  test("the reduction is exact: with every free frame on offer there are as many states", async () => {
    const anyFree =
      "AnyFree(t) == IF call[t].killed THEN {NULL} ELSE {NULL} \\cup {p \\in Ordinary : frame[p].free}";
    const claims = "CONSTANT AllocPages <- AnyFree\nSPECIFICATION Spec\nVIEW View";
    const [states, , depth] = countsOf(await runWith(race, anyFree, claims)).split(" ");
    const [ours, , ourDepth] = ourCounts(race, "canonical").split(" ");
    expect([states, depth]).toEqual([ours, ourDepth]);
  });

  test.each(["EveryCallReturns", "LockIsReleased"])("%s fails without fairness", async (name) => {
    const output = await runWith(race, "", `SPECIFICATION Spec\nPROPERTY ${name}`);
    expect(output).toMatch(/Temporal propert.* violated/);
  });

  test("a caller may find the lock held for ever, even with fairness", async () => {
    const output = await runWith(
      race,
      "",
      "SPECIFICATION FairSpec\nPROPERTY ACallerThatAsksAgainGetsTheLock",
    );
    expect(output).toMatch(/Temporal propert.* violated/);
  });

  // a claim about the unlock is an invariant in TLC: its run ends before the step that ours shows
  test.each<readonly [name: string, kind: "state" | "step" | "unlock" | "witness", world: string]>([
    ["crash-load-that-fails-keeps-the-old-image", "unlock", "race"],
    ["region-protected-after-every-call", "unlock", "race"],
    ["crash-image-at-every-moment", "step", "race"],
    ["lock-free-frames-are-installed", "state", "memory"], // B8
    ["both-images-are-loaded", "witness", "race"],
    ["a-source-page-is-in-place", "witness", "race"],
  ])("the run that shows %s is as long as ours", async (name, kind, where) => {
    const world = worldNamed(where);
    const claim = kind === "witness" ? "Never" : twinOf(name);
    const output = await runWith(
      world,
      kind === "witness" ? `Never == ~${twinOf(name)}` : "",
      `SPECIFICATION Spec\nVIEW View\n${kind === "step" ? "PROPERTY" : "INVARIANT"} ${claim}`,
    );
    expect(output).toMatch(new RegExp(`${claim} is violated`));
    const steps = (output.match(/^State \d+: /gm)?.length ?? 0) - 1;
    expect(steps + (kind === "unlock" ? 1 : 0)).toBe(ourRun(world, name));
  });
});

function worldNamed(name: string): World {
  const world = worlds.get(name);
  if (!world) throw new RangeError(`expected a world of the preset quick, got ${name}`);
  return world;
}

/** The name of a property's twin: `no-lock-at-return` is NoLockAtReturn. */
function twinOf(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function hasTwin(name: string): boolean {
  return defined.includes(twinOf(name));
}

interface Node {
  readonly on?: unknown;
  readonly states?: Readonly<Record<string, unknown>> | undefined;
  readonly meta?: { readonly feature?: string };
}

/** The states of a chart without children that handle an event, in kernels without features. */
function waiting(node: Node): string[] {
  return Object.entries(node.states ?? {}).flatMap(([name, child]) => {
    const { on, states, meta } = child as Node; // a state's configuration
    if (meta?.feature !== undefined) return [];
    if (states) return waiting({ states });
    return on ? [name] : [];
  });
}

/** The constants of a world, as a configuration of TLC spells them. */
function constantsOf({ bounds, sigkill, sysctl }: World, requests: string): string {
  const tasks = Array.from({ length: bounds.tasks }, (_, task) => `t${task}`);
  const constants = [
    "NULL = NULL",
    `Tasks = {${tasks.join(", ")}}`,
    `Frames = ${bounds.frames}`,
    `CrashFrames = ${bounds.crashFrames}`,
    `ListPageWords = ${bounds.listPageWords}`,
    `TablePages = ${bounds.tablePages}`,
    `OverLimit = {${bounds.overLimit.join(", ")}}`,
    `Requests <- ${requests}`,
    `Sigkill = ${String(sigkill).toUpperCase()}`,
    `Sysctl = ${String(sysctl).toUpperCase()}`,
  ];
  return `CONSTANTS\n${constants.map((line) => `    ${line}\n`).join("")}`;
}

function requestsOf({ bounds }: World): string {
  const start = crashStart(bounds);
  return bounds.requests.map((one) => `"${one.name}" :> ${requestText(one, start)}`).join(" @@\n");
}

function requestText(request: Request, start: bigint): string {
  const { name, flags, entry, segments, nr_segments, capSysBoot, lsm, lockdown } = request;
  const bytes = (count: bigint): string => {
    if (count === start) return "CrashStart";
    if (count === PAGE_SIZE_bytes) return "PageSize";
    const below = kexec.ADDRESS_SPACE_bytes - count;
    return below < count ? `AddressSpace - ${below}` : String(count);
  };
  const list = segments.map(({ bufsz, mem, memsz }, i) => {
    const buf = segments.length === 1 ? name : `${name} ${i}`;
    return `Segment("${buf}", ${[bufsz, mem, memsz].map(bytes).join(", ")})`;
  });
  const text = `Request({${flagNames(flags).join(", ")}}, ${bytes(entry)}, <<${list.join(", ")}>>)`;
  const others = [
    nr_segments !== segments.length && `!.nr_segments = ${nr_segments}`,
    (flags & kexec.KEXEC_ARCH_MASK) !== 0 && `!.arch = "${archName(flags)}"`,
    !capSysBoot && "!.capable = FALSE",
    lsm !== 0 && `!.security_kernel_load_data = "${errnoName(lsm)}"`,
    lockdown !== 0 && `!.security_locked_down = "${errnoName(lockdown)}"`,
  ].filter((change) => change !== false);
  return others.length === 0 ? text : `[${text} EXCEPT ${others.join(", ")}]`;
}

function flagNames(flags: number): string[] {
  const { KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT } = kexec;
  const named = Object.entries({ KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT });
  const unknown = flags & ~kexec.KEXEC_ARCH_MASK & ~KEXEC_ON_CRASH & ~KEXEC_PRESERVE_CONTEXT;
  return [...named, ["unknown", unknown] as const]
    .filter(([, bit]) => (flags & bit) !== 0)
    .map(([name]) => `"${name}"`);
}

function archName(flags: number): string {
  const { KEXEC_ARCH_386, KEXEC_ARCH_X86_64 } = kexec;
  const archs = Object.entries({ KEXEC_ARCH_386, KEXEC_ARCH_X86_64 });
  return archs.find(([, arch]) => arch === (flags & kexec.KEXEC_ARCH_MASK))?.[0] ?? "unknown";
}

function errnoName(errno: number): string {
  return Object.entries(errnos).find(([, number]) => number === errno)?.[0] ?? "unknown";
}

/** Distinct states, steps and depth of a run of TLC that found no error. */
function countsOf(output: string): string {
  expect(output).toContain("No error has been found.");
  const [, generated, distinct] = /^(\d+) states generated, (\d+) distinct/m.exec(output) ?? [];
  const depth = /depth of the complete state graph search is (\d+)/.exec(output)?.[1];
  return `${distinct} ${Number(generated) - 1} ${depth}`; // the initial state is generated, too
}

/** ... of our checker. */
function ourCounts(world: World, names: "canonical" | "every name"): string {
  const { machine, options } = kexecModel(world);
  const { canonical: _, ...plain } = options;
  const search = names === "canonical" ? options : plain;
  const result = checkMachine<KexecContext, KexecEvent>(machine, search);
  return `${result.states} ${result.transitions} ${result.depth}`;
}

/** Steps of our shortest run to a violation or witness. */
function ourRun(world: World, name: string): number | undefined {
  const { machine, options } = kexecModel(world);
  const own = kexecProperties(createLayout(world.bounds)).filter((one) => one.name === name);
  const result = checkMachine<KexecContext, KexecEvent>(machine, { ...options, properties: own });
  return result.verdicts[0]?.trace?.steps.length;
}
