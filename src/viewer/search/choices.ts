import { kexecProperties } from "../../../properties/index.ts";
import { type Errno, errnos } from "../../kernel/errno.ts";
import { isStandIn } from "../../model/compose.ts";
import { chartsOf } from "../../model/literal.ts";
import type { Subject } from "../subject.ts";
import { excluded } from "./goal.ts";
import { type Predicate, type PredicateName, predicates } from "./predicates.ts";
import { subjectModel } from "./subject.ts";

/** What a goal in one model can be made of. */
export interface GoalChoices {
  readonly tasks: number;
  readonly predicates: readonly PredicateChoice[];
  /** States of the literals, in the order of a call. */
  readonly states: readonly StateChoice[];
  /** Properties that a state or step can break, and those that it can show. */
  readonly breakable: readonly PropertyChoice[];
  readonly seeable: readonly PropertyChoice[];
  /** Properties that cannot be looked for, each with the reason. */
  readonly excluded: readonly { readonly name: string; readonly reason: string }[];
  readonly errnos: readonly Errno[];
}

export interface PredicateChoice {
  readonly name: PredicateName;
  readonly about: Predicate["about"];
  readonly text: string;
}

export interface StateChoice {
  readonly path: string;
  readonly description: string;
  /** Whether it is a state of every task, not one of the machine's. */
  readonly ofTask: boolean;
}

export interface PropertyChoice {
  readonly name: string;
  readonly statement: string;
}

/** @throws RangeError when there is no such model */
export function goalChoices(subject: Subject): GoalChoices {
  const { layout, machine } = subjectModel(subject);
  const properties = kexecProperties(layout);
  return {
    tasks: layout.bounds.tasks,
    predicates: (Object.keys(predicates) as PredicateName[]).map((name) => {
      const { about, text } = predicates[name];
      return { name, about, text };
    }),
    states: statesOf(layout, machine.root.states),
    breakable: properties.filter(
      (property) => excluded(property) === null && property.kind !== "sometimes",
    ),
    seeable: properties.filter(({ kind }) => kind === "sometimes"),
    excluded: properties.flatMap((property) => {
      const reason = excluded(property);
      return reason === null ? [] : [{ name: property.name, reason }];
    }),
    errnos: Object.keys(errnos) as Errno[], // its own keys
  };
}

function statesOf(
  layout: Parameters<typeof chartsOf>[0],
  roots: Readonly<Record<string, unknown>>,
): StateChoice[] {
  const states = new Map<string, StateChoice>();
  for (const { prefix, chart } of chartsOf(layout)) {
    for (const { path, node } of chart.nodes) {
      const name = `${prefix}${path}`;
      if (path === "" || isStandIn(node) || states.has(name)) continue;
      const [first = ""] = name.split(".");
      const ofTask = prefix === "" && !(first in roots);
      states.set(name, { path: name, description: node.description ?? "", ofTask });
    }
  }
  return [...states.values()];
}
