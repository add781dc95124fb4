import { ADDRESS_SPACE_bytes } from "../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../memory/bounds.js";
import { world } from "./lifecycle-worlds.js";
import { byFile, compat, crash, hotplugged, normal, preservingContext, readCrashSize, rebootKexec, refusedReboots, unloadCrash, unloadNormal, writeCrashSize, } from "./requests.js";
/** The worlds of a suite that are about everything but kexec_load: one caller where one will do. */
export function lifecycleSuiteWorlds(features) {
    return [
        reboots(features),
        doors(features),
        files(features),
        filesWithoutRoom(features),
        sizes(features),
        limits(features),
        compatCalls(features),
        panics(features),
        latePanics(features),
        ...(freesTooLate(features) ? [faults(features), lostCode(features)] : []),
    ];
}
const place = { frames: 5, crashFrames: 3 };
const page = PAGE_SIZE_bytes;
const one = normal("normal", [0, 1]);
const crashOne = crash(place, "crash", [0, 1]);
/** Every way of leaving for the normal image, and of coming back from it. */
function reboots(features) {
    const jump = features.includes("kexec-jump") ? [preservingContext(one)] : [];
    return world({ name: "reboots", purpose: "one caller that loads and reboots" }, {
        tasks: 1,
        requests: [one, ...jump, unloadNormal],
        calls: [rebootKexec, ...refusedReboots],
        features,
    });
}
/** Two callers who find the lock held at every door. */
function doors(features) {
    return world({ name: "doors", purpose: "two callers that hold the lock at every door" }, {
        tasks: 2,
        requests: [byFile(unloadNormal)],
        calls: [rebootKexec, readCrashSize, writeCrashSize(0n)],
        features,
    });
}
/** One caller of kexec_file_load: what it loads, replaces and unloads. */
function files(features) {
    const bad = [
        { ...one, name: "normal, no capability", capSysBoot: false },
        { ...preservingContext(one), name: "normal, unknown flag" },
    ];
    const roomy = { frames: 11, crashFrames: 4 };
    const crashRoomy = crash(roomy, "crash", [0, 1]);
    return world({ name: "files", purpose: "one caller, by file" }, {
        tasks: 1,
        ...roomy,
        tablePages: 1,
        requests: [one, crashRoomy, unloadNormal, unloadCrash, ...bad].map(byFile),
        features,
    }, { sigkill: true });
}
/** Crash images by file for which the region has too few pages, one less each. */
function filesWithoutRoom(features) {
    const wide = { frames: 9, crashFrames: 3 };
    const images = [1, 2, 3].map((pages) => crash(wide, `crash, ${pages} pages`, [0, pages]));
    return world({ name: "files-without-room", purpose: "one caller, crash images by file that do not fit" }, { tasks: 1, ...wide, tablePages: 1, requests: images.map(byFile), features });
}
/** The size of the crash region, read and written around loads and hotplug events. */
function sizes(features) {
    const crashFrames = 4;
    const whole = page * BigInt(crashFrames);
    const asked = [whole - page, 0n, null, whole + 1n, whole - 1n, whole, ADDRESS_SPACE_bytes - 1n];
    const updated = features.includes("crash-hotplug") ? [hotplugged(crashOne)] : [];
    return world({ name: "sizes", purpose: "one caller, the crash region read, shrunk and rewritten" }, {
        tasks: 1,
        crashFrames,
        requests: [crashOne, ...updated, unloadCrash],
        calls: [readCrashSize, ...asked.map(writeCrashSize)],
        features,
    }, { hotplug: true });
}
/** The load limits, where there are any, and kexec_load_disabled at both doors. */
function limits(features) {
    return world({ name: "limits", purpose: "one caller, kexec_load_disabled and the load limits" }, { tasks: 1, requests: [unloadNormal, unloadCrash, byFile(unloadCrash)], features }, { sysctl: true, limits: true });
}
/** The 32-bit entry. */
function compatCalls(features) {
    const native = { ...one, name: "normal, 32-bit, no architecture", compat: true };
    return world({ name: "compat", purpose: "one caller of the 32-bit entry" }, { tasks: 1, requests: [compat(one), native, compat(unloadNormal)], features });
}
/** A panic and every oops at every moment of a call of each door. */
function panics(features) {
    return world({ name: "panics", purpose: "one caller, a panic or an oops at every moment" }, {
        tasks: 1,
        requests: [crashOne, byFile(unloadCrash), unloadNormal],
        calls: [readCrashSize, rebootKexec],
        features,
    }, { oops: true, panic: "nested" });
}
/** The same with crash_kexec_post_notifiers. */
function latePanics(features) {
    return world({ name: "late-panics", purpose: "one caller, panics that stop the other CPUs first" }, {
        tasks: 1,
        requests: [crashOne],
        calls: [readCrashSize],
        features,
        postNotifiers: true,
    }, { oops: true, panic: "nested" });
}
/** B2 does harm only where the control code page has rights of its own. */
function freesTooLate(features) {
    return features.includes("control-page-rox") && !features.includes("frees-before-unlock");
}
/** B2: a crash image is loaded while the old one's control page is still read-only. */
function faults(features) {
    return world({ name: "faults", purpose: "two callers, one loads while the other one's image is not freed" }, { tasks: 2, requests: [byFile(crashOne), crashOne], features });
}
/** B2: an image is freed late, and takes the rights off another one's control code. */
function lostCode(features) {
    return world({ name: "lost-code", purpose: "two callers, one frees late, a panic on another CPU" }, { tasks: 2, requests: [byFile(crashOne)], features }, { panic: "once" });
}
//# sourceMappingURL=lifecycle-suite-worlds.js.map