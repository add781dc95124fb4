import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallOptions } from "../../../src/conformance/linux/agent.ts";
import { buildInitramfs } from "../../../src/conformance/linux/initramfs.ts";
import type {
  GuestSegment,
  LoadRequest,
  SegmentBuffer,
} from "../../../src/conformance/linux/protocol.ts";
import { KIMAGE_NO_DEST, skipCall } from "../../../src/conformance/linux/skip-call.ts";
import { startVm, type Vm } from "../../../src/conformance/linux/vm.ts";
import { errnos, resultName } from "../../../src/kernel/errno.ts";
import { KEXEC_ON_CRASH, KEXEC_SEGMENT_MAX } from "../../../src/kernel/kexec.ts";
import { reportSkip, usableKernel } from "./skip.ts";

const kernel = usableKernel("6.1");
if (typeof kernel === "string") reportSkip(kernel);

const PAGE = 4096n;
const MEM = 0x100_0000n; // RAM that the guest kernel uses itself: kexec does not mind
const ON_CRASH = BigInt(KEXEC_ON_CRASH);

let vm: Vm;
let failed = false;

describe.skipIf(typeof kernel === "string")("Linux 6.1 in QEMU", () => {
  beforeAll(async () => {
    if (typeof kernel === "string") return;
    vm = await startVm({ kernel: kernel.path, initramfs: await buildInitramfs() });
    console.info(`booted ${kernel.package ?? kernel.path} in ${vm.boot_ms} ms`);
  }, 120_000);

  afterAll(async () => {
    const log = await vm?.stop({ keepLog: failed });
    if (log) console.info(`the console log is ${log}`);
  });

  it(
    "says what machine it is",
    claim(async () => {
      const machine = await vm.agent.hello();
      expect(machine.release).toMatch(/^6\.1\.0-\d+-cloud-amd64$/);
      expect(machine).toMatchObject({ pageSize_bytes: 4096, cpus: 2 });
      expect(machine.crashKernel).toMatchObject({ start: expect.any(BigInt) });
      expect(machine.totalram_bytes).toBeGreaterThan(100n << 20n);
    }),
  );

  it(
    "gives each request its errno",
    claim(async () => {
      const one = [segment({})];
      await verdict({ segments: one }, "0");
      await verdict({ segments: [] }, "0"); // unload
      await verdict({ segments: [], nr_segments: 16n }, "0", "16 zeroed segments are legal");
      await verdict({ segments: [], nr_segments: BigInt(KEXEC_SEGMENT_MAX + 1) }, "-EINVAL");
      await verdict({ segments: one, flags: 0x80n }, "-EINVAL");
      await verdict({ segments: one, flags: 1n << 40n }, "0", "bits 32 to 63 are not looked at");
      await verdict({ segments: one, flags: 0x80n, capSysBoot: false }, "-EPERM", "the first gate");
      await verdict({ segments: one, list: "bad" }, "-EFAULT");
      await verdict({ segments: [], list: "bad" }, "0", "an unload does not read the list");
      await verdict({ segments: [segment({ mem: MEM + 1n })] }, "-EADDRNOTAVAIL");
      await verdict({ segments: [segment({}), segment({})] }, "-EINVAL", "they overlap");
      await verdict({ segments: [segment({ bufsz: PAGE + 1n })] }, "-EINVAL");
      await verdict({ segments: [segment({ buffer: { kind: "bad" } })] }, "-EFAULT");
      await verdict({ segments: [segment({ bufsz: 0n, buffer: { kind: "bad" } })] }, "0");
      await verdict({ segments: [segment({ pages: 3n, buffer: edge(2) })] }, "-EFAULT");
      await verdict({ segments: [segment({ pages: 3n, buffer: edge(3) })] }, "0");
      await verdict({ segments: [] }, "0");
    }),
  );

  it(
    "owns frames while an image is loaded and gives all of them back",
    claim(async () => {
      const loaded = await load({ segments: [segment({ pages: 4n })] });
      expect(loaded.seen).toMatchObject({ kexec_loaded: true, kexec_crash_loaded: false });
      expect(loaded.seen.reserved_frames).toBeGreaterThanOrEqual(4 + 1 + 2 + 1); // sources, list,
      const again = await load({ segments: [segment({ pages: 4n })] }); // control code, swap
      expect(again.seen.reserved_frames).toBe(loaded.seen.reserved_frames);
      const failed = await load({ segments: [segment({ pages: 9n, buffer: edge(8) })] });
      expect(failed).toEqual({ state: "-EFAULT", seen: loaded.seen });
      const empty = await load({ segments: [] });
      expect(empty.seen).toMatchObject({ kexec_loaded: false, reserved_frames: 0 });
    }),
  );

  it(
    "loads and unloads a crash image in the reserved region",
    claim(async () => {
      const { crashKernel } = await vm.agent.hello();
      const start = crashKernel?.start ?? 0n;
      const crash = { flags: ON_CRASH, entry: start, segments: [segment({ mem: start })] };
      const loaded = await load(crash);
      expect(loaded).toMatchObject({ state: "0", seen: { kexec_crash_loaded: true } });
      const outside = await load({ ...crash, segments: [segment({})] });
      expect(outside).toMatchObject({
        state: "-EADDRNOTAVAIL", // and the old image is gone
        seen: { kexec_crash_loaded: false },
      });
      await verdict(crash, "0");
      const empty = await load({ flags: ON_CRASH, segments: [] });
      expect(empty).toMatchObject({
        state: "0",
        seen: { kexec_crash_loaded: false, reserved_frames: 0 },
      });
    }),
  );

  it(
    "refuses a second caller while the first is paused under the lock",
    claim(async () => {
      const segments = [segment({ pages: 3n, buffer: { kind: "seed", seed: 7 } })];
      const paused = await load({ segments, pauses: [at(0, 1), at(0, 2)] });
      expect(paused).toMatchObject({
        state: "paused 0,1",
        seen: { kexec_loaded: false, kexec_crash_size: -errnos.EBUSY },
      });
      await verdict({ task: 1, segments }, "-EBUSY");
      await verdict({ task: 1, segments: [] }, "-EBUSY");
      await verdict({ task: 1, segments, flags: 0x80n }, "-EINVAL", "the gate is before the lock");
      expect(stateName(await vm.agent.resume(0, "deliver"))).toBe("paused 0,2");
      expect(stateName(await vm.agent.resume(0, "deliver"))).toBe("0");
      await verdict({ task: 1, segments: [] }, "0");
    }),
  );

  it(
    "ends a paused copy with EFAULT when its page never comes",
    claim(async () => {
      await verdict({ segments: [segment({ pages: 3n })], pauses: [at(0, 1)] }, "paused 0,1");
      expect(stateName(await vm.agent.resume(0, "efault"))).toBe("-EFAULT");
      expect(await vm.agent.observe()).toMatchObject({ kexec_loaded: false, reserved_frames: 0 });
    }),
  );

  it(
    "frees lock and frames of a paused caller that is killed",
    claim(async () => {
      for (const page of ["missing", "deliver"] as const) {
        await verdict({ segments: [segment({ pages: 3n })], pauses: [at(0, 1)] }, "paused 0,1");
        const killed = await vm.agent.kill(0, page, { observe: "frames" });
        expect(stateName(killed)).toBe("killed");
        expect(killed.observation).toMatchObject({ kexec_loaded: false, reserved_frames: 0 });
        await verdict({ segments: [segment({})] }, "0", "by a new process");
        await verdict({ segments: [] }, "0");
      }
    }),
  );

  it(
    "fixme: loses the source page whose list page cannot be had",
    claim(async () => {
      // The 512th entry needs a second list page. The source page for it is already allocated, and
      // on no list yet: kimage_free never sees it. The first list page holds 511 entries.
      const kimage_alloc_page = await vm.agent.symbol("kimage_alloc_page");
      const before = (await vm.agent.observe()).reserved_frames ?? Number.NaN;
      const gdb = await vm.openGdb();
      try {
        const skip = await skipCall(gdb, {
          address: kimage_alloc_page,
          when: { register: "rdx", equals: KIMAGE_NO_DEST },
          nth: 2,
          returns: 0n,
        });
        const big = { segments: [segment({ pages: 600n })] };
        const outcome = await vm.agent.load(big, { limit_ms: 50_000 }); // every call stops: 13 ms
        expect(stateName(outcome)).toBe("-ENOMEM");
        await skip.skipped;
        expect(skip.matches()).toBe(2);
      } finally {
        await gdb.close();
      }
      const lost = ((await vm.agent.observe()).reserved_frames ?? Number.NaN) - before;
      expect(lost).toBe(1);
      await verdict({ segments: [segment({ pages: 600n })] }, "0", "the same load succeeds now");
      await verdict({ segments: [] }, "0");
      expect((await vm.agent.observe()).reserved_frames).toBe(before + 1);
    }),
    90_000,
  );
});

/** Remembers that a test failed, so that the console log is kept. */
function claim(body: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await body();
    } catch (error) {
      failed = true;
      throw error;
    }
  };
}

async function verdict(request: LoadRequest, expected: string, why = "") {
  const outcome = await vm.agent.load(request, { observe: "nothing" });
  expect(stateName(outcome), `${why} ${inspect(request)}`).toBe(expected);
}

async function load(request: LoadRequest, options: CallOptions = { observe: "frames" }) {
  const outcome = await vm.agent.load(request, options);
  if (outcome.observation === null) throw new Error("expected an observation, got none");
  return { state: stateName(outcome), seen: outcome.observation };
}

function stateName({ state }: Awaited<ReturnType<Vm["agent"]["load"]>>): string {
  if (state.kind === "done") return resultName(state.result);
  return state.kind === "paused" ? `paused ${state.segment},${state.page}` : state.kind;
}

function segment(options: {
  readonly mem?: bigint;
  readonly pages?: bigint;
  readonly bufsz?: bigint;
  readonly buffer?: SegmentBuffer;
}): GuestSegment {
  const { mem = MEM, pages = 1n, buffer = { kind: "good" } } = options;
  return { mem, memsz: pages * PAGE, bufsz: options.bufsz ?? pages * PAGE, buffer };
}

function edge(pages: number): SegmentBuffer {
  return { kind: "edge", pages };
}

function at(segment: number, page: number) {
  return { segment, page };
}

function inspect(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "bigint" ? `0x${item.toString(16)}` : item,
  );
}
