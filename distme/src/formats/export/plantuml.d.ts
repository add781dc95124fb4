import { type Statechart } from "./statechart.ts";
/**
 * A statechart in PlantUML's notation. Arrows stand behind all states, since any may cross a box.
 *
 * PlantUML refuses a diagram in which an arrow crosses the border of a second region: such regions
 * are drawn as dashed boxes side by side.
 */
export declare function plantuml(chart: Statechart): string;
