import { describe, expect, test } from "vitest";
import { kexecChart } from "../../../../src/formats/export/kexec-charts.ts";
import { runOf } from "../../../../src/formats/export/rv/automaton.ts";
import { eventMap } from "../../../../src/formats/export/rv/event-map.ts";
import { eventOf, loadMonitor, type Monitor } from "../../../../src/formats/export/rv/monitor.ts";
import { observedInLoad, unseenInLoad } from "../../../../src/formats/export/rv/observed.ts";
import type { Edit } from "../../../../src/model/mutant.ts";
import { mutants } from "../../../../src/model/mutants.ts";
import { simulate } from "../../../../src/model/simulation.ts";
import { kernelNames, suiteWorlds } from "../../../../src/model/worlds.ts";
import {
  type RecordedCall,
  recordedCalls,
  recordedKernels,
} from "../../../conformance/linux/function-trace/recorded.ts";

/**
 * What a monitor sees of a call that was recorded on a kernel: entries, and the call's two ends.
 */
function seenIn({ trace }: RecordedCall, { observed }: Monitor): readonly string[] {
  return trace.events.flatMap((event) => {
    const isEntry = event.kind === "enter";
    if (event.function === "__x64_sys_kexec_load") {
      return [isEntry ? "sys_enter_kexec_load" : "sys_exit_kexec_load"];
    }
    return isEntry && observed.some((one) => one.event === event.function) ? [event.function] : [];
  });
}

function allows({ automaton }: Monitor, events: readonly string[]): boolean {
  return runOf(automaton, events).length === events.length + 1;
}

describe.each(recordedKernels)("the monitor of kernel %s", (kernel) => {
  const monitor = loadMonitor(kernel);
  const calls = recordedCalls(kernel).map((call) => ({ ...call, seen: seenIn(call, monitor) }));

  test("allows what Linux was seen to do", () => {
    expect(calls.length).toBeGreaterThan(15);
    expect(calls.filter(({ seen }) => !allows(monitor, seen)).map(({ name }) => name)).toEqual([]);
  });

  test("allows the calls one after another, and other system calls between", () => {
    const others = ["kimage_free", "machine_kexec_prepare", "kimage_load_segment"];
    expect(
      allows(
        monitor,
        calls.flatMap(({ seen }) => [...seen, ...others]),
      ),
    ).toBe(true);
  });

  test("refuses most calls from which an event was taken away", () => {
    const without = calls.flatMap(({ seen }) =>
      seen.map((_, i) => [...seen.slice(0, i), ...seen.slice(i + 1)]),
    );
    const refused = without.filter((seen) => !allows(monitor, seen));
    expect(refused.length / without.length).toBeGreaterThan(0.4);
  });

  test("refuses every call whose list is ended twice, or whose image is prepared twice", () => {
    for (const twice of ["kimage_terminate", "machine_kexec_prepare"]) {
      const doubled = calls.flatMap(({ seen }) =>
        seen.includes(twice) ? [seen.flatMap((one) => (one === twice ? [one, one] : one))] : [],
      );
      expect(doubled.length).toBeGreaterThan(0);
      expect(doubled.filter((seen) => allows(monitor, seen))).toEqual([]);
    }
  });
});

/** The first sequence of events that a model shows and a monitor refuses; null for none. */
function refusedRun(
  monitor: Monitor,
  worldName: string,
  edit: Edit = {},
): readonly string[] | null {
  const world = suiteWorlds(monitor.kernel).find(({ name }) => name === worldName);
  if (!world) throw new Error(`expected a world of the suite, got ${worldName}`);
  const { initial, alphabet, step } = simulate(world, edit);
  const { automaton, observed } = monitor;
  const seen = new Set<string>();
  const waiting = [
    { state: initial, events: [] as readonly string[], at: automaton.states[0] ?? "" },
  ];
  for (let now = waiting.pop(); now; now = waiting.pop()) {
    const { configuration, context } = now.state;
    const key = `${configuration.id} ${now.at} ${String(context.mem)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const event of alphabet(now.state)) {
      const next = step(now.state, event);
      if (!next) continue;
      const shown = next.transitions.flatMap((one) => {
        const [, type = ""] = one.split(" ");
        return eventOf({ key: one, event: type }, observed) ?? [];
      });
      const run = runOf({ ...automaton, states: [now.at] }, shown);
      const events = [...now.events, ...shown];
      if (run.length <= shown.length) return events;
      waiting.push({ state: next.state, events, at: run.at(-1) ?? "" });
    }
  }
  return null;
}

describe("the monitor and the model", () => {
  test.each(kernelNames)("every run of kernel %s is allowed", (kernel) => {
    for (const world of ["two-segments", "crash-room"]) {
      expect(refusedRun(loadMonitor(kernel), world)).toBeNull();
    }
  });

  test.each(["prepare-failure-skips-out", "lock-kept-after-efault"] as const)(
    "a run of the mutant %s is refused",
    (mutant) => {
      const run = refusedRun(loadMonitor("fixed"), "reload", mutants[mutant]);
      expect(run?.at(-1)).toBe("sys_exit_kexec_load");
    },
  );

  test("every event of the chart is seen, or it is said why not", () => {
    const { transitions } = kexecChart({ part: "kexec_load", kernel: null });
    const told = new Set(
      [...observedInLoad.map((one) => one.transitions), ...unseenInLoad].flatMap(
        ({ events = [] }) => events,
      ),
    );
    const untold = transitions.flatMap(({ event }) =>
      event !== null && !told.has(event) ? event : [],
    );
    expect(untold).toEqual([]);
    const keys = new Set(transitions.map(({ key }) => key));
    const named = observedInLoad.flatMap((one) => one.transitions.keys ?? []);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });

  test("its sizes are what they were", () => {
    const sizes = kernelNames.map((kernel) => {
      const { states, events } = loadMonitor(kernel).automaton;
      return `${kernel}: ${states.length} states, ${events.length} events`;
    });
    expect(sizes).toEqual([
      "seed: 12 states, 12 events",
      "5.10: 12 states, 12 events",
      "6.1: 12 states, 12 events",
      "6.12: 13 states, 13 events",
      "7.2: 13 states, 13 events",
      "fixed: 13 states, 13 events",
    ]);
  });

  test("the map of its events names each, and where to see it", () => {
    const monitor = loadMonitor("7.2");
    const rows = eventMap(monitor)
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    expect(rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1]).sort()).toEqual(
      monitor.automaton.events,
    );
    expect(rows.find((row) => row.includes("kimage_terminate"))).toBe(
      "| `kimage_terminate` | entry of `kimage_terminate` (fprobe or kprobe) | " +
        "the list gets its end mark | `call.locked.filled` |",
    );
  });
});
