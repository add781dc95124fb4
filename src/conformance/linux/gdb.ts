import { once } from "node:events";
import { connect } from "node:net";
import {
  ask,
  expectOk,
  hex,
  LIMIT_ms,
  littleEndian,
  readMemory,
  readRegister,
  unsigned,
  writeMemory,
  writeRegister,
} from "./gdb-access.ts";
import { GdbError, openPackets, type PacketPort } from "./gdb-packets.ts";

/** A call of a kernel function that shall not happen: it returns at once instead. */
export interface CallSkip {
  /** Address of the function's first instruction. */
  readonly address: bigint;
  /** Only calls whose argument has this value count. The first three arguments, in C's order. */
  readonly when?: { readonly register: "rdi" | "rsi" | "rdx"; readonly equals: bigint };
  /** Which of these calls, from 1. Default: the first. */
  readonly nth?: number;
  /** What the caller gets: 0n for a null pointer, -12n for -ENOMEM. */
  readonly returns: bigint;
}

/** A skip that waits for its call. */
export interface ArmedSkip {
  /** Ends when the call was skipped; fails when the connection ends first. */
  readonly skipped: Promise<void>;
  /** How many calls matched so far, the skipped one among them. */
  matches(): number;
  /** Takes the breakpoint away. */
  disarm(): Promise<void>;
}

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
   * Makes one later call of a kernel function return a chosen value without running it. Until then
   * every call of that function takes some 13 ms.
   */
  skipCall(skip: CallSkip): Promise<ArmedSkip>;
  /**
   * Asks at every call of a function what shall become of it, while the machine stands still. An
   * answer other than `goOn` is the last: nobody is asked again.
   */
  watch(address: bigint, decide: (arrival: Arrival) => Fate, code?: Code): Promise<Watch>;
  /** Reads the kernel's memory at a virtual address. */
  readMemory(address: bigint, length_bytes: number): Promise<Uint8Array>;
  /** Removes the breakpoints and lets the machine go on without us. */
  close(): Promise<void>;
}

interface Breakpoint {
  readonly address: bigint;
  readonly decide: (arrival: Arrival) => Fate;
  /** The first instruction when it does nothing, else null. */
  readonly nop: Buffer | null;
  readonly done: PromiseWithResolvers;
  /** The loop in which somebody stays, or null. */
  loop: bigint | null;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** The instructions without effect that kernels begin functions with, when nobody traces them. */
const ENTRY_NOPS = [
  Buffer.from([0x0f, 0x1f, 0x44, 0x00, 0x00]), // for ftrace
  Buffer.from([0x66, 0x66, 0x66, 0x66, 0x90]), // the same where the CPU is an AMD K8 (seen in 5.10)
  Buffer.from([0x66, 0x0f, 0x1f, 0x00]), // in place of an endbr64 that nobody needs (seen in 6.12)
  Buffer.from([0x0f, 0x1f, 0x40, 0xd6]), // the same (seen in 7.2)
] as const;
const NOP_MAX_bytes = 5;
const JUMP_bytes = 5;
/** A jump to itself. */
const JUMP_TO_SELF = Buffer.from([0xeb, 0xfe]);

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
  return {
    skipCall: (skip) => skipCall(session, skip),
    watch: (address, decide, code = "present") =>
      session.whileStopped(() => arm(session, { address, decide, code })),
    readMemory: (address, length_bytes) =>
      session.whileStopped(() => readMemory(port, address, length_bytes)),
    async close() {
      await session.whileStopped(async () => {
        for (const { address, done } of session.breakpoints.values()) {
          await remove(port, address);
          done.reject(new GdbError(`expected a call of ${hex(address)}, got close()`));
        }
        session.breakpoints.clear();
        for (const [loop, bytes] of session.replaced) await writeMemory(port, loop, bytes);
        session.detach();
      });
      socket.destroy();
    },
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

async function skipCall(session: Session, skip: CallSkip): Promise<ArmedSkip> {
  const { address, when, nth = 1, returns } = skip;
  let matches = 0;
  const watch = await session.whileStopped(() =>
    arm(session, {
      address,
      code: "present",
      decide: (arrival) => {
        const isMatch = !when || arrival.arguments[when.register] === unsigned(when.equals);
        if (isMatch) matches += 1;
        return isMatch && matches === nth ? { kind: "return", value: returns } : { kind: "goOn" };
      },
    }),
  );
  return { skipped: watch.decided, matches: () => matches, disarm: watch.disarm };
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
  const breakpoint: Breakpoint = { address, decide, nop, done: withResolvers(), loop: null };
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

/** The first instruction of a function when it does nothing, else null. */
async function readEntryNop(port: PacketPort, address: bigint): Promise<Buffer | null> {
  const code = Buffer.from(await readMemory(port, address, NOP_MAX_bytes));
  return ENTRY_NOPS.find((nop) => nop.equals(code.subarray(0, nop.length))) ?? null;
}

/** Whoever runs at this moment goes into an endless loop, which is made for it. */
async function enterLoop({ port, replaced }: Stopped, loop: bigint): Promise<void> {
  if (!replaced.has(loop)) {
    replaced.set(loop, Buffer.from(await readMemory(port, loop, JUMP_bytes)));
  }
  await writeMemory(port, loop, JUMP_TO_SELF);
  await writeRegister(port, "rip", loop);
}

/** A jump from one address to another, which leads out of a loop. */
function jumpTo(address: bigint, from: bigint): Buffer {
  const jump = Buffer.alloc(JUMP_bytes, 0xe9);
  jump.writeInt32LE(Number(address - (from + BigInt(JUMP_bytes))), 1);
  return jump;
}

/** Looks whether the machine stopped at a breakpoint, and skips the call or steps over it. */
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
  const { port } = machine;
  switch (fate.kind) {
    case "return":
      await returnAtOnce(port, fate.value);
      break;
    case "goTo":
      if (fate.rdi !== undefined) await writeRegister(port, "rdi", fate.rdi);
      await writeRegister(port, "rip", fate.address);
      break;
    case "stay":
      await enterLoop(machine, fate.loop);
      breakpoint.loop = fate.loop;
  }
}

/**
 * Runs the instruction under a breakpoint. Slow, some 10 ms: QEMU translates all code anew whenever
 * breakpoints change.
 */
async function stepOver(port: PacketPort, address: bigint, thread: string): Promise<void> {
  await remove(port, address);
  port.send(`vCont;s:${thread}`);
  await port.receive(LIMIT_ms);
  await insert(port, address);
}

/** At a function's first instruction: does what its `ret` would do, with a value of ours. */
async function returnAtOnce(port: PacketPort, value: bigint): Promise<void> {
  const stack = await readRegister(port, "rsp");
  const caller = littleEndian(await readMemory(port, stack, 8));
  await writeRegister(port, "rax", value);
  await writeRegister(port, "rsp", stack + 8n);
  await writeRegister(port, "rip", caller);
}

function insert(port: PacketPort, address: bigint): Promise<void> {
  return expectOk(port, `Z1,${hex(address)},1`);
}

function remove(port: PacketPort, address: bigint): Promise<void> {
  return expectOk(port, `z1,${hex(address)},1`);
}

function withResolvers(): PromiseWithResolvers {
  let resolve: () => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
