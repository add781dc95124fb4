import { and, not, or } from "xstate";

/** Something that a machine names, and that its implementation does: a guard or an action. */
export interface Named {
  readonly type: string;
  /** Null where it is told nothing. */
  readonly params: Readonly<Record<string, unknown>> | null;
}

/** What a transition asks before it is taken. */
export type Guard =
  | { readonly kind: "named"; readonly named: Named }
  | { readonly kind: "and" | "or" | "not"; readonly guards: readonly Guard[] };

/** Returns what a guard asks; null for no guard. A guard without a name is called `guard`. */
export function guardOf(guard: unknown): Guard | null {
  if (guard === undefined || guard === null) return null;
  const inner = field(guard, "guards");
  const kind = joiners.get(field(guard, "check"));
  if (typeof guard === "function" && Array.isArray(inner) && kind) {
    return { kind, guards: inner.flatMap((one) => guardOf(one) ?? []) };
  }
  const [named = { type: "guard", params: null }] = namedOf(guard);
  return { kind: "named", named };
}

/** By the functions that XState's own guards share, since a bundler may rename them. */
const joiners: ReadonlyMap<unknown, "and" | "or" | "not"> = new Map([
  [field(and([]), "check"), "and" as const],
  [field(or([]), "check"), "or" as const],
  [field(not(""), "check"), "not" as const],
]);

/** Returns the name of a guard or an action, with its params; nothing for one that has no name. */
export function namedOf(called: unknown): readonly Named[] {
  if (typeof called === "string") return [{ type: called, params: null }];
  const type = field(called, "type");
  if (typeof type !== "string") return [];
  const params = field(called, "params");
  const isRecord = typeof params === "object" && params !== null;
  return [{ type, params: isRecord ? (params as Readonly<Record<string, unknown>>) : null }];
}

/** `name`, or `name(value, value)`. */
export function namedText({ type, params }: Named): string {
  const values = Object.values(params ?? {}).map((value) =>
    typeof value === "object" ? JSON.stringify(value) : String(value),
  );
  return values.length === 0 ? type : `${type}(${values.join(", ")})`;
}

/** A guard as people read it, without brackets around the whole. */
export function guardText(guard: Guard): string {
  if (guard.kind === "named") return namedText(guard.named);
  const inner = guard.guards.map((one) =>
    one.kind === "named" || one.kind === "not" ? guardText(one) : `(${guardText(one)})`,
  );
  return guard.kind === "not" ? `not ${inner.join("")}` : inner.join(` ${guard.kind} `);
}

/** `event [guard] / action, action`: the label of an arrow in every notation. */
export function labelText(arrow: {
  readonly event: string | null;
  readonly guard: Guard | null;
  readonly actions: readonly Named[];
}): string {
  const { event, guard, actions } = arrow;
  const parts = [
    event ?? "",
    guard ? `[${guardText(guard)}]` : "",
    actions.length > 0 ? `/ ${actions.map(namedText).join(", ")}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function field(value: unknown, name: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || !value) return undefined;
  return Reflect.get(value, name);
}
