import type { CheckReport, PropertyReport } from "../../../model/report.ts";
import { ParamChoice } from "../shell/param-choice.tsx";
import { count } from "../shell/words.ts";
import { checks, index } from "../state/review.ts";
import { param, setParams } from "../state/route.ts";
import { PropertyRow } from "./property-row.tsx";
import {
  groupNames,
  groupTitles,
  lookOf,
  mostUrgent,
  reportName,
  statesOf,
  verdictGroups,
} from "./rows.ts";
import { WorldTable } from "./world-table.tsx";
import "./verdicts.css";

/** Every property of a checked kernel, what became of it, and how far that was looked into. */
export function VerdictsView() {
  const reports = checks.value;
  if (reports === null) return <p class="loading">The verdicts are being unpacked …</p>;
  const chosen = reports.find((one) => reportName(one) === param("check"));
  const report = chosen ?? mostUrgent(reports, index.value?.kernel ?? null);
  if (!report) {
    return (
      <p class="empty">
        Nothing was checked for this page: <code>kexec-model check --report DIR</code> writes one
        with verdicts. A report can also be dropped here.
      </p>
    );
  }
  return (
    <div class="verdicts">
      <Headline report={report} />
      <Filters reports={reports} report={report} />
      <Groups report={report} reports={reports} />
      <WorldTable report={report} />
    </div>
  );
}

function Headline({ report }: { readonly report: CheckReport }) {
  const { verdict, problems, worlds, tool, coverage } = report;
  const transitions = worlds.reduce((sum, world) => sum + world.transitions, 0);
  const text = {
    holds: "✓ Every promise holds within these bounds; what is known to fail, fails",
    violated: "✗ VIOLATED: a promise is broken",
    incomplete: "… INCOMPLETE: not every state was seen",
  }[verdict];
  const taken = coverage.transitions.filter((one) => one.taken > 0).length;
  return (
    <section class={`panel headline ${verdict}`}>
      <h1>{text}</h1>
      <p>
        {reportName(report)}: {count(statesOf(report))} states and {count(transitions)} steps in{" "}
        {worlds.length} worlds; {taken} of {coverage.transitions.length} transitions taken. {tool}
      </p>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Filters({
  reports,
  report,
}: {
  readonly reports: readonly CheckReport[];
  readonly report: CheckReport;
}) {
  const kinds = [...new Set(report.properties.map(({ kind }) => kind))];
  return (
    <div class="filters">
      {reports.length > 1 && (
        <ParamChoice
          label="check"
          name="check"
          value={reportName(report)}
          options={reports.map((one) => [reportName(one), reportName(one)])}
        />
      )}
      <input
        type="search"
        placeholder="find a property"
        aria-label="Find a property"
        value={param("text") ?? ""}
        onInput={({ currentTarget }) => setParams({ text: currentTarget.value || null })}
      />
      <ParamChoice
        label="verdict"
        name="group"
        options={[["", "all"], ...groupNames.map((name) => [name, groupTitles[name]] as const)]}
      />
      <ParamChoice
        label="kind"
        name="kind"
        options={[["", "all"], ...kinds.map((kind) => [kind, kind] as const)]}
      />
    </div>
  );
}

function Groups({
  report,
  reports,
}: {
  readonly report: CheckReport;
  readonly reports: readonly CheckReport[];
}) {
  const groups = verdictGroups(report, {
    text: param("text") ?? "",
    group: groupNames.find((name) => name === param("group")) ?? null,
    kind: param("kind"),
  });
  if (groups.length === 0) return <p class="empty">No property is like that.</p>;
  return (
    <>
      {groups.map(({ name, properties }) => (
        <section key={name} aria-label={groupTitles[name]}>
          <h2>
            {groupTitles[name]} <span class="muted">{properties.length}</span>
          </h2>
          <ul class="properties">
            {properties.map((property) => (
              <PropertyRow
                key={property.name}
                report={report}
                property={property}
                elsewhere={elsewhere(reports, report, property)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What became of a property in the other checks. */
function elsewhere(
  reports: readonly CheckReport[],
  own: CheckReport,
  { name }: PropertyReport,
): { readonly of: string; readonly look: ReturnType<typeof lookOf> }[] {
  return reports.flatMap((report) => {
    const found = report === own ? null : report.properties.find((one) => one.name === name);
    return found ? [{ of: reportName(report), look: lookOf(found) }] : [];
  });
}
