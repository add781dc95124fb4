import type { AnyStateNode } from "xstate";
import type { Wait } from "../../machines/meta.ts";
import type { Feature } from "../memory/bounds.ts";
import type { Layout } from "../memory/layout.ts";
import { type Chart, readChart } from "../xstate/chart.ts";
import type { Coverage } from "../xstate/coverage.ts";
import { isStandIn, literalName, literals } from "./compose.ts";
import type { TransitionReport } from "./report.ts";

/** A transition of the literals, as people read them, before the composition. */
export interface LiteralTransition {
  readonly key: string;
  readonly guarded: boolean;
  /** Why it is not taken in this kernel, or null. */
  readonly unreachable: string | null;
  /** Why its event may find every guard closed in this kernel, or null. */
  readonly waits: string | null;
}

export interface Literal {
  readonly transitions: readonly LiteralTransition[];
  /** Paths of all states, the roots' own left out. */
  readonly states: readonly { readonly path: string; readonly unreachable: string | null }[];
}

/** The states and transitions of all literals, each counted once. */
export function literalOf(layout: Layout): Literal {
  const { features } = layout.bounds;
  const states = new Map<string, string | null>();
  const transitions = new Map<string, LiteralTransition>();
  for (const { prefix, chart } of chartsOf(layout)) {
    for (const { path, node } of chart.nodes) {
      const name = `${prefix}${path}`;
      if (path === "" || isStandIn(node) || states.has(name)) continue;
      states.set(name, nodeReason(node, features));
    }
    for (const { key, guarded, definition, source } of chart.transitions) {
      const name = `${prefix}${key}`;
      const unreachable = reasonFor(definition.meta, features) ?? nodeReason(source.node, features);
      const waits = waitFor(definition.meta, features);
      transitions.set(name, { key: name, guarded, unreachable, waits });
    }
  }
  return {
    transitions: [...transitions.values()],
    states: [...states].map(([path, unreachable]) => ({ path, unreachable })),
  };
}

/** The literals as charts, and what the composed machine's names have before theirs. */
export function chartsOf(layout: Layout): { readonly prefix: string; readonly chart: Chart }[] {
  const { doors, regions, root } = literals(layout);
  return [
    ...doors.map((door) => ({ prefix: "", chart: readChart(door) })),
    ...Object.entries(regions).map(([name, region]) => ({
      prefix: `${name}.`,
      chart: readChart(region),
    })),
    { prefix: "", chart: readChart(root) },
  ];
}

/** The state and the event of a transition's key: `path eventType`, for all its positions. */
export function choiceOf(key: string): string {
  return key.split(" ").slice(0, 2).join(" ");
}

/** What a state or transition says about where it exists. */
interface Existence {
  readonly unreachable?: string;
  readonly feature?: Feature;
  readonly without?: Feature;
}

function reasonFor(meta: Existence | undefined, features: readonly Feature[]): string | null {
  if (meta?.unreachable) return meta.unreachable;
  if (meta?.feature && !features.includes(meta.feature)) {
    return `only in a kernel with ${meta.feature}`;
  }
  if (meta?.without && features.includes(meta.without)) {
    return `only in a kernel without ${meta.without}`;
  }
  return null;
}

function waitFor(
  meta: { readonly waits?: Wait } | undefined,
  features: readonly Feature[],
): string | null {
  const { waits } = meta ?? {};
  return waits && reasonFor(waits, features) === null ? waits.reason : null;
}

function nodeReason(
  node: { readonly meta?: Existence; readonly parent?: AnyStateNode | undefined } | undefined,
  features: readonly Feature[],
): string | null {
  return node ? (reasonFor(node.meta, features) ?? nodeReason(node.parent, features)) : null;
}

/** Coverage of the composed machine, told of the literals: the tasks' counts are added up. */
export function onLiteral(literal: Literal, coverage: Coverage): TransitionReport[] {
  const sums = new Map<string, { taken: number; guardTrue: number; guardFalse: number }>();
  for (const { key, taken, guardTrue, guardFalse } of coverage.transitions) {
    const name = literalName(key);
    const sum = sums.get(name) ?? { taken: 0, guardTrue: 0, guardFalse: 0 };
    sum.taken += taken;
    sum.guardTrue += guardTrue;
    sum.guardFalse += guardFalse;
    sums.set(name, sum);
  }
  return literal.transitions.map(({ key, guarded }) => {
    const { taken, guardTrue, guardFalse } = sums.get(key) ?? none;
    return { key, taken, guardTrue: guarded ? guardTrue : 0, guardFalse: guarded ? guardFalse : 0 };
  });
}

const none = { taken: 0, guardTrue: 0, guardFalse: 0 };

/** How often each state of the literals was entered. */
export function enteredOnLiteral(
  literal: Literal,
  coverage: Coverage,
): { path: string; entered: number }[] {
  const sums = new Map<string, number>();
  for (const { path, entered } of coverage.nodes) {
    const name = literalName(path);
    sums.set(name, (sums.get(name) ?? 0) + entered);
  }
  return literal.states.map(({ path }) => ({ path, entered: sums.get(path) ?? 0 }));
}

/**
 * The events that found every guard of a state closed: those of whose transitions the last one was
 * refused. Eventless ones may always be.
 */
export function refusedEvents({ transitions }: Coverage): string[] {
  const last = new Map<string, number>();
  for (const { key, guardFalse } of transitions) {
    last.set(choiceOf(key), guardFalse); // in the order of their positions
  }
  const refused = [...last].filter(([key, times]) => times > 0 && !key.endsWith(" always"));
  return [...new Set(refused.map(([key]) => literalName(key)))];
}
