import { assert } from "../base/assert.ts";
import type { Chart, ChartTransition } from "./chart.ts";
import type { InternedConfiguration } from "./configuration.ts";
import type { CoverageCounter, Microstep } from "./coverage.ts";
import type { NotingMachine, Performed } from "./notes.ts";
import { type Select, selectorFor } from "./select.ts";

/** What taking some transitions in a configuration does; it depends on nothing else. */
interface Effect {
  readonly performed: readonly Performed[];
  readonly after: InternedConfiguration;
  readonly microstep: Microstep;
  /** How often it was taken, and how often nothing eventless followed. */
  times: number;
  ended: number;
}

/** A configuration that is asked about one event type ("" for eventless transitions). */
interface Place {
  readonly select: Select;
  /** Effects of a single transition, by its number, and of several, by their numbers. */
  readonly single: (Effect | undefined)[];
  readonly several: Map<string, Effect>;
}

/** Where a step led that was looked up. */
export interface KnownStep {
  /** The configuration behind the step; null when the event is ignored. */
  readonly after: InternedConfiguration | null;
}

const eventlessMax = 10_000;
const ignored: KnownStep = { after: null };

/**
 * Steps of a machine whose actions and guards carry `step` and `ask`, functions over bytes.
 *
 * Which transitions are taken is decided by asking the same guards in the same order. What taking
 * them does, which actions in which order and which states come out active, is learnt from XState
 * the first time and looked up afterwards. A sample of steps is compared with XState for as long as
 * the search runs; `test/xstate/memo.test.ts` compares all of them on small bounds.
 */
export class Memo {
  readonly #noting: NotingMachine;
  readonly #chart: Chart;
  readonly #coverage: CoverageCounter;
  readonly #places: (Map<string, Place> | undefined)[] = [];
  readonly #path: Effect[] = [];
  #usable = true;

  /** @param chart the chart of the noting machine */
  constructor(noting: NotingMachine, chart: Chart, coverage: CoverageCounter) {
    this.#noting = noting;
    this.#chart = chart;
    this.#coverage = coverage;
  }

  /** False once something was met that cannot be looked up; then XState takes every step. */
  get usable(): boolean {
    return this.#usable;
  }

  /**
   * Takes a step that is known.
   *
   * @param mem the bytes of the context; changed in place
   * @param counts whether the step counts for coverage
   * @returns null when XState must take the step, and `learn` be told; `mem` is spoilt then
   */
  step(
    from: InternedConfiguration,
    event: { readonly type: string },
    { mem, counts }: { readonly mem: Uint8Array; readonly counts: boolean },
  ): KnownStep | null {
    const path = this.#path;
    path.length = 0;
    let here = from;
    for (let eventType = event.type; path.length < eventlessMax; eventType = "") {
      const place = this.#place(here, eventType);
      if (!place) return null;
      const taken = place.select(mem, event);
      if (taken.length === 0) break;
      const effect = effectIn(place, taken);
      if (!effect) return null;
      for (const { apply, params } of effect.performed) apply(mem, event, params);
      here = effect.after;
      path.push(effect);
    }
    if (counts) this.#count(from, event);
    return path.length === 0 ? ignored : { after: here };
  }

  /** Counts the effects that led through the last step; refusals are counted at once. */
  #count(from: InternedConfiguration, event: { readonly type: string }): void {
    for (const effect of this.#path) effect.times++;
    const last = this.#path.at(-1);
    if (last) last.ended++;
    else this.#coverage.count([refusal(from, event)]);
  }

  /** Hands what was counted to the coverage. */
  flush(): void {
    for (const places of this.#places) {
      for (const { single, several } of places?.values() ?? []) {
        for (const effect of [...single, ...several.values()]) {
          if (!effect) continue;
          this.#coverage.add(effect.microstep, effect.times, effect.ended);
          effect.times = 0;
          effect.ended = 0;
        }
      }
    }
  }

  /**
   * Learns from the step that XState just took.
   *
   * @param ends how many actions were noted at the end of each microstep
   */
  learn(microsteps: readonly Microstep[], ends: readonly number[]): void {
    microsteps.forEach((microstep, i) => {
      const { before, taken, after, eventType } = microstep;
      if (i > 0 && eventType !== "") this.#usable = false; // a raised event: not looked up
      if (!before || taken.length === 0 || !this.#usable) return;
      const place = this.#place(interned(before), eventType);
      if (!place || effectIn(place, taken)) return;
      const performed = this.#noting.performed.slice(i === 0 ? 0 : ends[i - 1], ends[i]);
      const effect = { performed, after: interned(after), microstep, times: 0, ended: 0 };
      const [only] = taken;
      if (only && taken.length === 1) place.single[only.index] = effect;
      else place.several.set(keyOf(taken), effect);
    });
  }

  #place(configuration: InternedConfiguration, eventType: string): Place | null {
    const places = this.#places[configuration.id];
    const known = places?.get(eventType);
    if (known) return known;
    const { machine } = this.#noting;
    const select = selectorFor(this.#chart, machine, configuration, eventType);
    if (!select) {
      this.#usable = false;
      return null;
    }
    const place: Place = { select, single: [], several: new Map() };
    this.#places[configuration.id] = (places ?? new Map<string, Place>()).set(eventType, place);
    return place;
  }
}

function effectIn(place: Place, taken: readonly ChartTransition[]): Effect | undefined {
  const [only] = taken;
  return only && taken.length === 1 ? place.single[only.index] : place.several.get(keyOf(taken));
}

function keyOf(taken: readonly ChartTransition[]): string {
  return taken
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .join();
}

function refusal(at: InternedConfiguration, event: { readonly type: string }): Microstep {
  return { before: at, event, eventType: event.type, taken: [], after: at };
}

function interned(configuration: Microstep["after"]): InternedConfiguration {
  assert("template" in configuration, "a configuration that was not interned");
  return configuration as InternedConfiguration; // it has its template
}
