import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const main = join(root, "dist/src/cli/main.js");

/** Compiles the command line tool, if a source is newer than it, and the page, if there is none. */
export function build(): void {
  const sources = ["machines", "properties", "src"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => statSync(join(root, folder, file)).mtimeMs),
  );
  if (!existsSync(main) || statSync(main).mtimeMs <= Math.max(...sources)) {
    make("node_modules/typescript/bin/tsc", "-p", "src/tsconfig.json");
  }
  if (!existsSync(join(root, "dist/viewer/page.html"))) {
    make("node_modules/vite/bin/vite.js", "build", "--config", "src/viewer/page/vite.config.ts");
  }
}

function make(...command: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`expected ${command[0]} to succeed, got:\n${stdout}${stderr}`);
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled tool to its end; its output is no terminal. */
export function run(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, FORCE_COLOR: "1", COLUMNS: "200" }, // neither may matter in a pipe
  });
  return { status, stdout, stderr };
}

/** The lines of a text that are wider than 80 columns, hold an escape code or end in a space. */
export function untidy(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.length > 80 || line.includes("\u001b") || /\s$/.test(line));
}
