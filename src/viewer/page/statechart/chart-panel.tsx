import type { KexecState } from "../../../model/simulation.ts";
import { type ChartName, charts } from "../../chart/charts.ts";
import type { Overlay } from "../../chart/looks.ts";
import { ChartPane } from "../chart/chart-pane.tsx";
import { param, setParams } from "../state/route.ts";
import { select, selection } from "../state/session.ts";
import { activePaths } from "./active.ts";

interface ChartPanelProps {
  readonly chart: ChartName;
  /** Null: nothing is active, the chart is read alone. */
  readonly state: KexecState | null;
  readonly other: KexecState | null;
  readonly taken: readonly string[];
  readonly overlay: Overlay | null;
  readonly search: string;
  /** Counted up: the next match is shown. */
  readonly searchNext?: number;
}

/** The statechart, with the reader's choices kept in the address. */
export function ChartPanel(props: ChartPanelProps) {
  const { chart, state, other, taken, overlay, search, searchNext = 0 } = props;
  const collapsed = collapsedIn(chart);
  return (
    <ChartPane
      chart={chart}
      onChart={(name) => setParams({ chart: name, collapsed: null })}
      collapsed={collapsed}
      onCollapse={(path) => {
        const paths = new Set(collapsed);
        if (!paths.delete(path)) paths.add(path);
        setParams({ chart, collapsed: [...paths].join(",") });
      }}
      active={state ? activePaths(state) : none}
      activeOther={other ? activePaths(other) : none}
      taken={new Set(taken)}
      selected={selection.value}
      onSelect={(pathOrKey) => {
        select(pathOrKey);
        if (pathOrKey !== null) setParams({ tab: "details" });
      }}
      overlay={overlay}
      search={search}
      searchNext={searchNext}
    />
  );
}

const none: ReadonlySet<string> = new Set();

/** The states that are drawn without their inside. */
export function collapsedIn(chart: ChartName): ReadonlySet<string> {
  const chosen = param("collapsed");
  if (chosen === null) return new Set(charts[chart].collapsedFirst);
  return new Set(chosen.split(",").filter((path) => path !== ""));
}
