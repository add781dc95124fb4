import { effects } from "./effects.js";
import { stateFacts } from "./facts.js";
import { fileLoads } from "./file-load.js";
import { images } from "./images.js";
import { liveness } from "./liveness.js";
import { lock } from "./lock.js";
import { order } from "./order.js";
import { pages } from "./pages.js";
import { panics } from "./panic.js";
import { reboots } from "./reboot.js";
import { region } from "./region.js";
import { results } from "./results.js";
import { settings } from "./settings.js";
/** Every property of the model, theme by theme, for a world's layout. */
export function kexecProperties(layout) {
    const themes = [
        images,
        fileLoads,
        lock,
        region,
        pages,
        results,
        order,
        effects,
        reboots,
        panics,
        settings,
        stateFacts,
        liveness,
    ];
    return themes.flatMap((theme) => theme(layout));
}
//# sourceMappingURL=index.js.map