import { setTimeout as sleep } from "node:timers/promises";
import { resultName } from "../../kernel/errno.js";
import { KEXEC_ARCH_386 } from "../../kernel/kexec.js";
import { kernels } from "../../model/kernels.js";
import { GuestError } from "./agent.js";
import { bootGuest, tidyUp } from "./guest.js";
import { KERNEL_BASE } from "./guest-memory.js";
/**
 * Replays the bugs, each on a machine that nothing has happened to.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest does not do what its protocol says
 * @throws the signal's reason when it is aborted
 */
export async function runBugs({ kernel, signal, onProgress }) {
    const began = performance.now();
    const guest = await bootGuest(kernel, signal);
    const bugs = [];
    try {
        await guest.vm.save();
        const features = kernels[guest.profile];
        for (const { bug, what, feature, expected, attempt } of replays) {
            onProgress?.(`${bug}: ${what}`);
            await guest.vm.restore();
            if (!(await tidyUp(guest)))
                throw new GuestError("expected a machine as after its boot");
            const has = feature === null || features.includes(feature);
            const got = await attempt(guest);
            bugs.push({ bug, what, has, expected: expected(has, features), got });
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
    finally {
        await guest.vm.stop();
    }
    return {
        release: guest.release,
        package: kernel.package,
        bugs,
        total_ms: Math.round(performance.now() - began),
    };
}
const PAGE_bytes = 4096n;
/** One page over the running kernel, where no allocation ever lies. */
const normalPage = { mem: KERNEL_BASE, memsz: PAGE_bytes, bufsz: PAGE_bytes };
const replays = [
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
        expected: (_has, features) => features.includes("control-page-rox")
            ? "the second caller dies, and the lock stays held"
            : "loaded, and vmcoreinfo_data_safecopy is null",
        attempt: freeBehindTheUnlock,
    },
];
function told(state) {
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
async function freeBehindTheUnlock({ vm }) {
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
        const other = { task: 1, name: "file", flags, kernel: "good" }; // in the same frames
        const state = await agent.door(other, DYING_ms);
        await held.release();
        await agent.awaitDoor(0, "wait");
        const seen = await agent.observe("state");
        if (state.kind === "killed" && seen.kexec_crash_size < 0) {
            return "the second caller dies, and the lock stays held";
        }
        const pointer = Buffer.from(await gdb.readMemory(safecopy, 8)).readBigUInt64LE();
        const loaded = seen.kexec_crash_loaded ? "loaded" : `not loaded (${told(state)})`;
        return `${loaded}, and vmcoreinfo_data_safecopy is ${pointer === 0n ? "null" : "set"}`;
    }
    finally {
        await gdb.close();
    }
}
async function arrival({ decided }) {
    const isThere = await Promise.race([decided.then(() => true), sleep(ARRIVAL_ms, false)]);
    if (!isThere)
        throw new GuestError("expected the load by file to come to kimage_free, got none");
}
//# sourceMappingURL=bug-tests.js.map