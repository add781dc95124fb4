import type { ComponentChildren } from "preact";
import type { Mem } from "../../../memory/layout.ts";
import { isAtEnd, type MachineState, machineState } from "../../../model/machine-state.ts";
import type { KexecState } from "../../../model/simulation.ts";
import { DetailsPanel } from "../details/details-panel.tsx";
import { ChoicesPanel } from "../explore/choices-panel.tsx";
import { FindPanel } from "../explore/find-panel.tsx";
import { openWalk } from "../explore/walk-on.ts";
import { MemoryMap } from "../memory/memory-map.tsx";
import { type Playback, stateAt } from "../state/playback.ts";
import { param, setParams } from "../state/route.ts";
import { select, selection, step } from "../state/session.ts";
import { shownChart } from "../statechart/active.ts";
import { ChartPanel } from "../statechart/chart-panel.tsx";

const tabs = { next: "What can happen", find: "Find a path", details: "Details" } as const;
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[]; // the object's own keys

/** The steps with what can be asked of the current one; the chart and the memory beside them. */
export function Panes({
  playback,
  other,
  children,
}: {
  readonly playback: Playback;
  readonly other: Playback | null;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="panes">
      <div class="column">
        {children}
        <Asked playback={playback} />
      </div>
      <div class="column">
        <Chart playback={playback} other={other} />
        <Memory playback={playback} other={other} />
      </div>
    </div>
  );
}

function Asked({ playback }: { readonly playback: Playback }) {
  const tab = tabNames.find((name) => name === param("tab")) ?? "next";
  return (
    <section class="panel tabs" aria-label="About this state">
      <div class="tablist" role="tablist" aria-label="About this state">
        {tabNames.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === tab}
            aria-controls="tab-body"
            onClick={() => setParams({ tab: name })}
          >
            {tabs[name]}
          </button>
        ))}
      </div>
      <div class="tab-body" id="tab-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <TabBody tab={tab} playback={playback} />
      </div>
    </section>
  );
}

function TabBody({ tab, playback }: { readonly tab: Tab; readonly playback: Playback }) {
  const { simulation, subject } = playback;
  const state = stateAt(playback, step.value);
  switch (tab) {
    case "next":
      return <ChoicesPanel playback={playback} />;
    case "find":
      return (
        <FindPanel
          subject={subject}
          from={{ value: state.configuration.value, mem: state.context.mem }}
          onFound={(events, fromHere) => {
            const before = playback.steps.slice(0, fromHere ? step.value : 0);
            openWalk(subject, [...before.map(({ event }) => event), ...events]);
          }}
        />
      );
    case "details":
      return (
        <DetailsPanel
          selection={selection.value}
          state={state}
          simulation={simulation}
          onSelect={select}
        />
      );
  }
}

interface Both {
  readonly playback: Playback;
  readonly other: Playback | null;
}

function Chart({ playback, other }: Both) {
  const state = stateAt(playback, step.value);
  const taken = playback.steps[step.value - 1]?.transitions ?? [];
  return (
    <section class="panel chart-panel" aria-label="Statechart">
      <ChartPanel
        chart={shownChart(taken, state)}
        state={state}
        other={other && stateAt(other, step.value)}
        taken={taken}
        overlay={null}
        search={param("search") ?? ""}
      />
    </section>
  );
}

function Memory({ playback, other }: Both) {
  const now = step.value;
  const { layout } = playback.simulation;
  const state = stateAt(playback, now);
  const ended = isAtEnd(state);
  // behind the end the model forgets what nobody looks at any more: the last picture is kept
  const shown = ended ? now - 1 : now;
  const before = shown === 0 ? null : memOf(playback, shown - 1);
  // a second run that has parted and stopped says nothing of this step
  const goesThere = other && other.steps.length >= now && !ended ? other : null;
  return (
    <section class="panel memory-panel" aria-label="Memory">
      {ended && <p class="ended">{endText(state)} This is the memory before that step.</p>}
      <MemoryMap
        layout={layout}
        mem={memOf(playback, shown)}
        before={before}
        state={stateAt(playback, shown)}
        selected={param("frame")}
        onSelect={(frame) => setParams({ frame })}
        other={goesThere && { layout: goesThere.simulation.layout, mem: memOf(goesThere, now) }}
      />
    </section>
  );
}

function memOf(playback: Playback, i: number): Mem {
  return stateAt(playback, i).context.mem;
}

/** What has become of the kernel. */
function endText(state: KexecState): string {
  const texts: Partial<Record<MachineState, string>> = {
    newKernel: "The new kernel runs.",
    crashKernel: "The crash kernel runs.",
    dead: "Nothing runs any more.",
  };
  return texts[machineState(state)] ?? "";
}
