import { counters } from "./job.ts";

const every_ms = 250;
/** The rate is that of the last few seconds. */
const window_ms = 5000;

/** How far the search of one world is. */
export interface WorldProgress {
  readonly world: string;
  readonly status: "waiting" | "running" | "done";
  readonly states: number;
  /** States found per second, lately. */
  readonly rate: number;
  readonly depth: number;
  /** States that are found and not expanded. */
  readonly frontier: number;
  readonly bytes: number;
}

/** Lines on a terminal that say how far the searches are; silent anywhere else. */
export class Progress {
  readonly #worlds: readonly Watched[];
  readonly #timer: NodeJS.Timeout | null;
  /** Lines that are on the terminal now. */
  #lines = 0;

  constructor(shared: ReadonlyMap<string, SharedArrayBuffer>, quiet: boolean) {
    this.#worlds = [...shared].map(([world, buffer]) => new Watched(world, new Int32Array(buffer)));
    this.#timer = quiet || !process.stderr.isTTY ? null : setInterval(() => this.#draw(), every_ms);
  }

  /** The search of a world has ended with so many states. */
  done(world: string, states: number): void {
    for (const one of this.#worlds) if (one.world === world) one.end = states;
  }

  /** Tells what cannot wait for the report, terminal or not. */
  warn(message: string): void {
    this.#clear();
    process.stderr.write(`kexec-model: ${message}\n`);
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#clear();
  }

  #clear(): void {
    if (this.#lines > 0) process.stderr.write(`\x1b[${this.#lines}A\r\x1b[J`);
    this.#lines = 0;
  }

  #draw(): void {
    const { columns = 80, rows = 24 } = process.stderr;
    const now = performance.now();
    const lines = progressLines(this.#worlds.map((one) => one.at(now)))
      .slice(0, rows - 1)
      .map((line) => `${line.slice(0, columns - 1)}\n`);
    this.#clear();
    process.stderr.write(lines.join(""));
    this.#lines = lines.length;
  }
}

/** What a terminal shows: a heading and one line per world. */
export function progressLines(worlds: readonly WorldProgress[]): string[] {
  const name = Math.max(9, ...worlds.map(({ world }) => world.length + 2));
  const row = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(name) : cell.padStart(widths[i] ?? 0))).join("");
  return [
    row(["world", "states", "states/s", "depth", "frontier", "memory"]),
    ...worlds.map(({ world, status, states, rate, depth, frontier, bytes }) => {
      if (status === "waiting") return row([world, status]);
      if (status === "done") return row([world, count(states), status]);
      const found = [count(states), count(rate), count(depth), count(frontier)];
      return row([world, ...found, sizeText(bytes)]);
    }),
  ];
}

const widths = [0, 15, 11, 8, 14, 10];

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** A number of bytes in the largest unit that leaves a whole part. */
export function sizeText(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(bytes || 1) / 10)));
  const value = bytes / 1024 ** unit;
  return `${value >= 100 || unit < 2 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** The words that a search writes, with some of their past. */
class Watched {
  readonly world: string;
  /** The number of states, once it is final. */
  end: number | null = null;
  readonly #words: Int32Array;
  readonly #past: { readonly at: number; readonly states: number }[] = [];

  constructor(world: string, words: Int32Array) {
    this.world = world;
    this.#words = words;
  }

  at(now: number): WorldProgress {
    const read = (word: number): number => Atomics.load(this.#words, word);
    const states = this.end ?? read(counters.states);
    if (states > 0) this.#past.push({ at: now, states }); // a resumed search begins with many
    while ((this.#past[1]?.at ?? now) < now - window_ms) this.#past.shift();
    const [first] = this.#past;
    const seconds = (now - (first?.at ?? now)) / 1000;
    return {
      world: this.world,
      status: this.end !== null ? "done" : states === 0 ? "waiting" : "running",
      states,
      rate: seconds > 0 ? (states - (first?.states ?? 0)) / seconds : 0,
      depth: read(counters.depth),
      frontier: read(counters.frontier),
      bytes: read(counters.kibibytes) * 1024,
    };
  }
}
