import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderMutation } from "../../src/cli/render-mutation.ts";
import { tool } from "../../src/cli/version.ts";
import { parseMutation } from "../../src/formats/mutation-file.ts";
import { scoreOf } from "../../src/mutation/score.ts";
import { root, textOf } from "./commands.ts";

test("the README shows the committed mutation result", () => {
  const baseline = "spec/mutation.json";
  const result = parseMutation(readFileSync(join(root, baseline), "utf8"));
  const score = scoreOf(result, Object.keys(result.properties));
  const said = renderMutation({ tool, judged: 0, score, differences: [], baseline });
  const [, shown = ""] =
    /```\n(kexec-model \S+ [\d,]+ mutants[^`]*)```/.exec(textOf("README.md")) ?? [];
  const lines = shown.split("\n").filter((line) => line !== "" && line.trim() !== "...");
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !said.split("\n").includes(line))).toEqual([]);
});
