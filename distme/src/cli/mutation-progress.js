const every_ms = 250;
/** One line on a terminal that says how far a mutation run is; silent anywhere else. */
export class MutationProgress {
    #shown;
    #last_ms = 0;
    #stage = "";
    #began_ms = 0;
    constructor(quiet) {
        this.#shown = !quiet && process.stderr.isTTY === true;
    }
    at({ stage, done, of }) {
        if (!this.#shown)
            return;
        const now = performance.now();
        if (stage !== this.#stage) {
            this.#stage = stage;
            this.#began_ms = now;
        }
        if (done < of && now - this.#last_ms < every_ms)
            return;
        this.#last_ms = now;
        const { columns = 80 } = process.stderr;
        process.stderr.write(`\r\x1b[K${progressText({ stage, done, of }, now - this.#began_ms).slice(0, columns - 1)}`);
    }
    end() {
        if (this.#shown)
            process.stderr.write("\r\x1b[K");
    }
}
/** @param spent_ms since the stage began */
export function progressText({ stage, done, of }, spent_ms) {
    const left_s = Math.round(((spent_ms / Math.max(1, done)) * (of - done)) / 1000);
    const rest = done < of && done > 0 ? `, about ${left_s} s left` : "";
    return `${stage}: ${done.toLocaleString("en")} of ${of.toLocaleString("en")}${rest}`;
}
//# sourceMappingURL=mutation-progress.js.map