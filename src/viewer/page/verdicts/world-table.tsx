import type { CheckReport } from "../../../model/report.ts";
import { count } from "../shell/words.ts";

/** The worlds of a check: what each is for, its bounds, and whether it was explored to the end. */
export function WorldTable({ report: { worlds } }: { readonly report: CheckReport }) {
  return (
    <section aria-label="Worlds">
      <h2>
        Worlds <span class="muted">{worlds.length}</span>
      </h2>
      <section class="scroll" aria-label="Table of worlds" {...focusable}>
        <table class="worlds">
          <thead>
            <tr>
              <th scope="col">World</th>
              <th scope="col">Bounds</th>
              <th scope="col" class="number">
                States
              </th>
              <th scope="col" class="number">
                Steps
              </th>
              <th scope="col" class="number">
                Depth
              </th>
              <th scope="col">Explored</th>
            </tr>
          </thead>
          <tbody>
            {worlds.map((world) => (
              <tr key={world.world}>
                <th scope="row">
                  <code>{world.world}</code>
                  <span class="purpose">{world.purpose}</span>
                </th>
                <td>{boundsText(world.bounds)}</td>
                <td class="number">{count(world.states)}</td>
                <td class="number">{count(world.transitions)}</td>
                <td class="number">{world.depth}</td>
                <td>
                  <Explored world={world} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What scrolls must be reached by the keyboard. */
const focusable = { tabIndex: 0 };

type World = CheckReport["worlds"][number];

function Explored({ world: { incomplete, deadlocks, notes } }: { readonly world: World }) {
  return (
    <>
      {incomplete === null ? (
        <span class="chip good">✓ complete</span>
      ) : (
        <span class="chip warn">… INCOMPLETE: {whyText(incomplete)}</span>
      )}
      {deadlocks > 0 && <span class="chip bad">✗ {count(deadlocks)} deadlocks</span>}
      {notes.map((note) => (
        <span key={note} class="purpose">
          {note}
        </span>
      ))}
    </>
  );
}

/** What stopped the search. */
function whyText(why: NonNullable<World["incomplete"]>): string {
  return why === "stopped" ? why : `the limit on ${why} was reached`;
}

function boundsText(bounds: World["bounds"]): string {
  const { tasks, frames, crashFrames, listPageWords, requests, calls, panic } = bounds;
  const parts = [
    `${tasks} task${tasks === 1 ? "" : "s"}`,
    `${frames} + ${crashFrames} frames`,
    `${listPageWords} words a list page`,
    `${requests} requests`,
    ...(calls > 0 ? [`${calls} other calls`] : []),
    ...(["sigkill", "sysctl", "limits", "hotplug", "oops"] as const).filter((name) => bounds[name]),
    ...(panic === "never" ? [] : [`panic ${panic}`]),
    ...(bounds.postNotifiers ? ["post notifiers"] : []),
  ];
  return parts.join(", ");
}
