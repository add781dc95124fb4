import { type ChartName, chartNames } from "../../chart/charts.ts";
import type { Camera } from "./camera.ts";

interface ToolbarProps {
  readonly chart: ChartName;
  readonly onChart: (name: ChartName) => void;
  readonly camera: () => Camera | null;
  readonly onSave: () => void;
}

/** Which chart is shown, and how large. */
export function Toolbar({ chart, onChart, camera, onSave }: ToolbarProps) {
  return (
    <div class="chart-toolbar">
      <nav aria-label="Charts">
        {chartNames.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === chart}
            onClick={() => onChart(name)}
          >
            {name === "whole" ? "whole machine" : name}
          </button>
        ))}
      </nav>
      <div class="chart-zoom">
        <ToolButton sign="+" says="Zoom in (+)" onClick={() => camera()?.zoomBy(ZOOM_STEP)} />
        <ToolButton sign="−" says="Zoom out (-)" onClick={() => camera()?.zoomBy(1 / ZOOM_STEP)} />
        <ToolButton
          sign="fit"
          says="Show the whole chart (0)"
          onClick={() => camera()?.showAll()}
        />
        <ToolButton sign="SVG" says="Save this chart as an SVG file" onClick={onSave} />
      </div>
    </div>
  );
}

/** How much larger one press makes the chart. */
export const ZOOM_STEP = 1.25;

interface FoundProps {
  /** The place of the shown match among all, from 0; -1 for none yet. */
  readonly at: number;
  readonly matches_count: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** How many places a search has found, and buttons that lead from one to the next. */
export function Found({ at, matches_count, onStep }: FoundProps) {
  const where = at < 0 ? `${matches_count} found` : `${at + 1} of ${matches_count}`;
  return (
    <div class="chart-found">
      <span role="status">{matches_count === 0 ? "nothing found" : where}</span>
      <ToolButton sign="‹" says="Previous match (Shift+Enter)" onClick={() => onStep(-1)} />
      <ToolButton sign="›" says="Next match (Enter)" onClick={() => onStep(1)} />
    </div>
  );
}

function ToolButton({
  sign,
  says,
  onClick,
}: {
  readonly sign: string;
  readonly says: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" title={says} aria-label={says} onClick={onClick}>
      {sign}
    </button>
  );
}
