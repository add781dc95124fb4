import { type AnyMachineSnapshot, type AnyStateMachine, and, not, or, stateIn } from "xstate";

/** A guard as a plain question over the bytes of a layout and an event. */
export type Ask = (mem: Uint8Array, event: unknown) => boolean;

/** What XState's higher-order guards carry; compared by their check functions. */
interface Composite {
  readonly check: unknown;
  readonly guards?: readonly unknown[];
}

const checks = {
  and: checkOf(and([])),
  or: checkOf(or([])),
  not: checkOf(not("")),
  stateIn: checkOf(stateIn("")),
};

function checkOf(guard: unknown): unknown {
  return isComposite(guard) ? guard.check : null;
}

function isComposite(guard: unknown): guard is Composite {
  return typeof guard === "function" && "check" in guard;
}

/**
 * Turns a guard of the chart into a question over bytes.
 *
 * @param template a snapshot with the configuration that the guard is asked in: what `stateIn`
 *   says depends on nothing else
 * @returns null when the guard, or a part of it, has no `ask` beside it
 */
export function askOf(
  guard: unknown,
  machine: AnyStateMachine,
  template: AnyMachineSnapshot,
): Ask | null {
  if (guard === undefined) return () => true;
  if (isComposite(guard)) return askOfComposite(guard, machine, template);
  const { name, params } = reference(guard);
  if (name === null || typeof params === "function") return null;
  const implementation: unknown = machine.implementations.guards[name];
  if (isComposite(implementation)) return askOfComposite(implementation, machine, template);
  if (typeof implementation !== "function" || !("ask" in implementation)) return null;
  const { ask } = implementation;
  if (typeof ask !== "function") return null;
  return (mem, event) => Boolean(ask(mem, event, params));
}

function askOfComposite(
  guard: Composite,
  machine: AnyStateMachine,
  template: AnyMachineSnapshot,
): Ask | null {
  const parts = (guard.guards ?? []).map((part) => askOf(part, machine, template));
  const asks = parts.filter((part) => part !== null);
  if (asks.length < parts.length) return null;
  const [first = () => false] = asks;
  if (guard.check === checks.and) return (mem, event) => asks.every((ask) => ask(mem, event));
  if (guard.check === checks.or) return (mem, event) => asks.some((ask) => ask(mem, event));
  if (guard.check === checks.not) return (mem, event) => !first(mem, event);
  if (guard.check === checks.stateIn && typeof guard.check === "function") {
    const answer = Boolean(guard.check(template, {}, guard));
    return () => answer;
  }
  return null;
}

function reference(guard: unknown): { readonly name: string | null; readonly params: unknown } {
  if (typeof guard === "string") return { name: guard, params: undefined };
  if (typeof guard === "object" && guard !== null && "type" in guard) {
    return { name: String(guard.type), params: "params" in guard ? guard.params : undefined };
  }
  return { name: null, params: undefined };
}
