import type { Statechart } from "./statechart.ts";
/**
 * A statechart as the JSON that XState's `createMachine` takes, and Stately's editor imports.
 *
 * Guards and actions are names with their params: `machine.provide` gives them a meaning. Every
 * target is an id, so that a state can be moved without a thought to who leads there.
 *
 * @throws ExportError for guards that are put together, which JSON has no word for
 */
export declare function xstateJson({ root, transitions }: Statechart): string;
