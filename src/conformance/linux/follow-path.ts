import { setTimeout as sleep } from "node:timers/promises";
import type { KexecEventType } from "../../../machines/events.ts";
import { withResolvers } from "../../base/with-resolvers.ts";
import type { Fate, Gdb } from "./gdb.ts";
import type { Guest } from "./guest.ts";
import { addressesOf, addressOf } from "./kernel-symbols.ts";
import { endingFunctions } from "./machine-changes.ts";

/** Steps of the machine that nobody calls from user space. */
export interface Path {
  readonly path: readonly KexecEventType[];
  /** Where the machine must arrive in the end, as an address, or null. */
  readonly entry?: bigint | null;
}

/** The machine has arrived where the image that it left for begins. */
const ENTERED = "the image is entered";
/** How long nothing more must happen. */
const GRACE_ms = 100;

type Stage = KexecEventType | typeof ENTERED;

export interface Following {
  /** What must be taken. */
  readonly wanted: readonly string[];
  /** Waits until all steps were taken, or another one, or the time is over; says which were. */
  taken(limit_ms: number): Promise<readonly string[]>;
}

/** The functions that are a step, where it has another name. */
const functionsOf: { readonly [Type in KexecEventType]?: readonly string[] } = {
  machine_crash_shutdown: ["native_machine_crash_shutdown"],
  machine_shutdown: ["native_machine_shutdown"],
  smp_send_stop: ["native_stop_other_cpus", "crash_smp_send_stop"],
};

/** Makes whoever comes to a breakpoint panic. */
export async function panicking(guest: Guest): Promise<Fate> {
  // panic takes a format string, and the banner is one without any format
  const [address, rdi] = [await addressOf(guest, "panic"), await addressOf(guest, "linux_banner")];
  return { kind: "goTo", address, rdi };
}

/** Follows a machine from now on; what it does before the first step of the path is not told. */
export async function follow(guest: Guest, gdb: Gdb, path: Path): Promise<Following> {
  const steps = path.path.filter((step) => step !== "relocate_kernel");
  const entry = path.entry ?? null;
  const wanted: readonly Stage[] = entry === null ? steps : [...steps, ENTERED];
  const record = createRecord({
    wanted,
    relocates: path.path.includes("relocate_kernel"),
    nested: path.path.includes("panic") ? await panicking(guest) : null,
  });
  for (const step of stepsToWatch) {
    for (const symbol of functionsOf[step] ?? [step]) {
      for (const address of await addressesOf(guest, symbol)) {
        await gdb.watch(address, () => record.arrive(step));
      }
    }
  }
  if (entry !== null) {
    const arrived = (): Fate => {
      record.arrive(ENTERED);
      return { kind: "goTo", address: entry }; // what comes then is not ours
    };
    await gdb.watch(entry, arrived, "to come");
  }
  return {
    taken: async (limit_ms) => {
      await Promise.race([record.over, sleep(limit_ms, undefined, { ref: false })]);
      if (wanted.at(-1) !== ENTERED) await sleep(GRACE_ms);
      return [...record.taken];
    },
    wanted,
  };
}

/** The steps that were taken so far. */
interface PathRecord {
  readonly taken: readonly string[];
  /** Ends with the last step that is wanted, or with a wrong one. */
  readonly over: Promise<void>;
  /** Notes that a step is about to be taken, and says what becomes of it. */
  arrive(step: Stage): Fate;
}

interface Wanted {
  readonly wanted: readonly Stage[];
  /** Whether machine_kexec is a part of the relocation, and no step of its own. */
  readonly relocates: boolean;
  /** Brings a panic about inside another one. */
  readonly nested: Fate | null;
}

function createRecord({ wanted, relocates, nested }: Wanted): PathRecord {
  const taken: string[] = [];
  const over = withResolvers<void>();
  const isOver = (): boolean =>
    taken.length >= wanted.length || taken.some((step, i) => step !== wanted[i]);
  const hasStopped = (): boolean =>
    taken.includes("machine_crash_shutdown") || taken.includes("machine_shutdown");
  const isPartOfAnother = (step: Stage): boolean =>
    (step === "smp_send_stop" && hasStopped()) ||
    (step === "machine_kexec" && relocates) ||
    (step === "__crash_kexec" && taken.at(-1) === "panic"); // in vain: the panic has the lock
  return {
    taken,
    over: over.promise,
    arrive: (step) => {
      // when all is over, an image that runs all the same would be too much
      if (isPartOfAnother(step) || (isOver() && step !== "machine_kexec")) return { kind: "goOn" };
      const isNested = nested !== null && wanted[taken.length] === "panic";
      taken.push(isNested ? "panic" : step);
      if (isOver()) over.resolve();
      return isNested ? nested : { kind: "goOn" };
    },
  };
}

/** What the machine can come to, whatever the model says. */
const stepsToWatch: readonly KexecEventType[] = [
  ...endingFunctions,
  "crash_handle_hotplug_event",
  "arch_crash_handle_hotplug_event",
];
