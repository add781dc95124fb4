import { literalName } from "../../../model/compose.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import { stateInfo, transitionInfo } from "../../chart/info.ts";
import { ChartGuide } from "./chart-guide.tsx";
import { StateDetails } from "./state-details.tsx";
import { TransitionDetails } from "./transition-details.tsx";
import "./details.css";

interface DetailsPanelProps {
  /** The path of a state, the key of a transition, or null; others are shown elsewhere. */
  readonly selection: string | null;
  readonly state: KexecState | null;
  readonly simulation: Simulation | null;
  readonly onSelect: (pathOrKey: string | null) => void;
}

/** Everything that is known of the selected state or transition. */
export function DetailsPanel({ selection, state, simulation, onSelect }: DetailsPanelProps) {
  const ofState = selection === null ? null : stateInfo(selection);
  const ofTransition = selection === null ? null : transitionInfo(selection);
  return (
    <div class="details-panel">
      {ofState && (
        <StateDetails info={ofState} state={state} simulation={simulation} onSelect={onSelect} />
      )}
      {ofTransition && (
        <TransitionDetails info={ofTransition} simulation={simulation} onSelect={onSelect} />
      )}
      {!ofState && !ofTransition && <Nothing state={state} onSelect={onSelect} />}
    </div>
  );
}

/** What can be selected: the states that are active now; without a step, how to read the chart. */
function Nothing({ state, onSelect }: Pick<DetailsPanelProps, "state" | "onSelect">) {
  if (!state) return <ChartGuide />;
  const leaves = new Set(state.configuration.leaves.map(literalName));
  return (
    <div class="nothing">
      <p class="muted">Select a state or a transition of the statechart to read all about it.</p>
      {leaves.size > 0 && (
        <>
          <h3>States that are active now</h3>
          <ul class="plain-list">
            {[...leaves].map((path) => (
              <li key={path}>
                <button type="button" class="link mono" onClick={() => onSelect(path)}>
                  {path}
                </button>
                <span class="muted"> {stateInfo(path)?.description}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
