import { describe, expect, test } from "vitest";
import { guestCall } from "../../src/conformance/linux/guest-calls.ts";
import { guestMemory } from "../../src/conformance/linux/guest-memory.ts";
import type { Action, CallPlan } from "../../src/conformance/linux/plan.ts";
import { landmarkNames, measuredCall, measureOn } from "../../src/formats/landmarks.ts";
import { plannedTests } from "../../src/formats/planned-tests.ts";
import { isUnload } from "../../src/memory/request.ts";
import { generate } from "../../src/testgen/generate.ts";

const suite = generate({ tool: "test", kernel: "6.1", cover: "transitions", seed: 1, tests: 0 });
const { planned } = plannedTests(suite, null);

/** In pages, as a small and a large machine have them. */
const machines = [
  {
    kernel: 0x1000,
    crash_start: 0x8000,
    crash_end: 0xc000,
    half_of_ram: 0x5800,
    control_pages: 2,
    table_pages: 3,
  },
  {
    kernel: 0x1000,
    crash_start: 0x5_0000,
    crash_end: 0x9_0000,
    half_of_ram: 0x800_0000,
    control_pages: 1,
    table_pages: 20,
  },
];

describe("a call that is measured by landmarks", () => {
  test.each(machines)("is on a machine what a conformance run makes there ($half_of_ram)", (at) => {
    const calls = planned.flatMap(({ plan }) => plan.actions.flatMap(callsOf));
    expect(calls.length).toBeGreaterThan(60);
    for (const call of calls) {
      const { entry, segments } = measuredCall(call, null);
      const here = guestCall(call, memoryOf(at), null);
      const expected = isUnload(call.request) ? 0n : (here.entry ?? 0n);
      expect(measureOn(entry, at)).toBe(BigInt.asUintN(64, expected));
      expect(
        segments.map(({ mem, memsz, bufsz, buffer }) => ({
          mem: measureOn(mem, at),
          memsz: measureOn(memsz, at),
          bufsz: measureOn(bufsz, at),
          buffer,
        })),
      ).toEqual(here.segments);
    }
  });

  test("uses every landmark in some test, or it would be there for nothing", () => {
    const used = new Set(
      planned.flatMap(({ plan }) =>
        plan.actions.flatMap(callsOf).flatMap((call) => {
          const { entry, segments } = measuredCall(call, null);
          const measures = [entry, ...segments.flatMap(({ mem, memsz }) => [mem, memsz])];
          return measures.flatMap(({ times }) => [...times.keys()]);
        }),
      ),
    );
    expect([...used].sort()).toEqual([...landmarkNames].sort());
  });
});

function callsOf(action: Action): readonly CallPlan[] {
  if (action.kind === "write") return [];
  return [action.call, ...(action.held?.meanwhile ?? []).flatMap(callsOf)];
}

function memoryOf(at: (typeof machines)[number]) {
  const bytes = (pages: number): bigint => BigInt(pages) * 4096n;
  const machine = {
    release: "",
    version: "",
    pageSize_bytes: 4096,
    cpus: 1,
    totalram_bytes: 2n * bytes(at.half_of_ram),
    crashKernel: null,
    ram: [{ start: 0n, end: 1n << 64n }],
  };
  const region = { start: bytes(at.crash_start), end: bytes(at.crash_end) };
  return guestMemory(machine, region, { control: at.control_pages, tables: at.table_pages });
}
