import { type AnyStateMachine, and, not, or, stateIn } from "xstate";
import type { ChartNode } from "../chart.ts";
import { UnsupportedError } from "../errors.ts";
import { matchesCode, type WordName } from "./active.ts";
import { andCode, type Code, notCode, orCode } from "./code.ts";
import type { FlatChart } from "./regions.ts";

/** How generated text speaks of the event that is being taken. */
export interface EventText {
  /** The event itself; null where only the running search knows it. */
  readonly known: unknown;
  /** An expression that is the number of the event. */
  readonly index: string;
}

/** Which of the two state buffers a question is about. */
export interface Side {
  readonly words: WordName;
  /** `cur`: the state that a step begins in; `next`: the one that it is making. */
  readonly buffer: "cur" | "next";
}

/** What an action does to a state, as text, and what must be known of it. */
export interface ActionCode {
  readonly text: string;
  /** Whether XState makes a new snapshot of it, so that eventless transitions are asked again. */
  readonly changes: boolean;
}

/** Functions, parameters and events that generated text refers to by number. */
export interface Sites {
  readonly guards: readonly GuardSite[];
  readonly actions: readonly ActionSite[];
  readonly params: readonly unknown[];
  /** The alphabet, and behind it what the chart raises itself. */
  readonly events: readonly unknown[];
}

/** A guard as the machine implements it. */
export interface GuardSite {
  readonly name: string;
  readonly implementation: (...args: never[]) => unknown;
  /** The same question over bytes, where the machine offers it. */
  readonly ask: ((...args: never[]) => unknown) | null;
  readonly params: unknown;
}

/** An `assign` as the machine implements it. */
export interface ActionSite {
  readonly name: string;
  readonly assignment: unknown;
  /** The same change over bytes, in place, where the machine offers it. */
  readonly step: ((...args: never[]) => void) | null;
  readonly params: unknown;
}

/** How contexts are held: as bytes of the state, as a number, or not at all. */
export type ContextKind = "layout" | "interned" | "constant";

interface Builtin {
  readonly type: string;
  readonly assignment?: unknown;
  readonly event?: unknown;
  readonly delay?: unknown;
  readonly step?: unknown;
}

/** Turns guards and actions into text, and collects what the text refers to. */
export class SiteCollector {
  readonly #flat: FlatChart;
  readonly #machine: AnyStateMachine;
  readonly #kind: ContextKind;
  readonly #context: unknown;
  readonly #guards: GuardSite[] = [];
  readonly #actions: ActionSite[] = [];
  readonly #params: unknown[] = [];
  readonly #events: unknown[];
  readonly #raised = new Map<string, number>();
  readonly #alphabet: number;

  constructor(
    flat: FlatChart,
    machine: AnyStateMachine,
    options: {
      readonly kind: ContextKind;
      /** The context of a machine that never assigns. */
      readonly context: unknown;
      readonly events: readonly unknown[];
    },
  ) {
    const { kind, context, events } = options;
    this.#context = context;
    this.#flat = flat;
    this.#machine = machine;
    this.#kind = kind;
    this.#events = [...events];
    this.#alphabet = events.length;
  }

  get sites(): Sites {
    return {
      guards: this.#guards,
      actions: this.#actions,
      params: this.#params,
      events: this.#events,
    };
  }

  /** Numbers of the events that the chart itself raises, as far as they are known by now. */
  raisedFrom(first: number): { readonly index: number; readonly event: unknown }[] {
    const from = Math.max(first, this.#alphabet);
    return this.#events.slice(from).map((event, i) => ({ index: from + i, event }));
  }

  /** The number of an event that the chart raises. */
  raise(event: { readonly type: string }): number {
    const key = JSON.stringify(event);
    const known = this.#raised.get(key);
    if (known !== undefined) return known;
    this.#raised.set(key, this.#events.length);
    return this.#events.push(event) - 1;
  }

  /** What a guard says whatever the state is; null when that depends on it. */
  constantOf(guard: unknown, event: unknown): boolean | null {
    if (guard === undefined) return true;
    const { name, params } = isComposite(guard)
      ? { name: "", params: undefined }
      : reference(guard, "guard");
    const resolved: unknown =
      typeof guard === "function" ? guard : this.#machine.implementations.guards[name];
    if (isComposite(resolved)) {
      const parts = (resolved.guards ?? []).map((part) => this.constantOf(part, event));
      if (resolved.check === checks.and) return constantAnd(parts);
      if (resolved.check === checks.or) {
        const none = constantAnd(parts.map((part) => (part === null ? null : !part)));
        return none === null ? null : !none;
      }
      return null;
    }
    if (typeof resolved !== "function" || member(resolved, "dependsOn") !== "event") return null;
    const ask = member(resolved, "ask");
    if (ask === null) return null;
    return Boolean(Reflect.apply(callable(ask), null, [new Uint8Array(0), event, params]));
  }

  guard(
    guard: unknown,
    of: ChartNode,
    at: { readonly side: Side; readonly event: EventText },
  ): Code {
    if (guard === undefined) return true;
    if (isComposite(guard)) return this.#composite(guard, of, at);
    const { name, params } = reference(guard, "guard");
    const implementation: unknown =
      typeof guard === "function" ? guard : this.#machine.implementations.guards[name];
    if (implementation === undefined)
      throw new UnsupportedError(of.node.id, `asks "${name}", which is not implemented`);
    if (isComposite(implementation)) return this.#composite(implementation, of, at);
    if (typeof implementation !== "function") return this.guard(implementation, of, at);
    const constant = at.event.known === null ? null : this.constantOf(guard, at.event.known);
    if (constant !== null) return constant;
    const asked = member(implementation, "ask");
    const ask = asked === null ? null : callable(asked);
    const site = { name, implementation: callable(implementation), ask, params };
    const index = this.#guards.push(site) - 1;
    return this.#call(`g${index}`, { ...at, bytes: ask !== null, params });
  }

  /** null: the action does nothing to a state. */
  action(
    action: unknown,
    of: ChartNode,
    at: { readonly side: Side; readonly event: EventText },
  ): ActionCode {
    const { name, params } = reference(action, "action");
    const implementation: unknown =
      typeof action === "function" ? action : this.#machine.implementations.actions[name];
    if (implementation === undefined)
      throw new UnsupportedError(of.node.id, `runs "${name}", which is not implemented`);
    if (!isBuiltin(implementation)) return { text: "", changes: false }; // not run by a pure step
    switch (implementation.type) {
      case "xstate.assign":
        return { text: this.#assign(implementation, { ...at, name, params }), changes: true };
      case "xstate.raise":
        return {
          text: `queue.push(${this.#raiseOf(implementation, of, { event: at.event, params })});`,
          changes: false,
        };
      case "xstate.emit":
      case "xstate.log":
        return { text: "", changes: false };
      default:
        throw new UnsupportedError(of.node.id, `runs ${implementation.type}`);
    }
  }

  #raiseOf(
    { event: raised, delay }: Builtin,
    of: ChartNode,
    { event, params }: { readonly event: EventText; readonly params: unknown },
  ): number {
    const computable = this.#kind === "constant" && event.known !== null;
    const known: unknown =
      typeof raised === "function" && computable
        ? Reflect.apply(raised, null, [{ context: this.#context, event: event.known }, params])
        : raised;
    if (delay !== undefined || typeof known !== "object" || known === null || !("type" in known)) {
      throw new UnsupportedError(of.node.id, "raises an event that is computed or delayed");
    }
    return this.raise({ ...known, type: String(known.type) });
  }

  #assign(
    action: Builtin,
    { name, params, side, event }: { name: string; params: unknown; side: Side; event: EventText },
  ): string {
    const step = typeof action.step === "function" ? callable(action.step) : null;
    const site = { name, assignment: action.assignment, step: step as ActionSite["step"], params };
    const index = this.#actions.push(site) - 1;
    const call = this.#call(`a${index}`, { side, event, bytes: step !== null, params });
    const word = `next[${this.#flat.words}]`;
    return this.#kind === "layout" ? `${call};` : `${word} = ${call};`;
  }

  /** A call of a guard or action: over bytes, with XState's arguments, or by the context's number. */
  #call(
    name: string,
    {
      side: { buffer },
      event,
      bytes,
      params,
    }: { side: Side; event: EventText; bytes: boolean; params: unknown },
  ): string {
    if (this.#kind !== "layout") {
      const context = this.#kind === "constant" ? "0" : `${buffer}[${this.#flat.words}]`;
      return `${name}(${event.index}, ${context})`;
    }
    const args = buffer === "cur" ? "curArgs" : "nextArgs";
    const memory = buffer === "cur" ? "curMem" : "mem";
    const first = bytes
      ? `${memory}, ${event.known === null ? `events[${event.index}]` : `E${event.index}`}`
      : `${args}[${event.index}]`;
    if (params === undefined) return `${name}(${first})`;
    const own = `p${this.#params.push(params) - 1}`;
    return `${name}(${first}, ${typeof params === "function" ? `${own}(${args}[${event.index}])` : own})`;
  }

  #composite(
    guard: Composite,
    of: ChartNode,
    at: { readonly side: Side; readonly event: EventText },
  ): Code {
    const parts = (guard.guards ?? []).map((part) => this.guard(part, of, at));
    if (guard.check === checks.and) return andCode(parts);
    if (guard.check === checks.or) return orCode(parts);
    if (guard.check === checks.not) return notCode(parts[0] ?? true);
    if (guard.check === checks.stateIn) {
      return matchesCode(this.#flat, guard.stateValue, of)(at.side.words);
    }
    throw new UnsupportedError(of.node.id, "asks a guard of an unknown kind");
  }
}

/** What XState's higher-order guards carry; compared by their check functions. */
interface Composite {
  readonly check: unknown;
  readonly guards?: readonly unknown[];
  readonly stateValue?: unknown;
}

const checks = {
  and: checkOf(and([])),
  or: checkOf(or([])),
  not: checkOf(not("")),
  stateIn: checkOf(stateIn("")),
};

/** All of them; null when that is not known. */
function constantAnd(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function checkOf(guard: unknown): unknown {
  return isComposite(guard) ? guard.check : null;
}

function isComposite(guard: unknown): guard is Composite {
  return typeof guard === "function" && "check" in guard;
}

function isBuiltin(action: unknown): action is Builtin {
  return typeof action === "function" && "resolve" in action && "type" in action;
}

function member(of: object, name: string): unknown {
  return name in of ? (of as Record<string, unknown>)[name] : null;
}

function callable(value: unknown): (...args: never[]) => unknown {
  if (typeof value !== "function") throw new TypeError("expected a function");
  return value as (...args: never[]) => unknown; // a function, of whatever arguments
}

function reference(of: unknown, what: string): { readonly name: string; readonly params: unknown } {
  if (typeof of === "string") return { name: of, params: undefined };
  if (typeof of === "function") return { name: of.name || `(inline ${what})`, params: undefined };
  if (typeof of === "object" && of !== null && "type" in of) {
    return { name: String(of.type), params: "params" in of ? of.params : undefined };
  }
  throw new TypeError(`expected a ${what}, got ${typeof of}`);
}
