import type { Layout } from "../src/memory/layout.ts";
import { stateFacts } from "./facts.ts";
import { images } from "./images.ts";
import { liveness } from "./liveness.ts";
import { lock } from "./lock.ts";
import { pages } from "./pages.ts";
import { region } from "./region.ts";
import { results } from "./results.ts";
import type { KexecProperty } from "./state.ts";

/** Every property of the model, theme by theme, for a world's layout. */
export function kexecProperties(layout: Layout): readonly KexecProperty[] {
  return [images, lock, region, pages, results, stateFacts, liveness].flatMap((theme) =>
    theme(layout),
  );
}
