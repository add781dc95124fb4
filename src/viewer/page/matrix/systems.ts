import type { RunFile } from "../../../formats/run-file.ts";
import { createLayout } from "../../../memory/layout.ts";
import { literalOf } from "../../../model/literal.ts";
import type { CheckReport } from "../../../model/report.ts";
import { type KernelName, suiteWorlds } from "../../../model/worlds.ts";
import type { Suite, SuiteTest } from "../../../testgen/suite.ts";
import type { OverlayMark } from "../../chart/looks.ts";
import { counted, times } from "../shell/words.ts";
import { play } from "../state/playback.ts";

/** A place in a trace of the page. */
export interface Place {
  /** The id of the trace. */
  readonly trace: string;
  /** Steps that are taken there, the one that is meant included. */
  readonly step: number;
}

/** Somebody who took transitions: a check, a suite of tests, or a system that ran them. */
export interface System {
  readonly name: string;
  readonly kind: "checked" | "tested" | "run";
  readonly kernel: KernelName;
  /** By the key of a transition; one that is not there is unknown to it. */
  readonly marks: ReadonlyMap<string, OverlayMark>;
  /** A test that takes a transition, or diverges there. */
  readonly places: ReadonlyMap<string, Place>;
}

/** The transitions that a check took, and why it cannot take the others. */
export function checkSystem({ kernel, preset, mutant, coverage }: CheckReport): System {
  const declared = new Map(coverage.declared.map(({ key, reason }) => [key, reason]));
  const marks = coverage.transitions.map(({ key, taken }): [string, OverlayMark] => {
    if (taken > 0) {
      return [key, { kind: "done", times: taken, text: `taken ${times(taken)}` }];
    }
    const reason = declared.get(key);
    if (reason !== undefined) return [key, { kind: "impossible", times: 0, text: reason }];
    return [key, { kind: "missing", times: 0, text: "no world takes it" }];
  });
  const wrong = mutant === null ? "" : `, mutant ${mutant}`;
  const name = `checked: ${kernel}, ${preset}${wrong}`;
  return { name, kind: "checked", kernel, marks: new Map(marks), places: new Map() };
}

/** The transitions that the tests of a suite take. */
export function suiteSystem({ kernel, cover, groups, uncovered }: Suite): System {
  const steps = new Map<string, number>();
  const places = new Map<string, Place>();
  for (const test of groups.flatMap(({ tests }) => tests)) {
    for (const [key, step] of stepsThatTake(test)) {
      steps.set(key, (steps.get(key) ?? 0) + 1);
      if (!places.has(key)) places.set(key, { trace: `test:${kernel}:${test.id}`, step });
    }
  }
  const done = [...steps].map(([key, n]): [string, OverlayMark] => [
    key,
    { kind: "done", times: n, text: `taken in ${counted(n, "step")} of tests` },
  ]);
  const others = uncovered.map(({ item, reason }): [string, OverlayMark] => [
    item,
    { kind: reason === "NOT COVERED" ? "missing" : "impossible", times: 0, text: reason },
  ]);
  const name = `tests: ${kernel}, ${cover}`;
  return { name, kind: "tested", kernel, marks: new Map([...others, ...done]), places };
}

/**
 * What a system did with a suite.
 *
 * @param suite of the same kernel: it says which test takes what; null when the page has none
 */
export function runSystem(run: RunFile, suite: Suite | null): System {
  const { system, kernel, transitions } = run;
  const ran = new Set(
    run.tests.flatMap(({ id, outcome }) => (outcome.kind === "conforms" ? id : [])),
  );
  const places = new Map<string, Place>();
  for (const test of suite?.groups.flatMap(({ tests }) => tests) ?? []) {
    if (!ran.has(test.id)) continue;
    for (const [key, step] of stepsThatTake(test)) {
      if (!places.has(key)) places.set(key, { trace: `run:${system}:${kernel}:${test.id}`, step });
    }
  }
  const marks = new Map<string, OverlayMark>();
  const declared = declaredIn(kernel);
  for (const { transition, reason } of transitions.missing) {
    const kind = declared.has(transition) ? "impossible" : "missing";
    marks.set(transition, { kind, times: 0, text: reason });
  }
  for (const { transition, times: often } of transitions.executed) {
    const text = `executed ${times(often)}`;
    marks.set(transition, { kind: "done", times: often, text });
  }
  for (const { key, text, place } of divergences(run)) {
    marks.set(key, { kind: "diverged", times: null, text });
    places.set(key, place);
  }
  return { name: runName(run), kind: "run", kernel, marks, places };
}

/** What a run is called where systems are listed. */
export function runName({ system, kernel }: RunFile): string {
  return `run: ${system} as ${kernel}`;
}

/** The transitions that no kernel of this kind can take. */
function declaredIn(kernel: KernelName): ReadonlySet<string> {
  const [world] = suiteWorlds(kernel);
  const transitions = world ? literalOf(createLayout(world.bounds)).transitions : [];
  return new Set(transitions.flatMap(({ key, unreachable }) => (unreachable === null ? [] : key)));
}

/** The transitions of the steps in which a system did something else. */
function divergences({ system, kernel, tests }: RunFile): {
  readonly key: string;
  readonly text: string;
  readonly place: Place;
}[] {
  return tests.flatMap(({ id, world, events, outcome }) => {
    if (outcome.kind !== "diverges") return [];
    const [first] = outcome.differences;
    if (!first) return [];
    const subject = { kernel, preset: "suite", world, mutant: null } as const;
    const { steps } = play(subject, events.slice(0, first.step + 1));
    const text = `${first.what}: expected ${first.model}, got ${first.system}`;
    const place = { trace: `run:${system}:${kernel}:${id}`, step: first.step + 1 };
    return (steps.at(-1)?.transitions ?? []).map((key) => ({ key, text, place }));
  });
}

/** Every transition that a test takes, with the step (from 1) that does. */
function stepsThatTake({ steps }: SuiteTest): [key: string, step: number][] {
  return steps.flatMap(({ transitions }, i) => {
    return transitions.map((key): [string, number] => [key, i + 1]);
  });
}
