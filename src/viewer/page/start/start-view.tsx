import type { CheckReport } from "../../../model/report.ts";
import { count, counted } from "../shell/words.ts";
import { checks, index } from "../state/review.ts";
import { linkTo } from "../state/route.ts";
import type { TraceItem, TraceKind } from "../state/trace-item.ts";
import { traceItems } from "../state/traces.ts";
import "./start.css";

/** What the page is, what was found, and the runs that explain it. */
export function StartView() {
  return (
    <div class="start">
      <div class="top">
        <section class="intro">
          <h1>What Linux does with its two kexec images</h1>
          <p>
            <strong>kexec</strong> lets a running kernel start another one without going through the
            firmware. <strong>kdump</strong> uses it for crashes: a second kernel is loaded ahead of
            time into memory that was set aside at boot, the <em>crash region</em>, and is started
            when the first one panics, to save its memory: the dump.
          </p>
          <p>
            So there are two slots, <code>kexec_image</code> for the next boot and{" "}
            <code>kexec_crash_image</code> for the crash, and <strong>one lock</strong> for both.
            This page shows the model of that code: a statechart whose steps are the C functions of
            the kernel, over page frames. A checker has been through every state that it can reach.
          </p>
        </section>
        <Verdicts />
      </div>
      <Cards title="How it works" kinds={["story"]} />
      <Cards
        title="Promises that are broken"
        kinds={["violated"]}
        lead="The model was expected to keep these. Each comes with the shortest run that breaks it."
      />
      <Cards
        title="Bugs that Linux has"
        kinds={["known violation"]}
        lead="Known, and in the kernel that was checked; each with the shortest run that shows it."
      />
      <Cards
        title="Wishes that Linux does not grant"
        kinds={["wish"]}
        lead="One would like them to hold. They do not, by design, and here is why."
      />
      <Ways />
    </div>
  );
}

function Verdicts() {
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
      {reports.map((report) => (
        <VerdictCard key={`${report.kernel} ${report.preset} ${report.mutant}`} report={report} />
      ))}
    </section>
  );
}

const words = {
  holds: { kind: "good", sign: "✓", text: "Every promise holds; what is known to fail, fails" },
  violated: { kind: "bad", sign: "✗", text: "A promise is BROKEN" },
  incomplete: { kind: "warn", sign: "…", text: "INCOMPLETE: not every state was seen" },
} as const;

function VerdictCard({ report }: { readonly report: CheckReport }) {
  const { verdict, kernel, preset, mutant, worlds, properties, problems } = report;
  const { kind, sign, text } = words[verdict];
  const states = worlds.reduce((sum, world) => sum + world.states, 0);
  return (
    <a class={`panel verdict ${kind}`} href={linkTo("verdicts", { kernel })}>
      <strong>
        <span aria-hidden="true">{sign}</span> {text}
      </strong>
      <span>
        kernel {kernel}
        {mutant !== null && `, mutant ${mutant}`}: {count(states)} states of {worlds.length} worlds
        ({preset}), {properties.length} properties
      </span>
      <span>{expectedFailures(report)}</span>
      {problems.slice(0, 4).map((problem) => (
        <span key={problem} class="problem">
          {problem}
        </span>
      ))}
      {problems.length > 4 && <span class="problem">and {problems.length - 4} more</span>}
      <span class="muted">{index.value?.tool}</span>
    </a>
  );
}

/** What fails, and was expected to. */
function expectedFailures({ properties }: CheckReport): string {
  const failing = properties.filter(({ outcome, ok }) => outcome === "violated" && ok);
  const bugs = failing.filter(({ expect }) => expect.kind === "known-violation").length;
  const wishes = failing.length - bugs;
  return `Known to fail: ${counted(bugs, "promise")} by bugs, and ${wishes} wishes that nobody grants.`;
}

interface CardsProps {
  readonly title: string;
  readonly kinds: readonly TraceKind[];
  readonly lead?: string;
}

function Cards({ title, kinds, lead }: CardsProps) {
  const items = traceItems.value.filter(({ kind }) => kinds.includes(kind));
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {lead !== undefined && <p class="muted">{lead}</p>}
      <div class="cards">
        {items.map((item) => (
          <Card key={item.id} item={item} />
        ))}
      </div>
    </section>
  );
}

function Card({ item }: { readonly item: TraceItem }) {
  const { id, kind, title, notes, events, subject } = item;
  const isStory = kind === "story";
  const why = notes.find((note) => note.startsWith("Why"))?.replace(/^Why: /, "") ?? "";
  const [head, body] = cardTexts(item, upper(why));
  const step = isStory ? { step: "0" } : {};
  return (
    <a class={`card ${kind.replaceAll(" ", "-")}`} href={linkTo("traces", { trace: id, ...step })}>
      <strong>{head}</strong>
      <span>{body}</span>
      <span class="muted foot">
        {isStory ? "" : `${title} · `}
        {events.length} steps · kernel {subject.kernel}
      </span>
    </a>
  );
}

/** What goes wrong comes first, then the promise or wish that it is about. */
function cardTexts({ kind, title, statement }: TraceItem, why: string): readonly [string, string] {
  if (kind === "story") return [title, statement];
  if (kind === "wish") return [`Wish: ${statement}`, why];
  return why === "" ? [`Broken: ${statement}`, ""] : [why, `Broken: ${statement}`];
}

/** A reason as a sentence of its own. */
function upper(text: string): string {
  if (/^\w*_/.test(text)) return text; // a name of the kernel
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where to go, for those who know what they want. */
function Ways() {
  return (
    <section aria-label="Ways through the page">
      <h2>Ways through this page</h2>
      <ul class="ways">
        <li>
          <a href={linkTo("traces")}>Traces</a>: play any run step by step; see the statechart and
          the page frames move; at any step choose another one, or let the checker find a path.
          Files can be dropped anywhere.
        </li>
        <li>
          <a href={linkTo("statechart")}>Statechart</a>: read it, search it, and see what was
          checked, tested and run on a kernel.
        </li>
        <li>
          <a href={linkTo("verdicts")}>Verdicts</a>: every property with its bounds, and the wrong
          model that it notices.
        </li>
        <li>
          <a href={linkTo("transitions")}>Transitions</a>: which system took which transition.{" "}
          <a href={linkTo("mutants")}>Mutants</a>: which property notices which mistake.
        </li>
      </ul>
      <p class="muted">
        Keys in a trace: <kbd>←</kbd> <kbd>→</kbd> step, <kbd>1</kbd>…<kbd>9</kbd> choose what
        happens, <kbd>u</kbd> undo. The address holds everything that you chose: it can be shared
        together with the file.
      </p>
    </section>
  );
}
