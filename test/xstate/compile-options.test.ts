import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { assign, createMachine } from "xstate";
import { kexecModel } from "../../src/model/model.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import { emitModule, emitScript } from "../../src/xstate/compile/compiled.ts";
import type { CompiledModule } from "../../src/xstate/compile/module.ts";
import { twoPhaseRegions } from "./models/two-phase-regions.ts";

async function imported(text: string): Promise<CompiledModule> {
  const folder = mkdtempSync(join(tmpdir(), "kexec-module-"));
  try {
    const file = join(folder, "module.mjs");
    writeFileSync(file, text);
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a module that was emitted", () => {
  const world = worldsOf("quick", "seed").find(({ name }) => name === "region");
  const { machine, options } = kexecModel(world ?? expect.fail("no world"));

  test("gives what the machine gives when it is compiled at run time", async () => {
    const module = await imported(emitModule(machine, options));
    const { states, transitions, depth } = checkMachine(machine, { ...options, module });
    expect([states, transitions, depth]).toEqual([493, 837, 46]);
  });

  test("is the same as a classic script, which defines it and exports nothing", async () => {
    const { digest } = await imported(emitModule(machine, options));
    const script = emitScript(machine, options);
    // what a worker does with the text
    const module: CompiledModule = new Function(`${script}return compiledModule;`)();
    expect(module.digest).toBe(digest);
    expect(script).not.toMatch(/^export /m);
    expect(checkMachine(machine, { ...options, module }).states).toBe(493);
  });

  test("is refused for another alphabet", async () => {
    const module = await imported(emitModule(machine, options));
    const events = Array.isArray(options.events) ? options.events.slice(1) : [];
    expect(() => checkMachine(machine, { ...options, events, module })).toThrow(
      /emitted for another machine or other events/,
    );
  });
});

describe("what cannot be compiled", () => {
  const remembering = createMachine({
    id: "door",
    initial: "open",
    states: {
      open: {
        on: { go: "shut" },
        initial: "wide",
        states: { wide: {}, last: { type: "history" } },
      },
      shut: { on: { go: "open.last" } },
    },
  });
  const events = [{ type: "go" }];

  test("is an error that names the node, when compiling was asked for", () => {
    expect(() => checkMachine(remembering, { events, engine: "compiled" })).toThrow(
      /state "door.open.last" is a history state, which cannot be compiled/,
    );
  });

  test("is interpreted otherwise, and the result says why", () => {
    const { engine, states } = checkMachine(remembering, { events });
    expect([engine.steps, states > 1]).toEqual(["interpreter", true]);
    expect(engine.why).toMatch(/history state/);
  });
});

describe("members that change places", () => {
  test("two-phase commit with five managers has 314 classes, not 8832 states", () => {
    const plain = twoPhaseRegions(5);
    const symmetric = twoPhaseRegions(5, true);
    expect(checkMachine(plain.machine, plain.options)).toMatchObject({ states: 8832, depth: 17 });
    const found = checkMachine(symmetric.machine, symmetric.options);
    expect(found).toMatchObject({ states: 314, transitions: 2047, depth: 17, notes: [] });
  });

  test("stay apart, with a note, for a property that tells them apart", () => {
    const { machine, options } = twoPhaseRegions(3, true);
    const first = {
      kind: "sometimes",
      name: "first-commits",
      statement: "The first manager commits.",
      tellsMembersApart: true,
      holds: ({ configuration }: { configuration: { has: (path: string) => boolean } }) =>
        configuration.has("rm1.committed"),
    } as const;
    const { states, notes } = checkMachine(machine, { ...options, properties: [first] });
    expect(states).toBe(288);
    expect(notes).toEqual([expect.stringContaining("first-commits")]);
  });
});

test("a byte that needs more bits than were declared is an error", () => {
  const machine = createMachine({
    types: {} as { context: { mem: Uint8Array }; events: { type: "up" } },
    context: { mem: new Uint8Array(12) },
    on: {
      up: {
        actions: assign({
          mem: ({ context }) => context.mem.with(5, ((context.mem[5] ?? 0) + 1) % 6),
        }),
      },
    },
  });
  const run = (bits: number) => () =>
    checkMachine(machine, {
      events: [{ type: "up" }],
      bits: new Uint8Array(12).with(5, bits),
    }).states;
  expect(run(3)()).toBe(6);
  expect(run(2)).toThrow(/byte 5 of the context is 4: expected less than 4/);
  expect(run(0)).toThrow(/byte 5 of the context is 1: expected less than 1/);
});
