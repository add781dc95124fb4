/**
 * The driver's side of the payload, the program that an image of ours runs: see guest/payload.c.
 * It checks every byte of the image and says on the console what it has found.
 */
/** What the payload is told of a piece of its image. */
export interface PayloadSegment {
    readonly memsz: number;
    readonly bufsz: number;
    /** The seed of its words, or that it is the payload's own. */
    readonly content: number | "code";
}
/** What a payload in a kernel's file is told: where its pieces are it learns from the kernel. */
export interface FileTable {
    /** What the report calls the image. */
    readonly name: string;
    readonly code: PayloadSegment;
    readonly initrd: PayloadSegment;
    /** How the command line ends. */
    readonly cmdline: string;
}
/** The payload with its table filled in. */
export declare function sealPayload(payload: Uint8Array, table: FileTable): Uint8Array;
/** What a payload has said. */
export type PayloadReport = {
    readonly kind: "ok";
    readonly image: string;
    readonly bytes: number;
}
/** Of the first word that is not as it should be, or another fact. */
 | {
    readonly kind: "wrong";
    /** `at 0x...`: the word's address. */
    readonly what: string;
    readonly expected: bigint;
    readonly got: bigint;
};
/** Finds the payload's report in what the console has; null while it has no whole line of it. */
export declare function payloadReport(consoleText: string): PayloadReport | null;
