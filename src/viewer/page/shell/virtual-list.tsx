import type { ComponentChildren } from "preact";
import type { Virtual } from "./virtual.ts";

interface VirtualListProps<Row> {
  readonly virtual: Virtual;
  readonly rows: readonly Row[];
  readonly rowClass?: string;
  /** Of every row, beside its place. */
  readonly style?: Readonly<Record<string, string>>;
  readonly children: (row: Row, index: number) => ComponentChildren;
}

/** The rows of a list that are near enough to be seen, each at its place. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { virtual, rows, rowClass, style, children } = props;
  return (
    <ul class="virtual" style={{ height: `${virtual.total}px` }}>
      {virtual.items.map(({ index, start, key }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <li
              key={key}
              class={rowClass}
              data-index={index}
              ref={virtual.measure}
              style={{ ...style, transform: `translateY(${start}px)` }}
            >
              {children(row, index)}
            </li>
          )
        );
      })}
    </ul>
  );
}
