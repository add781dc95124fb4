import { describe, expect, it } from "vitest";
import { wantedTransitions } from "../../../../src/conformance/linux/function-trace/allocator-outcomes.ts";
import { runTraces } from "../../../../src/conformance/linux/function-trace/run-traces.ts";
import { countTransitions } from "../../../../src/conformance/transition-count.ts";
import { generate } from "../../../../src/testgen/generate.ts";
import { reportSkip, usableKernel } from "../skip.ts";

const kernel = usableKernel("6.12");
if (typeof kernel === "string") reportSkip(kernel);

const suite = generate({ tool: "test", kernel: "6.12", cover: "transitions", seed: 1, tests: 0 });

describe.skipIf(typeof kernel === "string")("the function trace of a running Linux 6.12", () => {
  it("is a run of the statechart, call by call, whatever page the allocator gives", async () => {
    if (typeof kernel === "string") return;
    const run = await runTraces({ suite, kernel });
    const { calls, outcomes, transitions } = run;
    expect(calls.filter(({ blockedBy }) => blockedBy !== null)).toEqual([]);
    expect(calls.length).toBeGreaterThanOrEqual(45);
    expect(calls.every(({ prefix, events }) => prefix === events && events > 0)).toBe(true);
    expect(new Set(calls.map(({ result }) => result)).size).toBeGreaterThanOrEqual(5);
    expect(outcomes).toMatchObject({ missing: [], blocked: [] });
    expect(Object.keys(outcomes.transitions)).toEqual(wantedTransitions);
    const { executed } = countTransitions("6.12", {
      times: new Map(Object.entries(transitions)),
      reasons: new Map(),
    });
    expect(executed.length).toBe(Object.keys(transitions).length);
    expect(executed.length).toBeGreaterThanOrEqual(90);
    console.info(`${run.release}: ${calls.length} calls, ${outcomes.loads} aimed loads`);
  }, 300_000);
});
