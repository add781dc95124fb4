import { checkMachine } from "../../src/xstate/check.ts";
import { checkInParallel } from "../../src/xstate/parallel.ts";
import { caseSource } from "./cases.ts";

/** One search of one case, in a process of its own: `ours.js CASE THREADS`. Prints one line of JSON. */
const [name = "", threads = "1"] = process.argv.slice(2);
const source = {
  module: new URL("./cases.js", import.meta.url).href,
  name: "caseSource",
  argument: name,
};
const began = performance.now();
const checkable = caseSource(name);
const result =
  Number(threads) > 1
    ? await checkInParallel(checkable, { source, threads: Number(threads) })
    : checkMachine(checkable.machine, checkable.options);
const { states, transitions, bytes, incomplete } = result;
const seconds = (performance.now() - began) / 1000;
const peak_bytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(
  `${JSON.stringify({ states, transitions, seconds, bytes, peak_bytes, incomplete })}\n`,
);
