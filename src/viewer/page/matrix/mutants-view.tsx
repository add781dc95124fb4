import { useMemo, useRef } from "preact/hooks";
import type { MutationResult } from "../../../mutation/result.ts";
import { ParamChoice } from "../shell/param-choice.tsx";
import { useVirtual } from "../shell/virtual.ts";
import { VirtualList } from "../shell/virtual-list.tsx";
import { count, counted } from "../shell/words.ts";
import { mutation } from "../state/review.ts";
import { param, setParams } from "../state/route.ts";
import "./matrix.css";
import { MutantDetails } from "./mutant-details.tsx";
import {
  type MutantRow,
  type MutantVerdict,
  mutantRows,
  mutantsThat,
  noticingProperties,
  numberOf,
  verdicts,
  verdictTexts,
} from "./mutant-rows.ts";
import "./mutants.css";

/** Every wrong version of the model, and the promises that it breaks. */
export function MutantsView() {
  const result = mutation.value;
  if (!result) {
    return (
      <p class="empty">
        This page holds no mutation result. <code>kexec-model mutate</code> makes one; it can be
        dropped here.
      </p>
    );
  }
  return <Mutants result={result} />;
}

function Mutants({ result }: { readonly result: MutationResult }) {
  const columns = useMemo(() => noticingProperties(result), [result]);
  const rows = useMemo(() => mutantRows(result, columns), [result, columns]);
  const text = param("text") ?? "";
  const verdict = verdicts.find((one) => one === param("verdict")) ?? null;
  const property = param("property");
  const column = property === null ? null : columns.indexOf(property);
  const shown = mutantsThat(rows, { text, verdict, column });
  const selected = rows.find(({ name }) => name === param("mutant")) ?? null;
  return (
    <div class="mutants">
      <section class="panel matrix" aria-label="Mutants and properties">
        <header>
          <h1>
            Mutants <span class="muted">{count(shown.length)}</span>
          </h1>
          <input
            type="search"
            placeholder="find a mutant"
            aria-label="Find a mutant"
            value={text}
            onInput={({ currentTarget }) => setParams({ text: currentTarget.value || null })}
          />
          <ParamChoice
            label="verdict"
            name="verdict"
            value={verdict ?? ""}
            options={[
              ["", "all"],
              ...verdicts.map((one) => [one, verdictTotal(rows, one)] as const),
            ]}
          />
          <ParamChoice
            label="noticed by"
            name="property"
            options={[["", "any or none"], ...columns.map((name) => [name, name] as const)]}
          />
        </header>
        <Grid columns={columns} rows={shown} of={`${text} ${verdict} ${property}`} />
      </section>
      <MutantDetails row={selected} rows={rows} columns={columns} />
    </div>
  );
}

function verdictTotal(rows: readonly MutantRow[], verdict: MutantVerdict): string {
  return `${verdictTexts[verdict]} (${count(numberOf(rows, verdict))})`;
}

interface GridProps {
  readonly columns: readonly string[];
  readonly rows: readonly MutantRow[];
  /** What the rows were chosen by. */
  readonly of: string;
}

const column_px = 22;
const row_px = 26;

function Grid({ columns, rows, of }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual({ count: rows.length, scroller, estimate: () => row_px, of });
  const width = { width: `${columns.length * column_px}px` };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="scroll grid sparse" ref={scroller} aria-label="Table of mutants" tabIndex={0}>
      <div class="head">
        <span class="name">mutant: operator, transition</span>
        <span class="noticing" title="how many properties notice it">
          by
        </span>
        <span class="strip" style={width}>
          {columns.map((name, column) => (
            <button
              key={name}
              type="button"
              class="plain"
              style={{ left: `${column * column_px}px` }}
              title={`only mutants that ${name} notices`}
              onClick={() => setParams({ property: name })}
            >
              {name}
            </button>
          ))}
        </span>
      </div>
      <VirtualList virtual={virtual} rows={rows} rowClass="line">
        {(row) => <Row row={row} columns={columns} width={width.width} />}
      </VirtualList>
      {rows.length === 0 && <p class="empty">No mutant is like that.</p>}
    </section>
  );
}

const signs = { survived: "✗", suite: "▷", equivalent: "=", killed: "✓" } as const;

function Row({
  row: { name, result, cells },
  columns,
  width,
}: {
  readonly row: MutantRow;
  readonly columns: readonly string[];
  readonly width: string;
}) {
  const isSelected = param("mutant") === name;
  return (
    <>
      <button
        type="button"
        class={`plain name ${result.verdict}`}
        aria-pressed={isSelected}
        onClick={() => setParams({ mutant: isSelected ? null : name })}
      >
        <span class="sign" aria-hidden="true">
          {signs[result.verdict]}
        </span>
        <span class="visually-hidden">{result.verdict}: </span>
        <code>{name}</code>
      </button>
      <span class="noticing">
        {cells.length > 0 && (
          <>
            {cells.length}
            <span class="visually-hidden"> properties notice it</span>
          </>
        )}
      </span>
      <span class="strip" style={{ width }} aria-hidden="true">
        {cells.map(({ column, steps }) => (
          <i
            key={column}
            style={{ left: `${column * column_px}px` }}
            title={`${columns[column]}${steps === null ? "" : `, ${counted(steps, "step")}`}`}
          >
            {steps ?? "●"}
          </i>
        ))}
      </span>
    </>
  );
}
