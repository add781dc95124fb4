import type { KexecEvent } from "../../../../machines/events.ts";
import { savedPresets } from "../../../formats/trace-world.ts";
import { type MutantName, mutants } from "../../../model/mutants.ts";
import { type KernelName, kernels } from "../../../model/worlds.ts";
import type { Subject } from "../../subject.ts";
import { simulationOf, subjectKey } from "./subjects.ts";
import type { TraceItem } from "./trace-item.ts";

/**
 * A walk as text: its subject, then for each step the place of its event in the alphabet of the
 * state. `seed/quick/race//2.0.1` is a link to three steps.
 */
export function walkText(subject: Subject, events: readonly KexecEvent[]): string {
  const { alphabet, step, initial } = simulationOf(subject);
  let state = initial;
  const path = events.map((event) => {
    const wanted = JSON.stringify(event);
    const place = alphabet(state).findIndex((one) => JSON.stringify(one) === wanted);
    state = step(state, event)?.state ?? state;
    return place < 0 ? wanted : String(place);
  });
  return `${subjectKey(subject)}/${path.join(".")}`;
}

/** @returns null for a text that is no walk */
export function walkItem(text: string): TraceItem | null {
  const known = walks.get(text);
  if (known) return known;
  const item = readWalk(text);
  if (item) walks.set(text, item);
  return item;
}

const walks = new Map<string, TraceItem>();

function readWalk(text: string): TraceItem | null {
  const [kernel = "", preset = "", world = "", mutant = "", mended = "", path = ""] =
    text.split("/");
  const subject = subjectOf({ kernel, preset, world, mutant, mended });
  if (!subject) return null;
  const events = eventsOf(subject, path);
  return events && walkOf(subject, events);
}

/** A walk of the reader's. */
export function walkOf(subject: Subject, events: readonly KexecEvent[]): TraceItem {
  return {
    id: "walk",
    kind: "walk",
    title: "a walk of your own",
    bug: null,
    statement: "Choose what happens next; every step can be taken back.",
    notes: [],
    subject,
    events,
    loop: null,
    beside: null,
    system: null,
  };
}

function subjectOf(given: Readonly<Record<keyof Subject, string>>): Subject | null {
  const preset = savedPresets.find((one) => one === given.preset);
  if (!Object.hasOwn(kernels, given.kernel) || !preset) return null;
  if (given.mutant !== "" && !Object.hasOwn(mutants, given.mutant)) return null;
  return {
    kernel: given.kernel as KernelName, // one of theirs
    preset,
    world: given.world,
    mutant: given.mutant === "" ? null : (given.mutant as MutantName),
    ...(given.mended !== "" && { mended: given.mended }),
  };
}

function eventsOf(subject: Subject, path: string): KexecEvent[] | null {
  if (path === "") return [];
  try {
    const { alphabet, step, initial } = simulationOf(subject);
    let state = initial;
    return path.split(".").map((place) => {
      const event = alphabet(state)[Number(place)];
      const next = event && step(state, event);
      if (!next) throw new RangeError(`no step ${place}`);
      state = next.state;
      return event;
    });
  } catch {
    return null; // an address that somebody edited, or of another version
  }
}
