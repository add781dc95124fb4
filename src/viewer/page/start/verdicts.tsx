import type { CheckReport } from "../../../model/report.ts";
import { count, counted } from "../shell/words.ts";
import { checks, index } from "../state/review.ts";
import { linkTo } from "../state/route.ts";
import { byVerdict, reportName, statesOf } from "../verdicts/rows.ts";
import { ColumnHeads } from "./column-heads.tsx";

/** What was checked, and what came out; the worst first. */
export function Verdicts() {
  const reports = checks.value;
  if (reports === null) return <p class="loading">The verdicts are being unpacked …</p>;
  if (reports.length === 0) {
    return (
      <section class="panel verdict warn">
        <p>
          <strong>Nothing was checked for this page.</strong> <code>kexec-model view</code> checks a
          kernel and shows what it found; <code>kexec-model check --report DIR</code> adds one.
        </p>
      </section>
    );
  }
  return (
    <section aria-label="Verdicts" class="verdicts-line">
      {byVerdict(reports).map((same) => {
        const [first] = same;
        if (!first) return null;
        return same.length === 1 ? (
          <Single key={first.verdict} report={first} />
        ) : (
          <Several key={first.verdict} verdict={first.verdict} reports={same} />
        );
      })}
    </section>
  );
}

const words = {
  holds: { kind: "good", sign: "✓", text: "Every promise holds; what is known to fail, fails" },
  violated: { kind: "bad", sign: "✗", text: "A promise is BROKEN" },
  incomplete: { kind: "warn", sign: "…", text: "INCOMPLETE: not every state was seen" },
} as const;

function Single({ report }: { readonly report: CheckReport }) {
  const { kernel, preset, mutant, worlds, properties, verdict } = report;
  const { bugs, wishes } = expectedFailures(report);
  return (
    <a class={`panel verdict ${words[verdict].kind}`} href={linkOf(report)}>
      <Headline verdict={verdict} />
      <span>
        kernel {kernel}
        {mutant !== null && `, mutant ${mutant}`}: {count(statesOf(report))} states of{" "}
        {worlds.length} worlds ({preset}), {properties.length} properties
      </span>
      <span>
        Known to fail: {counted(bugs, "promise")} by bugs, and {counted(wishes, "wish", "wishes")}{" "}
        that nobody grants.
      </span>
      <Problems report={report} />
      <span class="muted">{index.value?.tool}</span>
    </a>
  );
}

interface SeveralProps {
  readonly verdict: CheckReport["verdict"];
  readonly reports: readonly CheckReport[];
}

function Several({ verdict, reports }: SeveralProps) {
  return (
    <div class={`panel verdict ${words[verdict].kind}`}>
      <Headline verdict={verdict} />
      <table>
        <ColumnHeads names={["kernel", "bounds", "states", "properties", "bugs", "wishes"]} />
        <tbody>
          {reports.map((report) => (
            <ReportRow key={reportName(report)} report={report} />
          ))}
        </tbody>
      </table>
      <span class="muted">{index.value?.tool}</span>
    </div>
  );
}

function ReportRow({ report }: { readonly report: CheckReport }) {
  const { kernel, preset, mutant, properties, problems } = report;
  const { bugs, wishes } = expectedFailures(report);
  return (
    <>
      <tr>
        <th scope="row">
          <a href={linkOf(report)}>{mutant === null ? kernel : `${kernel}, mutant ${mutant}`}</a>
        </th>
        <td>{preset}</td>
        <td>{count(statesOf(report))}</td>
        <td>{properties.length}</td>
        <td>{bugs}</td>
        <td>{wishes}</td>
      </tr>
      {problems.length > 0 && (
        <tr>
          <td colSpan={6} class="problems">
            <Problems report={report} />
          </td>
        </tr>
      )}
    </>
  );
}

function Headline({ verdict }: { readonly verdict: CheckReport["verdict"] }) {
  const { sign, text } = words[verdict];
  return (
    <strong>
      <span aria-hidden="true">{sign}</span> {text}
    </strong>
  );
}

function Problems({ report: { problems } }: { readonly report: CheckReport }) {
  return (
    <>
      {problems.slice(0, 4).map((problem) => (
        <span key={problem} class="problem">
          {problem}
        </span>
      ))}
      {problems.length > 4 && <span class="problem">and {problems.length - 4} more</span>}
    </>
  );
}

function linkOf(report: CheckReport): string {
  return linkTo("verdicts", { check: reportName(report) });
}

/** What fails, and was expected to. */
function expectedFailures({ properties }: CheckReport): {
  readonly bugs: number;
  readonly wishes: number;
} {
  const failing = properties.filter(({ outcome, ok }) => outcome === "violated" && ok);
  const bugs = failing.filter(({ expect }) => expect.kind === "known-violation").length;
  return { bugs, wishes: failing.length - bugs };
}
