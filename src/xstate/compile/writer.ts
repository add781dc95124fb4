import type { AnyStateMachine } from "xstate";
import type { ChartNode } from "../chart.ts";
import { before, valueCode } from "./active.ts";
import { type Choice, ChoiceWriter, type Place } from "./choice.ts";
import { type Code, caseText, ifCode, indented, lines } from "./code.ts";
import { doneCode, EffectWriter } from "./effects.ts";
import { EventlessWriter, loadWords, resultText, settleText } from "./eventless.ts";
import type { Packing } from "./packing.ts";
import type { FlatChart, Region } from "./regions.ts";
import { type ContextKind, SiteCollector, type Sites } from "./sites.ts";
import { storeText } from "./store-text.ts";

/** What the writer needs to know beside the chart. */
export interface WriteOptions {
  readonly machine: AnyStateMachine;
  readonly kind: ContextKind;
  /** The context of a machine that never assigns. */
  readonly context: unknown;
  /** Words of a state in the buffers: the configuration's and the context's. */
  readonly words: number;
  readonly events: readonly { readonly type: string }[];
  /** Event types that are only tried where `offers` says so. */
  readonly offered: ReadonlySet<string>;
  readonly listens: (node: ChartNode, event: unknown) => boolean;
  readonly packing: Packing;
}

/** A chart as the text of a function body, and what the text refers to. */
export interface Written {
  readonly text: string;
  readonly sites: Sites;
}

/** Writes the module of a chart: one function per event of the alphabet. */
export function writeModule(flat: FlatChart, options: WriteOptions): Written {
  return new ModuleWriter(flat, options).write();
}

/** Below so many letters all events stand in one function, which V8 still optimizes. */
const inlined_letters = 40_000;

class ModuleWriter {
  readonly #flat: FlatChart;
  readonly #options: WriteOptions;
  readonly #sites: SiteCollector;
  readonly #choice: ChoiceWriter;
  readonly #eventless: EventlessWriter;
  /** Whether anything can follow the first microstep of a step. */
  readonly #settles: boolean;
  readonly #hasAlways: boolean;
  readonly #done: Code;

  constructor(flat: FlatChart, options: WriteOptions) {
    this.#flat = flat;
    this.#options = options;
    this.#sites = new SiteCollector(flat, options.machine, options);
    this.#choice = new ChoiceWriter(
      flat,
      options,
      this.#sites,
      new EffectWriter(flat, this.#sites),
    );
    this.#eventless = new EventlessWriter(flat, this.#choice, options.words);
    this.#hasAlways = flat.chart.transitions.some(({ eventType }) => eventType === "");
    this.#settles =
      this.#hasAlways ||
      flat.chart.nodes.some(({ node }) => node.type === "final") ||
      everyAction(flat).some((action) => isRaise(action, options.machine));
    this.#done = doneCode(flat, before);
  }

  write(): Written {
    const { events } = this.#options;
    const functions = events.map((event, k) => this.#external(k, event));
    const inline = functions.reduce((sum, { text }) => sum + text.length, 0) < inlined_letters;
    const eventless = this.#settles ? this.#eventless.functions() : "";
    const raised = this.#settles ? this.#raised() : "";
    const text = lines(
      this.#settles ? settleText(this.#limit()) : "",
      eventless,
      raised,
      ...(inline ? [] : functions.map(({ text: body }, k) => this.#eventFunction(k, body))),
      this.#successors(functions, inline),
      storeText(this.#options.packing),
    );
    return { text: indented(lines(this.#header(text), text)), sites: this.#sites.sites };
  }

  #limit(): number {
    const { maxIterations } = this.#options.machine.options;
    return maxIterations === undefined || maxIterations === Infinity ? 10_000 : maxIterations;
  }

  /** Names what the text uses as constants, so that V8 inlines the functions. */
  #header(text: string): string {
    const { guards, actions, params, events } = this.#sites.sites;
    const names = new Set(text.match(/\b[gapE]\d+\b/g));
    const constants = (name: string, list: string, items: readonly unknown[]): string =>
      lines(
        ...items.map((_, i) =>
          names.has(`${name}${i}`) ? `const ${name}${i} = ${list}[${i}];` : "",
        ),
      );
    return lines(
      '"use strict";',
      "const { cur, next, curMem, mem, curArgs, nextArgs, taken, refused, view, offers } = bindings;",
      "const { guards, actions, params, events, fail, misfit, unordered } = bindings;",
      constants("g", "guards", guards),
      constants("a", "actions", actions),
      constants("p", "params", params),
      constants("E", "events", events),
      "const queue = [];",
      "let at = -1, over = 0, completed = 0;",
    );
  }

  /** The function of one event of the alphabet; empty when nothing can take it. */
  #external(k: number, event: { readonly type: string }): EventFunction {
    const end = `break e${k};`;
    const place: Place = {
      side: { words: before, buffer: "cur" },
      event: { known: event, index: String(k) },
      type: event.type,
      took: () => lines(this.#settles ? `settle(${k});` : "", `reach(${k});`, end),
      copies: true,
    };
    const { text, regions, leaves } = this.#choice.choice(place);
    const ignored = this.#hasAlways ? `ignored(${k});` : "";
    if (regions.length === 0 && !ignored) return { text: "", regions, leaves };
    const body = lines(`e${k}: { // ${JSON.stringify(event)}`, text, ignored, "}");
    return { text: body, regions, leaves };
  }

  #eventFunction(k: number, body: string): string {
    if (body === "") return "";
    return lines(`function e${k}() {`, loadWords(this.#flat, "cur"), body, "}");
  }

  /** Functions of the events that the chart raises; taking one may raise more of them. */
  #raised(): string {
    const functions: string[] = [];
    let first = 0;
    for (let list = this.#sites.raisedFrom(first); list.length > 0; ) {
      for (const { index, event } of list) functions.push(this.#raisedFunction(index, event));
      first = (list.at(-1)?.index ?? 0) + 1;
      list = this.#sites.raisedFrom(first);
    }
    const cases = this.#sites.raisedFrom(0).map(({ index }) => ({
      index,
      body: `return i${index}();`,
    }));
    return lines(...functions, "function raised(k) {", caseText("k", cases), "return 0;", "}");
  }

  #raisedFunction(index: number, event: unknown): string {
    const type = (event as { readonly type: string }).type; // raise() saw it
    const place: Place = {
      side: { words: before, buffer: "next" },
      event: { known: event, index: String(index) },
      type,
      took: (changes) => lines(changes ? "changed = true;" : "", resultText(this.#flat)),
      copies: false,
    };
    return lines(
      `function i${index}() { // ${JSON.stringify(event)}`,
      loadWords(this.#flat, "next"),
      "let changed = false;",
      this.#choice.choice(place).text,
      "return 0;",
      "}",
    );
  }

  /** Tries the events of the alphabet, in order; neighbours of one region share a switch. */
  #successors(functions: readonly EventFunction[], inline: boolean): string {
    const called = (k: number): string => {
      const own = inline ? `at = ${k};\n${functions[k]?.text ?? ""}` : `at = ${k};\ne${k}();`;
      return this.#offered(k, own);
    };
    const parts: string[] = [];
    let run: { region: Region; events: { k: number; values: readonly number[] }[] } | null = null;
    const flush = (): void => {
      if (run) parts.push(this.#dispatch(run.region, run.events, called));
      run = null;
    };
    functions.forEach(({ text, regions, leaves }, k) => {
      if (text === "") return;
      const [only] = regions;
      if (!only) return; // only eventless transitions could follow it
      if (regions.length !== 1) {
        flush();
        parts.push(called(k));
        return;
      }
      if (run?.region !== only) flush();
      run ??= { region: only, events: [] };
      run.events.push({ k, values: leaves.get(only) ?? [] });
    });
    flush();
    const resting = this.#eventless.resting();
    return lines(
      "function expand() {",
      this.#settles ? "if (queue.length !== 0) queue.length = 0;\nover = 0;" : "", // after an error
      loadWords(this.#flat, "cur"),
      ifCode(this.#done, "return;"),
      ifCode(resting, lines(...functions.map((_, k) => this.#ifHandled(k, called(k))), "return;")),
      ...parts,
      "}",
    );
  }

  /** Where an eventless transition waits, every event must be tried: its guard may ask for it. */
  #ifHandled(k: number, call: string): string {
    const { events, offered } = this.#options;
    const type = events[k]?.type ?? "";
    const handled = `view.configuration.handlers.has(${JSON.stringify(type)})`;
    return offered.has(type) ? ifCode(handled, call) : call;
  }

  #dispatch(
    region: Region,
    events: readonly { readonly k: number; readonly values: readonly number[] }[],
    called: (k: number) => string,
  ): string {
    const [only] = events;
    if (events.length === 1 && only) return called(only.k); // it looks at the region by itself
    const base = region.optional ? 1 : 0;
    const byBody = new Map<string, number[]>();
    region.leaves.forEach((_, i) => {
      const value = base + i;
      const calls = events.filter(({ values }) => values.includes(value)).map(({ k }) => called(k));
      if (calls.length === 0) return;
      const body = lines(...calls);
      byBody.set(body, [...(byBody.get(body) ?? []), value]);
    });
    if (region.bits === 0) return [...byBody.keys()][0] ?? "";
    const cases = [...byBody].map(
      ([body, values]) => `${values.map((v) => `case ${v}:`).join(" ")}\n${body}\nbreak;`,
    );
    return lines(`switch (${valueCode(region, before)}) {`, ...cases, "}");
  }

  /** Asks first whether the event is worth trying. */
  #offered(k: number, call: string): string {
    const { events, offered } = this.#options;
    const type = events[k]?.type ?? "";
    if (!offered.has(type)) return call;
    return `if (offers[${JSON.stringify(type)}](view, events[${k}])) {\n${call}\n}`;
  }
}

/** The text of one event, and where it is decided. */
type EventFunction = Choice;

function everyAction({ chart }: FlatChart): unknown[] {
  return [
    ...chart.nodes.flatMap(({ node }) => [
      ...node.entry,
      ...node.exit,
      ...(node.type === "compound" ? node.initial.actions : []),
    ]),
    ...chart.transitions.flatMap(({ definition }) => definition.actions),
  ];
}

function isRaise(action: unknown, machine: AnyStateMachine): boolean {
  return isBuiltin(action, "xstate.raise", machine);
}

/** Whether any action of a chart changes the context. */
export function assigns(flat: FlatChart, machine: AnyStateMachine): boolean {
  return everyAction(flat).some((action) => isBuiltin(action, "xstate.assign", machine));
}

function isBuiltin(action: unknown, type: string, machine: AnyStateMachine): boolean {
  const named =
    typeof action === "function"
      ? action
      : machine.implementations.actions[
          typeof action === "string" ? action : String((action as { type: unknown }).type)
        ];
  return typeof named === "function" && "type" in named && named.type === type;
}
