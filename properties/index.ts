import type { Layout } from "../src/memory/layout.ts";
import { effects } from "./effects.ts";
import { stateFacts } from "./facts.ts";
import { fileLoads } from "./file-load.ts";
import { images } from "./images.ts";
import { liveness } from "./liveness.ts";
import { lock } from "./lock.ts";
import { order } from "./order.ts";
import { pages } from "./pages.ts";
import { panics } from "./panic.ts";
import { reboots } from "./reboot.ts";
import { region } from "./region.ts";
import { results } from "./results.ts";
import { settings } from "./settings.ts";
import type { KexecProperty } from "./state.ts";

/** Every property of the model, theme by theme, for a world's layout. */
export function kexecProperties(layout: Layout): readonly KexecProperty[] {
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
