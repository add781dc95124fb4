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
export declare function readLines(stream: Readable): Lines;
