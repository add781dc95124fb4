import { type TraceItem, type TraceKind, traceKinds } from "./trace-item.ts";

/** The traces of one property, one for each check that has one; any other trace is by itself. */
export interface TraceGroup {
  readonly kind: TraceKind;
  readonly title: string;
  readonly items: readonly TraceItem[];
}

/** Kinds that come from checks: the same title in another check is the same property. */
export const checkKinds: ReadonlySet<TraceKind> = new Set([
  "violated",
  "known violation",
  "wish",
  "witness",
]);

/** Traces by kind, and what several checks say of one property together. */
export function traceGroups(items: readonly TraceItem[]): readonly TraceGroup[] {
  return traceKinds.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (!checkKinds.has(kind))
      return own.map((item) => ({ kind, title: item.title, items: [item] }));
    const byTitle = new Map<string, TraceItem[]>();
    for (const item of own) {
      const same = byTitle.get(item.title);
      if (same) same.push(item);
      else byTitle.set(item.title, [item]);
    }
    return [...byTitle].map(([title, same]) => ({ kind, title, items: same }));
  });
}

/** The trace of a group that is shown until another is chosen: that of the page's kernel. */
export function leadOf({ items }: TraceGroup, kernel: string | null): TraceItem | undefined {
  return items.find(({ subject }) => subject.kernel === kernel) ?? items[0];
}

/** What tells the traces of a group apart: the kernel, and where that is not enough, the rest. */
export function checkName({ subject }: TraceItem, { items }: TraceGroup): string {
  const { kernel, preset, mutant } = subject;
  const presets = new Set(items.map((item) => item.subject.preset));
  const names = [
    kernel,
    ...(presets.size > 1 ? [preset] : []),
    ...(mutant === null ? [] : [mutant]),
  ];
  return names.join(", ");
}
