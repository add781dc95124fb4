import { type MutantName, mutants } from "../../../model/mutants.ts";
import { transitionInfo } from "../../chart/info.ts";
import { openWalk } from "../explore/walk-on.ts";
import { index } from "../state/review.ts";
import { linkTo, param } from "../state/route.ts";
import { type MutantRow, mutantText, verdictTexts } from "./mutant-rows.ts";

/** Everything about the mutant that a reader chose. */
export function MutantDetails({
  row,
  columns,
}: {
  readonly row: MutantRow | null;
  readonly columns: readonly string[];
}) {
  if (!row) {
    return (
      <section class="panel mutant-details" aria-label="Mutant">
        <p class="empty">
          {param("mutant") === null
            ? "Choose a mutant: a wrong version of the statechart or of an operation on memory."
            : `The page knows no mutant ${param("mutant")}.`}
        </p>
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
              <span class="muted">{steps === null ? "" : ` after ${steps} steps`}</span>
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
