import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What gitlab-ci-local says of a pipeline. */
export interface Lint {
  readonly status: number | null;
  readonly said: string;
}

/** gitlab-ci-local wants a method of Node 22. */
const setUnion =
  "Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };";

/**
 * Holds a pipeline against GitLab's schema, which gitlab-ci-local has, and against what it extends,
 * includes and needs.
 *
 * @param files `.gitlab-ci.yml`, and what it includes, by path
 */
export function lintGitlab(files: Readonly<Record<string, string>>): Lint {
  const folder = mkdtempSync(join(tmpdir(), "kexec-model-gitlab-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // what a pipeline includes must be in its repository
    spawnSync("git", ["init", "--quiet"], { cwd: folder });
    spawnSync("git", ["add", "."], { cwd: folder });
    const main = fileURLToPath(import.meta.resolve("gitlab-ci-local"));
    const preload = `data:text/javascript,${encodeURIComponent(setUnion)}`;
    const args = ["--import", preload, main, "--list"];
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    return { status: run.status, said: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
