import { counters } from "./job.js";
const every_ms = 250;
/** The rate is that of the last few seconds. */
const window_ms = 5000;
/** Lines on a terminal that say how far the searches are; silent anywhere else. */
export class Progress {
    #worlds;
    #timer;
    /** Lines that are on the terminal now. */
    #lines = 0;
    constructor(shared, quiet) {
        this.#worlds = [...shared].map(([world, buffer]) => new Watched(world, new Int32Array(buffer)));
        this.#timer = quiet || !process.stderr.isTTY ? null : setInterval(() => this.#draw(), every_ms);
    }
    /** The search of a world has ended with so many states. */
    done(world, states) {
        for (const one of this.#worlds)
            if (one.world === world)
                one.end = states;
    }
    /** Tells what cannot wait for the report, terminal or not. */
    warn(message) {
        this.#clear();
        process.stderr.write(`kexec-model: ${message}\n`);
    }
    end() {
        if (this.#timer)
            clearInterval(this.#timer);
        this.#clear();
    }
    #clear() {
        if (this.#lines > 0)
            process.stderr.write(`\x1b[${this.#lines}A\r\x1b[J`);
        this.#lines = 0;
    }
    #draw() {
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
export function progressLines(worlds) {
    const name = Math.max(9, ...worlds.map(({ world }) => world.length + 2));
    const row = (cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(name) : cell.padStart(widths[i] ?? 0))).join("");
    return [
        row(["world", "states", "states/s", "depth", "frontier", "memory"]),
        ...worlds.map(({ world, status, states, rate, depth, frontier, bytes }) => {
            if (status === "waiting")
                return row([world, status]);
            if (status === "done")
                return row([world, count(states), status]);
            const found = [count(states), count(rate), count(depth), count(frontier)];
            return row([world, ...found, sizeText(bytes)]);
        }),
    ];
}
const widths = [0, 15, 11, 8, 14, 10];
function count(value) {
    return Math.round(value).toLocaleString("en");
}
/** A number of bytes in the largest unit that leaves a whole part. */
export function sizeText(bytes) {
    const units = ["B", "KiB", "MiB", "GiB", "TiB"];
    const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(bytes || 1) / 10)));
    const value = bytes / 1024 ** unit;
    return `${value >= 100 || unit < 2 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** The words that a search writes, with some of their past. */
class Watched {
    world;
    /** The number of states, once it is final. */
    end = null;
    #words;
    #past = [];
    constructor(world, words) {
        this.world = world;
        this.#words = words;
    }
    at(now) {
        const read = (word) => Atomics.load(this.#words, word);
        const states = this.end ?? read(counters.states);
        if (states > 0)
            this.#past.push({ at: now, states }); // a resumed search begins with many
        while ((this.#past[1]?.at ?? now) < now - window_ms)
            this.#past.shift();
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
//# sourceMappingURL=progress.js.map