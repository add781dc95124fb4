import { useComputed } from "@preact/signals";
import { type MutantName, mutants } from "../../../model/mutants.ts";
import type { CheckReport, PropertyReport } from "../../../model/report.ts";
import type { MutationResult } from "../../../mutation/result.ts";
import { SpecificationOf } from "../details/specification-view.tsx";
import { count } from "../shell/words.ts";
import { mutation } from "../state/review.ts";
import { go, linkTo, param, setParams } from "../state/route.ts";
import { propertyTraceId } from "../state/traces.ts";
import { type Look, lookOf } from "./rows.ts";

interface PropertyRowProps {
  readonly report: CheckReport;
  readonly property: PropertyReport;
  /** Its verdicts in other checks of the page. */
  readonly elsewhere: readonly { readonly of: string; readonly look: Look }[];
}

/** One property: its verdict and statement, and everything else when it is opened. */
export function PropertyRow({ report, property, elsewhere }: PropertyRowProps) {
  const { name, statement, trace } = property;
  const isOpen = useComputed(() => param("property") === name).value;
  return (
    <li class={isOpen ? "property open" : "property"} id={`property-${name}`}>
      <div class="line">
        <Chip look={lookOf(property)} />
        <button
          type="button"
          class="plain name"
          aria-expanded={isOpen}
          onClick={() => setParams({ property: isOpen ? null : name })}
        >
          <span class="statement">{statement}</span>
          <code>{name}</code>
        </button>
        {elsewhere.map(({ of, look }) => (
          <span key={of} class={`chip ${look.kind}`} title={`${of}: ${look.word}`}>
            {look.sign} {of.replace(/^kernel ([^,]+),.*/, "$1")}
            <span class="visually-hidden"> {look.word}</span>
          </span>
        ))}
        {trace && (
          <a class="trace" href={linkTo("traces", { trace: propertyTraceId(report, name) })}>
            {trace.steps.length} steps
            <span class="visually-hidden"> of the trace of {name}</span> ▸
          </a>
        )}
      </div>
      {isOpen && (
        <>
          <Everything report={report} property={property} />
          <div class="specification">
            <SpecificationOf subject={name} onSelect={toState} />
          </div>
        </>
      )}
    </li>
  );
}

/** A state that the specification speaks of is shown on the statechart. */
function toState(path: string): void {
  go("statechart", { select: path });
}

function Chip({ look: { kind, sign, word } }: { readonly look: Look }) {
  return (
    <span class={`chip ${kind}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

function Everything({
  report: { preset, worlds },
  property,
}: Pick<PropertyRowProps, "report" | "property">) {
  const { name, kind, applied, source, notClaimed, expect, refutedBy, trace } = property;
  const unit = kind === "alwaysStep" ? "steps" : "states";
  return (
    <dl class="everything">
      <dt>Kind</dt>
      <dd>
        {kind}, judged on {count(applied)} {unit} in {worlds.length} worlds of {preset}
      </dd>
      {trace && (
        <>
          <dt>Trace</dt>
          <dd>
            the shortest, in world {trace.world}: {trace.steps.length} steps
            {trace.loop !== null && ", and then for ever"}
          </dd>
        </>
      )}
      {expect.kind !== "holds" && (
        <>
          <dt>Why</dt>
          <dd>
            {expect.kind === "known-violation" && `Known bug ${expect.id}: `}
            {expect.reason}
          </dd>
        </>
      )}
      {notClaimed !== null && (
        <>
          <dt>Not claimed</dt>
          <dd>{notClaimed}</dd>
        </>
      )}
      <dt>Source</dt>
      <dd>
        <code>{source}</code>
      </dd>
      <RefutedBy name={refutedBy} />
      <Notices property={name} />
    </dl>
  );
}

function RefutedBy({ name }: { readonly name: string | null }) {
  if (name === null) return null;
  const mutant = name in mutants ? mutants[name as MutantName] : null; // a key of theirs
  return (
    <>
      <dt>Refuted by</dt>
      <dd>
        the mutant <code>{name}</code>
        {mutant && `: ${mutant.breaks}`}
      </dd>
    </>
  );
}

/** How many mutants a property notices, and how many nobody else does. */
function Notices({ property }: { readonly property: string }) {
  const result = mutation.value;
  if (!result) return null;
  const { all, alone } = noticed(result, property);
  return (
    <>
      <dt>Mutants</dt>
      <dd>
        <a href={linkTo("mutants", { property })}>{count(all)} wrong models break it</a>
        {alone > 0 && `, ${count(alone)} of them break nothing else`}
      </dd>
    </>
  );
}

export function noticed(
  { mutants: all }: MutationResult,
  property: string,
): { readonly all: number; readonly alone: number } {
  const killed = Object.values(all).flatMap((one) => (one.verdict === "killed" ? [one.by] : []));
  const by = killed.filter((list) => list.some(({ name }) => name === property));
  return { all: by.length, alone: by.filter((list) => list.length === 1).length };
}
