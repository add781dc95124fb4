import { messageOf } from "../../../base/message.ts";
import { type ReviewFile, readReviewFile, refuseLarge } from "../../review/read-file.ts";

/** What a browser hands over of a file, before it is read. */
export interface GivenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** A file as the page reads it, or why it does not. */
export type ReadFile =
  | { readonly kind: "read"; readonly name: string; readonly file: ReviewFile }
  | { readonly kind: "refused"; readonly name: string; readonly why: string };

/** Reads a file that the reader gives. Whatever is in it, this does not throw. */
export async function readGivenFile(given: GivenFile): Promise<ReadFile> {
  const name = shownName(given.name);
  try {
    refuseLarge(given.size);
    const text = decoded(new Uint8Array(await given.arrayBuffer()));
    return { kind: "read", name, file: readReviewFile(text) };
  } catch (error) {
    return { kind: "refused", name, why: whyOf(error) };
  }
}

const whyMax_characters = 360;

function whyOf(error: unknown): string {
  const message = messageOf(error);
  if (error instanceof RangeError && /call stack/.test(message)) {
    return "expected a file of ours, got lists or objects inside each other without end";
  }
  return withoutMiddle(shownText(message));
}

/** Where it is wrong stands at the beginning of a message, and what is there at its end. */
function withoutMiddle(text: string): string {
  if (text.length <= whyMax_characters) return text;
  const half = whyMax_characters / 2;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/** The text of a file. @throws Error for bytes that are no text */
export function decoded(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Error("expected JSON, got an empty file");
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) {
    throw new Error("expected JSON, got a file that is compressed: unpack it first");
  }
  // what a shell of Windows writes with `>`
  if (first === 0xff && second === 0xfe) return decodedAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodedAs("utf-16be", bytes);
  return decodedAs("utf-8", bytes);
}

function decodedAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes); // without its byte order mark
  } catch {
    throw new Error(`expected JSON, got a file that is no text in ${encoding.toUpperCase()}`);
  }
}

const nameMax_characters = 120;

/** The name of a file, as it can stand in a list and in an address. */
function shownName(name: string): string {
  return cropped(shownText(name), nameMax_characters) || "(no name)";
}

/** Control characters, and marks that turn the direction of writing, as their numbers. */
export function shownText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return letter === "\n" ? " " : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

export function cropped(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max)}…`;
}
