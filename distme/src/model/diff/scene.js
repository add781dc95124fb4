import { ADDRESS_SPACE_bytes, KEXEC_CRASH_HOTPLUG_SUPPORT } from "../../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { byFile, compat, crash, hotplugged, normal, preservingContext, readCrashSize, rebootKexec, unloadCrash, unloadNormal, writeCrashSize, } from "../requests.js";
import { caller, entries, other } from "./deed.js";
// two images of two pages each, and their lists, fit into memory at once
const place = { frames: 14, crashFrames: 3 };
const whole_bytes = BigInt(place.crashFrames) * PAGE_SIZE_bytes;
const one = normal("normal", [0, 1]);
const two = normal("normal, two pages", [0, 2]);
const emptyAtZero = normal("normal, an empty segment at 0", [0, 0], [0, 1]);
const jump = preservingContext(one);
const onHotplug = {
    ...one,
    name: "normal, hotplug",
    flags: one.flags | KEXEC_CRASH_HOTPLUG_SUPPORT,
};
const crashOne = crash(place, "crash", [0, 1]);
const crashElsewhere = { ...crashOne, name: "crash, entry below", entry: 0n };
const crashAtZero = { ...one, name: "crash, at 0", flags: crashOne.flags };
const sizes = [0n, whole_bytes - PAGE_SIZE_bytes, whole_bytes - 1n, whole_bytes + 1n]
    .concat(ADDRESS_SPACE_bytes - 1n)
    .map(writeCrashSize);
const panics = { type: "panic", by: null };
const hotplugs = { type: "crash_handle_hotplug_event" };
const disables = { type: "proc_dointvec_minmax", value: 1 };
const limits = ["reboot", "panic"].map((limit) => ({ type: "kexec_limit_handler", limit, value: 0 }));
const noTables = { type: "machine_kexec_prepare", task: other, outcome: "ENOMEM" };
function begins(...list) {
    return list.map((asked) => ({ asked, fault: null }));
}
export const themes = [
    {
        name: "normal images",
        calls: [one, two, emptyAtZero, jump, onHotplug, compat(one), unloadNormal, rebootKexec],
        begun: begins(one),
        events: [],
    },
    {
        name: "crash images",
        calls: [crashOne, hotplugged(crashOne), crashElsewhere, compat(crashOne), unloadCrash],
        begun: begins(crashOne),
        events: [hotplugs, panics],
    },
    {
        name: "normal images by file",
        calls: [byFile(one), byFile(unloadNormal), one],
        begun: begins(byFile(one), byFile(unloadNormal)),
        events: [],
    },
    {
        name: "crash images by file",
        calls: [byFile(crashOne), byFile(unloadCrash), crashOne],
        begun: [
            ...begins(byFile(crashOne), byFile(unloadCrash)),
            { asked: byFile(crashOne), fault: noTables },
        ],
        events: [hotplugs, panics],
    },
    {
        name: "the size of the crash region",
        calls: [crashOne, crashAtZero, unloadCrash, readCrashSize, ...sizes, writeCrashSize(null)],
        begun: begins(one),
        events: [],
    },
    {
        name: "what the administrator forbids",
        calls: [one, unloadCrash, byFile(one), rebootKexec],
        begun: [],
        events: [disables, ...limits],
    },
];
const requests = unique(themes.flatMap((theme) => [
    ...theme.calls.flatMap((asked) => (isSystemCall(asked) ? [] : [asked])),
    ...theme.begun.map(({ asked }) => asked),
]));
const calls = unique(themes.flatMap((theme) => theme.calls.filter(isSystemCall)));
/** The world in which every theme takes place, with a kernel of the given features. */
export function sceneOf(features) {
    const bounds = {
        tasks: 2,
        ...place,
        overLimit: [],
        listPageWords: 3,
        tablePages: 0,
        requests,
        calls,
        features,
    };
    return {
        name: "diff",
        purpose: "two kernels side by side",
        bounds,
        sigkill: true,
        sysctl: true,
        limits: true,
        oops: true,
        panic: "once",
        hotplug: true,
    };
}
const played = new Set([
    ...themes.flatMap(({ events }) => events.map((event) => JSON.stringify(event))),
    ...themes.flatMap(({ begun }) => begun.flatMap(({ asked, fault }) => [entryOf(asked, other), fault].map((e) => JSON.stringify(e)))),
]);
/** Whether a deed can be, or contain, an event: the fewer there are, the quicker is a kernel. */
export function isPlayed(event) {
    if (event.type === "oops")
        return !event.fatal;
    if (!("task" in event))
        return !entries.has(event.type) || played.has(JSON.stringify(event));
    if (event.task === caller)
        return true;
    const isUsual = !("outcome" in event) || event.outcome === "ok";
    if (entries.has(event.type) || !isUsual)
        return played.has(JSON.stringify(event));
    return event.type !== "sigkill";
}
/** The event with which a task makes a call. */
export function entryOf(asked, task) {
    const isIt = (one) => isEqual(one, asked);
    if (isSystemCall(asked))
        return { type: asked.call, task, call: calls.findIndex(isIt) };
    const request = requests.findIndex(isIt);
    return { type: asked.file ? "kexec_file_load" : "kexec_load", task, request };
}
function isSystemCall(asked) {
    return "call" in asked;
}
/** Requests that are made anew for each theme are the same request. */
function unique(list) {
    return list.filter((one, i) => list.findIndex((other) => isEqual(one, other)) === i);
}
function isEqual(first, second) {
    const kind = (asked) => (isSystemCall(asked) ? asked.call : "load");
    return kind(first) === kind(second) && first.name === second.name;
}
//# sourceMappingURL=scene.js.map