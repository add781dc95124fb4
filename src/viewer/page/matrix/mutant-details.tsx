import { type MutantName, mutants } from "../../../model/mutants.ts";
import { transitionInfo } from "../../chart/info.ts";
import { openWalk } from "../explore/walk-on.ts";
import { count, counted } from "../shell/words.ts";
import { index } from "../state/review.ts";
import { linkTo, param } from "../state/route.ts";
import { type MutantRow, mutantText, numberOf, verdicts, verdictTexts } from "./mutant-rows.ts";

/** Everything about the mutant that a reader chose. */
export function MutantDetails({
  row,
  rows,
  columns,
}: {
  readonly row: MutantRow | null;
  readonly rows: readonly MutantRow[];
  readonly columns: readonly string[];
}) {
  if (!row) {
    return (
      <section class="panel mutant-details" aria-label="Mutant">
        {param("mutant") === null ? (
          <Summary rows={rows} columns={columns} />
        ) : (
          <p class="empty">The page knows no mutant {param("mutant")}.</p>
        )}
      </section>
    );
  }
  const { name, result } = row;
  const named = Object.hasOwn(mutants, name) ? (name as MutantName) : null; // a key of theirs
  return (
    <section class="panel mutant-details" aria-label="Mutant">
      <header>
        <h2>
          <code>{name}</code>
        </h2>
      </header>
      <div class="body">
        <p class={result.verdict}>{verdictTexts[result.verdict]}</p>
        {named && <p>{mutants[named].breaks}</p>}
        <Transition name={name} />
        {mutantText(row).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Breaks row={row} columns={columns} />
        {named && <Walk mutant={named} />}
      </div>
    </section>
  );
}

/** What mutants are, and what became of all of them. */
function Summary({
  rows,
  columns,
}: {
  readonly rows: readonly MutantRow[];
  readonly columns: readonly string[];
}) {
  return (
    <div class="body">
      <p>
        A mutant is the model with one mistake in it: another transition, another guard, or a wrong
        operation on memory. A check that cannot tell it from the model would not notice such a
        mistake. Choose one to read what it breaks.
      </p>
      <h3>What became of them</h3>
      <ul class="totals">
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <span class={verdict}>{verdictTexts[verdict]}</span>{" "}
            <span class="muted">{count(numberOf(rows, verdict))}</span>
          </li>
        ))}
      </ul>
      <h3>The table</h3>
      <p class="muted">
        A column is a property, {columns.length} in all, those that notice most first. A number says
        after how many steps it is broken; ● that it lost what it speaks of, or that the check as a
        whole fails.
      </p>
    </div>
  );
}

/** The transition that a mutant of one edge changes: its name begins with the operator. */
function Transition({ name }: { readonly name: string }) {
  const [, path = "", event = "", position = ""] = name.split(" ");
  const key = `${path} ${event} ${position}`;
  if (!transitionInfo(key)) return null;
  return (
    <p>
      It changes <a href={linkTo("statechart", { select: key })}>{key}</a>.
    </p>
  );
}

function Breaks({
  row: { cells },
  columns,
}: {
  readonly row: MutantRow;
  readonly columns: readonly string[];
}) {
  if (cells.length === 0) return null;
  return (
    <>
      <h3>It breaks</h3>
      <ul>
        {cells.map(({ column, steps }) => {
          const property = columns[column] ?? "";
          return (
            <li key={property}>
              <a href={linkTo("verdicts", { property })}>{property}</a>
              <span class="muted">{steps === null ? "" : ` after ${counted(steps, "step")}`}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Walk({ mutant }: { readonly mutant: MutantName }) {
  const kernel = index.value?.kernel ?? "seed";
  return (
    <button
      type="button"
      onClick={() => openWalk({ kernel, preset: "story", world: "life", mutant }, [])}
    >
      Walk through this wrong model
    </button>
  );
}
