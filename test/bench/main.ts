import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { compileSpin, missingProgram } from "../spec/spin.ts";
import { cases } from "./cases.ts";

/** What one engine did with one case. */
interface Measured {
  readonly engine: string;
  readonly states: number;
  readonly transitions: number | null;
  readonly seconds: number;
  /** Bytes of the store for each state; null where the engine does not tell. */
  readonly perState_bytes: number | null;
}

/** The race: which cases, and whether `xstate/graph` can finish them in a minute. */
const program = [
  { name: "kexec-tiny", graph: true },
  { name: "kexec-kills", graph: true },
  { name: "kexec-small", graph: false },
  { name: "kexec-medium", graph: false },
  { name: "kexec-symmetry", graph: false },
  { name: "kexec-large", graph: false },
  { name: "two-phase-5", graph: true },
  { name: "two-phase-6", graph: true },
  { name: "two-phase-7", graph: false },
  { name: "two-phase-8", graph: false },
  { name: "two-phase-8-opaque", graph: false },
  { name: "two-phase-9", graph: false },
] as const;

const graphMax_ms = 300_000;
/** What SPIN's best rate on these models needs; found by trying, see spec/twins.md. */
const spinFlags = ["-O2", "-DNOFAIR", "-DNOBOUNDCHECK", "-DNOCOMP"];
/** SPIN stores a state in a list element of its hash table. */
const spinOverhead_bytes = 20;

async function main(): Promise<void> {
  const { case: only, repeat } = new Command("bench")
    .description("our engine beside SPIN and xstate/graph, case by case in one run")
    .option("--case <name>", `one of ${Object.keys(cases).join(", ")}`)
    .option("--repeat <n>", "run every engine so often, keep the fastest", Number, 2)
    .parse()
    .opts<{ case?: string; repeat: number }>();
  const missing = missingProgram();
  if (missing) process.stderr.write(`without SPIN: ${missing} is not installed\n`);
  const [cpu] = cpus();
  process.stdout.write(`${cpus().length} x ${cpu?.model ?? "?"}, Node ${process.version}\n`);
  for (const one of program) {
    if (only !== undefined && one.name !== only) continue;
    await race(one.name, { graph: one.graph, spin: missing === null, repeat });
  }
}

async function race(
  name: string,
  {
    graph,
    spin,
    repeat,
  }: { readonly graph: boolean; readonly spin: boolean; readonly repeat: number },
): Promise<void> {
  const runs: (() => Promise<Measured>)[] = [() => ours(name, 1), () => ours(name, 2)];
  const verifiers = spin ? await verifiersFor(name) : [];
  runs.push(...verifiers.map(({ run }) => run));
  const best: (Measured | undefined)[] = [];
  for (let round = 0; round < repeat; round++) {
    for (const [i, run] of runs.entries()) {
      const measured = await run();
      const known = best[i];
      if (!known || measured.seconds < known.seconds) best[i] = measured;
    }
  }
  await Promise.all(verifiers.map(({ remove }) => remove()));
  if (graph) best.push(await xstateGraph(name));
  print(
    name,
    best.filter((one) => one !== undefined),
  );
}

async function verifiersFor(name: string) {
  const make = cases[name];
  if (!make) throw new RangeError(`no case ${name}`);
  const { spin } = make();
  const file = fileURLToPath(
    new URL(
      spin.file === "twin" ? "../../../spec/kexec-load.pml" : "../../../test/bench/two-phase.pml",
      import.meta.url,
    ),
  );
  const modes = [
    { engine: "SPIN, depth first", flags: spinFlags, args: ["-m3000000", "-w26"] },
    { engine: "SPIN, breadth first", flags: [...spinFlags, "-DBFS"], args: ["-w26"] },
  ];
  return Promise.all(
    modes.map(async ({ engine, flags, args }) => {
      const { run, remove } = await compileSpin({ file, defines: spin.defines, flags });
      return {
        remove,
        run: async (): Promise<Measured> => {
          const { states, transitions, seconds, vector_bytes } = await run(args);
          const perState_bytes = vector_bytes + spinOverhead_bytes;
          return { engine, states, transitions: transitions - 1, seconds, perState_bytes };
        },
      };
    }),
  );
}

async function ours(name: string, threads: number): Promise<Measured> {
  const { states, transitions, seconds, bytes, incomplete } = await child("ours.js", [
    name,
    `${threads}`,
  ]);
  if (incomplete) throw new Error(`${name}: expected a complete search, got ${incomplete}`);
  const engine = threads === 1 ? "ours" : `ours, ${threads} workers`;
  return { engine, states, transitions, seconds, perState_bytes: bytes / states };
}

async function xstateGraph(name: string): Promise<Measured> {
  const { states, seconds } = await child("graph.js", [name]);
  return { engine: "xstate/graph", states, transitions: null, seconds, perState_bytes: null };
}

/** Runs a script of this folder, and reads the line of JSON that it prints. */
function child(script: string, args: readonly string[]) {
  return new Promise<Record<"states" | "transitions" | "seconds" | "bytes" | "incomplete", number>>(
    (done, fail) => {
      const file = fileURLToPath(new URL(script, import.meta.url));
      const options = { timeout: script === "graph.js" ? graphMax_ms : 0, maxBuffer: 2 ** 24 };
      execFile(process.execPath, [file, ...args], options, (error, stdout) => {
        if (error) fail(error);
        else done(JSON.parse(stdout));
      });
    },
  );
}

function print(name: string, rows: readonly Measured[]): void {
  const [first] = rows;
  if (!first) return;
  const steps = first.transitions ?? 0;
  process.stdout.write(
    `\n${cases[name]?.().name}: ${count(first.states)} states, ${count(steps)} steps\n` +
      `  ${"".padEnd(22)}${"s".padStart(8)}${"steps/s".padStart(12)}${"bytes/state".padStart(13)}${"ours is".padStart(10)}\n`,
  );
  for (const { engine, states, transitions, seconds, perState_bytes } of rows) {
    const same = states === first.states && (transitions ?? steps) === steps;
    const ratio = engine === "ours" ? "" : `${(seconds / first.seconds).toFixed(2)}x`;
    process.stdout.write(
      `  ${engine.padEnd(22)}${seconds.toFixed(2).padStart(8)}` +
        `${count(Math.round(steps / seconds)).padStart(12)}` +
        `${(perState_bytes?.toFixed(0) ?? "").padStart(13)}${ratio.padStart(10)}` +
        `${same ? "" : `  OTHER COUNTS: ${count(states)} states, ${transitions} steps`}\n`,
    );
  }
}

function count(value: number): string {
  return value.toLocaleString("en");
}

await main();
