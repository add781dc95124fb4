import type { Duplex } from "node:stream";
import type { DoorRequest } from "./doors.ts";
import { type TraceAgent, traceAgent } from "./function-trace/trace-agent.ts";
import { type Lines, readLines } from "./lines.ts";
import {
  type CallState,
  type FileLoadRequest,
  formatDoor,
  formatFileLoad,
  formatLoad,
  type LoadRequest,
  type Machine,
  type Observation,
  parseCallState,
  parseMachine,
  parseObservation,
  parseReply,
  type Reply,
  text,
} from "./protocol.ts";
import { createQueue } from "./queue.ts";

/** The guest did not do what its protocol says: it crashed, hangs, or refused a command of ours. */
export class GuestError extends Error {
  override readonly name = "GuestError";
}

export interface CallOptions {
  /** How long the guest waits for the call to end or pause. Default: 5 s. */
  readonly limit_ms?: number;
  /**
   * What to look at afterwards. `state`, the default, is cheap; `frames` also counts the reserved
   * frames, some 15 ms; `nothing` leaves the lock alone too (the other two try it).
   */
  readonly observe?: ObservationLevel;
}

export type ObservationLevel = "nothing" | "state" | "frames";

/** A call's state, and what the guest saw then; null when it did not look. */
export interface CallOutcome {
  readonly state: CallState;
  readonly observation: Observation | null;
}

/** The guest agent, which makes calls in a real kernel. One command at a time. */
export interface Agent {
  hello(): Promise<Machine>;
  /** Starts a call and waits until it ends, pauses, or the time is over. */
  load(request: LoadRequest, options?: CallOptions): Promise<CallOutcome>;
  /** Ends a pause: the page arrives, or the copy that waits for it fails with EFAULT. */
  resume(task: number, page: "deliver" | "efault", options?: CallOptions): Promise<CallOutcome>;
  /** Waits on for a call that was `running`. */
  wait(task: number, options?: CallOptions): Promise<CallOutcome>;
  /**
   * Sends SIGKILL. Of a paused call, the page it waits for stays `missing` (its copy fails), or is
   * there but not yet noticed (`deliver`: its next page allocation fails).
   */
  kill(task: number, page?: "missing" | "deliver", options?: CallOptions): Promise<CallOutcome>;
  observe(level?: "state" | "frames"): Promise<Observation>;
  /** The value of /proc/sys/kernel/NAME, or a negated error number as `result`. */
  readSysctl(name: string): Promise<{ readonly result: number; readonly value: number | null }>;
  /** @returns 0 or a negated error number */
  writeSysctl(name: string, value: number): Promise<number>;
  /** Starts a call that is not kexec_load, and waits until it ends or the time is over. */
  door(request: DoorRequest, limit_ms?: number): Promise<CallState>;
  /** Waits on for such a call; `kill` sends SIGKILL first. */
  awaitDoor(task: number, how: "wait" | "kill", limit_ms?: number): Promise<CallState>;
  /**
   * Writes to the file of that path.
   *
   * @returns 0 or a negated error number
   */
  put(path: string, text: string): Promise<number>;
  /** Makes the kernel panic, by sysrq. Nobody answers afterwards. */
  crash(): Promise<void>;
  /** Records calls of kernel functions. */
  readonly trace: TraceAgent;
  /** Address of a kernel symbol. */
  symbol(name: string): Promise<bigint>;
  /** Addresses of all kernel symbols of that name. */
  symbols(name: string): Promise<readonly bigint[]>;
  /** @returns 0 or a negated error number */
  fileLoad(request: FileLoadRequest): Promise<number>;
  /** Gives up what was asked and not answered: the machine is another one from now on. */
  forget(): void;
  /** Sends a command that has no method here, and returns what the agent replies. */
  ask(command: string, limit_ms?: number): Promise<Reply>;
  /** Powers the machine off. */
  quit(): Promise<void>;
}

const LIMIT_ms = 5_000;
/** For the files that must be read. */
const FILE_LIMIT_ms = 20_000;
/** On top of the guest's own limit: its emulation may be slow, the host busy. */
const GRACE_ms = 20_000;
/**
 * The guest's serial port interrupts when that many bytes came. For fewer it waits a while for
 * more, so commands are padded to a multiple.
 */
const FIFO_bytes = 14;

/**
 * Waits for the agent behind a serial port to say that it is ready.
 *
 * @throws GuestError when it does not within the time
 */
export async function connectAgent(port: Duplex, limit_ms: number): Promise<Agent> {
  const lines = readLines(port);
  const deadline = Date.now() + limit_ms;
  for (let line: string | null = ""; line?.trim() !== "0 ready"; ) {
    line = await lines.next(deadline - Date.now());
    if (line !== null) continue;
    const what = lines.end() ?? `nothing in ${limit_ms} ms`;
    throw new GuestError(`expected the guest agent to be ready, got ${what}`);
  }
  return createAgent(requester(port, lines));
}

function createAgent({ request, forget }: Requests): Agent {
  const call = async (verb: string, args: string, options: CallOptions = {}) => {
    const limit_ms = options.limit_ms ?? LIMIT_ms;
    const level = levels[options.observe ?? "state"];
    const command = `${verb} ${args} observe=${level} limit_ms=${limit_ms}`;
    const reply = await request(command, limit_ms);
    return { state: stateOf(reply, verb), observation: parseObservation(reply) };
  };
  const symbols = async (name: string) => {
    const reply = await request(`symbol name=${name}`);
    return (reply.get("address") ?? []).map(BigInt).filter((address) => address !== 0n);
  };
  return {
    hello: async () => parseMachine(await request("hello")),
    load: (load, options) => call("load", formatLoad(load), options),
    resume: (task, page, options) => call("resume", `task=${task} page=${page}`, options),
    wait: (task, options) => call("wait", `task=${task}`, options),
    kill: (task, page = "missing", options) => call("kill", `task=${task} page=${page}`, options),
    observe: async (level = "frames") => {
      const observation = parseObservation(await request(`observe observe=${levels[level]}`));
      if (observation !== null) return observation;
      throw new GuestError("expected an observation in the reply to observe, got none");
    },
    readSysctl: async (name) => {
      const reply = await request(`sysctl name=${name}`);
      const value = reply.has("value") ? Number(text(reply, "value")) : null;
      return { result: Number(text(reply, "result")), value };
    },
    writeSysctl: async (name, value) =>
      Number(text(await request(`sysctl name=${name} value=${value}`), "result")),
    door: async (door, limit_ms = LIMIT_ms) =>
      stateOf(await request(`door ${formatDoor(door)} limit_ms=${limit_ms}`, limit_ms), "door"),
    awaitDoor: async (task, how, limit_ms = LIMIT_ms) => {
      const command = `door task=${task} name=${how} limit_ms=${limit_ms}`;
      return stateOf(await request(command, limit_ms), "door");
    },
    put: async (path, value) =>
      Number(text(await request(`put name=${path} text=${value}`), "result")),
    crash: async () => void (await request("crash")),
    trace: traceAgent(request),
    symbols,
    symbol: async (name) => {
      const [address, ...others] = await symbols(name);
      if (address !== undefined && others.length === 0) return address;
      const count = address === undefined ? 0 : 1 + others.length;
      throw new GuestError(`expected 1 kernel symbol ${name}, got ${count}`);
    },
    fileLoad: async (files) => {
      const command = `door name=file ${formatFileLoad(files)} limit_ms=${FILE_LIMIT_ms}`;
      const state = stateOf(await request(command, FILE_LIMIT_ms), "door");
      if (state.kind === "done") return state.result;
      throw new GuestError(`expected the load by file to end, got ${state.kind}`);
    },
    forget,
    ask: (command, limit_ms) => request(command, limit_ms),
    quit: async () => void (await request("quit")),
  };
}

function stateOf(reply: Reply, verb: string): CallState {
  const state = parseCallState(reply);
  if (state !== null) return state;
  throw new GuestError(`expected the state of a call in the reply to ${verb}, got none`);
}

const levels = { nothing: 0, state: 1, frames: 2 } as const;

interface Requests {
  request(command: string, limit_ms?: number): Promise<Reply>;
  forget(): void;
}

/**
 * Sends one command at a time and waits for the reply with its number. Other lines are skipped: a
 * late reply to a command that we gave up, or characters of someone else's on the port.
 */
function requester(port: Duplex, lines: Lines): Requests {
  let inOrder = createQueue();
  let sequence = 0;
  const exchange = async (command: string, limit_ms: number) => {
    sequence += 1;
    const line = `${sequence} ${command}`;
    port.write(`${line.padEnd(Math.ceil((line.length + 1) / FIFO_bytes) * FIFO_bytes - 1)}\n`);
    return await awaitReply({ lines, sequence, command, deadline: Date.now() + limit_ms });
  };
  return {
    request: (command, limit_ms = LIMIT_ms) =>
      inOrder(() => exchange(command, limit_ms + GRACE_ms)),
    forget: () => {
      lines.interrupt();
      inOrder = createQueue();
    },
  };
}

interface Awaited {
  readonly lines: Lines;
  readonly sequence: number;
  readonly command: string;
  readonly deadline: number;
}

async function awaitReply({ lines, sequence, command, deadline }: Awaited): Promise<Reply> {
  for (;;) {
    const line = await lines.next(deadline - Date.now());
    if (line === null) {
      throw new GuestError(`expected a reply to \`${command}\`, got ${lines.end() ?? "none"}`);
    }
    const reply = parseReply(line, sequence);
    if (reply === null) continue;
    if (reply.ok) return reply.values;
    const reason = text(reply.values, "reason");
    throw new GuestError(`expected the agent to do \`${command}\`, got ${reason}`);
  }
}
