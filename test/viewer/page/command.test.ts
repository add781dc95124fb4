import { spawnSync } from "node:child_process";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../../properties/index.ts";
import { addModelCommands } from "../../../src/cli/program-model.ts";
import { addMutationCommands } from "../../../src/cli/program-mutation.ts";
import { addTestCommands } from "../../../src/cli/program-tests.ts";
import { createLayout } from "../../../src/memory/layout.ts";
import { type BugId, bugs } from "../../../src/model/bugs.ts";
import { worldsOf } from "../../../src/model/worlds.ts";
import { replayCommand } from "../../../src/viewer/page/share/command.ts";
import type { TraceItem } from "../../../src/viewer/page/state/trace-item.ts";
import { shared } from "./traces.ts";

interface Parsed {
  readonly name: string;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** How the command line reads a command, after a shell has read it. */
function parsed(line: string): Parsed {
  const { stdout } = spawnSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" });
  const [tool, ...words] = stdout.split("\0").slice(0, -1);
  expect(tool).toBe("kexec-model");
  const program = new Command("kexec-model").exitOverride().configureOutput({ writeErr: () => {} });
  addModelCommands(program, () => {});
  addMutationCommands(program, () => {});
  addTestCommands(program, () => {});
  let found: Parsed | null = null;
  for (const command of program.commands) {
    command.action(() => {
      found = { name: command.name(), args: command.args, options: command.opts() };
    });
  }
  program.parse(words, { from: "user" });
  if (found === null) throw new RangeError(`no command in ${line}`);
  return found;
}

function again(changes: Partial<TraceItem>): Parsed {
  const command = replayCommand(shared("B8", changes).item);
  if (!command) throw new RangeError("expected a command");
  return parsed(command.command);
}

const subject = { kernel: "seed", preset: "quick", world: "odd", mutant: null } as const;

describe("the command that shows a trace again", () => {
  test("for what a check found it explains the property, in the same kernel and bounds", () => {
    const [world] = worldsOf("quick", "seed");
    if (!world) throw new RangeError("there is no quick world");
    for (const { name } of kexecProperties(createLayout(world.bounds))) {
      const { args, ...rest } = again({ id: `check:seed:quick:${name}`, title: name, subject });
      expect(args).toEqual([name]);
      expect(rest).toEqual({ name: "explain", options: { kernel: "seed", preset: "quick" } });
    }
  });

  test("a mutant is named", () => {
    const id = "check:fixed:standard:lock-not-taken:mutual-exclusion";
    const mutant = "lock-not-taken";
    const found = again({
      id,
      title: "mutual-exclusion",
      subject: { ...subject, kernel: "fixed", preset: "standard", mutant },
    });
    expect(found.options).toEqual({ kernel: "fixed", preset: "standard", mutant });
  });

  test.each(Object.keys(bugs) as BugId[])("bug %s of the museum is told by its id", (id) => {
    expect(again({ kind: "bug", id: `bug:${id}` })).toMatchObject({ name: "bugs", args: [id] });
  });

  test("a walk is replayed from a file that has to be saved", () => {
    const { item } = shared("B8", { kind: "walk", id: "walk" });
    expect(replayCommand(item)).toEqual({
      command: "kexec-model replay walk.trace.json",
      file: "walk.trace.json",
    });
  });

  test("a run of the reference kernel is replayed there", () => {
    const system = {
      name: "reference kernel",
      outcome: "conforms",
      differences: [],
      message: null,
    };
    const found = again({ id: "run:x", system: system as NonNullable<TraceItem["system"]> });
    expect(found).toMatchObject({ name: "replay", options: { target: "reference" } });
  });

  test("a model with a bug mended has no command", () => {
    const mended = { ...subject, mended: "B8" };
    expect(replayCommand(shared("B8", { subject: mended }).item)).toBeNull();
  });

  test.each(["$(touch /tmp/x)", "a b; rm -rf /", "--kernel", "-x", "'\"`", "\n"])(
    "a property called %j is no word of a command",
    (title) => {
      const { name, args } = again({ id: `check:seed:quick:${title}`, title, subject });
      expect([name, args.length]).toEqual(["replay", 1]);
      expect(args[0]).toMatch(/^[A-Za-z0-9-]+\.trace\.json$/);
    },
  );
});
