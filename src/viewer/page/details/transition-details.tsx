import type { Simulation } from "../../../model/simulation.ts";
import type { TransitionInfo } from "../../chart/info.ts";
import { Evidence } from "./evidence-view.tsx";
import { choiceAround, orderText } from "./lookups.ts";
import { Head, Line, Origin, SelectLink, TransitionList } from "./parts.tsx";
import { SpecificationOf } from "./specification-view.tsx";

interface TransitionDetailsProps {
  readonly info: TransitionInfo;
  readonly simulation: Simulation | null;
  readonly onSelect: (pathOrKey: string) => void;
}

/** Everything about a transition of the statechart. */
export function TransitionDetails({ info, simulation, onSelect }: TransitionDetailsProps) {
  const { key, from, to, event, guard, result, actions } = info;
  const choice = choiceAround(info);
  return (
    <article>
      <Head what="transition" name={event ?? "at once"} info={info}>
        {result !== null && (
          <span class={result.failed ? "chip bad" : "chip good"}>returns {result.text}</span>
        )}
      </Head>
      <dl>
        <Line name="from">
          <SelectLink to={from} onSelect={onSelect} />
        </Line>
        <Line name="to">
          {to === null ? "the state stays" : <SelectLink to={to} onSelect={onSelect} />}
        </Line>
        <Line name="guard">{guard && <code>[{guard}]</code>}</Line>
        <Line name="order">{orderText(info)}</Line>
        <Line name="does">{actions.length > 0 ? <code>{actions.join(", ")}</code> : null}</Line>
        <Waits info={info} />
        <Origin info={info} />
        <Line name="key">
          <code>{key}</code>
        </Line>
      </dl>
      {choice.length > 1 && (
        <TransitionList
          title="Asked in this order"
          transitions={choice}
          current={key}
          onSelect={onSelect}
        />
      )}
      <SpecificationOf subject={from} onSelect={onSelect} />
      <Evidence selection={key} transitions={[info]} simulation={simulation} />
    </article>
  );
}

/** Why the event may find every guard closed. */
function Waits({ info: { waits } }: Pick<TransitionDetailsProps, "info">) {
  if (waits === null) return null;
  const { reason, feature, without } = waits;
  const where = feature ? ` (with ${feature})` : without ? ` (without ${without})` : "";
  return <Line name="may have to wait">{`${reason}${where}`}</Line>;
}
