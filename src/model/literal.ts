import type { AnyStateNode } from "xstate";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { sysctls } from "../../machines/sysctls.ts";
import type { Feature } from "../memory/bounds.ts";
import type { Layout } from "../memory/layout.ts";
import { readChart } from "../xstate/chart.ts";
import type { Coverage } from "../xstate/coverage.ts";
import type { TransitionReport } from "./report.ts";

/** A transition of the literals, as people read them, before the composition. */
export interface LiteralTransition {
  readonly key: string;
  readonly guarded: boolean;
  /** Why it is not taken in this kernel, or null. */
  readonly unreachable: string | null;
}

export interface Literal {
  readonly transitions: readonly LiteralTransition[];
  /** Paths of all states, the roots' own left out. */
  readonly states: readonly { readonly path: string; readonly unreachable: string | null }[];
}

/** The states and transitions of the call and the sysctls, each counted once. */
export function literalOf(layout: Layout): Literal {
  const { features } = layout.bounds;
  const charts = [
    { prefix: "", chart: readChart(kexecLoad(layout)) },
    { prefix: "sysctls.", chart: readChart(sysctls(layout)) },
  ];
  return {
    transitions: charts.flatMap(({ prefix, chart }) =>
      chart.transitions.map(({ key, guarded, definition, source }) => ({
        key: `${prefix}${key}`,
        guarded,
        unreachable: reasonFor(definition.meta, features) ?? nodeReason(source.node, features),
      })),
    ),
    states: charts.flatMap(({ prefix, chart }) =>
      chart.nodes
        .filter(({ path }) => path !== "")
        .map(({ path, node }) => ({
          path: `${prefix}${path}`,
          unreachable: nodeReason(node, features),
        })),
    ),
  };
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

/** The region of a task stands for the call itself. */
export function literalName(composed: string): string {
  return composed.replace(/^task\d+\.?/, "");
}
