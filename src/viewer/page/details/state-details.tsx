import type { KexecState, Simulation } from "../../../model/simulation.ts";
import type { StateInfo } from "../../chart/info.ts";
import { Evidence } from "./evidence-view.tsx";
import { factsNow, inWords, tasksIn, transitionsFrom, transitionsInto } from "./lookups.ts";
import { Fold, Head, Origin, TransitionList } from "./parts.tsx";
import { SpecificationOf } from "./specification-view.tsx";

interface StateDetailsProps {
  readonly info: StateInfo;
  readonly state: KexecState | null;
  readonly simulation: Simulation | null;
  readonly onSelect: (pathOrKey: string) => void;
}

/** Everything about a state of the statechart. */
export function StateDetails({ info, state, simulation, onSelect }: StateDetailsProps) {
  const { path, terminal } = info;
  const there = simulation && state ? tasksIn(simulation, state, path) : [];
  const leaving = transitionsFrom(path);
  return (
    <article>
      <Head what="state" name={path} info={info}>
        {terminal && <span class="chip">an end</span>}
        {there.map((task) => (
          <span key={task} class="chip good">
            task {task} is here
          </span>
        ))}
      </Head>
      <dl>
        <Origin info={info} />
      </dl>
      <Facts path={path} state={state} simulation={simulation} />
      <TransitionList title="What can happen here" transitions={leaving} onSelect={onSelect} />
      <TransitionList
        title="What leads here"
        transitions={transitionsInto(path)}
        onSelect={onSelect}
        isInto
      />
      <SpecificationOf subject={path} onSelect={onSelect} />
      <Evidence selection={path} transitions={leaving} simulation={simulation} />
    </article>
  );
}

/** What is true in a state, asked of every task that is there. */
function Facts({
  path,
  state,
  simulation,
}: Pick<StateDetailsProps, "state" | "simulation"> & { readonly path: string }) {
  const facts = factsNow(path, simulation, state);
  if (facts.length === 0) return null;
  return (
    <Fold title="What is true here" count={facts.length} isOpen>
      <ul class="plain-list state-facts">
        {facts.map(({ name, tasks }) => (
          <li key={name}>
            {tasks.map(({ task, isTrue }) => (
              <span key={task} class={isTrue ? "chip good" : "chip bad"}>
                <span aria-hidden="true">{isTrue ? "✓" : "✗"}</span> {isTrue ? "true" : "FALSE"} of
                task {task}
              </span>
            ))}{" "}
            {inWords(name)}
          </li>
        ))}
      </ul>
      {facts.every(({ tasks }) => tasks.length === 0) && (
        <p class="muted small">No task is here now; the checker asks them in every state.</p>
      )}
    </Fold>
  );
}
