import { setTimeout as sleep } from "node:timers/promises";
import { resultName } from "../../kernel/errno.ts";
import { KEXEC_ARCH_386 } from "../../kernel/kexec.ts";
import { kernels } from "../../model/kernels.ts";
import { GuestError } from "./agent.ts";
import type { Watch } from "./gdb.ts";
import { bootGuest, type Guest, tidyUp } from "./guest.ts";
import { KERNEL_BASE } from "./guest-memory.ts";
import type { Kernel } from "./kernels.ts";
import type { CallState, GuestSegment } from "./protocol.ts";

/**
 * The known bugs on a kernel: what the checker's runs come to is brought about, and must be seen
 * where the model has the bug, and not be seen where it has none. B8 has a file of its own.
 */

export interface BugOptions {
  readonly kernel: Kernel;
  readonly signal?: AbortSignal;
  readonly onProgress?: (line: string) => void;
}

/** Plain data. */
export interface BugsRun {
  /** What `uname -r` says in the guest. */
  readonly release: string;
  readonly package: string | null;
  readonly bugs: readonly BugTest[];
  readonly total_ms: number;
}

export interface BugTest {
  readonly bug: string;
  /** What is done. */
  readonly what: string;
  /** Whether the model of this kernel has the bug. */
  readonly has: boolean;
  readonly expected: string;
  readonly got: string;
}

/**
 * Replays the bugs, each on a machine that nothing has happened to.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest does not do what its protocol says
 * @throws the signal's reason when it is aborted
 */
export async function runBugs({ kernel, signal, onProgress }: BugOptions): Promise<BugsRun> {
  const began = performance.now();
  const guest = await bootGuest(kernel, signal);
  const bugs: BugTest[] = [];
  try {
    await guest.vm.save();
    const features: readonly string[] = kernels[guest.profile];
    for (const { bug, what, feature, expected, attempt } of replays) {
      onProgress?.(`${bug}: ${what}`);
      await guest.vm.restore();
      if (!(await tidyUp(guest))) throw new GuestError("expected a machine as after its boot");
      const has = feature === null || features.includes(feature);
      const got = await attempt(guest);
      bugs.push({ bug, what, has, expected: expected(has, features), got });
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await guest.vm.stop();
  }
  return {
    release: guest.release,
    package: kernel.package,
    bugs,
    total_ms: Math.round(performance.now() - began),
  };
}

interface Replay {
  readonly bug: string;
  readonly what: string;
  /** The feature of the model that is the bug; null: every kernel has it. */
  readonly feature: string | null;
  readonly expected: (has: boolean, features: readonly string[]) => string;
  /** Says what came of it. */
  readonly attempt: (guest: Guest) => Promise<string>;
}

const PAGE_bytes = 4096n;

/** What the second caller of B2 comes to where a control page is read-only. */
const DIES = "the second caller dies, and the lock stays held";
/** The transition that it takes there. */
const DYING_TRANSITION = "file.locked.preparing machine_kexec_prepare 1";

/** How often the kernel was seen to take transitions that no test of a suite can bring about. */
export function transitionsOfBugs({ bugs }: BugsRun): Readonly<Record<string, number>> {
  const deaths = bugs.filter(({ expected, got }) => got === DIES && expected === DIES).length;
  return deaths === 0 ? {} : { [DYING_TRANSITION]: deaths };
}

/** One page over the running kernel, where no allocation ever lies. */
const normalPage: GuestSegment = { mem: KERNEL_BASE, memsz: PAGE_bytes, bufsz: PAGE_bytes };

const replays: readonly Replay[] = [
  {
    bug: "B1",
    what: "load an image with an empty segment at address 0",
    feature: "destination-test-inclusive",
    expected: (has) => (has ? "-ENOMEM" : "0"),
    attempt: async ({ vm: { agent } }) => {
      const segments = [{ mem: 0n, memsz: 0n, bufsz: 0n }, normalPage];
      const { state } = await agent.load({ segments }, { limit_ms: 60_000, observe: "nothing" });
      return told(state);
    },
  },
  {
    bug: "B4",
    what: "load through the 32-bit entry with a segment list that cannot be read",
    feature: "leftover-count-returned",
    expected: (has) => (has ? "16" : "-EFAULT"), // a segment of a 32-bit program has 16 bytes
    attempt: async ({ vm: { agent } }) => {
      const flags = BigInt(KEXEC_ARCH_386);
      const segments = [normalPage];
      const { state } = await agent.load({ compat: true, flags, list: "bad", segments });
      return told(state);
    },
  },
  {
    bug: "N1",
    what: "write 2^64 - 1 to kexec_crash_size",
    feature: "shrink-rounding-wraps",
    expected: (has) => (has ? "0, and the region is gone" : "-EINVAL, and the region is whole"),
    attempt: async ({ vm: { agent } }) => {
      const state = await agent.door({ name: "store", value: (1n << 64n) - 1n });
      const { kexec_crash_size } = await agent.observe("state");
      return `${told(state)}, and the region is ${kexec_crash_size === 0 ? "gone" : "whole"}`;
    },
  },
  {
    bug: "B2",
    what: "load a crash image while a failed load by file has not freed its own",
    feature: null,
    expected: (_has, features) =>
      features.includes("control-page-rox") ? DIES : "loaded, and vmcoreinfo_data_safecopy is null",
    attempt: freeBehindTheUnlock,
  },
];

function told(state: CallState): string {
  return state.kind === "done" ? resultName(state.result) : state.kind;
}

/** How long a caller that hits a bug may take to die. */
const DYING_ms = 3_000;
const BEGUN_ms = 1;
/** How long the first caller may take to get to where it is held. */
const ARRIVAL_ms = 20_000;

/**
 * The first caller fails to load a crash image by file, and is held where it has released the lock
 * and is about to free the image. The second one loads the same meanwhile.
 */
async function freeBehindTheUnlock({ vm }: Guest): Promise<string> {
  const { agent } = vm;
  const KEXEC_FILE_ON_CRASH_without_initramfs = 2 | 4;
  const [loop, free, load, safecopy] = [
    await agent.symbol("emergency_restart"), // nobody calls it
    await agent.symbol("kimage_free"),
    await agent.symbol("kimage_load_segment"),
    await agent.symbol("vmcoreinfo_data_safecopy"),
  ];
  const gdb = await vm.openGdb();
  try {
    await gdb.watch(load, () => ({ kind: "return", value: -12n }));
    let frees = 0;
    const held = await gdb.watch(free, () => {
      frees += 1;
      return frees === 2 ? { kind: "stay", loop } : { kind: "goOn" };
    });
    const flags = KEXEC_FILE_ON_CRASH_without_initramfs;
    await agent.door({ name: "file", flags, kernel: "good" }, BEGUN_ms);
    await arrival(held);
    const other = { task: 1, name: "file", flags, kernel: "good" } as const; // in the same frames
    const state = await agent.door(other, DYING_ms);
    await held.release();
    await agent.awaitDoor(0, "wait");
    const seen = await agent.observe("state");
    if (state.kind === "killed" && seen.kexec_crash_size < 0) {
      return DIES;
    }
    const pointer = Buffer.from(await gdb.readMemory(safecopy, 8)).readBigUInt64LE();
    const loaded = seen.kexec_crash_loaded ? "loaded" : `not loaded (${told(state)})`;
    return `${loaded}, and vmcoreinfo_data_safecopy is ${pointer === 0n ? "null" : "set"}`;
  } finally {
    await gdb.close();
  }
}

async function arrival({ decided }: Watch): Promise<void> {
  const isThere = await Promise.race([decided.then(() => true), sleep(ARRIVAL_ms, false)]);
  if (!isThere) throw new GuestError("expected the load by file to come to kimage_free, got none");
}
