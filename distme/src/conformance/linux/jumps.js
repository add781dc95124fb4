import { resultName } from "../../kernel/errno.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { GuestError } from "./agent.js";
import { FILE_CMDLINE, FILE_IMAGE_bytes, FILE_NAME, fileInitrd } from "./bzimage.js";
import { KEXEC_FILE_ON_CRASH, KEXEC_FILE_UNLOAD } from "./doors.js";
import { loadOf, otherData, overlay, wrongByte, } from "./jump-images.js";
import { leaveKernel, leavingText, reportText } from "./leaving.js";
const nothingRuns = leavingText({ kind: "ended", panicked: true });
/** A byte of data whose page has its entry in the third list page. */
const thirdListPage = { segment: 1, offset: 1100n * PAGE_SIZE_bytes + 29n };
const lastZero = { segment: 2, offset: 2048n * PAGE_SIZE_bytes - 1n };
const goodFile = { kernel: "good", initrd: fileInitrd, cmdline: FILE_CMDLINE };
/** Where a load is held: by then it has more than one list page. */
const pause = { segment: 1, page: 700 };
export const jumps = [
    loadedByCall("reboot into a normal image", "reboot"),
    loadedByCall("panic into a crash image", "panic"),
    loadedByFile("reboot into a kernel's file", "reboot"),
    loadedByFile("panic into a kernel's file", "panic"),
    {
        name: "reboot into a normal image that expects another byte of data",
        expected: ({ normal }) => reportText(wrongByte(normal, thirdListPage).report),
        make: async ({ vm, normal }) => {
            await load(vm, { ...loadOf(normal), wrongAt: wrongByte(normal, thirdListPage).address });
            return await leave(vm, "reboot");
        },
    },
    {
        name: "panic into a crash image that expects another byte behind its data",
        expected: ({ crash }) => reportText(wrongByte(crash, lastZero).report),
        make: async ({ vm, crash }) => {
            await load(vm, { ...loadOf(crash), wrongAt: wrongByte(crash, lastZero).address });
            return await leave(vm, "panic");
        },
    },
    {
        name: "reboot into a kernel's file that expects another initrd",
        expected: () => `wrong at its address: expected ${firstWord(0)}, got ${firstWord(1)}`,
        make: async ({ vm }) => {
            const initrd = { ...fileInitrd, seed: fileInitrd.seed + 1 };
            const result = await vm.agent.fileLoad({ ...goodFile, initrd });
            if (result !== 0)
                throw unexpected("the file to be loaded", fileResultName(result));
            return (await leave(vm, "reboot")).replace(/at 0x[0-9a-f]+/, "at its address");
        },
    },
    {
        name: "panic with nothing loaded",
        expected: () => nothingRuns,
        make: ({ vm }) => leave(vm, "panic"),
    },
    {
        name: "reboot, then panic, while a normal load holds the lock",
        expected: () => `refused: -EBUSY; ${nothingRuns}`,
        make: async ({ vm, normal, crash }) => {
            for (const image of [crash, normal])
                await load(vm, loadOf(image));
            const held = { ...loadOf(normal), task: 1, pauses: [pause] };
            const { state } = await vm.agent.load(held, { observe: "nothing" });
            if (state.kind !== "paused")
                throw unexpected("the load to pause", JSON.stringify(state));
            return `${await leave(vm, "reboot")}; ${await leave(vm, "panic")}`;
        },
    },
];
/** With both images loaded, the one runs that the way out is for. */
function loadedByCall(name, how) {
    return {
        name,
        expected: ({ normal, crash }) => {
            const [image, { bytes }] = how === "reboot" ? ["NORMAL", normal] : ["CRASH", crash];
            return reportText({ kind: "ok", image, bytes: Number(bytes) });
        },
        make: async ({ vm, normal, crash }) => {
            await load(vm, otherData(crash)); // a segment's zeros must not be there by chance
            for (const image of [crash, normal])
                await load(vm, loadOf(image));
            return await leave(vm, how);
        },
    };
}
/** By file: refused, loaded, replaced, unloaded and loaded again, an image then runs. */
function loadedByFile(name, how) {
    const onCrash = how === "panic" ? KEXEC_FILE_ON_CRASH : 0;
    const load = { ...goodFile, flags: onCrash };
    const calls = [
        { what: "no file", request: { ...load, kernel: "none" }, becomes: "-EBADF, none" },
        { what: "no kernel", request: { ...load, kernel: "bad" }, becomes: "-ENOEXEC, none" },
        { what: "load", request: load, becomes: "0, loaded" },
        { what: "load", request: load, becomes: "0, loaded" },
        {
            what: "unload",
            request: { kernel: "none", flags: onCrash | KEXEC_FILE_UNLOAD },
            becomes: "0, none",
        },
        { what: "load", request: load, becomes: "0, loaded" },
    ];
    const image = how === "panic" ? `${FILE_NAME}-CRASH` : FILE_NAME;
    const runs = reportText({ kind: "ok", image, bytes: FILE_IMAGE_bytes });
    return {
        name,
        expected: () => [...calls.map(({ what, becomes }) => `${what}: ${becomes}`), runs].join("; "),
        make: async ({ vm, region }) => {
            await loadAndUnload(vm, overlay(region)); // as above
            const words = [];
            for (const { what, request } of calls)
                words.push(`${what}: ${await fileLoad(vm, request)}`);
            return [...words, await leave(vm, how)].join("; ");
        },
    };
}
async function fileLoad({ agent }, request) {
    const result = await agent.fileLoad(request);
    const { kexec_loaded, kexec_crash_loaded } = await agent.observe("state");
    const isOnCrash = ((request.flags ?? 0) & KEXEC_FILE_ON_CRASH) !== 0;
    const isLoaded = isOnCrash ? kexec_crash_loaded : kexec_loaded;
    return `${fileResultName(result)}, ${isLoaded ? "loaded" : "none"}`;
}
/** kexec_file_load has errors that kexec_load does not have. */
function fileResultName(result) {
    const more = new Map([
        [-8, "-ENOEXEC"],
        [-9, "-EBADF"],
    ]);
    return more.get(result) ?? resultName(result);
}
async function leave(vm, how) {
    return leavingText(await leaveKernel(vm, how));
}
async function load({ agent }, request) {
    const { state } = await agent.load(request, { observe: "nothing", limit_ms: 30_000 });
    if (state.kind !== "done")
        throw unexpected("the load to end", JSON.stringify(state));
    if (state.result !== 0)
        throw unexpected("the image to be loaded", resultName(state.result));
}
async function loadAndUnload(vm, request) {
    await load(vm, request);
    await load(vm, { flags: request.flags ?? 0n, segments: [] });
}
/** The first word of the initrd, when its seed is so much more than what the payload expects. */
function firstWord(more) {
    return `0x${(BigInt(fileInitrd.seed + more) << 32n).toString(16)}`;
}
function unexpected(expected, got) {
    return new GuestError(`expected ${expected}, got ${got}`);
}
//# sourceMappingURL=jumps.js.map