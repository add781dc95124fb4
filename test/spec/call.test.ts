import { describe, expect, test } from "vitest";
import { kernelNames, kernels } from "../../src/model/kernels.ts";
import { errorsOf, literal, reasonsAgainst } from "./kernel.ts";
import { codes, headings, readSpec, sections, tableRows } from "./markdown.ts";

/** Which page describes which states, by the beginning of their paths. */
const pages: readonly (readonly [page: string, parts: readonly string[]])[] = [
  ["call.md", ["idle", "gone", "call"]],
  ["file-load.md", ["file"]],
  ["reboot.md", ["reboot", "lastCpu", "newKernel"]],
  ["settings.md", ["size", "hotplug", "sysctls"]],
  ["panic.md", ["panic", "silent", "crashKernel", "dead"]],
  ["lifecycle.md", ["running"]],
];

test("every state is described on one page", () => {
  const described = pages.flatMap(([, parts]) => parts);
  const parts = new Set(literal.states.map(({ path }) => firstOf(path)));
  expect([...described].sort()).toEqual([...parts].sort());
});

describe.each(pages)("%s", (page, parts) => {
  const text = readSpec(page);
  const states = literal.states.filter(({ path }) => parts.includes(firstOf(path)));
  const described = new Map(
    [...sections(text)]
      .filter(([heading]) => /^`.+`$/.test(heading))
      .map(([heading, body]) => [heading.slice(1, -1), body]),
  );

  test("every state has a section, in the order of the statechart", () => {
    const named = headings(text).filter((heading) => /^`.+`$/.test(heading));
    expect(named).toEqual(states.map(({ path }) => `\`${path}\``));
  });

  test("a section of a state says something", () => {
    expect([...described].filter(([, body]) => body.trim().length < 40)).toEqual([]);
  });

  test("a section names every error with which a step from its state ends the call", () => {
    const unsaid = [...errorsOf()].flatMap(([key, errors]) => {
      const body = described.get(key.split(" ")[0] ?? "");
      if (body === undefined) return [];
      return errors.filter((error) => !body.includes(`-${error}`)).map((error) => [key, error]);
    });
    expect(unsaid).toEqual([]);
  });

  test("a section of a state that not every kernel has names the feature", () => {
    const unsaid = states.flatMap(({ path }) =>
      reasonsAgainst(path)
        .map((reason) => reason.split(" ").at(-1) ?? "")
        .filter((feature) => !described.get(path)?.includes(`\`${feature}\``))
        .map((feature) => [path, feature]),
    );
    expect(unsaid).toEqual([]);
  });
});

test("the profiles have the features that the table gives them", () => {
  const rows = tableRows(readSpec("call.md"), "feature", "what it changes");
  const said = kernelNames.map((kernel) => [
    kernel,
    rows
      .filter((row) => row[`\`${kernel}\``] === "yes")
      .flatMap(({ feature }) => codes(feature ?? "")),
  ]);
  const meant = kernelNames.map((kernel) => [kernel, [...kernels[kernel]]]);
  expect(said).toEqual(meant);
});

function firstOf(path: string): string {
  return path.split(".")[0] ?? "";
}
