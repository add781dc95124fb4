import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { errnos } from "../../src/kernel/errno.ts";
import * as kexec from "../../src/kernel/kexec.ts";
import { PAGE_SIZE_bytes, reservedRegion } from "../../src/memory/bounds.ts";
import type { Request, SystemCall } from "../../src/memory/request.ts";
import type { World } from "../../src/model/worlds.ts";
import { readSpec } from "./markdown.ts";

/** The modules of the TLA+ twin. `Kexec` extends `KexecLoad`. */
export type Module = "KexecLoad" | "Kexec";

/** The configurations that are shipped, and the world and module of each. */
export const configurations = [
  { config: "KexecLoad.cfg", module: "KexecLoad", world: "race" },
  { config: "KexecLoadLiveness.cfg", module: "KexecLoad", world: "race" },
  { config: "KexecReboot.cfg", module: "Kexec", world: "reboot" },
  { config: "KexecRebootLiveness.cfg", module: "Kexec", world: "reboot" },
  { config: "KexecPanic.cfg", module: "Kexec", world: "panic" },
  { config: "KexecPanicLiveness.cfg", module: "Kexec", world: "panic" },
] as const satisfies readonly { config: string; module: Module; world: string }[];

/** What TLC is run from: the path of tla2tools.jar, or a class path. */
export const tools = process.env["TLA2TOOLS"]
  ?.split(delimiter)
  .map((path) => resolve(path))
  .join(delimiter);

/** A folder in which TLC runs. */
export interface Tlc {
  /** Runs a configuration that is shipped; what TLC prints. */
  readonly run: (config: string, module: Module) => Promise<string>;
  /** Runs a module that extends one of the twin's with definitions of a test's own. */
  readonly runWith: (own: OwnRun) => Promise<string>;
  /** Removes the folder. */
  readonly close: () => void;
}

export interface OwnRun {
  readonly world: World;
  readonly module: Module;
  readonly definitions?: string;
  /** Lines of the configuration behind the constants. */
  readonly claims: string;
}

export function openTlc(): Tlc {
  const folder = mkdtempSync(join(tmpdir(), "kexec-twin-"));
  const files = ["KexecLoad.tla", "Kexec.tla", ...configurations.map(({ config }) => config)];
  for (const file of files) writeFileSync(join(folder, file), readSpec(file));
  const run = (config: string, module: string): Promise<string> => {
    const options = ["-workers", "1", "-metadir", join(folder, "states")];
    const args = ["-cp", tools ?? "", "tlc2.TLC", ...options, "-config", config, module];
    return new Promise((done) => {
      // a violation is an error status, too: what TLC prints says what happened
      execFile("java", args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout, stderr) =>
        done(stdout + stderr || String(error)),
      );
    });
  };
  return {
    run,
    runWith: ({ world, module, definitions = "", claims }) => {
      const names = { requests: "TheRequests", calls: "TheCalls" };
      const lines = [
        "---- MODULE Twin ----",
        `EXTENDS ${module}`,
        `TheRequests ==\n${requestsOf(world)}`,
        ...(module === "Kexec" ? [`TheCalls ==\n${callsOf(world)}`] : []),
        definitions,
        "====",
      ];
      writeFileSync(join(folder, "Twin.tla"), lines.join("\n"));
      writeFileSync(join(folder, "Twin.cfg"), `${constantsOf(world, module, names)}${claims}\n`);
      return run("Twin.cfg", "Twin");
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Distinct states, steps and depth of a run that found no error; else what TLC printed. */
export function countsOf(output: string): string {
  if (!output.includes("No error has been found.")) return output;
  const [, generated, distinct] = /^(\d+) states generated, (\d+) distinct/m.exec(output) ?? [];
  const depth = /depth of the complete state graph search is (\d+)/.exec(output)?.[1];
  return `${distinct} ${Number(generated) - 1} ${depth}`; // the initial state is generated, too
}

/** The constants of a world, as a configuration of TLC spells them. */
export function constantsOf(
  { bounds, sigkill, sysctl, panic, oops = false }: World,
  module: Module,
  names: { readonly requests: string; readonly calls: string },
): string {
  const tasks = Array.from({ length: bounds.tasks }, (_, task) => `t${task}`);
  const constants = [
    "NULL = NULL",
    `Tasks = {${tasks.join(", ")}}`,
    `Frames = ${bounds.frames}`,
    `CrashFrames = ${bounds.crashFrames}`,
    `ListPageWords = ${bounds.listPageWords}`,
    `TablePages = ${bounds.tablePages}`,
    `OverLimit = {${bounds.overLimit.join(", ")}}`,
    `Requests <- ${names.requests}`,
    `Sigkill = ${truth(sigkill)}`,
    `Sysctl = ${truth(sysctl)}`,
  ];
  const ofKexec = [
    "PanicCpu = PanicCpu",
    `Calls <- ${names.calls}`,
    `Panics = "${panic ?? "never"}"`,
    `Oopses = ${truth(oops)}`,
    `PostNotifiers = ${truth(bounds.postNotifiers ?? false)}`,
  ];
  const all = module === "Kexec" ? [...constants, ...ofKexec] : constants;
  return `CONSTANTS\n${all.map((line) => `    ${line}\n`).join("")}`;
}

function truth(value: boolean): string {
  return value ? "TRUE" : "FALSE";
}

/** What the callers of a world ask of kexec_load, as a function of TLA+. */
export function requestsOf({ bounds }: World): string {
  const { start } = reservedRegion(bounds);
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
  return except(text, [
    nr_segments !== segments.length && `!.nr_segments = ${nr_segments}`,
    (flags & kexec.KEXEC_ARCH_MASK) !== 0 && `!.arch = "${archName(flags)}"`,
    !capSysBoot && "!.capable = FALSE",
    lsm !== 0 && `!.security_kernel_load_data = "${errnoName(lsm)}"`,
    lockdown !== 0 && `!.security_locked_down = "${errnoName(lockdown)}"`,
  ]);
}

/** A record of TLA+ with some fields changed. */
function except(record: string, changes: readonly (string | false)[]): string {
  const made = changes.filter((change) => change !== false);
  return made.length === 0 ? record : `[${record} EXCEPT ${made.join(", ")}]`;
}

/** What the callers of a world ask of other doors, as a function of TLA+. */
export function callsOf({ bounds }: World): string {
  const calls = (bounds.calls ?? []).map((one) => {
    const name = one.name === "" ? one.call : `${one.call}, ${one.name}`;
    return `"${name}" :> ${callText(one)}`;
  });
  return calls.length === 0 ? "<<>>" : calls.join(" @@\n");
}

function callText(call: SystemCall): string {
  if (call.call === "crash_size_show") return "CrashSizeShow";
  if (call.call !== "reboot") throw new RangeError(`expected a call of the twin, got ${call.call}`);
  return except("Reboot", [
    !call.capSysBoot && "!.capable = FALSE",
    !call.magic && "!.magic = FALSE",
    call.childPidNamespace && "!.child_pid_namespace = TRUE",
  ]);
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
