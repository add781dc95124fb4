import { getAdjacencyMap } from "xstate/graph";
import { cases } from "./cases.ts";

/** The states and steps that `xstate/graph` finds of one case: `graph.js CASE`. */
const [name = ""] = process.argv.slice(2);
const make = cases[name];
if (!make) throw new RangeError(`no case ${name}`);
const { make: machineOf, graph = {} } = make();
const { machine, options } = machineOf();
const began = performance.now();
const map = getAdjacencyMap(machine, {
  events: graph.events ?? options.events,
  ...(graph.serializeState && { serializeState: graph.serializeState }),
} as never); // the machine's own events and snapshots
const seconds = (performance.now() - began) / 1000;
const states = Object.keys(map).length;
process.stdout.write(`${JSON.stringify({ states, seconds })}\n`);
