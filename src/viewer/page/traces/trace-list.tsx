import { useMemo, useRef } from "preact/hooks";
import { useVirtual } from "../shell/virtual.ts";
import { VirtualList } from "../shell/virtual-list.tsx";
import { index } from "../state/review.ts";
import { go, param, setParams } from "../state/route.ts";
import { shownItem } from "../state/session.ts";
import { checkName, leadOf, type TraceGroup, traceGroups } from "../state/trace-groups.ts";
import { type TraceItem, type TraceKind, traceKinds } from "../state/trace-item.ts";
import { traceItems } from "../state/traces.ts";

const sections: Readonly<Record<TraceKind, { title: string; sign: string }>> = {
  story: { title: "How it works", sign: "★" },
  violated: { title: "Broken promises", sign: "✗" },
  "known violation": { title: "Known bugs", sign: "✗" },
  wish: { title: "Wishes that Linux does not grant", sign: "☁" },
  bug: { title: "The museum of bugs", sign: "✗" },
  witness: { title: "Witnesses: it does happen", sign: "✓" },
  file: { title: "Opened files", sign: "▤" },
  "kernel run": { title: "Runs of systems", sign: "▶" },
  test: { title: "Generated tests", sign: "▷" },
  walk: { title: "Walks", sign: "→" },
};

type ListRow =
  | { readonly kind: "head"; readonly of: TraceKind; readonly count: number }
  | { readonly kind: "group"; readonly group: TraceGroup };

/** Every trace in its section; a long section is closed until it is opened or searched. */
export function TraceList() {
  const scroller = useRef<HTMLDivElement>(null);
  const filter = param("find") ?? "";
  const open = openSections(filter);
  const items = traceItems.value;
  const groups = useMemo(() => traceGroups(found(items, filter)), [items, filter]); // not at each step
  const rows = listRows(groups, open);
  const virtual = useVirtual({
    count: rows.length,
    scroller,
    estimate: () => 34,
    of: `${filter} ${[...open].join()} ${items.length}`,
  });
  const shown = shownItem.value?.id;
  return (
    <section class="panel list" aria-label="Traces">
      <header>
        <h2>Traces</h2>
        <button type="button" onClick={() => go("traces")}>
          Explore…
        </button>
        <input
          type="search"
          placeholder="find a trace"
          aria-label="Find a trace"
          value={filter}
          onInput={({ currentTarget }) => setParams({ find: currentTarget.value || null })}
        />
      </header>
      <div class="scroll rows" ref={scroller}>
        <VirtualList virtual={virtual} rows={rows}>
          {(row) =>
            row.kind === "head" ? (
              <SectionHead row={row} isOpen={open.has(row.of)} />
            ) : (
              <Group group={row.group} shown={shown ?? null} />
            )
          }
        </VirtualList>
        {rows.length === 0 && <p class="empty">No trace is called so.</p>}
      </div>
    </section>
  );
}

/** Sections that show their items: those that the address names, or the short ones. */
function openSections(filter: string): ReadonlySet<TraceKind> {
  if (filter !== "") return new Set(traceKinds);
  const named = param("open");
  if (named === null) return new Set(traceKinds.filter((kind) => !longKinds.has(kind)));
  return new Set(traceKinds.filter((kind) => named.split(",").includes(kind)));
}

const longKinds: ReadonlySet<TraceKind> = new Set(["witness", "test", "kernel run"]);

/** Traces that a text is found in. */
function found(items: readonly TraceItem[], filter: string): TraceItem[] {
  const wanted = filter.trim().toLowerCase();
  return items.filter(({ title, bug, statement }) => {
    return `${bug ?? ""} ${title} ${statement}`.toLowerCase().includes(wanted);
  });
}

function listRows(groups: readonly TraceGroup[], open: ReadonlySet<TraceKind>): ListRow[] {
  return traceKinds.flatMap((kind): ListRow[] => {
    const own = groups.filter((group) => group.kind === kind);
    if (own.length === 0) return [];
    const head = { kind: "head", of: kind, count: own.length } as const;
    return [
      head,
      ...(open.has(kind) ? own.map((group) => ({ kind: "group", group }) as const) : []),
    ];
  });
}

function SectionHead({
  row,
  isOpen,
}: {
  readonly row: Extract<ListRow, { kind: "head" }>;
  readonly isOpen: boolean;
}) {
  const toggle = (): void => {
    const open = new Set(openSections(""));
    if (!open.delete(row.of)) open.add(row.of);
    setParams({ open: [...open].join(",") });
  };
  return (
    <button type="button" class="section" aria-expanded={isOpen} onClick={toggle}>
      <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span> {sections[row.of].title}{" "}
      <span class="muted">{row.count}</span>
    </button>
  );
}

/** A trace, and the kernels to choose from where several checks have one. */
function Group({ group, shown }: { readonly group: TraceGroup; readonly shown: string | null }) {
  const { items } = group;
  const chosen = items.find(({ id }) => id === shown);
  const item = chosen ?? leadOf(group, index.value?.kernel ?? null);
  if (!item) return null;
  return (
    <>
      <Item item={item} isShown={chosen !== undefined} />
      {items.length > 1 && (
        <span class="kernels">
          {items.map((one) => (
            <button
              key={one.id}
              type="button"
              class="chip"
              aria-current={one === chosen ? "true" : undefined}
              title={`${group.title} of kernel ${checkName(one, group)}`}
              onClick={() => show(one)}
            >
              {checkName(one, group)}
            </button>
          ))}
        </span>
      )}
    </>
  );
}

function show({ id }: TraceItem): void {
  go("traces", { ...kept(), trace: id });
}

function Item({ item, isShown }: { readonly item: TraceItem; readonly isShown: boolean }) {
  const { kind, title, bug, statement, events, system } = item;
  const outcome = system?.outcome ?? "";
  const sign = { conforms: "✓", diverges: "≠", error: "✗", skipped: "–", "": sections[kind].sign };
  return (
    <button
      type="button"
      class={`item ${kind.replaceAll(" ", "-")} ${outcome}`}
      aria-current={isShown ? "true" : undefined}
      title={statement}
      onClick={() => show(item)}
    >
      <span class="sign" aria-hidden="true">
        {sign[outcome]}
      </span>
      <span class="title">
        {bug !== null && <strong>{bug} </strong>}
        {title}
      </span>
      <span class="muted">{events.length}</span>
      {outcome !== "" && <span class="visually-hidden">{outcome}</span>}
    </button>
  );
}

/** Choices about the list, which stay when another trace is shown. */
function kept(): Readonly<Record<string, string>> {
  const names = ["find", "open"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = param(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
