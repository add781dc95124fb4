import { assert } from "../base/assert.ts";
import { type Check, checks, lookedAt } from "../base/checks.ts";
import { shapes } from "../base/shapes.ts";
import type { Incomplete } from "../checker/exploration.ts";
import type { Statistics } from "../checker/statistics.ts";
import { checkEvent, events_max } from "../conformance/check-event.ts";
import { mutants } from "../model/mutants.ts";
import type {
  CheckReport,
  CoverageReport,
  PropertyReport,
  TraceReport,
  TraceStepReport,
  TransitionReport,
  WorldBounds,
} from "../model/report.ts";
import { kernelNames, presets, type World, worldsOf } from "../model/worlds.ts";
import type { Outcome } from "../xstate/check.ts";
import type { Expectation } from "../xstate/property.ts";

/** A file that is no report of a check, or one that no model of ours can show. */
export class ReportFileError extends Error {
  override readonly name = "ReportFileError";
}

const reportShapes = shapes((message) => new ReportFileError(message));
const { object, list, text, flag, count, oneOf, wrong } = reportShapes;
const { record, kinds, listOf, orNull, one, amount } = checks(reportShapes);
const number: Check = (value, at) => {
  count(value, at);
};
const texts = listOf(text);

/**
 * Checks that a value is the report of a check whose traces are runs of this model. Its shape is
 * that of `spec/check-report.schema.json`.
 *
 * @param json what was parsed from the file
 * @throws ReportFileError naming the place, what was expected there and what was found
 */
export function parseReport(json: unknown): CheckReport {
  const report = object(json, "report");
  oneOf(report["schema"], "report.schema", [1]);
  const kernel = oneOf(report["kernel"], "report.kernel", kernelNames);
  const preset = oneOf(report["preset"], "report.preset", presets);
  const worlds = new Map(worldsOf(preset, kernel).map((world) => [world.name, world]));
  const trace = orNull(traceOf(worlds));
  record<CheckReport>({
    schema: lookedAt,
    kernel: lookedAt,
    preset: lookedAt,
    tool: text,
    mutant: orNull(one(Object.keys(mutants))),
    worlds: listOf(worldOf(worlds, trace)),
    properties: properties(trace),
    coverage,
    verdict: one(["holds", "violated", "incomplete"]),
    problems: texts,
  })(json, "report");
  return json as CheckReport; // every field was checked
}

type Worlds = ReadonlyMap<string, World>;

function worldOf(worlds: Worlds, trace: Check): Check {
  const reasons: readonly Incomplete[] = [
    null,
    "states",
    "time",
    "memory",
    "depth",
    "stopped",
    "violation",
  ];
  return record<CheckReport["worlds"][number]>({
    world: one([...worlds.keys()]),
    purpose: text,
    bounds,
    states: number,
    transitions: number,
    depth: number,
    deadlocks: number,
    deadlock: trace,
    incomplete: one(reasons),
    seconds: amount,
    statistics: orNull(statistics),
    notes: texts,
  });
}

const bounds = record<WorldBounds>({
  tasks: number,
  frames: number,
  crashFrames: number,
  listPageWords: number,
  tablePages: number,
  requests: number,
  calls: number,
  sigkill: flag,
  sysctl: flag,
  limits: flag,
  hotplug: flag,
  oops: flag,
  panic: one(["never", "once", "nested"] satisfies readonly WorldBounds["panic"][]),
  postNotifiers: flag,
});

const variables = record<Statistics["variables"]>({
  top: listOf(
    record<Statistics["variables"]["top"][number]>({
      name: text,
      values: number,
      more: flag,
      bits: amount,
    }),
  ),
  more: number,
});

const statistics = record<Statistics>({
  states: number,
  bits: amount,
  regions: variables,
  variables,
  actions: record<Statistics["actions"]>({
    top: listOf(record<Statistics["actions"]["top"][number]>({ name: text, states: number })),
    more: number,
  }),
  levels: listOf(number),
  beyond: number,
  growth: orNull(amount),
});

/** A property's name is part of addresses and of file names. */
const property_name = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function properties(trace: Check): Check {
  const kindsOfProperty = ["always", "alwaysStep", "sometimes", "eventually", "leadsTo"];
  const property = record<PropertyReport>({
    name: (value, at) => {
      if (!property_name.test(text(value, at))) throw wrong(at, "the name of a property", value);
    },
    kind: one(kindsOfProperty),
    statement: text,
    source: text,
    notClaimed: orNull(text),
    expect: expectation,
    refutedBy: orNull(text),
    outcome: one(outcomes),
    ok: flag,
    applied: number,
    trace,
  });
  return (value, at) => {
    const names = new Set<unknown>();
    for (const [i, one] of list(value, at).entries()) {
      property(one, `${at}[${i}]`);
      const { name } = object(one, at);
      if (names.has(name)) throw wrong(`${at}[${i}].name`, "a name of its own", name);
      names.add(name);
    }
  };
}

type ExpectationOf<Kind extends Expectation["kind"]> = Extract<
  Expectation,
  { readonly kind: Kind }
>;

const expectation = kinds({
  holds: record<ExpectationOf<"holds">>({ kind: lookedAt }),
  weakness: record<ExpectationOf<"weakness">>({ kind: lookedAt, reason: text }),
  "known-violation": record<ExpectationOf<"known-violation">>({
    kind: lookedAt,
    id: text,
    reason: text,
  }),
});

const outcomes: readonly Outcome[] = [
  "holds",
  "violated",
  "witnessed",
  "unwitnessed",
  "vacuous",
  "unknown",
];

/** A trace, whose events are those of its world. */
function traceOf(worlds: Worlds): Check {
  return (value, at) => {
    const given = object(value, at);
    const name = oneOf(given["world"], `${at}.world`, [...worlds.keys()]);
    const world = worlds.get(name);
    assert(world !== undefined, `no world ${name}`);
    const steps = list(given["steps"], `${at}.steps`);
    const step = record<TraceStepReport>({
      event: lookedAt,
      label: text,
      states: texts,
      changes: texts,
    });
    record<TraceReport>({
      world: lookedAt,
      steps: listOf(step),
      loop: orNull((loop, place) => {
        count(loop, place, steps.length);
      }),
    })(value, at);
    if (steps.length > events_max) {
      throw wrong(`${at}.steps`, `at most ${events_max} steps`, steps.length);
    }
    for (const [i, one] of steps.entries()) {
      const { event } = object(one, `${at}.steps[${i}]`);
      checkEvent(event, `${at}.steps[${i}].event`, { world, shapes: reportShapes });
    }
  };
}

const transition = record<TransitionReport>({
  key: text,
  taken: number,
  guardTrue: number,
  guardFalse: number,
});

type Excused = CoverageReport["declared"][number];

const excused = listOf(record<Excused>({ key: text, reason: text }));

const coverage = record<CoverageReport>({
  transitions: listOf(transition),
  dead: texts,
  declared: excused,
  waits: excused,
  refused: texts,
  needless: texts,
  unreached: texts,
  states: number,
});
