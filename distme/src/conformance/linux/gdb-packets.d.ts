import type { Duplex } from "node:stream";
/** QEMU's gdb stub answered something unexpected, or nothing. */
export declare class GdbError extends Error {
    readonly name = "GdbError";
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
export declare function encodePacket(body: string): string;
/**
 * Takes the whole packets off the front of what came in.
 *
 * Acknowledgements and anything else between packets is skipped. Checksums are not looked at: the
 * connection is a Unix socket.
 */
export declare function decodePackets(input: string): {
    readonly bodies: readonly string[];
    readonly rest: string;
};
/** Speaks in packets over a stream, and acknowledges each that comes. */
export declare function openPackets(stream: Duplex): PacketPort;
