import { useLayoutEffect } from "preact/hooks";
import "../explore/explore.css";
import { chartSvgText } from "../../chart/svg-text.ts";
import { saveText } from "../chart/save.ts";
import { SubjectPicker } from "../explore/subject-picker.tsx";
import { ShareMenu } from "../share/share-menu.tsx";
import { stateAt } from "../state/playback.ts";
import { param } from "../state/route.ts";
import { beside, isMissing, shown, shownItem, step } from "../state/session.ts";
import type { TraceItem } from "../state/trace-item.ts";
import { shownChart } from "../statechart/active.ts";
import { collapsedIn } from "../statechart/chart-panel.tsx";
import { onKey } from "./keys.ts";
import { Panes } from "./panes.tsx";
import { Player } from "./player.tsx";
import { StepTable } from "./step-table.tsx";
import { TraceList } from "./trace-list.tsx";
import "./traces.css";

/** The list of traces, and the one that is played: steps, chart, memory, and what else can happen. */
export function TracesView() {
  useLayoutEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <div class="traces">
      <TraceList />
      <div class="work">
        <Work />
      </div>
    </div>
  );
}

function Work() {
  const played = shown.value;
  if (!played) {
    if (param("trace") === null) return <SubjectPicker />;
    return (
      <p class="empty" role="status">
        {isMissing.value || param("trace") === "walk"
          ? "This page does not hold the trace that the address names. Choose one from the list."
          : "The trace is being unpacked …"}
      </p>
    );
  }
  const { item, playback, problem } = played;
  if (!playback) {
    return (
      <p class="banner" role="alert">
        {item.title} cannot be played: {problem}
      </p>
    );
  }
  const taken = playback.steps[step.value - 1]?.transitions ?? [];
  const chart = shownChart(taken, stateAt(playback, step.value));
  const second = beside.value?.playback ?? shownItem.value?.system ?? null;
  return (
    <>
      <Player played={played}>
        <ShareMenu
          key={item.id}
          trace={{ item, playback }}
          onSaveChart={() => saveText(`${chart}.svg`, chartSvgText(chart, collapsedIn(chart)))}
        />
      </Player>
      <Panes playback={playback} other={beside.value?.playback ?? null}>
        <StepTable
          playback={playback}
          loop={item.loop}
          other={second}
          breaks={breaksText(item)}
          otherName={beside.value?.item.title ?? item.system?.name ?? ""}
        />
      </Panes>
    </>
  );
}

/** What the last step of a run shows to be wrong. */
function breaksText({ kind, statement, loop, notes }: TraceItem): string | null {
  if (loop !== null) return null; // the loop as a whole does
  if (kind === "wish") return `☁ Not granted: ${statement}`;
  if (kind === "violated" || kind === "known violation") return `✗ Broken here: ${statement}`;
  if (kind !== "bug") return null;
  return `✗ ${notes.find((note) => note.startsWith("Caught")) ?? "The bug shows here."}`;
}
