import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { createLayout } from "../../src/memory/layout.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { charts } from "../../src/viewer/chart/charts.ts";
import { drawStatechart } from "../../src/viewer/svg/draw.ts";

test("the README's picture is drawn from the statechart as it is", async () => {
  const [world] = worldsOf("quick", "seed");
  const machine = kexecLoad(createLayout(world?.bounds ?? expect.fail("no world")));
  const committed = readFileSync("spec/pictures/kexec-load.svg", "utf8");
  // kexec-model view --svg spec/pictures/kexec-load.svg makes it anew
  expect(committed === (await drawStatechart(machine, { exits: charts.kexec_load.exits }))).toBe(
    true,
  );
});
