import { setTimeout as sleep } from "node:timers/promises";
import type { KexecEventType } from "../../../machines/events.ts";
import { GuestError } from "./agent.ts";
import type { Fault } from "./faults.ts";
import type { Arrival, Fate, Gdb, Watch } from "./gdb.ts";
import type { Guest } from "./guest.ts";
import type { Point } from "./points.ts";
import type { PagePosition } from "./protocol.ts";

/**
 * Interferes with calls through the machine's debugger. It connects when it is first needed: a
 * machine that nobody looks at is faster.
 */
export interface Director {
  /** Makes the function at a point fail. The position of a page is an address by now. */
  fail(fault: Fault, pages: PageAddress): Promise<Watch>;
  /** Lets a call come to a point, and stay there or go another way. */
  meet(point: Point, pages: PageAddress, fate: Meeting): Promise<Watch>;
  /** Notes the steps that the machine comes to, in their order. */
  follow(path: Path): Promise<Following>;
  /** Leaves the machine alone. */
  close(): Promise<void>;
}

/** The address of a page of a request in the machine. */
export type PageAddress = (page: PagePosition) => bigint;

/** What becomes of a caller at a point. */
export type Meeting = "stays" | "hits a bug" | "panics";

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

const KIMAGE_NO_DEST = (1n << 64n) - 1n;

/** Addresses by symbol: without KASLR they stay the same as long as the kernel does. */
const addresses = new WeakMap<Guest, Map<string, readonly bigint[]>>();

async function addressesOf(guest: Guest, symbol: string): Promise<readonly bigint[]> {
  const known = addresses.get(guest) ?? new Map<string, readonly bigint[]>();
  addresses.set(guest, known);
  const found = known.get(symbol) ?? (await lookUp(guest, symbol));
  known.set(symbol, found);
  return found;
}

async function lookUp({ vm: { agent } }: Guest, symbol: string): Promise<readonly bigint[]> {
  for (const name of otherNames[symbol] ?? [symbol]) {
    const found = await agent.symbols(name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Functions whose name depends on the version. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "kmalloc of a constant size": [
    "__kmalloc_cache_noprof", // 6.11
    "kmalloc_trace", // 6.1
    "kmem_cache_alloc_trace",
  ],
  "control pages in the region": [
    "kimage_alloc_crash_control_pages",
    "kimage_alloc_control_pages", // where the other is a part of it
  ],
};

async function addressOf(guest: Guest, symbol: string): Promise<bigint> {
  const [address] = await addressesOf(guest, symbol);
  if (address !== undefined) return address;
  throw missing(symbol);
}

function missing(symbol: string): GuestError {
  return new GuestError(`expected a kernel with the function ${symbol}, got none`);
}

export function createDirector(guest: Guest): Director {
  let connected: Promise<Gdb> | null = null;
  let held = 0;
  const gdb = (): Promise<Gdb> => {
    connected ??= guest.vm.openGdb();
    return connected;
  };
  const arrange = async (point: Point, pages: PageAddress, fate: Fate): Promise<Watch> => {
    const found = await addressesOf(guest, point.symbol);
    if (found.length === 0) throw missing(point.symbol);
    const port = await gdb();
    const watches: Watch[] = [];
    let isWithin = point.within === undefined;
    for (const address of point.within ? await addressesOf(guest, point.within) : []) {
      const enter = await port.watch(address, () => {
        isWithin = true;
        return { kind: "goOn" };
      });
      enter.decided.catch(() => {}); // it never decides
    }
    const count = countdown(point, pages, fate);
    const decide = (arrival: Arrival): Fate => (isWithin ? count(arrival) : { kind: "goOn" });
    for (const address of found) watches.push(await port.watch(address, decide));
    const decided = Promise.race(watches.map((watch) => watch.decided));
    decided.catch(() => {}); // whoever waits for it sees the failure
    return {
      decided,
      release: async () => {
        for (const watch of watches) await watch.release();
      },
      disarm: async () => {
        for (const watch of watches) await watch.disarm();
      },
    };
  };
  return {
    meet: async (point, pages, meeting) => {
      const loop = idle[held % idle.length] ?? idle[0];
      held += 1;
      return arrange(point, pages, await fateOf(guest, meeting, loop));
    },
    fail: ({ at, returns }, pages) => arrange(at, pages, { kind: "return", value: returns }),
    follow: (path) => follow(guest, gdb, path),
    close: async () => {
      await (await connected)?.close();
      connected = null;
    },
  };
}

/** Decides at the n-th call that is meant, and lets the others go on. */
function countdown({ wants, nth }: Point, pages: PageAddress, fate: Fate) {
  let left = nth;
  const wanted = typeof wants === "string" ? null : pages(wants);
  const isMeant = ({ arguments: { rdx } }: Arrival): boolean =>
    wants === "anything" || (wants === "list page" ? rdx === KIMAGE_NO_DEST : rdx === wanted);
  return (arrival: Arrival): Fate => {
    if (isMeant(arrival)) left -= 1;
    return left === 0 ? fate : { kind: "goOn" };
  };
}

/** Functions that nobody calls: in place of their beginnings there are loops for whoever stays. */
const idle = ["emergency_restart", "kernel_halt", "kernel_power_off"] as const;

async function fateOf(guest: Guest, meeting: Meeting, loop: string): Promise<Fate> {
  switch (meeting) {
    case "stays":
      return { kind: "stay", loop: await addressOf(guest, loop) };
    case "hits a bug":
      return { kind: "goTo", address: 0n }; // nothing is there: a call of a null pointer
    case "panics":
      return panicking(guest);
  }
}

async function panicking(guest: Guest): Promise<Fate> {
  // panic takes a format string, and the banner is one without any format
  const [address, rdi] = [await addressOf(guest, "panic"), await addressOf(guest, "linux_banner")];
  return { kind: "goTo", address, rdi };
}

async function follow(guest: Guest, gdb: () => Promise<Gdb>, path: Path): Promise<Following> {
  const taken: string[] = [];
  const steps = path.path.filter((step) => step !== "relocate_kernel");
  const entry = path.entry ?? null;
  const wanted: readonly Stage[] = entry === null ? steps : [...steps, ENTERED];
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const nested = path.path.includes("panic") ? await panicking(guest) : null;
  let shutsDown = false; // which stops the others, too
  let isOver = false;
  const finish = () => {
    isOver = true;
    end();
  };
  const isPartOfAnother = (step: Stage): boolean =>
    (step === "smp_send_stop" && shutsDown) ||
    (step === "machine_kexec" && path.path.includes("relocate_kernel")) ||
    (step === "__crash_kexec" && taken.at(-1) === "panic"); // in vain: the panic has the lock
  const decide = (step: Stage) => (): Fate => {
    if (isPartOfAnother(step)) return { kind: "goOn" };
    if (isOver && step !== "machine_kexec") return { kind: "goOn" }; // that would be too much
    if (nested && wanted[taken.length] === "panic") {
      taken.push("panic");
      if (taken.length === wanted.length) finish();
      return nested;
    }
    taken.push(step);
    shutsDown ||= step === "machine_crash_shutdown" || step === "machine_shutdown";
    if (wanted[taken.length - 1] !== step || taken.length === wanted.length) finish();
    return { kind: "goOn" };
  };
  const port = await gdb();
  for (const step of stepsToWatch) {
    for (const symbol of functionsOf[step] ?? [step]) {
      for (const address of await addressesOf(guest, symbol)) {
        await port.watch(address, decide(step));
      }
    }
  }
  if (entry !== null) {
    const address = entry;
    const arrive = decide(ENTERED);
    const arrived = (): Fate => {
      arrive();
      return { kind: "goTo", address }; // what comes then is not ours
    };
    await port.watch(address, arrived, "to come");
  }
  return {
    taken: async (limit_ms) => {
      await Promise.race([ended, sleep(limit_ms, undefined, { ref: false })]);
      if (wanted.at(-1) !== ENTERED) await sleep(GRACE_ms);
      return [...taken];
    },
    wanted,
  };
}

/** What the machine can come to, whatever the model says. */
const stepsToWatch: readonly KexecEventType[] = [
  "__crash_kexec",
  "crash_save_vmcoreinfo",
  "machine_crash_shutdown",
  "machine_kexec",
  "smp_send_stop",
  "kernel_restart_prepare",
  "machine_shutdown",
  "crash_handle_hotplug_event",
  "arch_crash_handle_hotplug_event",
];
