import { computed, signal } from "@preact/signals";

/** The views of the page, in the order of the tabs. */
export const views = [
  "start",
  "statechart",
  "traces",
  "verdicts",
  "transitions",
  "mutants",
] as const;
export type View = (typeof views)[number];

/** Everything that a link to the page holds: what is shown, and every choice that was made there. */
export interface Route {
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
}

/** @param hash `#/traces?trace=...&step=3` */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const view = views.find((one) => one === path) ?? "start";
  return { view, params: Object.fromEntries(new URLSearchParams(query)) };
}

export function routeHash({ view, params }: Route): string {
  const query = new URLSearchParams(params).toString();
  return `#/${view}${query === "" ? "" : `?${query}`}`;
}

const current = signal<Route>(parseRoute(globalThis.location?.hash ?? ""));

export const route = computed(() => current.value);

/** Goes somewhere else: back returns. */
export function go(view: View, params: Route["params"] = {}): void {
  show({ view, params }, "push");
}

/** Changes some of the choices of what is shown; null takes one back. */
export function setParams(changes: Readonly<Record<string, string | number | null>>): void {
  const params = changed(current.peek().params, changes);
  show({ view: current.peek().view, params }, "replace");
}

/** The link to a view, for `href`. */
export function linkTo(view: View, params: Route["params"] = {}): string {
  return routeHash({ view, params });
}

export function param(name: string): string | null {
  return route.value.params[name] ?? null;
}

/** A choice that is a number, such as the step; a text that is none counts as not given. */
export function numberParam(name: string): number | null {
  const text = param(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function changed(
  params: Route["params"],
  changes: Readonly<Record<string, string | number | null>>,
): Route["params"] {
  const kept = Object.entries({ ...params, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function show(next: Route, how: "push" | "replace"): void {
  current.value = next;
  const hash = routeHash(next);
  if (how === "push") history.pushState(null, "", hash);
  else replaceSoon(hash);
}

let waiting: string | null = null;

/** Browsers refuse hundreds of changes a second, which a held key makes. */
function replaceSoon(hash: string): void {
  if (waiting === null) setTimeout(replaceNow, 150);
  waiting = hash;
}

function replaceNow(): void {
  if (waiting !== null) history.replaceState(null, "", waiting);
  waiting = null;
}

/** The address with every choice in it, also those that wait to be written there. */
export function address(): string {
  return `${location.href.split("#")[0]}${routeHash(current.value)}`;
}

/** Follows the address: a link, the back button, an edited address. */
export function followAddress(): void {
  const follow = (): void => {
    waiting = null;
    current.value = parseRoute(location.hash);
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
}
