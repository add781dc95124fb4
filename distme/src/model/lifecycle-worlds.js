import { ADDRESS_SPACE_bytes } from "../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../memory/bounds.js";
import { byFile, compat, crash, hotplugged, normal, preservingContext, readCrashSize, rebootKexec, refusedReboots, unloadCrash, unloadNormal, writeCrashSize, } from "./requests.js";
/** The worlds of everything but kexec_load: small, each about one way in which the doors meet. */
export function lifecycleWorlds(features, preset) {
    const full = preset !== "quick";
    return [
        reboots(features, preset === "deep"),
        files(features, full),
        panics(features, full),
        panicsByFile(features),
        latePanics(features, full),
        sizes(features),
        ...(full ? [fileRoom(features), sizeRace(features)] : []),
        limits(features, full),
        compatCalls(features),
        oddSegments(features),
    ];
}
const place = { frames: 5, crashFrames: 3 };
export function world(about, bounds, rest = {}) {
    const small = { ...place, overLimit: [], listPageWords: 3, tablePages: 0 };
    return { ...about, bounds: { ...small, ...bounds }, sigkill: false, sysctl: false, ...rest };
}
const one = normal("normal", [0, 1]);
const crashOne = crash(place, "crash", [0, 1]);
/** Every way of leaving for the normal image, and of coming back from it. */
function reboots(features, withCrashImages) {
    const jump = features.includes("kexec-jump") ? [preservingContext(one)] : [];
    return world({ name: "reboot", purpose: "two callers that load and reboot" }, {
        tasks: 2,
        requests: [one, ...jump, ...(withCrashImages ? [crashOne] : []), unloadNormal],
        calls: [rebootKexec, ...refusedReboots],
        features,
    }, { liveness: "reboot" });
}
/** kexec_file_load beside kexec_load: what happens between its unlock and its free. */
function files(features, full) {
    const requests = [byFile(crashOne), byFile(unloadCrash), crashOne];
    return world({ name: "file", purpose: "two callers, by file and by segments" }, {
        tasks: 2,
        ...(full && { tablePages: 1, crashFrames: 4 }),
        requests: full ? [...requests, byFile(one)] : requests,
        features,
    }, { liveness: "calls" });
}
/** File loads that find no page for their tables, because there is none or because they are killed. */
function fileRoom(features) {
    const crashFrames = 4;
    const full = byFile(crash({ ...place, crashFrames }, "crash, no room for tables", [0, 3]));
    return world({ name: "file-room", purpose: "one caller, by file, without room for what it needs" }, { tasks: 1, tablePages: 1, crashFrames, requests: [full, byFile(one)], features }, { sigkill: true });
}
/** A panic at every moment of a load, an unload and a read of the crash size; and every oops. */
function panics(features, full) {
    return world({ name: "panic", purpose: "two callers, a panic or an oops at every moment" }, {
        tasks: 2,
        requests: [crashOne, full ? byFile(unloadCrash) : unloadCrash],
        calls: [readCrashSize],
        features,
    }, { oops: true, panic: full ? "nested" : "once", exchangesTasks: full });
}
/** A panic while an image that was unloaded by file is not freed yet. */
function panicsByFile(features) {
    return world({ name: "panic-file", purpose: "two callers, an unload by file, a panic at every moment" }, { tasks: 2, requests: [byFile(crashOne), byFile(unloadCrash)], features }, { panic: "once", liveness: "panic" });
}
/** The same with crash_kexec_post_notifiers. */
function latePanics(features, full) {
    return world({ name: "panic-late", purpose: "one caller, panics that stop the other CPUs first" }, {
        tasks: 1,
        requests: full ? [crashOne, one, unloadCrash] : [crashOne, unloadCrash],
        calls: full ? [readCrashSize, rebootKexec] : [readCrashSize],
        features,
        postNotifiers: true,
    }, { oops: true, panic: "nested" });
}
/** The size of the crash region: every rule of a new one, and hotplug events. */
function sizes(features) {
    const whole = page * BigInt(sizePlace.crashFrames);
    const sizes = [whole - page, 0n, null, whole + 1n, whole - 1n, whole, ADDRESS_SPACE_bytes - 1n];
    return world({ name: "size", purpose: "one caller, the crash region read, shrunk and rewritten" }, { tasks: 1, ...sizePlace, ...updated(features), calls: sizeCalls(sizes), features }, { hotplug: true });
}
/** The same beside loads. */
function sizeRace(features) {
    return world({ name: "size-race", purpose: "two callers, one of whom may take the crash region away" }, { tasks: 2, ...sizePlace, ...updated(features), calls: sizeCalls([0n]), features }, { hotplug: true });
}
const page = PAGE_SIZE_bytes;
const sizePlace = { crashFrames: 4 };
function sizeCalls(sizes) {
    return [readCrashSize, ...sizes.map(writeCrashSize)];
}
/** A crash image that hotplug events rewrite, where there are any. */
function updated(features) {
    const hotplug = features.includes("crash-hotplug");
    return { requests: [hotplug ? hotplugged(crashOne) : crashOne, unloadCrash] };
}
/** Loads by file that a gate refuses, and one that has no room for vmcoreinfo. */
const refusedFiles = [
    { ...byFile(one), name: "normal, by file, no capability", capSysBoot: false },
    { ...byFile(preservingContext(one)), name: "normal, by file, unknown flag" },
    byFile(crash(place, "crash, no room for vmcoreinfo", [0, 2])),
];
/** The load limits, where there are any. */
function limits(features, full) {
    return world({ name: "limits", purpose: "one caller, the sysctls, and file loads that are refused" }, {
        tasks: 1,
        requests: [one, byFile(one), unloadNormal, unloadCrash, byFile(unloadCrash), ...refusedFiles],
        calls: [rebootKexec],
        features,
    }, { sysctl: true, limits: true, sigkill: full });
}
/** The 32-bit entry. */
function compatCalls(features) {
    const native = { ...one, name: "normal, 32-bit, no architecture", compat: true };
    return world({ name: "compat", purpose: "one caller of the 32-bit entry" }, { tasks: 1, requests: [compat(one), native, compat(unloadNormal)], features }, { sigkill: true });
}
/** Segments that are empty, and segments where there is no memory. */
function oddSegments(features) {
    const requests = [
        normal("normal, an empty segment at 0", [0, 0], [0, 1]),
        normal("normal, an empty segment at 1", [1, 0], [0, 1]),
        normal("normal, no RAM", [place.frames + place.crashFrames + 2, 1]),
        unloadNormal,
    ];
    return world({ name: "odd", purpose: "one caller, segments that are empty or nowhere" }, { tasks: 1, requests, features });
}
//# sourceMappingURL=lifecycle-worlds.js.map