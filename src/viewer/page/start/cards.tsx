import { counted } from "../shell/words.ts";
import { index } from "../state/review.ts";
import { linkTo } from "../state/route.ts";
import { checkName, leadOf, type TraceGroup, traceGroups } from "../state/trace-groups.ts";
import type { TraceItem, TraceKind } from "../state/trace-item.ts";
import { traceItems } from "../state/traces.ts";

interface CardsProps {
  readonly title: string;
  readonly kinds: readonly TraceKind[];
  readonly lead?: string;
}

/** The traces of some kinds, a card each; what several checks have is one card. */
export function Cards({ title, kinds, lead }: CardsProps) {
  const groups = traceGroups(traceItems.value.filter(({ kind }) => kinds.includes(kind)));
  if (groups.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {lead !== undefined && <p class="muted">{lead}</p>}
      <div class="cards">
        {groups.map((group) => (
          <Card key={`${group.kind} ${group.title}`} group={group} />
        ))}
      </div>
    </section>
  );
}

function Card({ group }: { readonly group: TraceGroup }) {
  const item = leadOf(group, index.value?.kernel ?? null);
  if (!item) return null;
  const { kind, title, bug, notes, events } = item;
  const why = notes.find((note) => note.startsWith("Why"))?.replace(/^Why: /, "") ?? "";
  const [head, body] = cardTexts(item, upper(why));
  return (
    <article class={`card ${kind.replaceAll(" ", "-")}`}>
      <strong>
        <a href={linkOf(item)}>{head}</a>
      </strong>
      <span>{body}</span>
      <span class="muted foot">
        {bug !== null && `${bug} · `}
        {kind !== "story" && `${title} · `}
        {counted(events.length, "step")}
        <Kernels group={group} />
      </span>
    </article>
  );
}

/** The kernels that have it: where there are several, each leads to its own trace. */
function Kernels({ group }: { readonly group: TraceGroup }) {
  const { items } = group;
  const [only] = items;
  if (items.length === 1 && only) return <> · kernel {checkName(only, group)}</>;
  return (
    <span class="kernels">
      {items.map((item) => (
        <a
          key={item.id}
          class="chip"
          href={linkOf(item)}
          title={`${group.title} of kernel ${checkName(item, group)}`}
        >
          {checkName(item, group)}
        </a>
      ))}
    </span>
  );
}

/** A story is read from its beginning; any other run from what it shows, its end. */
function linkOf({ id, kind }: TraceItem): string {
  return linkTo("traces", { trace: id, ...(kind === "story" && { step: "0" }) });
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
