import type { Duplex } from "node:stream";

/** QEMU's gdb stub answered something unexpected, or nothing. */
export class GdbError extends Error {
  override readonly name = "GdbError";
}

/** The packets of gdb's remote protocol, over one connection. */
export interface PacketPort {
  /** Sends a packet. */
  send(body: string): void;
  /** Sends the byte that stops a running machine. */
  interrupt(): void;
  /**
   * The next packet that came.
   *
   * @param limit_ms null: wait without limit
   * @returns null when the connection has ended
   * @throws GdbError when the time is over
   */
  receive(limit_ms: number | null): Promise<string | null>;
}

/**
 * A packet as it goes over the line: `$BODY#CHECKSUM`.
 *
 * @source gdb manual, "Remote Protocol: Overview"
 */
export function encodePacket(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum = (sum + body.charCodeAt(i)) & 0xff;
  return `$${body}#${sum.toString(16).padStart(2, "0")}`;
}

/**
 * Takes the whole packets off the front of what came in.
 *
 * Acknowledgements and anything else between packets is skipped. Checksums are not looked at: the
 * connection is a Unix socket.
 */
export function decodePackets(input: string): {
  readonly bodies: readonly string[];
  readonly rest: string;
} {
  const bodies: string[] = [];
  let rest = input;
  for (;;) {
    const start = rest.indexOf("$");
    const end = rest.indexOf("#", start);
    if (start < 0) return { bodies, rest: "" };
    if (end < 0 || end + 2 >= rest.length) return { bodies, rest: rest.slice(start) };
    bodies.push(rest.slice(start + 1, end));
    rest = rest.slice(end + 3);
  }
}

/** Speaks in packets over a stream, and acknowledges each that comes. */
export function openPackets(stream: Duplex): PacketPort {
  const bodies: string[] = [];
  let pending = "";
  let ended = false;
  let wake: () => void = () => {};
  const end = () => {
    ended = true;
    wake();
  };
  stream.setEncoding("latin1");
  stream.on("data", (chunk: string) => {
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
        await new Promise<void>((resolve) => {
          const timer = deadline === null ? null : setTimeout(resolve, deadline - Date.now());
          wake = () => {
            if (timer !== null) clearTimeout(timer);
            resolve();
          };
        });
      }
      return bodies.shift() ?? null;
    },
  };
}
