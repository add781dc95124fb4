import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../../properties/index.ts";
import type { SourceLocation } from "../../../src/formats/results/results.ts";
import { indexSources, sourceIndex } from "../../../src/formats/results/source-index.ts";
import { createLayout } from "../../../src/memory/layout.ts";
import { chartsOf, literalOf } from "../../../src/model/literal.ts";
import { type KernelName, kernelNames, worldsOf } from "../../../src/model/worlds.ts";

const index = sourceIndex();

function layoutOf(kernel: KernelName) {
  return createLayout((worldsOf("quick", kernel)[0] ?? expect.fail("no world")).bounds);
}

function lineAt({ file, line }: SourceLocation): string {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  return text.split("\n")[line - 1] ?? expect.fail(`${file} has no line ${line}`);
}

describe.each(kernelNames)("in kernel %s", (kernel) => {
  const literal = literalOf(layoutOf(kernel));

  test("every state has a line, which begins with its key", () => {
    const wrong = literal.states.filter(({ path }) => {
      const location = index.states.get(path);
      const key = path.split(".").at(-1);
      return !location || !lineAt(location).trim().startsWith(`${key}: {`);
    });
    expect(wrong).toEqual([]);
  });

  test("every transition has a line, in or below the one of its event", () => {
    const wrong = literal.transitions.filter(({ key }) => {
      const [, eventType = ""] = key.split(" ");
      const location = index.transitions.get(key);
      if (!location) return true;
      const line = lineAt(location).trim();
      return !line.startsWith("{") && !line.includes(`${eventType}: `);
    });
    expect(wrong).toEqual([]);
  });

  test("every property has the line of its name", () => {
    const wrong = kexecProperties(layoutOf(kernel)).filter(({ name }) => {
      const location = index.properties.get(name);
      return !location || !lineAt(location).includes(`"${name}"`);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

test("every action of a transition has a line, which begins with its name", () => {
  const used = chartsOf(layoutOf("seed")).flatMap(({ chart }) =>
    chart.transitions.flatMap(({ definition }) =>
      // XState's type has no place for an action that is a name alone
      (definition.actions as readonly (string | { readonly type: string })[]).map((action) =>
        typeof action === "string" ? action : action.type,
      ),
    ),
  );
  expect(used.length).toBeGreaterThan(100);
  const wrong = used.filter((name) => {
    const location = index.actions.get(name);
    return !location || !lineAt(location).trim().startsWith(`${name}: `);
  });
  expect([...new Set(wrong)]).toEqual([]);
});

test("the transitions of one event that are told apart by their order have lines in that order", () => {
  const lines = [0, 1, 2, 3].map(
    (position) => index.transitions.get(`call.entered kexec_load_check ${position}`)?.line ?? 0,
  );
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(new Set(lines).size).toBe(4);
});

test("brackets in strings, comments, templates and functions are not taken for structure", () => {
  const text = `
    const machine = setup({}).createMachine({
      // states: {
      description: "a { and a \\" and [",
      context: ({ input }) => ({ list: [1, { a: input }], text: \`}\${"{"}\` }),
      states: {
        /* b: { */ "a b": {
          on: {
            GO: [{ guard: ({ x }) => x > [0][0], target: "c" },
              "c"],
          },
          always: { target: "c" },
        },
        c: { on: { "*": "a b" } },
      } as const,
    });`;
  const { transitions, states } = indexSources([{ file: "machines/x.ts", text }]);
  expect([...states].map(([path, { line }]) => `${path}:${line}`)).toEqual(["a b:7", "c:14"]);
  expect([...transitions].map(([key, { line }]) => `${key}:${line}`)).toEqual([
    "a b GO 0:9",
    "a b GO 1:10",
    "a b always 0:12",
    "c * 0:14",
  ]);
});
