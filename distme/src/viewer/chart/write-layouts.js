import { writeFileSync } from "node:fs";
import { elkLayout, placeWithElk } from "../svg/layout.js";
import { chartParts } from "./chart-parts.js";
import { chartNames } from "./charts.js";
import { cutsOf } from "./cut.js";
import { geometryOf, partsDigest } from "./geometry.js";
/** What `npm run layout` does: places every chart in every cut, and stores where everything is. */
export async function writeLayouts(file) {
    const lines = [];
    for (const chart of chartNames) {
        for (const cut of cutsOf(chart))
            lines.push(JSON.stringify(await placed(chart, cut)));
    }
    const format = "kexec-model layouts 1";
    writeFileSync(file, `{"format":"${format}","layouts":[\n${lines.join(",\n")}\n]}\n`);
}
async function placed(chart, cut) {
    const { parts } = chartParts(chart, cut);
    const scene = await placeWithElk(parts, elkLayout);
    if (!scene)
        throw new Error(`expected a layout of ${chart} with ${cut.join(", ")} collapsed`);
    return { chart, cut, digest: partsDigest(parts), ...geometryOf(scene) };
}
await writeLayouts("src/viewer/chart/layouts.json");
//# sourceMappingURL=write-layouts.js.map