import { useEffect } from "preact/hooks";
import { FileDrop, OpenFileButton } from "./files/file-drop.tsx";
import { MutantsView } from "./matrix/mutants-view.tsx";
import { TransitionsView } from "./matrix/transitions-view.tsx";
import { Header } from "./shell/header.tsx";
import "./shell/shell.css";
import { StartView } from "./start/start-view.tsx";
import { brokenPart } from "./state/review.ts";
import { followAddress, route, type View } from "./state/route.ts";
import { StatechartView } from "./statechart/statechart-view.tsx";
import { TracesView } from "./traces/traces-view.tsx";
import { VerdictsView } from "./verdicts/verdicts-view.tsx";

const components = {
  start: StartView,
  statechart: StatechartView,
  traces: TracesView,
  verdicts: VerdictsView,
  transitions: TransitionsView,
  mutants: MutantsView,
} as const satisfies Record<View, unknown>;

/** Views that fill the window; the others are pages that scroll. */
const wide: ReadonlySet<View> = new Set(["traces", "statechart", "transitions", "mutants"]);

/** The whole page. */
export function App() {
  useEffect(followAddress, []);
  const { view } = route.value;
  const Component = components[view];
  return (
    <>
      <Header>
        <OpenFileButton />
      </Header>
      <FileDrop />
      {brokenPart.value !== null && (
        <p class="banner" role="alert">
          This page is damaged: {brokenPart.value}
        </p>
      )}
      <main class={wide.has(view) ? "wide" : ""}>
        <Component />
      </main>
    </>
  );
}
