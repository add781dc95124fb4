import type { ComponentChildren } from "preact";
import { checks, index } from "../state/review.ts";
import { linkTo, route, type View, views } from "../state/route.ts";
import { byVerdict } from "../verdicts/rows.ts";
import { theme, toggleTheme } from "./theme.ts";

const titles: Readonly<Record<View, string>> = {
  start: "Start",
  statechart: "Statechart",
  traces: "Traces",
  verdicts: "Verdicts",
  transitions: "Transitions",
  mutants: "Mutants",
};

/** The name of the page, its verdict, and the way to every view. */
export function Header({ children }: { readonly children?: ComponentChildren }) {
  const now = route.value.view;
  return (
    <header class="site">
      <a class="brand" href={linkTo("start")}>
        kexec-model <span class="muted">review</span>
      </a>
      <nav aria-label="Views">
        {views.map((view) => (
          <a key={view} href={linkTo(view)} aria-current={view === now ? "page" : undefined}>
            {titles[view]}
          </a>
        ))}
      </nav>
      <Verdict />
      <span class="tools">
        {children}
        <button
          type="button"
          onClick={toggleTheme}
          aria-label={`Use ${theme.value === "dark" ? "light" : "dark"} colours`}
          title={`Use ${theme.value === "dark" ? "light" : "dark"} colours`}
        >
          {theme.value === "dark" ? "☀" : "☾"}
        </button>
      </span>
    </header>
  );
}

const verdicts = {
  holds: { kind: "good", text: "✓ as expected" },
  violated: { kind: "bad", text: "✗ VIOLATED" },
  incomplete: { kind: "warn", text: "… INCOMPLETE" },
} as const;

/** The worst verdict of all checks and the kernels that have it, wherever the reader is. */
function Verdict() {
  const [worst = []] = byVerdict(checks.value ?? []);
  const [first] = worst;
  if (!first) return null;
  const { kind, text } = verdicts[first.verdict];
  const names = [...new Set(worst.map(({ kernel }) => kernel))].join(", ");
  return (
    <a class={`chip ${kind} verdict`} href={linkTo("verdicts")} title={index.value?.tool ?? ""}>
      {text} <span>({names})</span>
    </a>
  );
}
