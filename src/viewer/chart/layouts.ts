import type { Scene } from "../svg/scene.ts";
import { chartParts } from "./chart-parts.ts";
import type { ChartName } from "./charts.ts";
import { cutOf, keyOf } from "./cut.ts";
import { type Geometry, partsDigest, sceneOf } from "./geometry.ts";
import stored from "./layouts.json" with { type: "json" };

/** `layouts.json`: one line for each chart and cut. */
export interface LayoutsFile {
  readonly format: "kexec-model layouts 1";
  readonly layouts: readonly StoredLayout[];
}

export interface StoredLayout extends Geometry {
  readonly chart: string;
  readonly cut: readonly string[];
  /** Of what was placed; see `partsDigest`. */
  readonly digest: string;
}

/** A chart as it is drawn while some states are collapsed. */
export interface ChartScene {
  readonly scene: Scene;
  /** The path of every state of the chart, to the path of the box that shows it. */
  readonly boxOf: ReadonlyMap<string, string>;
  /** Paths of the states that are drawn without their inside. */
  readonly collapsed: ReadonlySet<string>;
}

/**
 * Returns the drawing of a chart from stored places.
 *
 * @param collapsed paths; those of other charts, and those inside others, do not matter
 * @throws Error when the stored places are not those of the chart as it is now
 */
export function chartScene(chart: ChartName, collapsed: ReadonlySet<string>): ChartScene {
  const cut = cutOf(chart, collapsed);
  const name = `${chart} ${keyOf(cut)}`;
  const known = scenes.get(name);
  if (known) return known;
  const { parts, boxOf, collapsed: insides } = chartParts(chart, cut);
  const geometry = storedLayout(chart, keyOf(cut));
  if (!geometry || geometry.digest !== partsDigest(parts)) {
    throw new Error(`expected a stored layout of ${name} as it is now: run npm run layout`);
  }
  const made: ChartScene = {
    scene: sceneOf(parts, geometry),
    boxOf,
    collapsed: new Set([...insides.keys()].map(({ path }) => path)),
  };
  scenes.set(name, made);
  return made;
}

/** Everything in `layouts.json`. */
export const storedLayouts: readonly StoredLayout[] = stored.layouts;

const scenes = new Map<string, ChartScene>();

function storedLayout(chart: ChartName, cut: string): StoredLayout | undefined {
  return storedLayouts.find((each) => each.chart === chart && keyOf(each.cut) === cut);
}
