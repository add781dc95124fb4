import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { isLimit, type Progress } from "../checker/exploration.ts";
import type { Limits } from "../checker/model.ts";
import type { Layout } from "../memory/layout.ts";
import { variables } from "../memory/variables.ts";
import { type CheckResult, checkMachine, type Trace } from "../xstate/check.ts";
import { fingerprintOf } from "../xstate/fingerprint.ts";
import { isLiveness, type Property } from "../xstate/property.ts";
import { changes, eventLabel } from "./describe.ts";
import { enteredOnLiteral, literalOf, onLiteral, refusedEvents } from "./literal.ts";
import { kexecModel } from "./model.ts";
import type { Edit } from "./mutant.ts";
import type { TraceReport, WorldReport } from "./report.ts";
import { savedSearch, type WorldCheckpoint } from "./saved-search.ts";
import { type Actor, actorsOf, type LivenessTheme } from "./world.ts";
import type { World } from "./worlds.ts";

/** A property, and for one of liveness the worlds that it is judged in. */
export type JudgedProperty = Property<KexecContext, KexecEvent> & {
  readonly theme?: LivenessTheme;
  /** Without this actor the property would be vacuous: it is not judged there. */
  readonly needs?: Actor;
};

export interface WorldRun {
  readonly world: World;
  /** The properties to judge, for the world's layout. */
  readonly properties: (layout: Layout) => readonly JudgedProperty[];
  readonly edit?: Edit;
  readonly limits?: Limits;
  readonly onProgress?: (progress: Progress) => void;
  /** Say why there are so many states, even when the search is complete. */
  readonly statistics?: boolean;
  readonly checkpoint?: WorldCheckpoint;
}

/** Explores one world completely and reports what was found, as plain data. */
export function runWorld(run: WorldRun): WorldReport {
  const began = performance.now();
  const { world, edit, limits, onProgress, statistics = false, checkpoint } = run;
  const { layout, machine, options } = kexecModel(world, edit);
  const asked = { ...options, properties: judgedIn(world, run.properties(layout)) };
  const fingerprint = fingerprintOf(machine, asked, world);
  const saved = checkpoint && savedSearch(identified(checkpoint, fingerprint));
  const result = checkMachine<KexecContext, KexecEvent>(machine, {
    ...asked,
    variables: variables(layout),
    statistics,
    ...(limits && { limits }),
    ...(onProgress && { onProgress }),
    ...saved?.options,
  });
  const seconds = (performance.now() - began) / 1000;
  const notes = saved?.notes(isLimit(result.incomplete)) ?? [];
  return worldReport({ world, layout }, result, { seconds, notes });
}

/** A checkpoint that only the same model goes on from. */
function identified(checkpoint: WorldCheckpoint, fingerprint: string): WorldCheckpoint {
  return { ...checkpoint, identity: `${checkpoint.identity}, model ${fingerprint}` };
}

/** What was found in a world, as plain data. */
export function worldReport(
  { world, layout }: { readonly world: World; readonly layout: Layout },
  result: CheckResult<KexecContext, KexecEvent>,
  { seconds, notes }: { readonly seconds: number; readonly notes: readonly string[] },
): WorldReport {
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
    seconds,
    statistics: result.statistics,
    notes: [...result.notes, ...notes],
    properties: result.verdicts.map(({ property, outcome, applied, trace }) => ({
      name: property.name,
      outcome,
      applied,
      trace: report(trace),
    })),
    coverage: onLiteral(literal, result.coverage),
    entered: enteredOnLiteral(literal, result.coverage),
    refused: refusedEvents(result.coverage),
  };
}

/**
 * What is judged in a world: claims about somebody who acts there, and liveness where the world says
 * so, since the whole graph is kept for it.
 */
export function judgedIn(
  world: World,
  properties: readonly JudgedProperty[],
): readonly JudgedProperty[] {
  const actors = actorsOf(world);
  return properties.filter(
    (property) =>
      (property.needs === undefined || actors.has(property.needs)) &&
      (!isLiveness(property) || property.theme === world.liveness),
  );
}

function boundsOf(world: World): WorldReport["bounds"] {
  const { bounds, sigkill, sysctl, limits = false, hotplug = false, oops = false } = world;
  const { tasks, frames, crashFrames, listPageWords, tablePages, requests, features } = bounds;
  return {
    tasks,
    frames,
    crashFrames,
    listPageWords,
    tablePages,
    requests: requests.length,
    calls: bounds.calls?.length ?? 0,
    sigkill,
    sysctl,
    limits: limits && features.includes("load-limits"),
    hotplug: hotplug && features.includes("crash-hotplug"),
    oops,
    panic: world.panic ?? "never",
    postNotifiers: bounds.postNotifiers ?? false,
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
