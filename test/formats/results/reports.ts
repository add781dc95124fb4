import type { KexecEvent } from "../../../machines/events.ts";
import type {
  CheckReport,
  PropertyReport,
  TraceReport,
  TraceStepReport,
} from "../../../src/model/report.ts";
import type { Outcome } from "../../../src/xstate/check.ts";

/** The beginning of a load, as far as the lock. */
export const trace: TraceReport = {
  world: "race",
  loop: null,
  steps: [
    step({ type: "kexec_load", task: 0, request: 0 }),
    step({ type: "kexec_load_check", task: 0 }),
    step({ type: "kexec_trylock", task: 0 }, ["lock: task 0", "x"]),
  ],
};

function step(event: KexecEvent, changes: readonly string[] = []): TraceStepReport {
  return { event, label: event.type, states: [], changes };
}

/** A property as a check reports it. */
export function property(
  name: string,
  outcome: Outcome,
  rest: Partial<PropertyReport> = {},
): PropertyReport {
  return {
    name,
    kind: "always",
    statement: `${name} is claimed.`,
    source: "kernel/kexec.c:do_kexec_load",
    notClaimed: null,
    expect: { kind: "holds" },
    refutedBy: null,
    outcome,
    ok: outcome === "holds" || outcome === "witnessed",
    applied: 1,
    trace: outcome === "violated" ? trace : null,
    ...rest,
  };
}

/** A search that saw everything. */
export const world = {
  world: "race",
  purpose: "a test",
  bounds: {
    ...{
      tasks: 1,
      frames: 1,
      crashFrames: 1,
      listPageWords: 3,
      tablePages: 0,
      requests: 1,
      calls: 0,
    },
    ...{ sigkill: false, sysctl: false, limits: false, hotplug: false, oops: false },
    ...{ panic: "never" as const, postNotifiers: false },
  },
  ...{ states: 10, transitions: 20, depth: 3, deadlocks: 0, deadlock: null, incomplete: null },
  seconds: 1.25,
  statistics: null,
  notes: [],
};

/** A check of one world that found nothing but these properties. */
export function report(
  properties: readonly PropertyReport[],
  rest: Partial<CheckReport> = {},
): CheckReport {
  return {
    schema: 1,
    tool: "kexec-model test",
    kernel: "seed",
    preset: "quick",
    mutant: null,
    worlds: [world],
    properties,
    coverage: {
      transitions: [],
      dead: [],
      declared: [],
      waits: [],
      refused: [],
      needless: [],
      unreached: [],
      states: 0,
    },
    verdict: "holds",
    problems: [],
    ...rest,
  };
}
