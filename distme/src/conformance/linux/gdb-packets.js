/** QEMU's gdb stub answered something unexpected, or nothing. */
export class GdbError extends Error {
    name = "GdbError";
}
/**
 * A packet as it goes over the line: `$BODY#CHECKSUM`.
 *
 * @source gdb manual, "Remote Protocol: Overview"
 */
export function encodePacket(body) {
    let sum = 0;
    for (let i = 0; i < body.length; i += 1)
        sum = (sum + body.charCodeAt(i)) & 0xff;
    return `$${body}#${sum.toString(16).padStart(2, "0")}`;
}
/**
 * Takes the whole packets off the front of what came in.
 *
 * Acknowledgements and anything else between packets is skipped. Checksums are not looked at: the
 * connection is a Unix socket.
 */
export function decodePackets(input) {
    const bodies = [];
    let rest = input;
    for (;;) {
        const start = rest.indexOf("$");
        const end = rest.indexOf("#", start);
        if (start < 0)
            return { bodies, rest: "" };
        if (end < 0 || end + 2 >= rest.length)
            return { bodies, rest: rest.slice(start) };
        bodies.push(rest.slice(start + 1, end));
        rest = rest.slice(end + 3);
    }
}
/** Speaks in packets over a stream, and acknowledges each that comes. */
export function openPackets(stream) {
    const bodies = [];
    let pending = "";
    let ended = false;
    let wake = () => { };
    const end = () => {
        ended = true;
        wake();
    };
    stream.setEncoding("latin1");
    stream.on("data", (chunk) => {
        const decoded = decodePackets(pending + chunk);
        pending = decoded.rest;
        for (const body of decoded.bodies) {
            stream.write("+");
            bodies.push(body);
        }
        wake();
    });
    stream.on("close", end);
    stream.on("error", end);
    return {
        send: (body) => void stream.write(encodePacket(body)),
        interrupt: () => void stream.write("\x03"),
        async receive(limit_ms) {
            const deadline = limit_ms === null ? null : Date.now() + limit_ms;
            while (bodies.length === 0 && !ended) {
                if (deadline !== null && Date.now() >= deadline) {
                    throw new GdbError(`expected a packet of QEMU's gdb stub, got none in ${limit_ms} ms`);
                }
                await new Promise((resolve) => {
                    const timer = deadline === null ? null : setTimeout(resolve, deadline - Date.now());
                    wake = () => {
                        if (timer !== null)
                            clearTimeout(timer);
                        resolve();
                    };
                });
            }
            return bodies.shift() ?? null;
        },
    };
}
//# sourceMappingURL=gdb-packets.js.map