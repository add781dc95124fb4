import { type Statechart } from "./statechart.ts";
/**
 * A statechart as SCXML (W3C Recommendation of 2015).
 *
 * A guard asks the memory of the kernel, which is not in the chart: whoever sends an event answers
 * with it, `{ "lockFree": true }`, and what is not answered does not hold. An action is told by a
 * `<log>`: what it does to memory is not in the chart either.
 *
 * @throws ExportError for what SCXML would understand otherwise than XState
 */
export declare function scxml(chart: Statechart): string;
