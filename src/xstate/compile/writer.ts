import type { AnyStateMachine } from "xstate";
import { segment_shift, segmentStates } from "../../checker/arena.ts";
import { idMask, parts_bits, tagMask, tagShift } from "../../checker/slots.ts";
import type { ChartNode, ChartTransition } from "../chart.ts";
import { activeCode, before, valueCode } from "./active.ts";
import { type Code, ifCode, indented, lines, orCode } from "./code.ts";
import { doneCode, type EffectText, EffectWriter } from "./effects.ts";
import type { Packing } from "./packing.ts";
import { type FlatChart, leafValue, type Region } from "./regions.ts";
import { conflict, type Effect, effectOf, isInner } from "./semantics.ts";
import { type ContextKind, type EventText, type Side, SiteCollector, type Sites } from "./sites.ts";

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

/** Below so many words a state is copied word by word. */
const copiedByWord_words = 8;

/** Writes the module of a chart: one function per event of the alphabet. */
export function writeModule(flat: FlatChart, options: WriteOptions): Written {
  return new ModuleWriter(flat, options).write();
}

/** Below so many letters all events stand in one function, which V8 still optimizes. */
const inlined_letters = 40_000;

/** States that a search remembers besides the store; a power of two, so that they fit the cache. */
const recentStates = 1 << 11;
/** States that are looked up together; for the shortest ones that is not worth it. */
const heldStates = 128;
const heldFrom_words = 4;

/** Transitions that are asked in turn at one place, innermost node first. */
type Chain = readonly ChartTransition[];

/** How a kind of function refers to the state it starts from and ends with a step. */
interface Place {
  readonly side: Side;
  readonly event: EventText;
  /** The type that is looked for; "" for eventless transitions. */
  readonly type: string;
  /** What follows a step whose effect is written; `changes` when an assign ran. */
  readonly took: (changes: boolean) => string;
  readonly copies: boolean;
}

class ModuleWriter {
  readonly #flat: FlatChart;
  readonly #options: WriteOptions;
  readonly #sites: SiteCollector;
  readonly #effects: EffectWriter;
  /** Whether anything can follow the first microstep of a step. */
  readonly #settles: boolean;
  readonly #hasAlways: boolean;
  readonly #done: Code;

  constructor(flat: FlatChart, options: WriteOptions) {
    this.#flat = flat;
    this.#options = options;
    this.#sites = new SiteCollector(flat, options.machine, options);
    this.#effects = new EffectWriter(flat, this.#sites);
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
    const eventless = this.#settles ? this.#eventless() : "";
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
      "const { guards, actions, params, events, fail, misfit } = bindings;",
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
    const { text, regions, leaves } = this.#choice(place);
    const ignored = this.#hasAlways ? `ignored(${k});` : "";
    if (regions.length === 0 && !ignored) return { text: "", regions, leaves };
    const body = lines(`e${k}: { // ${JSON.stringify(event)}`, text, ignored, "}");
    return { text: body, regions, leaves };
  }

  #eventFunction(k: number, body: string): string {
    if (body === "") return "";
    return lines(`function e${k}() {`, this.#loadWords("cur"), body, "}");
  }

  #loadWords(buffer: "cur" | "next"): string {
    const names = Array.from({ length: this.#flat.words }, (_, i) => `c${i} = ${buffer}[${i}]`);
    return names.length === 0 ? "" : `const ${names.join(", ")};`;
  }

  #copy(): string {
    const { words } = this.#options;
    if (words > copiedByWord_words) return "next.set(cur);";
    return Array.from({ length: words }, (_, i) => `next[${i}] = cur[${i}];`).join(" ");
  }

  /** Selects and takes the transitions of an event. */
  #choice(place: Place): Choice {
    const chains = this.#chains(place);
    const regions = this.#flat.regions.filter(({ index }) => (chains[index]?.size ?? 0) > 0);
    const leaves = new Map(
      regions.map((region) => [region, [...(chains[region.index]?.keys() ?? [])]]),
    );
    const [only] = regions;
    if (!only) return { text: "", regions, leaves };
    if (regions.length === 1) {
      const text = this.#switch(only, chains, place, (transition) =>
        this.#takeOne(transition, place),
      );
      return { text, regions, leaves };
    }
    return { text: this.#several(regions, chains, place), regions, leaves };
  }

  /** Per region: value -> the transitions that its active leaf hands the event to, in order. */
  #chains({ type, event }: Place): Map<number, Chain>[] {
    const possible = ({ source, definition }: ChartTransition): boolean =>
      this.#options.listens(source, event.known) ||
      this.#sites.constantOf(definition.guard, event.known) !== false;
    return this.#flat.regions.map((region) => {
      const chains = new Map<number, Chain>();
      for (const leaf of region.leaves) {
        const chain: ChartTransition[] = [];
        let node: ChartNode | null = leaf;
        while (node) {
          chain.push(...this.#flat.chart.candidates(node, type).filter(possible));
          node = node === region.top ? null : this.#flat.parentOf(node);
        }
        if (chain.length > 0) chains.set(leafValue(region, leaf), chain);
      }
      return chains;
    });
  }

  /** Asks the guards of a region's active leaf; leaves with the same chain share a case. */
  #switch(
    region: Region,
    chains: readonly Map<number, Chain>[],
    place: Place,
    take: (transition: ChartTransition) => string,
  ): string {
    const groups = new Map<string, { values: number[]; chain: Chain; leaf: ChartNode | null }>();
    for (const [value, chain] of chains[region.index] ?? []) {
      const leaf = region.leaves[value - (region.optional ? 1 : 0)] ?? null;
      const nested = leaf?.node.type === "parallel" ? `${leaf.index}:` : "";
      const key = nested + chain.map(({ index }) => index).join();
      const group = groups.get(key) ?? { values: [], chain, leaf: nested ? leaf : null };
      group.values.push(value);
      groups.set(key, group);
    }
    const cases = [...groups.values()].map(({ values, chain, leaf }) => {
      const asked = this.#chain(chain, place, take);
      const inner = leaf ? this.#innerTaken(leaf, chains) : false;
      return { values, body: ifCode(inner, "", asked) };
    });
    if (region.bits === 0) return cases[0]?.body ?? "";
    const body = cases.map(
      ({ values, body: one }) =>
        `${values.map((v) => `case ${v}:`).join(" ")} {\n${one}\nbreak;\n}`,
    );
    return lines(`switch (${valueCode(region, before)}) {`, ...body, "}");
  }

  /** Whether a region below a parallel node took something, so that the node is not asked. */
  #innerTaken(leaf: ChartNode, chains: readonly Map<number, Chain>[]): Code {
    const inner = this.#regionsIn(leaf).filter(({ index }) => (chains[index]?.size ?? 0) > 0);
    return inner.length === 0
      ? false
      : `(${inner.map(({ index }) => `t${index} >= 0`).join(" || ")})`;
  }

  #regionsIn(leaf: ChartNode): Region[] {
    return this.#flat
      .below(leaf)
      .flatMap((region) => [
        region,
        ...region.leaves
          .filter(({ node }) => node.type === "parallel")
          .flatMap((one) => this.#regionsIn(one)),
      ]);
  }

  #chain(chain: Chain, place: Place, take: (transition: ChartTransition) => string): string {
    const [first, ...rest] = chain;
    if (!first) return "";
    const question = this.#sites.guard(first.definition.guard, first.source, place);
    if (question === true) return take(first);
    const counted = this.#options.listens(first.source, place.event.known)
      ? `refused[${first.index}]++;`
      : "";
    const otherwise = lines(counted, this.#chain(rest, place, take));
    return ifCode(question, take(first), otherwise);
  }

  #effect(transition: ChartTransition): Effect {
    return effectOf(this.#flat.chart, transition);
  }

  #takeOne(transition: ChartTransition, place: Place): string {
    const text = this.#effects.write(this.#effect(transition), place.event);
    return lines(
      `taken[${transition.index}]++;`,
      place.copies ? this.#copy() : "",
      text.enter.includes("completed") ? "completed = 0;" : "",
      text.exit,
      text.act,
      text.enter,
      this.#whenOver(text.enter, place.event),
      place.took(text.changes),
    );
  }

  #whenOver(enter: string, event: EventText): string {
    const exits = enter.includes("over = 1") ? this.#effects.exitAll(event) : "";
    return exits && ifCode("over === 1", exits);
  }

  /** Selection in several regions at once: first every choice, then every effect. */
  #several(
    regions: readonly Region[],
    chains: readonly Map<number, Chain>[],
    place: Place,
  ): string {
    const select = [...regions].reverse().map((region) =>
      // inner regions come later in document order, and must have chosen before their parallel node
      this.#switch(region, chains, place, ({ index }) => `t${region.index} = ${index};`),
    );
    const options = regions.map((region) => ({
      region,
      transitions: unique([...(chains[region.index]?.values() ?? [])].flat()),
    }));
    return lines(
      `let ${regions.map(({ index }) => `t${index} = -1`).join(", ")};`,
      ...select,
      `if (${regions.map(({ index }) => `t${index} >= 0`).join(" || ")}) {`,
      this.#takeSeveral(options, place),
      "}",
    );
  }

  #takeSeveral(options: readonly RegionOptions[], place: Place): string {
    const left = this.#leftByOthers(options);
    const texts = options.map(({ region, transitions }) =>
      transitions.map((transition) => ({
        transition,
        region,
        text: this.#effects.write(this.#effect(transition), place.event, left(region)),
      })),
    );
    const all = texts.flat();
    const part = (
      { region, transitions }: RegionOptions,
      pick: (text: EffectText) => string,
      group: readonly { transition: ChartTransition; text: EffectText }[],
    ): string => {
      const cases = transitions.map((transition) => {
        const text = group.find((one) => one.transition === transition)?.text;
        return { index: transition.index, body: text ? pick(text) : "" };
      });
      return caseText(`t${region.index}`, cases);
    };
    const over = all.some(({ text }) => text.enter.includes("over = 1"));
    const parts = (pick: (text: EffectText) => string): string[] =>
      options.map((option, i) => part(option, pick, texts[i] ?? []));
    const changes = all.filter(({ text }) => text.changes);
    const changed = changes.map(
      ({ region, transition }) => `t${region.index} === ${transition.index}`,
    );
    return lines(
      this.#dropConflicts(options),
      ...options.map(({ region: { index } }) => `if (t${index} >= 0) taken[t${index}]++;`),
      place.copies ? this.#copy() : "",
      all.some(({ text }) => text.enter.includes("completed")) ? "completed = 0;" : "",
      ...parts(({ exit }) => exit).reverse(),
      ...parts(({ act }) => act),
      ...parts(({ enter }) => enter),
      over ? this.#whenOver("over = 1", place.event) : "",
      place.copies ? place.took(true) : `changed = ${changed.join(" || ") || "false"};`,
      place.copies ? "" : place.took(false),
    );
  }

  /** Of two transitions that leave a common state only one is taken, as XState chooses. */
  #dropConflicts(options: readonly RegionOptions[]): string {
    return lines(
      ...options.map((later, i) => {
        const pairs = options.slice(0, i).flatMap((earlier) => this.#conflicts(earlier, later));
        const name = `t${later.region.index}`;
        const lost = pairs.filter(({ inner }) => !inner).map(({ both }) => both);
        const won = pairs.filter(({ inner }) => inner);
        const drops = won.map(({ both, earlier }) => `if (${both}) ${earlier} = -1;`);
        if (lost.length === 0) return lines(...drops);
        return ifCode(`(${lost.join(" || ")})`, `${name} = -1;`, lines(...drops));
      }),
    );
  }

  #conflicts(earlier: RegionOptions, later: RegionOptions): Conflict[] {
    const [ta, tb] = [`t${earlier.region.index}`, `t${later.region.index}`];
    return later.transitions.flatMap((b) =>
      earlier.transitions.flatMap((a) => {
        if (a !== b && !conflict(this.#effect(a), this.#effect(b))) return [];
        const both = `(${ta} === ${a.index} && ${tb} === ${b.index})`;
        return [{ both, earlier: ta, inner: a !== b && isInner(b, a) }];
      }),
    );
  }

  /** For each region: whether a later transition of the same microstep has left another one. */
  #leftByOthers(options: readonly RegionOptions[]): (own: Region) => (of: Region) => Code {
    return (own) => (of) => {
      const tests = options
        .filter(({ region }) => region.index > own.index)
        .flatMap(({ region, transitions }) =>
          transitions
            .filter((transition) =>
              of.leaves.some((leaf) => this.#effect(transition).exits.includes(leaf)),
            )
            .map(({ index }) => `t${region.index} === ${index}`),
        );
      return tests.length === 0 ? false : `(${tests.join(" || ")})`;
    };
  }

  /** Eventless transitions: 0 when none is enabled, 1 when they left all as it was, else 2. */
  #eventless(): string {
    if (!this.#hasAlways) return "function eventless(k) { return 0; }";
    const event: EventText = { known: null, index: "k" };
    const place: Place = {
      side: { words: before, buffer: "next" },
      event,
      type: "",
      took: () => this.#resultOfInternal(),
      copies: false,
    };
    const regions = this.#flat.regions.filter((region) =>
      region.leaves.some((leaf) => isAtomic(leaf) && this.#climb(leaf).length > 0),
    );
    const options = regions.map((region) => ({
      region,
      transitions: unique(
        region.leaves
          .filter(isAtomic)
          .flatMap((leaf) => this.#climb(leaf).flatMap(({ always }) => always)),
      ),
    }));
    const shared = this.#sharedNodes(regions);
    const select = regions.map((region) => this.#climbs(region, shared, place));
    return lines(
      "function eventless(k) {",
      this.#loadWords("next"),
      "let changed = false;",
      `let ${regions.map(({ index }) => `t${index} = -1`).join(", ")};`,
      ...shared.map(({ index }) => `let m${index} = -2;`),
      ...select,
      `if (${regions.map(({ index }) => `t${index} < 0`).join(" && ")}) return 0;`,
      this.#takeSeveral(options, place),
      "}",
      "function ignored(k) {",
      this.#loadWords("cur"),
      ifCode(this.#restingAlways(), this.#ignoredText()),
      "}",
    );
  }

  /** An event that nothing takes may still enable an eventless transition; if not, nothing counts. */
  #ignoredText(): string {
    const always = this.#flat.chart.transitions.filter(({ eventType }) => eventType === "");
    const each = (text: (index: number) => string): string =>
      always.map(({ index }) => text(index)).join(" ");
    return lines(
      this.#copy(),
      each((i) => `const r${i} = refused[${i}], k${i} = taken[${i}];`),
      `if (settle(k)) {\nreach(k);\nreturn;\n}`,
      each((i) => `refused[${i}] = r${i}; taken[${i}] = k${i};`),
    );
  }

  /** Whether a leaf with eventless transitions is active: its guards said no so far. */
  #restingAlways(): Code {
    if (!this.#hasAlways) return false;
    const leaves = this.#flat.regions.flatMap((region) =>
      region.leaves.filter(
        (leaf) =>
          isAtomic(leaf) &&
          this.#climb(leaf).some(({ always }) => always.every(({ guarded }) => guarded)),
      ),
    );
    return orCode(leaves.map((leaf) => activeCode(this.#flat, leaf, before)));
  }

  /** A leaf and its ancestors that have eventless transitions, innermost first. */
  #climb(leaf: ChartNode): { node: ChartNode; always: Chain }[] {
    const list: { node: ChartNode; always: Chain }[] = [];
    for (let node: ChartNode | null = leaf; node; node = this.#flat.parentOf(node)) {
      const always = this.#flat.chart.candidates(node, "");
      if (always.length > 0) list.push({ node, always });
    }
    return list;
  }

  /** Nodes that several regions climb to: they are asked once. */
  #sharedNodes(regions: readonly Region[]): ChartNode[] {
    const seen = new Map<ChartNode, Set<Region>>();
    for (const region of regions) {
      for (const leaf of region.leaves.filter(isAtomic)) {
        for (const { node } of this.#climb(leaf)) {
          seen.set(node, (seen.get(node) ?? new Set()).add(region));
        }
      }
    }
    return [...seen].filter(([, by]) => by.size > 1).map(([node]) => node);
  }

  #climbs(region: Region, shared: readonly ChartNode[], place: Place): string {
    const own = `t${region.index}`;
    const climb = (list: readonly { node: ChartNode; always: Chain }[]): string => {
      const [first, ...rest] = list;
      if (!first) return "";
      const next = climb(rest);
      if (!shared.includes(first.node)) {
        const asked = this.#chain(first.always, place, ({ index }) => `${own} = ${index};`);
        return lines(asked, next && ifCode(`${own} < 0`, next));
      }
      const memo = `m${first.node.index}`;
      const asked = this.#chain(first.always, place, ({ index }) => `${memo} = ${index};`);
      return lines(
        ifCode(`${memo} === -2`, lines(`${memo} = -1;`, asked)),
        ifCode(`${memo} >= 0`, `${own} = ${memo};`, next),
      );
    };
    const leaves = region.leaves.filter((leaf) => isAtomic(leaf) && this.#climb(leaf).length > 0);
    const cases = leaves.map((leaf) => ({
      index: leafValue(region, leaf),
      body: climb(this.#climb(leaf)),
    }));
    if (region.bits === 0) return cases[0]?.body ?? "";
    return caseText(valueCode(region, before), cases);
  }

  #resultOfInternal(): string {
    const words = Array.from({ length: this.#flat.words }, (_, i) => `next[${i}] !== c${i}`);
    return `return changed${words.map((word) => ` || ${word}`).join("")} ? 2 : 1;`;
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
      took: (changes) => lines(changes ? "changed = true;" : "", this.#resultOfInternal()),
      copies: false,
    };
    return lines(
      `function i${index}() { // ${JSON.stringify(event)}`,
      this.#loadWords("next"),
      "let changed = false;",
      this.#choice(place).text,
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
    const resting = this.#restingAlways();
    return lines(
      "function expand() {",
      this.#settles ? "if (queue.length !== 0) queue.length = 0;\nover = 0;" : "", // after an error
      this.#loadWords("cur"),
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
      const calls = events
        .filter(({ values }) => values.includes(value))
        .map(({ k }) => called(k));
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

interface EventFunction {
  readonly text: string;
  /** Where it is decided. */
  readonly regions: readonly Region[];
  readonly leaves: ReadonlyMap<Region, readonly number[]>;
}

interface Choice {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly leaves: ReadonlyMap<Region, readonly number[]>;
}

/** Two transitions that cannot be taken together. */
interface Conflict {
  readonly both: string;
  readonly earlier: string;
  /** Whether the later one is inner to the earlier one, and wins. */
  readonly inner: boolean;
}

interface RegionOptions {
  readonly region: Region;
  readonly transitions: readonly ChartTransition[];
}

/**
 * How successors are handed on: to a visitor, or, in a search, straight into the store. The latter is
 * `StateStore.insert` once more, for states of this many words; it must agree with it.
 */
function storeText({ words, prepare, packed, unpack }: Packing): string {
  const names = packed.map((_, i) => `s${i}`);
  const same = names.map((name, i) => `words[base + ${i}] === ${name}`);
  return `
    let visit = null, judge = null, canonical = null, add = null, table = null, arena = null;
    const out = new Int32Array(${words});
    // states seen of late: most of what is reached has just been reached from a neighbour
    const recent = new Int32Array(${recentStates * Math.max(1, words)}).fill(-1);
    let steps = 0, parent = -1, touched = 0;
    // what was reached and is not looked up yet
    let held = 0, room = ${2 * heldStates};
    let heldWords = new Int32Array(room * ${words}), heldHashes = new Int32Array(room);
    let heldParents = new Int32Array(room), heldActions = new Int32Array(room);
    function reach(k) {
      if (visit !== null) {
        visit(k, next);
        return;
      }
      steps++;
      if (judge !== null && !judge(k)) return;
      if (canonical !== null) canonical(next);
      ${prepare}
      ${packed.map((word, i) => `const s${i} = ${word};`).join("\n")}
      ${hashText(names)}
      const at = (h & ${recentStates - 1}) * ${words};
      if (${[...names.map((name, i) => `recent[at + ${i}] === ${name}`), `${names[0] ?? "-1"} !== -1`].join(" && ")}) return;
      ${names.map((name, i) => `recent[at + ${i}] = ${name};`).join("\n")}
      if (held === room) makeRoom();
      const to = held * ${words};
      ${names.map((name, i) => `heldWords[to + ${i}] = ${name};`).join("\n")}
      heldHashes[held] = h;
      heldParents[held] = parent;
      heldActions[held] = k;
      ${words < heldFrom_words ? "enter(0);" : "held++;"}
    }
    // looked up together, so that the processor waits for many lines of memory at once
    function flush() {
      let seen = 0;
      for (let i = 0; i < held; i++) {
        const h = heldHashes[i];
        const slots = table[h >>> ${32 - parts_bits}];
        seen ^= slots[h & (slots.length - 1)];
      }
      for (let i = 0; i < held; i++) {
        const h = heldHashes[i];
        const slots = table[h >>> ${32 - parts_bits}];
        const entry = slots[h & (slots.length - 1)];
        if (entry !== 0 && (entry & ${tagMask}) === ((h << ${tagShift}) & ${tagMask})) {
          const id = (entry & ${idMask}) - 1;
          seen ^= arena[id >>> ${segment_shift}][(id & ${segmentStates - 1}) * ${words}];
        }
      }
      touched ^= seen;
      for (let i = 0; i < held; i++) enter(i);
      held = 0;
    }
    function enter(i) {
      const from = i * ${words};
      ${names.map((name, j) => `const ${name} = heldWords[from + ${j}];`).join("\n")}
      const h = heldHashes[i];
      const slots = table[h >>> ${32 - parts_bits}];
      const mask = slots.length - 1;
      const tag = (h << ${tagShift}) & ${tagMask};
      let slot = h & mask;
      for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
        if ((entry & ${tagMask}) === tag) {
          const id = (entry & ${idMask}) - 1;
          const words = arena[id >>> ${segment_shift}];
          const base = (id & ${segmentStates - 1}) * ${words};
          if (${same.join(" && ") || "true"}) return;
        }
        slot = (slot + 1) & mask;
      }
      ${names.map((name, j) => `out[${j}] = ${name};`).join("\n")}
      add(h, slot, heldParents[i], heldActions[i]);
    }
    function makeRoom() {
      room *= 2;
      heldWords = larger(heldWords, room * ${words});
      heldHashes = larger(heldHashes, room);
      heldParents = larger(heldParents, room);
      heldActions = larger(heldActions, room);
    }
    function larger(list, length) {
      const copy = new Int32Array(length);
      copy.set(list);
      return copy;
    }
    function pack(out) {
      ${prepare}
      ${packed.map((word, i) => `out[${i}] = ${word};`).join("\n")}
    }
    function unpack(from, base) {
      ${unpack}
    }
    function successors(visitor) {
      visit = visitor;
      expand();
      visit = null;
    }
    function begin(hooks) {
      judge = hooks.judge;
      canonical = hooks.canonical;
      add = hooks.add;
      table = hooks.table;
      arena = hooks.arena;
      steps = 0;
      held = 0;
      recent.fill(-1);
    }
    function search(first, last, atState, stuck) {
      for (let id = first; id < last; id++) {
        if (!atState(id)) continue;
        unpack(arena[id >>> ${segment_shift}], (id & ${segmentStates - 1}) * ${words});
        const before = steps;
        parent = id;
        expand();
        if (steps === before) stuck(id);
        if (held >= ${heldStates}) flush();
      }
      flush();
      return steps;
    }
    return { successors, pack, unpack, begin, search, out, at: () => at, touched: () => touched };`;
}

/** `hashWords`, unrolled. */
function hashText(names: readonly string[]): string {
  return [
    `let h = ${0x9e3779b9 | 0};`,
    ...names.map((name) => `h = Math.imul(h ^ ${name}, ${0x85ebca6b | 0}); h ^= h >>> 15;`),
    `h = Math.imul(h ^ (h >>> 13), ${0xc2b2ae35 | 0}); h ^= h >>> 16;`,
  ].join("\n");
}

/** A step goes on while eventless transitions or raised events are left, as in XState. */
function settleText(limit: number): string {
  return `function settle(k) {
    let event = k, asks = true, changed = 0;
    for (let steps = 1; over === 0; steps++) {
      if (steps > ${limit}) fail(${limit});
      let result = asks ? eventless(event) : 0;
      if (result !== 0) {
        asks = result === 2;
      } else {
        if (queue.length === 0) break;
        event = queue.shift();
        result = raised(event);
        asks = true;
      }
      if (result === 2) changed = 1;
    }
    if (queue.length !== 0) queue.length = 0;
    over = 0;
    return changed;
  }`;
}

function caseText(
  value: string,
  cases: readonly { readonly index: number; readonly body: string }[],
): string {
  const told = cases.filter(({ body }) => body !== "");
  const [only] = told;
  if (!only) return "";
  if (told.length === 1) return ifCode(`${value} === ${only.index}`, only.body);
  const list = told.map(({ index, body }) => `case ${index}: {\n${body}\nbreak;\n}`);
  return lines(`switch (${value}) {`, ...list, "}");
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

function isAtomic({ node }: ChartNode): boolean {
  return node.type === "atomic" || node.type === "final";
}

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
