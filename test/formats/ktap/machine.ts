import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { newcArchive } from "../../../src/conformance/linux/cpio.ts";
import { run } from "../../../src/conformance/linux/processes.ts";
import { startVm } from "../../../src/conformance/linux/vm.ts";

/** What a program did in the machine. */
export interface ProgramRun {
  readonly stdout: string;
  readonly status: number;
}

/** Compiles a C program as its header says, with warnings as errors, and says where it is. */
export async function compile(folder: string, name: string, text: string): Promise<string> {
  const program = join(folder, name);
  writeFileSync(`${program}.c`, text);
  const flags = ["-std=gnu99", "-static", "-O2", "-Wall", "-Wextra", "-Werror"];
  await run("gcc", [...flags, "-o", program, `${program}.c`]);
  return program;
}

/**
 * Boots a kernel whose /init runs the command lines, one after the other; see init.c.
 *
 * @param programs paths of the programs; each is in the machine's root under its own name
 */
export async function runInMachine(
  kernel: string,
  folder: string,
  { programs, commands }: { programs: ReadonlyMap<string, string>; commands: readonly string[] },
): Promise<readonly ProgramRun[]> {
  const source = fileURLToPath(new URL("init.c", import.meta.url));
  const init = await compile(folder, "init", readFileSync(source, "utf8"));
  const initramfs = join(folder, "initramfs");
  const entries = [
    ...["dev", "proc", "sys"].map((path) => ({ path, content: null })),
    { path: "init", content: readFileSync(init) },
    { path: "script", content: Buffer.from(commands.map((line) => `${line}\n`).join("")) },
    ...[...programs].map(([path, file]) => ({ path, content: readFileSync(file) })),
  ];
  writeFileSync(initramfs, newcArchive(entries));
  const vm = await startVm({ kernel, initramfs });
  try {
    const deadline = Date.now() + 240_000;
    while (!vm.consoleText().includes("== end")) {
      if (Date.now() > deadline) throw new Error(`expected an end, got:\n${vm.consoleText()}`);
      await sleep(100);
    }
    return commands.map((command) => runOf(command, vm.consoleText().replaceAll("\r", "")));
  } finally {
    await vm.stop();
  }
}

function runOf(command: string, console: string): ProgramRun {
  const head = `== ${command}\n`;
  const begin = console.indexOf(head) + head.length;
  const [, stdout = "", status] = /^(.*?)== status (\d+)\n/s.exec(console.slice(begin)) ?? [];
  return { stdout, status: Number(status) };
}
