import { once } from "node:events";
import { connect } from "node:net";
import { type Resolvers, withResolvers } from "../../base/with-resolvers.ts";
import {
  ask,
  expectOk,
  hex,
  readMemory,
  readRegister,
  writeMemory,
  writeRegister,
} from "./gdb-access.ts";
import {
  enterLoop,
  insert,
  jumpTo,
  readEntryNop,
  remove,
  returnAtOnce,
  stepOver,
} from "./gdb-code.ts";
import { GdbError, openPackets, type PacketPort } from "./gdb-packets.ts";

/** What happens to whoever has come to a breakpoint. */
export type Fate =
  | { readonly kind: "goOn" }
  /** The function returns at once, with a value. */
  | { readonly kind: "return"; readonly value: bigint }
  /** It goes on at another address, with another first argument if one is given. */
  | { readonly kind: "goTo"; readonly address: bigint; readonly rdi?: bigint }
  /**
   * It stays on its CPU until `release`, in an endless loop that takes the place of a function's
   * first bytes. Nobody may call that function.
   */
  | { readonly kind: "stay"; readonly loop: bigint };

/** The first arguments of a function. */
export type Argument = "rdi" | "rsi" | "rdx";

/** Somebody has come to a breakpoint, at the first instruction of a function. */
export interface Arrival {
  readonly address: bigint;
  readonly arguments: Readonly<Record<Argument, bigint>>;
}

/** Whether there is code at an address already, or only when somebody comes there. */
export type Code = "present" | "to come";

/** A breakpoint. */
export interface Watch {
  /** Ends when an answer other than `goOn` was given; fails when the connection ends first. */
  readonly decided: Promise<void>;
  /** Lets whoever had to stay go on. */
  release(): Promise<void>;
  /** Takes the breakpoint away. */
  disarm(): Promise<void>;
}

/**
 * The debugger's view of a machine. The machine runs between the calls of this interface; it is
 * only stopped inside them and at a breakpoint, as long as it takes to look at registers.
 */
export interface Gdb {
  /**
   * Asks at every call of a function what shall become of it, while the machine stands still: some
   * 13 ms for each call. An answer other than `goOn` is the last: nobody is asked again.
   */
  watch(address: bigint, decide: (arrival: Arrival) => Fate, code?: Code): Promise<Watch>;
  /** Reads the kernel's memory at a virtual address. */
  readMemory(address: bigint, length_bytes: number): Promise<Uint8Array>;
  /** Removes the breakpoints and the loops, and lets the machine go on without us. */
  close(): Promise<void>;
  /** The same for a machine that has left its kernel: where the loops are is another's memory. */
  abandon(): Promise<void>;
}

interface Breakpoint {
  readonly address: bigint;
  readonly decide: (arrival: Arrival) => Fate;
  /** The first instruction when it does nothing, else null. */
  readonly nop: Buffer | null;
  readonly done: Resolvers<void>;
  /** The loop in which somebody stays, or null. */
  loop: bigint | null;
}

/**
 * Connects to QEMU's gdb stub on a Unix socket.
 *
 * Connecting stops the machine; it runs again when this returns.
 */
export async function connectGdb(path: string): Promise<Gdb> {
  const socket = connect(path);
  await once(socket, "connect");
  const port = openPackets(socket);
  // QEMU lets single registers be read and written only after it was asked to describe them.
  await ask(port, "qXfer:features:read:target.xml:0,ffb");
  const session = createSession(port);
  const close = async (loops: ReadonlyMap<bigint, Buffer>) => {
    await session.whileStopped(async () => {
      for (const { address, done } of session.breakpoints.values()) {
        await remove(port, address);
        done.reject(new GdbError(`expected a call of ${hex(address)}, got close()`));
      }
      session.breakpoints.clear();
      for (const [loop, bytes] of loops) await writeMemory(port, loop, bytes);
      session.detach();
    });
    socket.destroy();
  };
  return {
    watch: (address, decide, code = "present") =>
      session.whileStopped(() => arm(session, { address, decide, code })),
    readMemory: (address, length_bytes) =>
      session.whileStopped(() => readMemory(port, address, length_bytes)),
    close: () => close(session.replaced),
    abandon: () => close(new Map()),
  };
}

/** What is known of a machine that stands still. */
interface Stopped {
  readonly port: PacketPort;
  readonly breakpoints: Map<bigint, Breakpoint>;
  /** What was where loops are, by address. */
  readonly replaced: Map<bigint, Buffer>;
}

interface Session extends Stopped {
  /** Stops the machine, runs the job, and lets the machine go on. */
  whileStopped<T>(job: () => Promise<T>): Promise<T>;
  /** After the job at hand, the machine goes on without us. */
  detach(): void;
}

/** Lets the machine run, and stops it for every job; in between it serves breakpoints. */
function createSession(port: PacketPort): Session {
  const breakpoints = new Map<bigint, Breakpoint>();
  const replaced = new Map<bigint, Buffer>();
  const jobs: (() => Promise<void>)[] = [];
  let running = false;
  let attached = true;
  const serve = async () => {
    while (attached) {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
      if (!attached) break;
      running = true; // no `await` between the last look at `jobs` and this
      port.send("c");
      const stop = await port.receive(null);
      running = false;
      if (stop === null) throw new GdbError("expected QEMU's gdb stub to stay, got its end");
      await serveStop({ port, breakpoints, replaced }, stop);
    }
    await ask(port, "D");
  };
  const ended = serve().catch((error: Error) => {
    attached = false;
    for (const { done } of breakpoints.values()) done.reject(error);
    throw error;
  });
  ended.catch(() => {});
  return {
    port,
    replaced,
    breakpoints,
    detach: () => {
      attached = false;
    },
    async whileStopped<T>(job: () => Promise<T>): Promise<T> {
      const result = new Promise<T>((resolve, reject) => {
        jobs.push(() => job().then(resolve, reject));
      });
      if (running) port.interrupt(); // QEMU ignores it when a breakpoint was faster
      const value = await Promise.race([result, ended.then(() => result)]);
      if (!attached) await ended;
      return value;
    },
  };
}

async function arm(
  session: Session,
  { address, decide, code }: Pick<Breakpoint, "address" | "decide"> & { readonly code: Code },
): Promise<Watch> {
  const { port, breakpoints, whileStopped } = session;
  if (breakpoints.has(address)) {
    throw new GdbError(`expected one breakpoint per function, got another at ${hex(address)}`);
  }
  const nop = code === "present" ? await readEntryNop(port, address) : null;
  const breakpoint: Breakpoint = { address, decide, nop, done: withResolvers<void>(), loop: null };
  breakpoint.done.promise.catch(() => {}); // whoever waits for it sees the failure
  await insert(port, address);
  breakpoints.set(address, breakpoint);
  return {
    decided: breakpoint.done.promise,
    release: () =>
      whileStopped(async () => {
        const { loop } = breakpoint;
        if (loop !== null) await writeMemory(port, loop, jumpTo(address, loop));
        breakpoint.loop = null;
      }),
    disarm: () =>
      whileStopped(async () => {
        if (breakpoints.get(address) !== breakpoint) return; // it has struck
        breakpoints.delete(address);
        await remove(port, address);
      }),
  };
}

/** Looks whether the machine stopped at a breakpoint, and does what is decided there. */
async function serveStop(machine: Stopped, stop: string): Promise<void> {
  const { port, breakpoints } = machine;
  const thread = /^T05.*thread:([^;]+);/.exec(stop)?.[1];
  if (thread === undefined) return; // an interrupt
  await expectOk(port, `Hg${thread}`);
  const breakpoint = breakpoints.get(await readRegister(port, "rip"));
  if (breakpoint === undefined) return; // disarmed while it was on its way
  const { address } = breakpoint;
  const fate = breakpoint.decide({ address, arguments: await readArguments(port) });
  if (fate.kind === "goOn") {
    await pass(port, breakpoint, thread);
    return;
  }
  await remove(port, address);
  breakpoints.delete(address);
  await meet(machine, breakpoint, fate);
  breakpoint.done.resolve();
}

async function readArguments(port: PacketPort): Promise<Arrival["arguments"]> {
  return {
    rdi: await readRegister(port, "rdi"),
    rsi: await readRegister(port, "rsi"),
    rdx: await readRegister(port, "rdx"),
  };
}

/** Goes on behind a breakpoint that stays. */
async function pass(port: PacketPort, { address, nop }: Breakpoint, thread: string): Promise<void> {
  if (nop === null) await stepOver(port, address, thread);
  else await writeRegister(port, "rip", address + BigInt(nop.length));
}

async function meet(
  machine: Stopped,
  breakpoint: Breakpoint,
  fate: Exclude<Fate, { readonly kind: "goOn" }>,
): Promise<void> {
  const { port, replaced } = machine;
  switch (fate.kind) {
    case "return":
      await returnAtOnce(port, fate.value);
      break;
    case "goTo":
      if (fate.rdi !== undefined) await writeRegister(port, "rdi", fate.rdi);
      await writeRegister(port, "rip", fate.address);
      break;
    case "stay":
      await enterLoop(port, replaced, fate.loop);
      breakpoint.loop = fate.loop;
  }
}
