import type { ComponentChildren } from "preact";
import type { StateInfo, TransitionInfo } from "../../chart/info.ts";

type OnSelect = (pathOrKey: string) => void;

/** The head of the details: what it is, its name, its sentence. */
export function Head({
  what,
  name,
  info: { description },
  children,
}: {
  readonly what: string;
  readonly name: string;
  readonly info: StateInfo | TransitionInfo;
  readonly children?: ComponentChildren;
}) {
  return (
    <header>
      <p class="what">
        <span class="chip">{what}</span> {children}
      </p>
      <h2 class="mono">{name}</h2>
      {description !== "" && <p class="description">{description}</p>}
    </header>
  );
}

/** A line of the list of what is known; nothing where there is nothing. */
export function Line({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  if (children === null || children === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Where a state or transition comes from, and in which kernels it is. */
export function Origin({ info }: { readonly info: StateInfo | TransitionInfo }) {
  const { source, feature, without, unreachable } = info;
  return (
    <>
      <Line name="in the kernel">{source && <code>{source}</code>}</Line>
      <Line name="only with">{feature && <code>{feature}</code>}</Line>
      <Line name="only without">{without && <code>{without}</code>}</Line>
      <Line name="unreachable">{unreachable}</Line>
    </>
  );
}

/** A state or transition that can be selected. */
export function SelectLink({
  to,
  text = to,
  onSelect,
}: {
  readonly to: string;
  readonly text?: string;
  readonly onSelect: OnSelect;
}) {
  return (
    <button type="button" class="link mono" onClick={() => onSelect(to)}>
      {text}
    </button>
  );
}

/** Transitions with what decides about them and where they lead. */
export function TransitionList({
  title,
  transitions,
  current,
  onSelect,
  isInto = false,
}: {
  readonly title: string;
  readonly transitions: readonly TransitionInfo[];
  /** The key of the one that is shown. */
  readonly current?: string;
  readonly onSelect: OnSelect;
  /** They are told by where they come from. */
  readonly isInto?: boolean;
}) {
  if (transitions.length === 0) return null;
  return (
    <Fold title={title} count={transitions.length} isOpen={transitions.length <= 8}>
      <ul class="plain-list choice-list">
        {transitions.map((one) => (
          <li key={one.key} aria-current={one.key === current ? "true" : undefined}>
            <SelectLink to={one.key} text={one.event ?? "at once"} onSelect={onSelect} />
            {one.guard !== null && <span> [{one.guard}]</span>}
            {one.result !== null && <span class="muted"> returns {one.result.text}</span>}
            <span class="muted">{isInto ? ` from ${one.from}` : ` → ${one.to ?? "stays"}`}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** A part that can be closed. */
export function Fold({
  title,
  count,
  isOpen,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="fold" open={isOpen}>
      <summary>
        {title} {count !== undefined && <span class="muted">{count.toLocaleString("en")}</span>}
      </summary>
      {children}
    </details>
  );
}
