import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { cutOf, keyOf } from "../../chart/cut.ts";
import { type DrawnChart, drawnChart } from "../../chart/items.ts";
import { type ChartStatus, looksOf, matchesOf } from "../../chart/looks.ts";
import { chartSvgText } from "../../chart/svg-text.ts";
import { applyLooks, itemElements } from "./apply-looks.ts";
import "./chart.css";
import { onChartKey } from "./chart-keys.ts";
import { Drawing } from "./drawing.tsx";
import {
  type ChartPaneProps,
  focusItem,
  type PaneHandle,
  setCurrent,
  showMatch,
} from "./pane-handle.ts";
import { onChartClick, onChartDoubleClick } from "./pointer.ts";
import { saveText } from "./save.ts";
import { Found, Toolbar } from "./toolbar.tsx";
import { useCamera } from "./use-camera.ts";

/** A statechart to look at: to pan and zoom, to walk through, to collapse and to select in. */
export function ChartPane(props: ChartPaneProps) {
  const { chart, collapsed, search } = props;
  const drawn = drawnChart(chart, collapsed);
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const handle = useRef<PaneHandle>({
    ...{ props, drawn, camera: null, elements: [], current: 0, focusNext: null, match: -1 },
  }).current;
  handle.props = props;
  handle.drawn = drawn;
  const content = useMemo(() => <Drawing key={nameOf(drawn)} drawn={drawn} />, [drawn]);
  useLooks(handle, layer, drawn);
  useCamera(handle, { svg, layer });
  const matches = matchesOf(drawn, search);
  useSearch(handle, matches);
  return (
    <div class="chart-pane">
      <Toolbar
        chart={chart}
        onChart={props.onChart}
        camera={() => handle.camera}
        onSave={() => saveText(`${chart}.svg`, chartSvgText(chart, collapsed))}
      />
      {search.trim() !== "" && (
        <Found
          at={handle.match}
          matches_count={matches.length}
          onStep={(by) => showMatch(handle, matches, by)}
        />
      )}
      <svg
        ref={svg}
        class="chart-svg"
        {...pannable}
        aria-label={`Statechart of ${chart}: arrow keys pan, plus and minus zoom, Tab walks`}
        onClick={(event) => onChartClick(handle, event)}
        onDblClick={(event) => onChartDoubleClick(handle, event)}
        onKeyDown={(event) => onChartKey(handle, event)}
      >
        <g ref={layer}>{content}</g>
      </svg>
    </div>
  );
}

/** The arrow keys pan what has the focus: a drawing is no fieldset, and takes its own keys. */
const pannable = { role: "group", tabindex: 0, "data-own-keys": "" } as const;

function nameOf({ chart, collapsed }: DrawnChart): string {
  return `${chart} ${keyOf(cutOf(chart, collapsed))}`;
}

/** Writes classes and marks to the elements, after every change and before it is painted. */
function useLooks(
  handle: PaneHandle,
  layer: { readonly current: SVGGElement | null },
  drawn: DrawnChart,
): void {
  useLayoutEffect(() => {
    if (!layer.current) return;
    handle.elements = itemElements(layer.current);
    const next = indexOf(drawn, handle.focusNext);
    if (next >= 0) focusItem(handle, next);
    else setCurrent(handle, Math.max(0, indexOf(drawn, handle.props.selected)));
    handle.focusNext = null;
  }, [drawn]);
  useLayoutEffect(() => {
    applyLooks(handle.elements, drawn, looksOf(drawn, statusOf(handle.props)));
  });
}

function statusOf(props: ChartPaneProps): ChartStatus {
  return { ...props, activeOther: props.activeOther ?? new Set() };
}

function indexOf({ items }: DrawnChart, name: string | null): number {
  return items.findIndex((item) => item.kind !== "arrow" && item.name === name);
}

function useSearch(handle: PaneHandle, matches: readonly number[]): void {
  const { search, searchNext = 0, chart } = handle.props;
  useEffect(() => {
    handle.match = -1;
  }, [search, chart]);
  useEffect(() => {
    if (searchNext > 0) showMatch(handle, matches, 1);
  }, [searchNext]);
}
