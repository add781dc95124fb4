import { counters } from "./job.ts";

const every_ms = 200;

/** One line on a terminal that says how far the searches are; silent anywhere else. */
export class Progress {
  readonly #shared: ReadonlyMap<string, SharedArrayBuffer>;
  readonly #done = new Set<string>();
  readonly #began = performance.now();
  readonly #timer: NodeJS.Timeout | null;

  constructor(shared: ReadonlyMap<string, SharedArrayBuffer>, quiet: boolean) {
    this.#shared = shared;
    this.#timer = quiet || !process.stderr.isTTY ? null : setInterval(() => this.#draw(), every_ms);
  }

  done(world: string): void {
    this.#done.add(world);
  }

  end(): void {
    if (!this.#timer) return;
    clearInterval(this.#timer);
    process.stderr.write("\r\x1b[K");
  }

  #draw(): void {
    let states = 0;
    const running: string[] = [];
    for (const [world, buffer] of this.#shared) {
      const values = new Int32Array(buffer);
      states += Atomics.load(values, counters.states);
      const frontier = Atomics.load(values, counters.frontier);
      if (frontier > 0 && !this.#done.has(world)) {
        running.push(`${world} depth ${Atomics.load(values, counters.depth)}`);
      }
    }
    const seconds = (performance.now() - this.#began) / 1000;
    const rate = Math.round(states / seconds);
    const line = `${states.toLocaleString("en")} states, ${rate.toLocaleString("en")}/s`;
    const columns = (process.stderr.columns ?? 80) - 1;
    process.stderr.write(`\r\x1b[K${`${line}; ${running.join(", ")}`.slice(0, columns)}`);
  }
}
