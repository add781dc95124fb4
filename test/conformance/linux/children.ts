import { readdirSync, readFileSync } from "node:fs";

/** The machines that we have started and that still run, by process id. */
export function children(): number[] {
  return readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8")
      .split(" ")
      .filter((pid) => pid !== "" && commandOf(Number(pid)).includes("qemu"))
      .map(Number),
  );
}

/** The command line of a process; empty when it has just ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
