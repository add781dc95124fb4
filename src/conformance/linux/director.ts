import type { Fault } from "./faults.ts";
import { type Following, follow, type Path, panicking } from "./follow-path.ts";
import type { Arrival, Fate, Gdb, Watch } from "./gdb.ts";
import type { Guest } from "./guest.ts";
import { addressesOf, addressOf, missing } from "./kernel-symbols.ts";
import type { Point } from "./points.ts";
import type { PagePosition } from "./protocol.ts";
import { atCall, KIMAGE_NO_DEST } from "./skip-call.ts";

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
  /** Leaves the machine alone, as it was, or as it is when it has left its kernel. */
  close(machine: "alive" | "ended"): Promise<void>;
}

/** The address of a page of a request in the machine. */
export type PageAddress = (page: PagePosition) => bigint;

/** What becomes of a caller at a point. */
export type Meeting = "stays" | "hits a bug" | "panics";

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
    const isPoint = isMeant(point, pages);
    const { decide } = atCall(point.nth, (arrival) => isWithin && isPoint(arrival), fate);
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
    follow: async (path) => follow(guest, await gdb(), path),
    close: async (machine) => {
      const port = await connected;
      await (machine === "alive" ? port?.close() : port?.abandon());
      connected = null;
    },
  };
}

/** Which calls of a point's function are meant. */
function isMeant({ wants }: Point, pages: PageAddress): (arrival: Arrival) => boolean {
  if (wants === "anything") return () => true;
  const wanted = wants === "list page" ? KIMAGE_NO_DEST : pages(wants);
  return ({ arguments: { rdx } }) => rdx === wanted;
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
