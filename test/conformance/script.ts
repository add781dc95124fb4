import type { KexecEvent } from "../../machines/events.ts";
import { entries } from "../../src/conformance/reference/steps.ts";
import { isKilled } from "../../src/memory/call.ts";
import { eventLabel } from "../../src/model/describe.ts";
import { isAtEnd } from "../../src/model/machine-state.ts";
import { type KexecState, type Simulation, simulate } from "../../src/model/simulation.ts";
import { type KernelName, suiteWorlds, type World } from "../../src/model/worlds.ts";
import { suiteStep } from "../../src/testgen/concrete.ts";
import type { SuiteStep, SuiteTest } from "../../src/testgen/suite.ts";

/** A world that suites are made from. */
export function suiteWorld(kernel: KernelName, name: string): World {
  const world = suiteWorlds(kernel).find((each) => each.name === name);
  if (!world) throw new Error(`kernel ${kernel} has no world ${name}`);
  return world;
}

/**
 * A test made by hand. Each line is the label of an event, or says how far to go on as usual:
 *
 *   kexec_load "normal"             the event with this label
 *   until copy_from_user            as usual, up to the state that has this event
 *   end                             as usual, to the end of the call or of the kernel
 *   1: kexec_trylock                the same, for task 1
 */
export function scripted(simulation: Simulation, lines: readonly string[]): SuiteTest {
  const steps: SuiteStep[] = [];
  let state = simulation.initial;
  const perform = (event: KexecEvent): void => {
    const step = simulation.step(state, event);
    if (!step) throw new Error(`the model does not take ${event.type}`);
    steps.push(suiteStep(simulation, state, event, step));
    state = step.state;
  };
  for (const line of lines) {
    const task = /^1: /.test(line) ? 1 : 0;
    const text = line.replace(/^1: /, "");
    if (text === "end") {
      while (!isAtEnd(state) && !entries.some((type) => stands(simulation, state, task, type)))
        perform(usual(simulation, state, task));
    } else if (text.startsWith("until ")) {
      const type = text.slice("until ".length);
      while (!stands(simulation, state, task, type)) perform(usual(simulation, state, task));
    } else {
      perform(labelled(simulation, state, task, text));
    }
  }
  return { id: "scripted", world: simulation.world.name, covers: [], steps };
}

/** A test made by hand in one of the seed's worlds. */
export function seedTest(world: string, ...lines: readonly string[]): SuiteTest {
  return scripted(simulate(suiteWorld("seed", world)), lines);
}

/** A whole call in which nothing goes wrong. */
export function call(request: string): string[] {
  return [`kexec_load "${request}"`, "end"];
}

/** What a task can do; of what the checker would try, some has no effect. */
function events(simulation: Simulation, state: KexecState, task: number): KexecEvent[] {
  return simulation
    .alphabet(state)
    .filter((event) => !("task" in event) || event.task === task)
    .filter((event) => simulation.step(state, event) !== null);
}

function stands(simulation: Simulation, state: KexecState, task: number, type: string): boolean {
  return events(simulation, state, task).some((event) => event.type === type);
}

/** What happens to a call, or beside it. */
const unusual: readonly KexecEvent["type"][] = [
  "sigkill",
  "oops",
  "panic",
  "proc_dointvec_minmax",
  "kexec_limit_handler",
  "crash_handle_hotplug_event",
];

/** Nothing fails, and the allocator returns a frame that no request names, if there is one. */
function usual(simulation: Simulation, state: KexecState, task: number): KexecEvent {
  const { layout } = simulation;
  const good = events(simulation, state, task).filter(
    (event) => !unusual.includes(event.type) && !("outcome" in event && event.outcome !== "ok"),
  );
  const goesOn = good.filter(({ type }) => !entries.some((entry) => entry === type));
  const frames = good.filter((event) => "frame" in event && event.frame !== null);
  const nobodys = frames.find(
    (event) => "frame" in event && layout.interchangeable.includes(event.frame ?? -1),
  );
  const taken = isKilled(layout, state.context.mem, task) ? undefined : (nobodys ?? frames[0]);
  const event = taken ?? goesOn.at(0);
  if (!event) throw new Error("nothing is usual here");
  return event;
}

function labelled(
  simulation: Simulation,
  state: KexecState,
  ...[task, label]: readonly [number, string]
): KexecEvent {
  const possible = events(simulation, state, task);
  const found = possible.find((event) => eventLabel(simulation.layout, event) === label);
  if (found) return found;
  const names = possible.map((event) => eventLabel(simulation.layout, event)).join(", ");
  throw new Error(`expected ${names}, got ${label}`);
}
