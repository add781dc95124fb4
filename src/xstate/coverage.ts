import type { Chart, ChartNode, ChartTransition } from "./chart.ts";
import type { Configuration } from "./configuration.ts";

/** How often each part of a chart was exercised while every reachable step was taken. */
export interface Coverage {
  readonly nodes: readonly { readonly path: string; readonly entered: number }[];
  readonly transitions: readonly TransitionCoverage[];
}

export interface TransitionCoverage {
  /** `path eventType position` of the chart. */
  readonly key: string;
  readonly taken: number;
  /** How often its guard said yes and no; both 0 for an unguarded transition. */
  readonly guardTrue: number;
  readonly guardFalse: number;
  readonly guarded: boolean;
}

/** One microstep: what it reacted to, which transitions it took, and what was active around it. */
export interface Microstep {
  /** null for the first one of a start: XState does not tell. */
  readonly before: Configuration | null;
  /** The event that was asked about; an `always` transition has the event type "". */
  readonly event: unknown;
  readonly eventType: string;
  readonly taken: readonly ChartTransition[];
  readonly after: Configuration;
}

/**
 * Counts transitions, entered nodes and guard outcomes.
 *
 * Guard outcomes follow from which transition was taken: XState asks the guards of one node in
 * order and stops at the first that says yes.
 */
export class CoverageCounter {
  readonly #chart: Chart;
  readonly #listens: (node: ChartNode, event: unknown) => boolean;
  readonly #entered: Float64Array;
  readonly #taken: Float64Array;
  readonly #yes: Float64Array;
  readonly #no: Float64Array;
  /** How often what is being counted happened. */
  #times = 1;

  /** @param listens whether a node is meant by an event at all; a deaf node's guards do not count */
  constructor(chart: Chart, listens: (node: ChartNode, event: unknown) => boolean = () => true) {
    this.#chart = chart;
    this.#listens = listens;
    this.#entered = new Float64Array(chart.nodes.length);
    this.#taken = new Float64Array(chart.transitions.length);
    this.#yes = new Float64Array(chart.transitions.length);
    this.#no = new Float64Array(chart.transitions.length);
  }

  /** Counts a start: where it ended, and what `always` and raised events did before. */
  start(end: Configuration, microsteps: readonly Microstep[]): void {
    const [first] = microsteps;
    const passed = (first?.taken ?? []).map(({ source }) => source);
    for (const node of new Set([...(first?.after ?? end).nodes, ...passed])) {
      this.#bump(this.#entered, node.index);
    }
    this.#steps(microsteps);
    this.#settled(end);
  }

  /** Counts what an event did; an event that took no transition counts as refused by its guards. */
  count(microsteps: readonly Microstep[]): void {
    this.#steps(microsteps);
    const last = microsteps.at(-1);
    if (last && microsteps.some(({ taken }) => taken.length > 0)) this.#settled(last.after);
  }

  /**
   * Counts a microstep that happened many times, always in the same way.
   *
   * @param ended how often the machine came to rest right behind it
   */
  add(microstep: Microstep, times: number, ended: number): void {
    this.#times = times;
    this.#microstep(microstep);
    this.#times = ended;
    this.#settled(microstep.after);
    this.#times = 1;
  }

  #steps(microsteps: readonly Microstep[]): void {
    for (const [i, microstep] of microsteps.entries()) {
      this.#microstep(microstep);
      if (i > 0 && microstep.before && microstep.eventType !== "") this.#settled(microstep.before);
    }
  }

  #microstep(microstep: Microstep): void {
    for (const transition of microstep.taken) this.#take(transition, microstep.eventType);
    this.#enter(microstep);
    if (microstep.before) this.#refusals(microstep.before, microstep);
  }

  #bump(counts: Float64Array, index: number): void {
    counts[index] = (counts[index] ?? 0) + this.#times;
  }

  result(): Coverage {
    return {
      nodes: this.#chart.nodes.map(({ path, index }) => ({
        path,
        entered: this.#entered[index] ?? 0,
      })),
      transitions: this.#chart.transitions.map(({ key, index, guarded }) => ({
        key,
        taken: this.#taken[index] ?? 0,
        guardTrue: this.#yes[index] ?? 0,
        guardFalse: this.#no[index] ?? 0,
        guarded,
      })),
    };
  }

  #take(transition: ChartTransition, eventType: string): void {
    this.#bump(this.#taken, transition.index);
    if (transition.guarded) this.#bump(this.#yes, transition.index);
    const candidates = this.#chart.candidates(transition.source, eventType);
    for (const asked of candidates.slice(0, candidates.indexOf(transition))) {
      this.#bump(this.#no, asked.index);
    }
  }

  /** Nodes that became active, and targets that were active already. */
  #enter({ before, taken, after }: Microstep): void {
    const entered = new Set<ChartNode>();
    if (before && before.id !== after.id) {
      for (const node of after.nodes) if (!before.has(node.path)) entered.add(node);
    }
    for (const { definition } of taken) {
      for (const target of definition.target ?? []) {
        const node = this.#chart.nodeOf.get(target);
        if (node) entered.add(node);
      }
    }
    for (const node of entered) this.#bump(this.#entered, node.index);
  }

  /** Guards that all said no at a node that was asked and took nothing. */
  #refusals(before: Configuration, { event, eventType, taken }: Microstep): void {
    for (const node of before.nodes) {
      const candidates = this.#chart.candidates(node, eventType);
      if (candidates.length === 0 || taken.some(({ source }) => isWithin(source, node))) continue;
      if (eventType !== "" && !this.#listens(node, event)) continue;
      for (const asked of candidates) this.#bump(this.#no, asked.index);
    }
  }

  /** `always` transitions that were all refused before the machine came to rest. */
  #settled(at: Configuration): void {
    if (at.done) return;
    for (const node of at.nodes) {
      for (const asked of this.#chart.candidates(node, "")) this.#bump(this.#no, asked.index);
    }
  }
}

function isWithin(inner: ChartNode, outer: ChartNode): boolean {
  return inner === outer || outer.path === "" || inner.path.startsWith(`${outer.path}.`);
}
