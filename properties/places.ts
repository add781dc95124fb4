import { taskRegion } from "../src/model/compose.ts";
import type { Configuration } from "../src/xstate/configuration.ts";

/** Where everybody stands, as properties ask for it in every state. */
export interface Places {
  /** All CPUs run. */
  readonly running: boolean;
  /** The tasks that are between trylock and unlock, as bits. */
  readonly locked: number;
  /** The tasks that an oops or a panic has ended, as bits. */
  readonly gone: number;
  /** Some task has written to a read-only page. */
  readonly faulted: boolean;
  /** No CPU panics. */
  readonly calm: boolean;
  readonly newKernel: boolean;
  readonly crashKernel: boolean;
}

const known = new WeakMap<Configuration, Places>();
/** Properties ask about the same configuration one after the other. */
let last: { readonly configuration: Configuration; readonly places: Places } | null = null;

/** Worked out once for each configuration. */
export function placesOf(configuration: Configuration): Places {
  if (last?.configuration === configuration) return last.places;
  const places = known.get(configuration) ?? describe(configuration);
  known.set(configuration, places);
  last = { configuration, places };
  return places;
}

const tasks = Array.from({ length: 8 }, (_, task) => task);
const faults = ["call.faulted", "file.faulted"];
/** The places in which a task holds the lock, whichever door it came through. */
const lockedPlaces = [
  ...faults,
  "call.locked",
  "file.locked",
  "reboot.jumping",
  ...["locked", "restarting", "stopping", "freezing", "frozen", "suspended", "thawing"].map(
    (place) => `reboot.interruptible.${place}`,
  ),
  "reboot.interruptible.unlocking",
  "size.reading",
  "size.shrinking",
  "size.unlocking",
];

function describe(configuration: Configuration): Places {
  const inOneOf = (task: number, places: readonly string[]): boolean =>
    places.some((place) => configuration.has(`${taskRegion(task)}.${place}`));
  const bits = (places: readonly string[]): number =>
    tasks.reduce((set, task) => (inOneOf(task, places) ? set | (1 << task) : set), 0);
  return {
    running: configuration.has("running"),
    locked: bits(lockedPlaces),
    gone: bits(["gone"]),
    faulted: bits(faults) !== 0,
    calm: configuration.has("running.panic.calm"),
    newKernel: configuration.has("newKernel"),
    crashKernel: configuration.has("crashKernel"),
  };
}
