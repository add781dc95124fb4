import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** A program that a script has started: its name, then its arguments. */
export type Call = readonly string[];

export interface ScriptRun {
  readonly status: number | null;
  readonly stderr: string;
  readonly calls: readonly Call[];
  /** The files in its folder when it has ended. */
  readonly files: readonly string[];
}

export interface Script {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  /** The exit status of kexec-model. Default: 0. */
  readonly status?: number;
  /** The files in its folder when it begins, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Programs that are only written down: what they would do is not for the machine of a test. */
const recorded = ["apt-get", "kexec-model", "npm", "sudo"] as const;

/** Runs a script as CI services run one, in an empty folder, and writes down what it starts. */
export function runScript({ text, env, status = 0, files = {} }: Script): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), "kexec-model-ci-"));
  try {
    const bin = join(folder, "bin");
    const log = join(folder, "calls");
    const work = join(folder, "work");
    for (const path of [bin, work]) mkdirSync(path);
    writeRecorders(bin, status);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), content);
    }
    const run = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", text], {
      cwd: work,
      encoding: "utf8",
      env: { ...env, CALLS: log, PATH: `${bin}:${process.env["PATH"]}` },
    });
    const calls = existsSync(log) ? callsIn(log) : [];
    return { status: run.status, stderr: run.stderr, calls, files: filesIn(work) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param status the exit status of kexec-model */
function writeRecorders(bin: string, status: number): void {
  for (const name of recorded) {
    const end = name === "kexec-model" ? `exit ${status}` : "";
    const record = `printf '%s\\0' ${name} "$@" >>"$CALLS"; echo >>"$CALLS"`;
    writeFileSync(join(bin, name), `#!/bin/sh\n${record}\n${end}\n`);
    chmodSync(join(bin, name), 0o755);
  }
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** A line for each call, a NUL behind each of its words. */
function callsIn(log: string): Call[] {
  const lines = readFileSync(log, "utf8").split("\0\n").slice(0, -1);
  return lines.map((line) => line.split("\0"));
}
