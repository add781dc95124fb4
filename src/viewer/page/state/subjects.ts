import { type Simulation, simulate } from "../../../model/simulation.ts";
import { editOf, type Subject, worldOf } from "../../subject.ts";

/** Two subjects are the same model when this is the same. */
export function subjectKey({ kernel, preset, world, mutant, mended: id }: Subject): string {
  return [kernel, preset, world, mutant ?? "", id ?? ""].join("/");
}

const simulations = new Map<string, Simulation>();

/** The model of a subject; it is composed once. */
export function simulationOf(subject: Subject): Simulation {
  const key = subjectKey(subject);
  const known = simulations.get(key);
  if (known) return known;
  const simulation = simulate(worldOf(subject), editOf(subject));
  simulations.set(key, simulation);
  return simulation;
}

/** The subject as people read it. */
export function subjectText({ kernel, preset, world, mutant, mended: id }: Subject): string {
  const of = { suite: "of the suites", story: "to walk in" } as const;
  const bounds = preset === "suite" || preset === "story" ? of[preset] : preset;
  const parts = [`kernel ${kernel}`, `world ${world}`, bounds];
  if (mutant !== null) parts.push(`mutant ${mutant}`);
  if (id !== undefined) parts.push(`${id} mended`);
  return parts.join(", ");
}
