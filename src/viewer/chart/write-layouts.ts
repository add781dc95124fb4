import { writeFileSync } from "node:fs";
import { elkLayout, placeWithElk } from "../svg/layout.ts";
import { chartParts } from "./chart-parts.ts";
import { type ChartName, chartNames } from "./charts.ts";
import { type Cut, cutsOf } from "./cut.ts";
import { geometryOf, partsDigest } from "./geometry.ts";
import type { LayoutsFile, StoredLayout } from "./layouts.ts";

/** What `npm run layout` does: places every chart in every cut, and stores where everything is. */
export async function writeLayouts(file: string): Promise<void> {
  const lines: string[] = [];
  for (const chart of chartNames) {
    for (const cut of cutsOf(chart)) lines.push(JSON.stringify(await placed(chart, cut)));
  }
  const format: LayoutsFile["format"] = "kexec-model layouts 1";
  writeFileSync(file, `{"format":"${format}","layouts":[\n${lines.join(",\n")}\n]}\n`);
}

async function placed(chart: ChartName, cut: Cut): Promise<StoredLayout> {
  const { parts } = chartParts(chart, cut);
  const scene = await placeWithElk(parts, elkLayout);
  if (!scene) throw new Error(`expected a layout of ${chart} with ${cut.join(", ")} collapsed`);
  return { chart, cut, digest: partsDigest(parts), ...geometryOf(scene) };
}

await writeLayouts("src/viewer/chart/layouts.json");
