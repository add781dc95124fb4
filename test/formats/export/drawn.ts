import { labelText } from "../../../src/formats/export/guard.ts";
import type { ChartState, Statechart } from "../../../src/formats/export/statechart.ts";

/** What a drawing of a statechart shows, as lines in alphabetical order: whoever reads it back. */
export interface Drawn {
  /** `child in parent`; the chart itself is "". */
  readonly states: readonly string[];
  /** `child in parent`, for the child that the parent is entered by. */
  readonly initial: readonly string[];
  /** `source -> target: label`, one for each transition and target. */
  readonly arrows: readonly string[];
  /** `state: label`, for what stays in a state. */
  readonly inside: readonly string[];
}

/** What a drawing of this chart must show. */
export function drawnOf({ states, root, transitions }: Statechart): Drawn {
  const id = (state: ChartState | null): string =>
    state === null || state === root ? "" : state.id;
  const label = (arrow: Statechart["transitions"][number]): string => labelText(arrow) || "always";
  return sorted({
    states: states.map((state) => `${state.id} in ${id(state.parent)}`),
    initial: [root, ...states].flatMap((state) =>
      state.kind === "compound" ? state.initial.map((one) => `${one.id} in ${id(state)}`) : [],
    ),
    arrows: transitions.flatMap((arrow) =>
      arrow.targets.map((target) => `${arrow.source.id} -> ${target.id}: ${label(arrow)}`),
    ),
    inside: transitions.flatMap((arrow) =>
      arrow.targets.length === 0 ? [`${arrow.source.id}: ${label(arrow)}`] : [],
    ),
  });
}

export function sorted(drawn: Drawn): Drawn {
  const { states, initial, arrows, inside } = drawn;
  return {
    states: [...states].sort(),
    initial: [...initial].sort(),
    arrows: [...arrows].sort(),
    inside: [...inside].sort(),
  };
}
