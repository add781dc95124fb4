import type { KexecSegment } from "../../kernel/kexec.ts";
import type { DoorRequest } from "./doors.ts";

/**
 * The caller's memory behind a segment.
 *
 * `good` is all zeros, `elf` the same behind an ELF header, `bad` cannot be read, `edge` has that many good pages and then cannot be
 * read, `seed` has content: its 8-byte word number i is `seed * 2^32 + i`. `code` is the payload:
 * run at its first byte, it checks every byte of the image.
 */
export type SegmentBuffer =
  | { readonly kind: "good" }
  | { readonly kind: "bad" }
  | { readonly kind: "code" }
  | { readonly kind: "edge"; readonly pages: number }
  | { readonly kind: "seed"; readonly seed: number }
  | { readonly kind: "elf" };

export interface GuestSegment extends KexecSegment {
  /** Default: good. */
  readonly buffer?: SegmentBuffer;
}

/** A page of a segment's buffer, both counted from 0. */
export interface PagePosition {
  readonly segment: number;
  readonly page: number;
}

/** One kexec_load call. */
export interface LoadRequest {
  /** Who calls: 0 (the default) to 3. Each is a process of its own. */
  readonly task?: number;
  readonly flags?: bigint;
  readonly entry?: bigint;
  /** Default: the length of `segments`. */
  readonly nr_segments?: bigint;
  readonly segments?: readonly GuestSegment[];
  /** Whether the kernel can read the segment list. Default: good. */
  readonly list?: "good" | "bad";
  /** Whether the caller has CAP_SYS_BOOT. Default: true. */
  readonly capSysBoot?: boolean;
  /** Whether it comes through the 32-bit entry. Default: false. */
  readonly compat?: boolean;
  /** Where the call stops, inside the kernel and under its lock, until it is resumed. */
  readonly pauses?: readonly PagePosition[];
  /** Address of a byte of which the payload shall expect the complement, to see it find that. */
  readonly wrongAt?: bigint;
}

/** One kexec_file_load call, with files. */
export interface FileLoadRequest {
  readonly flags?: number;
  /** `good` has the payload inside, see bzimage.ts; `bad` is no kernel; `none` no file at all. */
  readonly kernel: "good" | "bad" | "none";
  /** Default: none. Its words are those of a segment's `seed`. */
  readonly initrd?: { readonly bytes: number; readonly seed: number };
  /** Without spaces. Default: empty. */
  readonly cmdline?: string;
}

/** A way out of the kernel: LINUX_REBOOT_CMD_KEXEC, or a panic by sysrq. */
export type WayOut = "reboot" | "panic";

/** How far a call has come. `running`: the time was over, and it had neither ended nor paused. */
export type CallState =
  | { readonly kind: "done"; readonly result: number }
  | ({ readonly kind: "paused" } & PagePosition)
  | { readonly kind: "running" }
  | { readonly kind: "killed" };

/** What user space sees of kexec. */
export interface Observation {
  readonly kexec_loaded: boolean;
  readonly kexec_crash_loaded: boolean;
  /** In bytes, or the negated error number of the read: -EBUSY while the lock is held. */
  readonly kexec_crash_size: number;
  /** Frames marked reserved, less those at boot: the ones that kexec owns. Null: not counted. */
  readonly reserved_frames: number | null;
}

/** Addresses from `start` up to, not including, `end`. */
export interface AddressRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** What the guest says of itself. */
export interface Machine {
  readonly release: string;
  /** What `uname -v` says. */
  readonly version: string;
  readonly pageSize_bytes: number;
  readonly cpus: number;
  /** The kernel's totalram_pages(), in bytes: half of it is the most that an image may have. */
  readonly totalram_bytes: bigint;
  /** The reserved region, or null without one. */
  readonly crashKernel: AddressRange | null;
  readonly ram: readonly AddressRange[];
}

/** A reply's `key=value` pairs. A key may come more than once. */
export type Reply = ReadonlyMap<string, readonly string[]>;

/** The arguments of the `load` command. */
export function formatLoad(request: LoadRequest): string {
  const segments = request.segments ?? [];
  const words = [
    `task=${request.task ?? 0}`,
    ...(request.flags === undefined ? [] : [`flags=${hex(request.flags)}`]),
    ...(request.entry === undefined ? [] : [`entry=${hex(request.entry)}`]),
    `nr=${request.nr_segments ?? segments.length}`,
    ...(request.list === "bad" ? ["list=bad"] : []),
    ...(request.capSysBoot === false ? ["cap=0"] : []),
    ...(request.compat === true ? ["compat=1"] : []),
    ...segments.map(formatSegment),
    ...(request.pauses ?? []).map(({ segment, page }) => `pause=${segment},${page}`),
    ...(request.wrongAt === undefined ? [] : [`wrong=${hex(request.wrongAt)}`]),
  ];
  return words.join(" ");
}

/** The arguments of the `door` command for a load by file. */
export function formatFileLoad({ flags = 0, kernel, initrd, cmdline }: FileLoadRequest): string {
  const words = [
    `kernel=${kernel}`,
    `flags=${flags}`,
    ...(initrd === undefined ? [] : [`initrd=${initrd.bytes},${initrd.seed}`]),
    ...(cmdline === undefined ? [] : [`cmdline=${cmdline}`]),
  ];
  return words.join(" ");
}

/** The arguments of the `door` command. */
export function formatDoor(request: DoorRequest): string {
  const words = [
    `task=${request.task ?? 0}`,
    `name=${request.name}`,
    ...(request.flags === undefined ? [] : [`flags=${request.flags}`]),
    ...(request.kernel === undefined ? [] : [`kernel=${request.kernel}`]),
    ...(request.value === undefined ? [] : [`value=${request.value}`]),
    ...(request.capSysBoot === false ? ["cap=0"] : []),
    ...(request.magic === false ? ["magic=0"] : []),
    ...(request.childPidNamespace === true ? ["pid_namespace=1"] : []),
  ];
  return words.join(" ");
}

function formatSegment({ mem, memsz, bufsz, buffer }: GuestSegment): string {
  return `seg=${hex(mem)},${hex(memsz)},${hex(bufsz)},${formatBuffer(buffer)}`;
}

function formatBuffer(buffer: SegmentBuffer = { kind: "good" }): string {
  switch (buffer.kind) {
    case "good":
    case "bad":
    case "code":
    case "elf":
      return buffer.kind;
    case "edge":
      return `edge${buffer.pages}`;
    case "seed":
      return `seed${buffer.seed}`;
  }
}

/** Unsigned, 64 bits. */
function hex(value: bigint): string {
  return `0x${BigInt.asUintN(64, value).toString(16)}`;
}

/**
 * Splits a reply line.
 *
 * @returns null for a line that is no reply to `sequence`: a late or broken one
 */
export function parseReply(
  line: string,
  sequence: number,
): { readonly ok: boolean; readonly values: Reply } | null {
  const [number, verdict, ...words] = line.trim().split(" ");
  if (number !== String(sequence) || (verdict !== "ok" && verdict !== "error")) return null;
  const values = new Map<string, string[]>();
  for (const word of words) {
    const [key, value] = splitOnce(word, "=");
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return { ok: verdict === "ok", values };
}

/** The reply to load, resume, wait and kill; null when it is none. */
export function parseCallState(reply: Reply): CallState | null {
  switch (text(reply, "state")) {
    case "done":
      return { kind: "done", result: Number(text(reply, "result")) };
    case "paused":
      return {
        kind: "paused",
        segment: Number(text(reply, "segment")),
        page: Number(text(reply, "page")),
      };
    case "running":
      return { kind: "running" };
    case "killed":
      return { kind: "killed" };
    default:
      return null;
  }
}

/** What the guest saw; null when the reply has no observation. */
export function parseObservation(reply: Reply): Observation | null {
  if (!reply.has("loaded")) return null;
  return {
    kexec_loaded: text(reply, "loaded") === "1",
    kexec_crash_loaded: text(reply, "crash_loaded") === "1",
    kexec_crash_size: Number(text(reply, "crash_size")),
    reserved_frames: reply.has("reserved") ? Number(text(reply, "reserved")) : null,
  };
}

export function parseMachine(reply: Reply): Machine {
  const crashKernel = parseRange(text(reply, "crash"));
  return {
    release: text(reply, "release"),
    version: text(reply, "version").replaceAll("\t", " "),
    pageSize_bytes: Number(text(reply, "page")),
    cpus: Number(text(reply, "cpus")),
    totalram_bytes: BigInt(text(reply, "totalram")),
    crashKernel: crashKernel.start === crashKernel.end ? null : crashKernel,
    ram: (reply.get("ram") ?? []).map(parseRange),
  };
}

/** The first value of a key, or the empty string. */
export function text(reply: Reply, key: string): string {
  return reply.get(key)?.[0] ?? "";
}

function parseRange(range: string): AddressRange {
  const [start, end] = splitOnce(range, ",");
  return { start: BigInt(start), end: BigInt(end) };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
