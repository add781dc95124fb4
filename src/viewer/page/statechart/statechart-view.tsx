import { useSignal } from "@preact/signals";
import { chartOf } from "../../chart/charts.ts";
import { DetailsPanel } from "../details/details-panel.tsx";
import { MarkLegend } from "../matrix/mark-legend.tsx";
import { overlayFor, overlayNames } from "../matrix/overlays.ts";
import { ParamChoice } from "../shell/param-choice.tsx";
import { param, setParams } from "../state/route.ts";
import { select, selection } from "../state/session.ts";
import { shownChart } from "./active.ts";
import { ChartPanel } from "./chart-panel.tsx";
import "./statechart.css";

/** The statechart by itself: to read, to search, and to see what was checked, tested and run. */
export function StatechartView() {
  const overlay = param("overlay") ?? "";
  const search = param("search") ?? "";
  const searchNext = useSignal(0);
  const selected = selection.value;
  const chart =
    param("chart") === null && selected !== null ? chartOf(selected) : shownChart([], null);
  return (
    <div class="statechart-view">
      <section class="panel chart-panel" aria-label="Statechart">
        <header>
          <h1>Statechart</h1>
          <input
            type="search"
            placeholder="find a state, event or guard"
            aria-label="Find in the statechart"
            value={search}
            onInput={({ currentTarget }) => setParams({ search: currentTarget.value || null })}
            onKeyDown={({ key }) => {
              if (key === "Enter") searchNext.value += 1;
            }}
          />
          <ParamChoice
            label="show"
            name="overlay"
            options={[["", "what it says"], ...overlayNames().map((name) => [name, name] as const)]}
          />
          {overlay !== "" && <MarkLegend />}
        </header>
        <ChartPanel
          chart={chart}
          state={null}
          other={null}
          taken={[]}
          overlay={overlay === "" ? null : overlayFor(overlay)}
          search={search}
          searchNext={searchNext.value}
        />
      </section>
      <section class="panel details" aria-label="Details">
        <header>
          <h2>Details</h2>
        </header>
        <div class="scroll">
          <DetailsPanel selection={selected} state={null} simulation={null} onSelect={select} />
        </div>
      </section>
    </div>
  );
}
