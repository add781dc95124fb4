/** Splits a stream at its newlines. One reader waits at a time. */
export function readLines(stream) {
    const lines = [];
    let rest = "";
    let ended = null;
    let wake = () => { };
    let interrupts = 0;
    const end = (why) => {
        ended ??= why;
        wake();
    };
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
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
                await new Promise((resolve) => {
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
//# sourceMappingURL=lines.js.map