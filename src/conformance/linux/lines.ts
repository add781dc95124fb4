import type { Readable } from "node:stream";

/** The lines of a stream, taken one by one. */
export interface Lines {
  /**
   * The next line, without its end.
   *
   * @returns null when the time is over or the stream has ended: see `end`
   */
  next(limit_ms: number): Promise<string | null>;
  /** Why the stream ended, or null while it is open. */
  end(): string | null;
  /** Whoever waits for a line gets none, now. */
  interrupt(): void;
}

/** Splits a stream at its newlines. One reader waits at a time. */
export function readLines(stream: Readable): Lines {
  const lines: string[] = [];
  let rest = "";
  let ended: string | null = null;
  let wake: () => void = () => {};
  let interrupts = 0;
  const end = (why: string) => {
    ended ??= why;
    wake();
  };
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const pieces = (rest + chunk).split("\n");
    rest = pieces.pop() ?? "";
    lines.push(...pieces);
    wake();
  });
  stream.on("error", (error) => end(`a broken connection (${error.message})`));
  stream.on("close", () => end("the end of the connection"));
  stream.on("end", () => end("the end of the connection"));
  return {
    end: () => ended,
    interrupt: () => {
      interrupts += 1;
      wake();
    },
    async next(limit_ms) {
      const deadline = Date.now() + limit_ms;
      const before = interrupts;
      const waits = () => ended === null && interrupts === before && Date.now() < deadline;
      while (lines.length === 0 && waits()) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, deadline - Date.now());
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return interrupts === before ? (lines.shift() ?? null) : null;
    },
  };
}
