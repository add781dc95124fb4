import { expect, it } from "vitest";
import { renderTraces } from "../../src/cli/render-function-trace.ts";
import type { Block } from "../../src/conformance/linux/function-trace/block.ts";
import type { TraceRun } from "../../src/conformance/linux/function-trace/run-traces.ts";

const block: Block = {
  index: 9,
  event: "sanity_check_segment_list returns -EINVAL",
  refusals: [
    {
      state: "call.locked.kimageAllocInit.unchecked",
      why: "the kernel's function returns -EINVAL, the statechart has 0",
      guards: [
        { guard: "someSegmentsOverlap", said: "no" },
        { guard: "someBufferTooLong", said: "no" },
      ],
    },
  ],
  isAstray: false,
  allowed: ["sanity_check_segment_list"],
};

const run: TraceRun = {
  release: "6.12.94",
  functions: ["do_kexec_load", "kimage_free"],
  calls: [
    {
      ...{ test: "caller-1", call: 0, request: "normal", result: 0 },
      ...{ events: 60, prefix: 60, blockedBy: null },
    },
    {
      ...{ test: "caller-2", call: 1, request: "normal, overlap", result: -22 },
      ...{ events: 14, prefix: 9, blockedBy: block },
    },
  ],
  outcomes: { loads: 7, transitions: { a: 1 }, missing: ["b"], astray: 1, blocked: [] },
  transitions: { a: 2, c: 1 },
  total_ms: 23_879,
};

it("tells where a call leaves the statechart, and which guards say no", () => {
  expect(renderTraces(run).join("\n")).toMatchInlineSnapshot(`
    "Function trace: 2 functions probed, 23.9 s
      1 of 2 calls, 74 events: the statechart can do what the kernel does
      2 transitions were certainly taken
      leaves the statechart caller-2, call 2, "normal, overlap", 14 events: event 10:
        sanity_check_segment_list returns -EINVAL
        in call.locked.kimageAllocInit.unchecked: the kernel's function returns
          -EINVAL, the statechart has 0
          someSegmentsOverlap: no
          someBufferTooLong: no
        the statechart would: sanity_check_segment_list
      outcomes of the page allocator: 7 loads, 1 of 2 transitions taken; 1 loads say nothing
      not taken: b"
  `);
});
