import { explore } from "../../src/checker/explore.ts";
import { prepare } from "../../src/xstate/check.ts";
import { checkInParallel } from "../../src/xstate/parallel.ts";
import { caseSource } from "./cases.ts";

/** One search of one case, in a process of its own: `ours.js CASE THREADS`. Prints one line of JSON. */
const [name = "", threads = "1"] = process.argv.slice(2);
const source = {
  module: new URL("./cases.js", import.meta.url).href,
  name: "caseSource",
  argument: name,
};
const checkable = caseSource(name);
const compiled = performance.now();
const { model } = prepare(checkable.machine, checkable.options).model;
const compile_s = (performance.now() - compiled) / 1000;
const began = performance.now();
// with one thread the search alone, as for SPIN; the threads of several make the machine anew
const result =
  Number(threads) > 1
    ? await checkInParallel(checkable, { source, threads: Number(threads) })
    : explore(model);
const { states, transitions, bytes, incomplete } = result;
const seconds = (performance.now() - began) / 1000;
const peak_bytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(
  `${JSON.stringify({ states, transitions, seconds, compile_s, bytes, peak_bytes, incomplete })}\n`,
);
