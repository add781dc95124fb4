import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import type { Progress } from "../checker/explore.ts";
import type { Limits } from "../checker/model.ts";
import type { Layout } from "../memory/layout.ts";
import { checkMachine, type Trace } from "../xstate/check.ts";
import { isLiveness, type Property } from "../xstate/property.ts";
import { changes, eventLabel } from "./describe.ts";
import { enteredOnLiteral, literalOf, onLiteral } from "./literal.ts";
import { kexecModel } from "./model.ts";
import type { Edit } from "./mutant.ts";
import type { TraceReport, WorldReport } from "./report.ts";
import type { World } from "./worlds.ts";

export interface WorldRun {
  readonly world: World;
  /** The properties to judge, for the world's layout. */
  readonly properties: (layout: Layout) => readonly Property<KexecContext, KexecEvent>[];
  readonly edit?: Edit;
  readonly limits?: Limits;
  readonly onProgress?: (progress: Progress) => void;
}

/** Explores one world completely and reports what was found, as plain data. */
export function runWorld({ world, properties, edit, limits, onProgress }: WorldRun): WorldReport {
  const began = performance.now();
  const { layout, machine, options } = kexecModel(world, edit);
  const result = checkMachine<KexecContext, KexecEvent>(machine, {
    ...options,
    properties: judgedIn(world, properties(layout)),
    ...(limits && { limits }),
    ...(onProgress && { onProgress }),
  });
  const literal = literalOf(layout);
  const report = (trace: Trace<KexecContext, KexecEvent> | null): TraceReport | null =>
    trace && traceReport(world, layout, trace);
  return {
    world: world.name,
    purpose: world.purpose,
    bounds: boundsOf(world),
    states: result.states,
    transitions: result.transitions,
    depth: result.depth,
    deadlocks: result.deadlocks,
    deadlock: report(result.deadlock),
    incomplete: result.incomplete,
    seconds: (performance.now() - began) / 1000,
    properties: result.verdicts.map(({ property, outcome, applied, trace }) => ({
      name: property.name,
      outcome,
      applied,
      trace: report(trace),
    })),
    coverage: onLiteral(literal, result.coverage),
    entered: enteredOnLiteral(literal, result.coverage),
  };
}

/** Liveness is judged where the world says so: the whole graph is kept for it. */
export function judgedIn(
  world: World,
  properties: readonly Property<KexecContext, KexecEvent>[],
): readonly Property<KexecContext, KexecEvent>[] {
  return world.liveness ? properties : properties.filter((property) => !isLiveness(property));
}

function boundsOf({ bounds, sigkill, sysctl }: World): WorldReport["bounds"] {
  const { tasks, frames, crashFrames, listPageWords, tablePages, requests } = bounds;
  return {
    tasks,
    frames,
    crashFrames,
    listPageWords,
    tablePages,
    requests: requests.length,
    sigkill,
    sysctl,
  };
}

function traceReport(
  world: World,
  layout: Layout,
  trace: Trace<KexecContext, KexecEvent>,
): TraceReport {
  let { mem } = trace.initial.context;
  const steps = trace.steps.map(({ event, state }) => {
    const before = mem;
    mem = state.context.mem;
    return {
      event,
      label: eventLabel(layout, event),
      states: state.leaves,
      changes: changes(layout, before, mem),
    };
  });
  return { world: world.name, steps, loop: trace.loop };
}
