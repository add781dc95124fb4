import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { buildProgram } from "../../src/cli/program.ts";

/** A command line as a document shows it. */
export interface ShownCommand {
  /** The document, or `--help` of a command. */
  readonly where: string;
  /** The arguments of `kexec-model`. */
  readonly args: readonly string[];
}

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every document that a reader is led to; the API reference is generated, and has no commands. */
export const documents: readonly string[] = [
  ...markdownIn("."),
  ...["spec", "docs/ci"].flatMap((folder) => markdownIn(folder, { recursive: true })),
];

function markdownIn(folder: string, options: { readonly recursive?: boolean } = {}): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path, { encoding: "utf8", ...options });
  return files.filter((file) => file.endsWith(".md")).map((file) => join(folder, file));
}

export function textOf(document: string): string {
  return readFileSync(join(root, document), "utf8");
}

/** How a shown command line begins, and what that stands for. */
const beginnings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^npm run (?:-s )?check(?: --)?(?=\s|$)/, ["check"]],
  [/^npm run (?:-s )?kexec-model -- /, []],
  [/^(?:npx )?kexec-model(?=\s)/, []],
];

/** Pieces of code in a markdown text: spans, and the lines of blocks. */
function codeOf(markdown: string): string[] {
  const lines = markdown.replace(/\\\n\s*/g, "").split("\n"); // a command may be continued
  return lines.flatMap((line) => [
    ...[...line.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span),
    line.includes("`") ? "" : line.replace(/^\s*(?:- run: |again: )?(?:\$ )?/, ""),
  ]);
}

/** The command lines that a text shows, less what only mentions a command's name. */
export function commandsIn(where: string, text: string): ShownCommand[] {
  return codeOf(text).flatMap((code) => {
    for (const part of code.split(/ && | \|\| /)) {
      const args = argumentsOf(part);
      if (args !== null) return [{ where, args }];
    }
    return [];
  });
}

function argumentsOf(code: string): readonly string[] | null {
  for (const [beginning, implied] of beginnings) {
    if (!beginning.test(code)) continue;
    const rest = code.replace(beginning, "").replace(/\s(?:#|>>?|2>|\|)\s.*$/, "");
    const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word);
    const args = [...implied, ...words.filter((word) => word !== undefined)];
    const [name = ""] = args;
    return commandNames.has(name) && !args.includes("...") ? args : null;
  }
  return null;
}

const program = buildProgram(() => {});
const commandNames = new Set(program.commands.map((command) => command.name()));

/** The examples that every command's `--help` shows. */
export function helpExamples(command: Command = program, path = ""): ShownCommand[] {
  const name = `${path} ${command.name()}`.trim();
  let help = "";
  const writeOut = (text: string) => {
    help += text;
  };
  command.configureOutput({ writeOut }).outputHelp();
  return [
    ...commandsIn(`${name} --help`, help),
    ...command.commands.flatMap((sub) => helpExamples(sub, name)),
  ];
}

/** Reads a command line with all options and arguments, and does nothing. */
export async function parse(args: readonly string[]): Promise<void> {
  const inert = buildProgram(() => {});
  disarm(inert);
  await inert.parseAsync(args, { from: "user" });
}

function disarm(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
  for (const sub of command.commands) {
    if (sub.commands.length === 0) sub.action(() => {});
    disarm(sub);
  }
}
