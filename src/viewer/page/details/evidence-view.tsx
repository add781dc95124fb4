import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Simulation } from "../../../model/simulation.ts";
import type { TransitionInfo } from "../../chart/info.ts";
import { checks, mutation, runs, suiteFor, suiteKernels } from "../state/review.ts";
import { linkTo } from "../state/route.ts";
import {
  type Count,
  countsOf,
  type PropertyAbout,
  propertiesAbout,
  runsAbout,
  type TestAbout,
  testsAbout,
} from "./evidence.ts";
import { type JudgedMutant, mutantsAbout, namedPlaces, noticed } from "./mutants-about.ts";
import { Fold } from "./parts.tsx";

interface EvidenceProps {
  readonly selection: string;
  /** What is selected, or what leaves the selected state. */
  readonly transitions: readonly TransitionInfo[];
  readonly simulation: Simulation | null;
}

/** Who looks at what is selected: checks, properties, mutants, tests, runs. */
export function Evidence({ selection, transitions, simulation }: EvidenceProps) {
  const layout = simulation?.layout ?? null;
  const judged = mutation.value;
  const named = judged === null ? null : namedPlaces();
  const [tested, run, checked] = [suites.value, runs.value, checks.value];
  // a step changes none of it, and it takes longer than a step may
  return useMemo(() => {
    const keys = new Set(transitions.map(({ key }) => key));
    if (keys.size === 0) return null;
    const events = new Set(transitions.flatMap(({ event }) => event ?? []));
    const about = judged === null ? [] : mutantsAbout(judged, keys, named ?? none);
    const tests = tested.flatMap((suite) => testsAbout(suite, keys));
    return (
      <>
        <Counts
          title={keys.has(selection) ? "How often it was taken" : "How often it was left"}
          counts={countsOf(checked ?? [], run ?? [], keys)}
        />
        <Properties
          properties={propertiesAbout(layout, events, noticed(about))}
          mutants={about.length}
        />
        <Mutants about={about} isWhole={named !== null} />
        <Tests title="Tests that cover it" tests={tests} selection={selection} />
        <Tests
          title="Runs of these tests"
          tests={runsAbout(run ?? [], tests)}
          selection={selection}
        />
      </>
    );
  }, [selection, layout, judged, named, tested, run, checked]);
}

const suites = computed(() => suiteKernels().flatMap((kernel) => suiteFor(kernel) ?? []));

const none: ReadonlyMap<string, ReadonlySet<string>> = new Map();

function Counts({ title, counts }: { readonly title: string; readonly counts: readonly Count[] }) {
  if (counts.length === 0) return null;
  return (
    <Fold title={title} isOpen>
      <ul class="plain-list">
        {counts.map(({ system, text, isDone }) => (
          <li key={system}>
            <span aria-hidden="true">{isDone ? "✓" : "–"}</span> {system}:{" "}
            <span class="muted">{text}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Properties({
  properties,
  mutants,
}: {
  readonly properties: readonly PropertyAbout[];
  readonly mutants: number;
}) {
  if (properties.length === 0) return null;
  return (
    <Fold title="Properties that look here" count={properties.length} isOpen={false}>
      <ul class="plain-list">
        {properties.map(({ name, statement, speaks, notices }) => (
          <li key={name}>
            <a href={linkTo("verdicts", { property: name })} title={statement}>
              {name}
            </a>
            <span class="muted">
              {speaks && " speaks of it"}
              {speaks && notices > 0 && ";"}
              {notices > 0 && ` notices ${notices} of ${mutants} mutants`}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What was changed here to see whether somebody notices. */
function Mutants({
  about,
  isWhole,
}: {
  readonly about: readonly JudgedMutant[];
  /** Whether it is known where the named ones differ. */
  readonly isWhole: boolean;
}) {
  if (about.length === 0) return null;
  return (
    <Fold title="Mutants that change it" count={about.length} isOpen={false}>
      <ul class="plain-list">
        {about.map((mutant) => (
          <li key={mutant.name}>
            <a href={linkTo("mutants", { mutant: mutant.name })}>{mutant.name}</a>
            <span class="muted"> {verdictText(mutant)}</span>
          </li>
        ))}
      </ul>
      {!isWhole && <p class="muted small">Others are being looked for …</p>}
    </Fold>
  );
}

function verdictText({ result }: JudgedMutant): string {
  switch (result.verdict) {
    case "killed": {
      const [first] = result.by;
      const more = result.by.length > 1 ? ` and ${result.by.length - 1} more` : "";
      return `noticed by ${first?.name ?? "the check"}${more}`;
    }
    case "suite":
      return "noticed by its own tests";
    case "equivalent":
      return "does the same";
    case "survived":
      return `SURVIVED: ${result.why}`;
  }
}

const shownTests = 8;

function Tests({
  title,
  tests,
  selection,
}: {
  readonly title: string;
  readonly tests: readonly (TestAbout & { readonly outcome?: string })[];
  readonly selection: string;
}) {
  if (tests.length === 0) return null;
  const row = ({ trace, title: name, step, steps, outcome }: (typeof tests)[number]) => (
    <li key={trace}>
      <a href={linkTo("traces", { trace, step: `${step}`, select: selection, tab: "details" })}>
        {name}
      </a>
      <span class="muted">
        {` step ${step} of ${steps}`}
        {outcome !== undefined && `, ${outcome}`}
      </span>
    </li>
  );
  return (
    <Fold title={title} count={tests.length} isOpen={false}>
      <ul class="plain-list">{tests.slice(0, shownTests).map(row)}</ul>
      {tests.length > shownTests && (
        <Fold title={`${tests.length - shownTests} more`} isOpen={false}>
          <ul class="plain-list">{tests.slice(shownTests).map(row)}</ul>
        </Fold>
      )}
    </Fold>
  );
}
