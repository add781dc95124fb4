import { expect, test } from "vitest";
import { groupNames } from "../../src/testgen/suite.ts";
import { codes, readSpec, tableRows } from "./markdown.ts";

test("suites.md lists the groups of a suite, in their order", () => {
  const rows = tableRows(readSpec("suites.md"), "group");
  expect(rows.map(({ group }) => codes(group ?? "")[0])).toEqual([...groupNames]);
});
