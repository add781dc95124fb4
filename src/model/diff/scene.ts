import type { KexecEvent, TaskEvent } from "../../../machines/events.ts";
import { ADDRESS_SPACE_bytes, KEXEC_CRASH_HOTPLUG_SUPPORT } from "../../kernel/kexec.ts";
import { type Bounds, type Feature, PAGE_SIZE_bytes } from "../../memory/bounds.ts";
import type { Request, SystemCall } from "../../memory/request.ts";
import {
  byFile,
  compat,
  crash,
  hotplugged,
  normal,
  preservingContext,
  readCrashSize,
  rebootKexec,
  unloadCrash,
  unloadNormal,
  writeCrashSize,
} from "../requests.ts";
import type { World } from "../world.ts";
import { caller, entries, type Fault, other } from "./deed.ts";

/**
 * What two kernels are asked to do: calls and events that can have to do with each other. Within a
 * theme every order of them is tried.
 */
export interface Theme {
  readonly name: string;
  /** What the caller asks for. */
  readonly calls: readonly (Request | SystemCall)[];
  /** What the other task may be stopped in, and what fails in it before. */
  readonly begun: readonly { readonly asked: Request; readonly fault: Fault }[];
  readonly events: readonly KexecEvent[];
}

// two images of two pages each, and their lists, fit into memory at once
const place = { frames: 14, crashFrames: 3 };
const whole_bytes = BigInt(place.crashFrames) * PAGE_SIZE_bytes;

const one = normal("normal", [0, 1]);
const two = normal("normal, two pages", [0, 2]);
const emptyAtZero = normal("normal, an empty segment at 0", [0, 0], [0, 1]);
const jump = preservingContext(one);
const onHotplug: Request = {
  ...one,
  name: "normal, hotplug",
  flags: one.flags | KEXEC_CRASH_HOTPLUG_SUPPORT,
};
const crashOne = crash(place, "crash", [0, 1]);
const crashElsewhere: Request = { ...crashOne, name: "crash, entry below", entry: 0n };
const crashAtZero: Request = { ...one, name: "crash, at 0", flags: crashOne.flags };
const sizes = [0n, whole_bytes - PAGE_SIZE_bytes, whole_bytes - 1n, whole_bytes + 1n]
  .concat(ADDRESS_SPACE_bytes - 1n)
  .map(writeCrashSize);

const panics: KexecEvent = { type: "panic", by: null };
const hotplugs: KexecEvent = { type: "crash_handle_hotplug_event" };
const disables: KexecEvent = { type: "proc_dointvec_minmax", value: 1 };
const limits = (["reboot", "panic"] as const).map(
  (limit): KexecEvent => ({ type: "kexec_limit_handler", limit, value: 0 }),
);

const noTables: Fault = { type: "machine_kexec_prepare", task: other, outcome: "ENOMEM" };

function begins(...list: readonly Request[]): Theme["begun"] {
  return list.map((asked) => ({ asked, fault: null }));
}

export const themes: readonly Theme[] = [
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

const requests = unique(
  themes.flatMap((theme) => [
    ...theme.calls.flatMap((asked) => (isSystemCall(asked) ? [] : [asked])),
    ...theme.begun.map(({ asked }) => asked),
  ]),
);
const calls = unique(themes.flatMap((theme) => theme.calls.filter(isSystemCall)));

/** The world in which every theme takes place, with a kernel of the given features. */
export function sceneOf(features: readonly Feature[]): World {
  const bounds: Bounds = {
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

const played: ReadonlySet<string> = new Set([
  ...themes.flatMap(({ events }) => events.map((event) => JSON.stringify(event))),
  ...themes.flatMap(({ begun }) =>
    begun.flatMap(({ asked, fault }) =>
      [entryOf(asked, other), fault].map((e) => JSON.stringify(e)),
    ),
  ),
]);

/** Whether a deed can be, or contain, an event: the fewer there are, the quicker is a kernel. */
export function isPlayed(event: KexecEvent): boolean {
  if (event.type === "oops") return !event.fatal;
  if (!("task" in event)) return !entries.has(event.type) || played.has(JSON.stringify(event));
  if (event.task === caller) return true;
  const isUsual = !("outcome" in event) || event.outcome === "ok";
  if (entries.has(event.type) || !isUsual) return played.has(JSON.stringify(event));
  return event.type !== "sigkill";
}

/** The event with which a task makes a call. */
export function entryOf(asked: Request | SystemCall, task: number): TaskEvent {
  const isIt = (one: Request | SystemCall): boolean => isEqual(one, asked);
  if (isSystemCall(asked)) return { type: asked.call, task, call: calls.findIndex(isIt) };
  const request = requests.findIndex(isIt);
  return { type: asked.file ? "kexec_file_load" : "kexec_load", task, request };
}

function isSystemCall(asked: Request | SystemCall): asked is SystemCall {
  return "call" in asked;
}

/** Requests that are made anew for each theme are the same request. */
function unique<T extends Request | SystemCall>(list: readonly T[]): T[] {
  return list.filter((one, i) => list.findIndex((other) => isEqual(one, other)) === i);
}

function isEqual(first: Request | SystemCall, second: Request | SystemCall): boolean {
  const kind = (asked: Request | SystemCall) => (isSystemCall(asked) ? asked.call : "load");
  return kind(first) === kind(second) && first.name === second.name;
}
