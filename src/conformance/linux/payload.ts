import { assert } from "../../base/assert.ts";

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

/** Offsets and sizes of guest/payload.h, in bytes. */
const TABLE = 32;
const NAME = TABLE + 16;
const NAME_bytes = 16;
const NR_SEGMENTS = NAME + NAME_bytes;
const SEGMENTS = NR_SEGMENTS + 8;
const SEGMENT_bytes = 32;
const SEGMENTS_MAX = 16;
const CMDLINE = SEGMENTS + SEGMENTS_MAX * SEGMENT_bytes;
const CMDLINE_bytes = 64;
const STACK_bytes = 4096;
const CODE = 1n << 32n;

/** The payload with its table filled in. */
export function sealPayload(payload: Uint8Array, table: FileTable): Uint8Array {
  const sealed = Buffer.from(payload);
  assert(table.name.length < NAME_bytes, "the name of an image is too long for the payload");
  assert(table.cmdline.length < CMDLINE_bytes, "the command line is too long for the payload");
  sealed.write(table.name, NAME, "latin1");
  sealed.write(table.cmdline, CMDLINE, "latin1");
  const segments = [table.code, table.initrd];
  sealed.writeBigUInt64LE(BigInt(segments.length), NR_SEGMENTS);
  for (const [i, { memsz, bufsz, content }] of segments.entries()) {
    const words = [0n, BigInt(memsz), BigInt(bufsz), content === "code" ? CODE : BigInt(content)];
    for (const [j, word] of words.entries()) {
      sealed.writeBigUInt64LE(word, SEGMENTS + i * SEGMENT_bytes + j * 8);
    }
  }
  sealed.writeBigUInt64LE(sumOf(sealed), TABLE);
  return sealed;
}

/** The same as payload_sum in guest/payload.h. */
function sumOf(payload: Buffer): bigint {
  let sum = 0xcbf2_9ce4_8422_2325n;
  for (let at = 0; at < payload.length - STACK_bytes; at += 8) {
    if (at === TABLE) continue;
    sum = BigInt.asUintN(64, (sum ^ payload.readBigUInt64LE(at)) * 0x100_0000_01b3n);
  }
  return sum;
}

/** What a payload has said. */
export type PayloadReport =
  | { readonly kind: "ok"; readonly image: string; readonly bytes: number }
  /** Of the first word that is not as it should be, or another fact. */
  | {
      readonly kind: "wrong";
      /** `at 0x...`: the word's address. */
      readonly what: string;
      readonly expected: bigint;
      readonly got: bigint;
    };

/** Finds the payload's report in what the console has; null while it has no whole line of it. */
export function payloadReport(consoleText: string): PayloadReport | null {
  const said = /^kexec-model payload: (.*?)\r?\n/m.exec(consoleText)?.[1];
  if (said === undefined) return null;
  const ok = /^ok (\S+) bytes=(\d+)$/.exec(said);
  if (ok) return { kind: "ok", image: ok[1] ?? "", bytes: Number(ok[2]) };
  const wrong = /^wrong (.+) expected (0x[0-9a-f]+) got (0x[0-9a-f]+)$/.exec(said);
  assert(wrong !== null, `the payload says what nobody understands: ${said}`);
  const [, what = "", expected = "", got = ""] = wrong;
  return { kind: "wrong", what, expected: BigInt(expected), got: BigInt(got) };
}
