import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { messageOf } from "../base/message.ts";
import type { WorldCheckpoint } from "../model/saved-search.ts";
import { RunError, UsageError } from "./usage.ts";

/** Where the searches of a check are saved, one file per world. */
export interface Checkpoints {
  readonly folder: string;
  readonly every_ms: number;
  /** Whether to go on from the files that are there. */
  readonly resume: boolean;
}

const suffix = ".checkpoint";

/** The checkpoint of one world. */
export function checkpointOf(
  { folder, every_ms, resume }: Checkpoints,
  { world, identity }: { readonly world: string; readonly identity: string },
): Omit<WorldCheckpoint, "onFailure"> {
  return { file: join(folder, `${world}${suffix}`), identity, every_ms, resume };
}

/**
 * Makes the folder ready, and keeps other runs out of it: two would overwrite each other's files.
 *
 * @returns gives the folder free
 * @throws UsageError when going on was asked for and there is nothing to go on from, or the other
 *   way round
 */
export function claimFolder({ folder, resume }: Checkpoints): () => void {
  const found = filesIn(folder).filter((name) => name.endsWith(suffix));
  if (resume && found.length === 0) {
    throw new UsageError(`expected checkpoints in ${folder}, got none: leave out --resume`);
  }
  if (!resume && found.length > 0) {
    throw new UsageError(
      `expected a folder without checkpoints, got ${found.join(", ")} in ${folder}: ` +
        "give --resume to go on from there, or another folder",
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return lock(join(folder, "lock"));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new RunError(`expected to write to ${folder}, got: ${messageOf(error)}`);
  }
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new RunError(`expected a folder at ${folder}, got: ${messageOf(error)}`);
  }
}

/** A file with the process's number; that of a process that has ended counts nothing. */
function lock(file: string): () => void {
  const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (owner > 0 && isRunning(owner)) {
    throw new UsageError(
      `expected a folder that no other check uses, but process ${owner} does: ` +
        `wait for it, or delete ${file} if that is no check`,
    );
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
