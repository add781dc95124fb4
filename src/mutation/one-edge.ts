import { errnos } from "../kernel/errno.ts";
import type { NodeConfig, TransitionConfig } from "../model/chart-config.ts";
import {
  dropActionAt,
  dropGuard,
  exchangeActions,
  exchangeWithNext,
  negateGuard,
  remove,
  retargetTo,
  setParams,
} from "../model/mutant.ts";
import { listsOf, nodesOf, normalExit, type Placed, siblings, targetNode } from "./targets.ts";

/** What one edge of the statechart can have wrong. */
export const operators = {
  "delete-transition": "the transition is not there",
  "drop-guard": "its guard is not asked",
  "negate-guard": "its guard says the opposite",
  "exchange-transitions": "the next transition is asked first",
  "next-sibling": "it goes to the state behind its target",
  "previous-sibling": "it goes to the state before its target",
  "normal-exit": "it goes to where the call leaves",
  "drop-action": "an action is left out",
  "exchange-actions": "two actions change places",
  "change-errno": "another error is returned",
  "change-use": "a page is taken for another use",
} as const;

export type OperatorName = keyof typeof operators;

/** One thing wrong on one edge. */
export interface OneEdge {
  /** Unique: the operator, the transition, and what of it. */
  readonly id: string;
  readonly operator: OperatorName;
  /** Key of the literals' transition, as coverage reports spell it. */
  readonly place: string;
  readonly breaks: string;
  readonly chart: (literal: NodeConfig) => void;
}

/**
 * Every one-edge mutant of the statechart.
 *
 * @param literal the configuration of all literals; it is not changed
 */
export function oneEdgeMutants(literal: NodeConfig): OneEdge[] {
  return nodesOf(literal).flatMap((source) =>
    listsOf(source.node).flatMap(([eventType, list]) =>
      list.flatMap((transition, position) => {
        const place = `${source.path} ${eventType} ${position}`;
        const next = list[position + 1];
        return [
          ...guardMutants(place, transition, next !== undefined),
          ...targetMutants(literal, source, { place, transition }),
          ...actionMutants(place, transition),
        ];
      }),
    ),
  );
}

function mutant(
  operator: OperatorName,
  place: string,
  chart: OneEdge["chart"],
  detail = "",
): OneEdge {
  const what = detail === "" ? "" : ` (${detail})`;
  return {
    id: `${operator} ${place}${what}`,
    operator,
    place,
    breaks: `${operators[operator]}${detail === "" ? "" : `: ${detail}`}`,
    chart,
  };
}

function guardMutants(place: string, { guard }: TransitionConfig, hasNext: boolean): OneEdge[] {
  return [
    mutant("delete-transition", place, remove(place)),
    ...(guard === undefined
      ? []
      : [
          mutant("drop-guard", place, dropGuard(place)),
          mutant("negate-guard", place, negateGuard(place)),
        ]),
    ...(hasNext ? [mutant("exchange-transitions", place, exchangeWithNext(place))] : []),
  ];
}

function targetMutants(
  literal: NodeConfig,
  source: Placed,
  { place, transition }: { readonly place: string; readonly transition: TransitionConfig },
): OneEdge[] {
  if (transition.target === undefined) return [];
  const target = targetNode(literal, source, transition.target);
  const exit = normalExit(literal, source);
  const near = siblings(literal, target).map(
    (sibling) =>
      [isBehind(sibling, target) ? "next-sibling" : "previous-sibling", sibling] as const,
  );
  const leaves = exit && exit.path !== target.path && exit.path !== source.path;
  const away = leaves ? [["normal-exit", exit] as const] : [];
  const seen = new Set<string>();
  return [...near, ...away].flatMap(([operator, { path }]) => {
    if (seen.has(path)) return [];
    seen.add(path);
    return [mutant(operator, place, retargetTo(place, path), path)];
  });
}

function isBehind(sibling: Placed, { parent, path }: Placed): boolean {
  const keys = Object.keys(parent?.node.states ?? {});
  const at = (one: string): number => keys.indexOf(one.split(".").at(-1) ?? "");
  return at(sibling.path) > at(path);
}

function actionMutants(place: string, { actions = [] }: TransitionConfig): OneEdge[] {
  const list = [actions].flat() as readonly ActionConfig[];
  return list.flatMap((action, at) => {
    const name = nameOf(action);
    const next = list[at + 1];
    return [
      mutant("drop-action", place, dropActionAt(place, at), name),
      ...(next === undefined
        ? []
        : [
            mutant(
              "exchange-actions",
              place,
              exchangeActions(place, at),
              `${name} and ${nameOf(next)}`,
            ),
          ]),
      ...paramMutants(place, action, at),
    ];
  });
}

type ActionConfig = string | { readonly type: string; readonly params?: ActionParams };
type ActionParams = { readonly errno?: string; readonly as?: string };

function nameOf(action: ActionConfig): string {
  if (typeof action === "string") return action;
  const { errno, as } = action.params ?? {};
  return [action.type, errno ?? as].filter(Boolean).join(" ");
}

function paramMutants(place: string, action: ActionConfig, at: number): OneEdge[] {
  const { errno, as } = typeof action === "string" ? {} : (action.params ?? {});
  if (errno !== undefined) {
    const other = following(Object.keys(errnos), errno);
    const chart = setParams(place, at, { errno: other });
    return [mutant("change-errno", place, chart, `${other} for ${errno}`)];
  }
  if (as === undefined) return [];
  const uses = [controlUses, pageUses].find((names) => names.includes(as)) ?? [];
  const other = following(uses, as);
  return [mutant("change-use", place, setParams(place, at, { as: other }), `${other} for ${as}`)];
}

const controlUses: readonly string[] = ["control", "swap", "table"];
const pageUses: readonly string[] = ["source", "list"];

function following(names: readonly string[], name: string): string {
  return names[(names.indexOf(name) + 1) % names.length] ?? name;
}
