import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ofThisProcess = /^(npm_|VITEST|NODE_OPTIONS|NODE_PATH|NODE_ENV|INIT_CWD)/i;
const howToReachARegistry = /^npm_config_(registry|userconfig|globalconfig|https?_proxy|cafile)$/i;

/** Runs a command in a folder, with nothing of this project in its environment. */
export function runIn(folder: string, command: string, args: readonly string[]): Run {
  const isOurs = (name: string): boolean =>
    ofThisProcess.test(name) && !howToReachARegistry.test(name);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 27,
    env,
  });
  return { status, stdout, stderr };
}

/** As `runIn`, for a command that must succeed. */
export function mustRunIn(folder: string, command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = runIn(folder, command, args);
  if (status === 0) return stdout;
  throw new Error(`expected ${command} ${args.join(" ")} to succeed, got:\n${stdout}${stderr}`);
}

/**
 * Packs this project, or takes the tarball that KEXEC_MODEL_TARBALL names.
 *
 * @returns the tarball's path
 */
export function pack(folder: string): string {
  const given = process.env["KEXEC_MODEL_TARBALL"];
  if (given) return given;
  mustRunIn(root, "npm", ["pack", "--pack-destination", folder]);
  const file = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (file === undefined) throw new Error(`expected a tarball in ${folder}, got none`);
  return join(folder, file);
}

/** Makes an empty project and installs packages in it, from a cache of its own. */
export function install(folder: string, packages: readonly string[], cache: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  mustRunIn(folder, "npm", ["install", "--cache", cache, "--no-audit", "--no-fund", ...packages]);
}

/** The files in a tarball, without the folder that they are all in. */
export function filesIn(tarball: string): string[] {
  return mustRunIn(root, "tar", ["-tzf", tarball])
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.replace(/^package\//, ""));
}
