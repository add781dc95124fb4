import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import type { TraceStepReport } from "../../src/model/report.ts";
import { runWorld } from "../../src/model/run.ts";
import { kernelNames, worldsOf } from "../../src/model/worlds.ts";
import { oneLine, readSpec } from "./markdown.ts";

/** The runs of the page: a line that says whose, then the steps. */
const runs = [
  ...readSpec("violations.md").matchAll(/^```text\n(\S+), kernel (\S+), world (\S+)\n(.*?)^```/gms),
].map(([, name = "", kernel = "", world = "", steps = ""]) => ({ name, kernel, world, steps }));

describe("the counterexamples of violations.md", () => {
  test.each(runs)("$name in the world $world of $kernel is what is found", (run) => {
    const kernel = kernelNames.find((each) => each === run.kernel);
    const world = kernel && worldsOf("quick", kernel).find(({ name }) => name === run.world);
    if (!world) throw new RangeError(`expected a world of a kernel, got ${run.world}`);
    const { properties } = runWorld({
      world,
      properties: (layout) => kexecProperties(layout).filter(({ name }) => name === run.name),
    });
    const found = properties[0]?.trace?.steps ?? [];
    const shown = run.steps.split(/^(?= *\d+ {2})/m).map(oneLine);
    expect(shown).toEqual(found.map((step, i) => lineOf(step, i, world.bounds.tasks > 1)));
  });

  test("there is one for every bug", () => {
    const bugs = readSpec("violations.md").split(/^## /m).slice(1);
    const without = bugs.filter((text) => !text.includes("```text"));
    expect(without).toEqual([]);
    expect(runs.length).toBeGreaterThanOrEqual(bugs.length);
  });
});

function lineOf({ event, label, changes }: TraceStepReport, i: number, several: boolean): string {
  const who = several && "task" in event ? `task ${event.task} ` : "";
  const what = changes.length > 0 ? `: ${changes.join("; ")}` : "";
  return oneLine(`${i + 1} ${who}${label}${what}`);
}
