import type { RunFile } from "../../../formats/run-file.ts";
import { systems } from "../matrix/overlays.ts";
import { runName } from "../matrix/systems.ts";
import { totalOf } from "../matrix/transition-rows.ts";
import { count } from "../shell/words.ts";
import { runs } from "../state/review.ts";
import { linkTo } from "../state/route.ts";
import { ColumnHeads } from "./column-heads.tsx";

/** Which systems ran the generated tests, and whether they did what the model says. */
export function Runs() {
  const all = runs.value ?? [];
  if (all.length === 0) return null;
  const outcomes = all.flatMap(({ tests }) => tests.map(({ outcome }) => outcome.kind));
  const isBad = outcomes.includes("diverges") || outcomes.includes("error");
  return (
    <section class={`panel verdict ${isBad ? "bad" : "good"}`} aria-label="Runs">
      <strong>
        {isBad
          ? "✗ A system does something else than the model"
          : "✓ Every system that ran the tests agrees"}
      </strong>
      <table>
        <ColumnHeads names={["system", "profile", "conform", "diverge", "errors", "transitions"]} />
        <tbody>
          {all.map((run) => (
            <RunRow key={`${run.system} ${run.kernel}`} run={run} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunRow({ run }: { readonly run: RunFile }) {
  const { system, kernel, tests } = run;
  const number = (kind: RunFile["tests"][number]["outcome"]["kind"]): string =>
    count(tests.filter(({ outcome }) => outcome.kind === kind).length);
  const taken = systems.value.find(({ name }) => name === runName(run));
  const { done, possible } = taken ? totalOf(taken) : { done: 0, possible: 0 };
  return (
    <tr>
      <th scope="row">
        <a href={linkTo("traces", { find: `${system}:` })}>{system}</a>
      </th>
      <td>{kernel}</td>
      <td>{number("conforms")}</td>
      <td>{number("diverges")}</td>
      <td>{number("error")}</td>
      <td>
        <a href={linkTo("statechart", { overlay: runName(run) })}>
          {done} of {possible}
        </a>
      </td>
    </tr>
  );
}
