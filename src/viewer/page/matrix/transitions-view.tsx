import { useMemo, useRef } from "preact/hooks";
import { kernelNames } from "../../../model/worlds.ts";
import { ParamChoice } from "../shell/param-choice.tsx";
import { useVirtual } from "../shell/virtual.ts";
import { VirtualList } from "../shell/virtual-list.tsx";
import { count } from "../shell/words.ts";
import { linkTo, param, setParams } from "../state/route.ts";
import "./matrix.css";
import { markSigns, type OverlayMark } from "../../chart/looks.ts";
import { MarkLegend } from "./mark-legend.tsx";
import { systems } from "./overlays.ts";
import type { System } from "./systems.ts";
import {
  fromText,
  rowsThat,
  statuses,
  type TransitionRow,
  totalOf,
  transitionRows,
} from "./transition-rows.ts";

/** Every transition of the statechart, beside everybody who could have taken it. */
export function TransitionsView() {
  const all = systems.value;
  const kernel = kernelNames.find((name) => name === param("kernel")) ?? null;
  const columns = useMemo(
    () => all.filter((system) => kernel === null || system.kernel === kernel),
    [all, kernel],
  );
  const rows = useMemo(() => transitionRows(columns), [columns]);
  const status = statuses.find((one) => one === param("status")) ?? "";
  const text = param("text") ?? "";
  const shown = rowsThat(rows, { text, status });
  if (all.length === 0) {
    return (
      <p class="empty">
        Nothing was checked, tested or run for this page. Drop a report, a suite or a run here.
      </p>
    );
  }
  return (
    <section class="panel matrix" aria-label="Transitions and systems">
      <header>
        <h1>
          Transitions <span class="muted">{shown.length}</span>
        </h1>
        <input
          type="search"
          placeholder="find a transition"
          aria-label="Find a transition"
          value={text}
          onInput={({ currentTarget }) => setParams({ text: currentTarget.value || null })}
        />
        <KernelChoice systems={all} value={kernel ?? ""} />
        <ParamChoice
          label="show"
          name="status"
          value={status}
          options={statuses.map((one) => [one, one === "" ? "all" : one])}
        />
        <MarkLegend />
      </header>
      <Grid systems={columns} rows={shown} of={`${text} ${status} ${kernel}`} />
    </section>
  );
}

/** Columns of one kernel only, where there are several. */
function KernelChoice({
  systems: all,
  value,
}: {
  readonly systems: readonly System[];
  readonly value: string;
}) {
  const names = kernelNames.filter((name) => all.some(({ kernel }) => kernel === name));
  if (names.length < 2) return null;
  const options = names.map((name) => [name, name] as const);
  return (
    <ParamChoice label="kernel" name="kernel" value={value} options={[["", "all"], ...options]} />
  );
}

interface GridProps {
  readonly systems: readonly System[];
  readonly rows: readonly TransitionRow[];
  /** What the rows were chosen by. */
  readonly of: string;
}

function Grid({ systems: columns, rows, of }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual({ count: rows.length, scroller, estimate: () => 44, of });
  const template = `minmax(290px, 1fr) repeat(${columns.length}, minmax(112px, 150px))`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="scroll grid" ref={scroller} aria-label="Table of transitions" tabIndex={0}>
      <div class="head" style={{ gridTemplateColumns: template }}>
        <span>state and transition</span>
        {columns.map((system) => (
          <Head key={system.name} system={system} />
        ))}
      </div>
      <VirtualList
        virtual={virtual}
        rows={rows}
        rowClass="line"
        style={{ gridTemplateColumns: template }}
      >
        {(row, index) => (
          <>
            <RowHead row={row} isFirst={rows[index - 1]?.part !== row.part} />
            {columns.map((system, i) => (
              <Cell
                key={system.name}
                system={system}
                transition={row.key}
                mark={row.marks[i] ?? null}
              />
            ))}
          </>
        )}
      </VirtualList>
      {rows.length === 0 && <p class="empty">No transition is like that.</p>}
    </section>
  );
}

function Head({ system }: { readonly system: System }) {
  const { done, possible } = totalOf(system);
  return (
    <span>
      <a href={linkTo("statechart", { overlay: system.name })} title="Show it on the statechart">
        {system.name}
      </a>
      <span class={done === possible ? "total good" : "total"}>
        {done} of {possible}
      </span>
    </span>
  );
}

function RowHead({
  row: { key, part, label },
  isFirst,
}: {
  readonly row: TransitionRow;
  readonly isFirst: boolean;
}) {
  return (
    <span>
      {isFirst && <span class="part">{part}</span>}
      <a href={linkTo("statechart", { select: key })}>
        <code>{label}</code>
      </a>
      <span class="from">{fromText(key)}</span>
    </span>
  );
}

function Cell({
  system,
  transition,
  mark,
}: {
  readonly system: System;
  readonly transition: string;
  readonly mark: OverlayMark | null;
}) {
  if (!mark) {
    return (
      <span class="cell unknown">
        <span class="visually-hidden">unknown there</span>
      </span>
    );
  }
  const { kind, times, text } = mark;
  const place = system.places.get(transition);
  const shown = `${markSigns[kind]}${times !== null && times > 0 ? ` ${count(times)}` : ""}`;
  return (
    <span class={`cell ${kind}`} title={text}>
      {place ? (
        <a href={linkTo("traces", { trace: place.trace, step: String(place.step) })}>
          {shown}
          <span class="visually-hidden"> {text}: show a test</span>
        </a>
      ) : (
        <>
          {shown}
          <span class="visually-hidden"> {text}</span>
        </>
      )}
      {(kind === "missing" || kind === "impossible") && <span class="reason">{text}</span>}
    </span>
  );
}
