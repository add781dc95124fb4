import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { assign, createMachine } from "xstate";
import { readCheckpoint, writeCheckpoint } from "../../src/checker/checkpoint.ts";
import type { Limits } from "../../src/checker/model.ts";
import { type CheckResult, checkMachine } from "../../src/xstate/check.ts";
import type { CheckOptions, EventLike } from "../../src/xstate/options.ts";
import { checkInParallel } from "../../src/xstate/parallel.ts";
import type { Property } from "../../src/xstate/property.ts";

const folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "search");

interface Heap {
  readonly piles: readonly number[];
  readonly last: Uint8Array;
  readonly by: { readonly who: string } | null;
}

/** Contexts with arrays, bytes and null: they are interned, and not all are JSON. */
const heap = createMachine({
  initial: "playing",
  context: { piles: [5, 4, 3], last: new Uint8Array(3), by: null } as Heap,
  states: {
    playing: {
      on: {
        TAKE: {
          guard: ({ context, event }) => (context.piles[event["pile"]] ?? 0) > 0,
          actions: assign(({ context, event }) => ({
            piles: context.piles.map((n, i) => (i === event["pile"] ? n - 1 : n)),
            last: Uint8Array.from(context.piles),
            by: { who: `player ${event["pile"]}` },
          })),
        },
        END: { guard: ({ context }) => context.piles.every((n) => n === 0), target: "over" },
      },
    },
    over: { type: "final" },
  },
});

interface Take extends EventLike {
  readonly pile?: number;
}
const events: Take[] = [0, 1, 2].map((pile): Take => ({ type: "TAKE", pile }));
const properties: Property<Heap, Take>[] = [
  { kind: "always", name: "low", statement: "-", holds: ({ context }) => context.piles[0] !== 9 },
  {
    kind: "sometimes",
    name: "even",
    statement: "-",
    holds: ({ context }) => context.piles.join() === "2,2,2",
  },
  {
    kind: "eventually",
    name: "ends",
    statement: "-",
    holds: ({ configuration }) => configuration.has("over"),
  },
];
const options: CheckOptions<Heap, Take> = { events: [...events, { type: "END" }], properties };

function saved(
  limits: Limits,
  rest: Partial<CheckOptions<Heap, Take>> = {},
): CheckResult<Heap, Take> {
  const resume = readCheckpoint(file, "heap");
  return checkMachine<Heap, Take>(heap, {
    ...options,
    limits,
    ...(resume && { resume }),
    onCheckpoint: { every_ms: 1e9, save: (state) => writeCheckpoint(file, "heap", state) },
    ...rest,
  });
}

test("a machine whose contexts are interned is resumed with their numbers", () => {
  for (const statesMax of [1, 20, 21, 90]) {
    expect(saved({ statesMax }).incomplete).toBe("states");
  }
  const resumed = saved({});
  const whole = checkMachine(heap, options);
  expect(resumed.engine).toEqual({ steps: "compiled", contexts: "interned", why: null });
  expect({ ...resumed, bytes: 0 }).toEqual({ ...whole, bytes: 0 });
});

describe("refused is a checkpoint of", () => {
  test("an interpreted machine: its configurations have numbers of their own", () => {
    expect(() => saved({}, { engine: "interpreter" })).toThrow(
      "expected a compiled machine for a checkpoint: the interpreter was asked for",
    );
    const { events: list } = options;
    expect(() => saved({}, { events: () => [...(list as readonly Take[])] })).toThrow(
      /expected a compiled machine for a checkpoint: state .* has events that a function lists/,
    );
  });

  test("interned contexts that members exchange: the first one found stands for all", () => {
    const twins = createMachine({
      type: "parallel",
      context: { n: 0 },
      states: { a: { on: { A: { actions: assign({ n: 1 }) } } }, b: {} },
    });
    const symmetry = { members: [["a"], ["b"]], permute: (context: unknown) => context };
    const onCheckpoint = { every_ms: 1, save: () => {} };
    expect(() =>
      checkMachine(twins, { events: [{ type: "A" }], symmetry, onCheckpoint, deadlock: false }),
    ).toThrow("expected a context that is a layout, for a checkpoint with `permute`");
  });

  test("a search with several threads", async () => {
    const source = { module: "", name: "", argument: null };
    const onCheckpoint = { every_ms: 1, save: () => {} };
    const safe = { events: [{ type: "END" }], onCheckpoint };
    await expect(
      checkInParallel({ machine: heap, options: safe }, { source, threads: 2 }),
    ).rejects.toThrow("expected one thread for a checkpoint, got 2");
  });
});
