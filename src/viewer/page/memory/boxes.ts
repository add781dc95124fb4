import { resultName } from "../../../kernel/errno.ts";
import {
  isKilled,
  isLoading,
  otherCallOf,
  resultOf,
  returnValue,
  transitionHolder,
} from "../../../memory/call.ts";
import { localImage } from "../../../memory/kimage.ts";
import {
  get,
  JUMPING,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  KEXEC_LOAD_DISABLED,
  PAGE,
  planOf,
  SEGMENT,
  taskAt,
  VMCOREINFO_SAFECOPY,
} from "../../../memory/layout.ts";
import { limitOf } from "../../../memory/limits.ts";
import { allSegmentsLoaded } from "../../../memory/loading.ts";
import { lockHolder } from "../../../memory/lock.ts";
import { isRelocating, nextMove } from "../../../memory/relocation.ts";
import { jumpTexts } from "../../../model/describe.ts";
import { lockActor } from "../state/actors.ts";
import type { Neighbours } from "./frame-cells.ts";
import { type Moment, missing, range } from "./moment.ts";

/** A variable of the kernel, or a task with its variables. */
export interface Box {
  readonly id: string;
  readonly kind: "variable" | "pointer" | "task";
  readonly label: string;
  readonly value: string;
  /** The image that it leads to; null: NULL, or it is no pointer. */
  readonly image: number | null;
  /** Further variables, in words. */
  readonly notes: readonly string[];
  /** What it was before the step; null: the same. */
  readonly was: string | null;
  /** What it is in the other model; null: the same. */
  readonly differs: string | null;
}

type Content = Omit<Box, "was" | "differs">;

/** What is neither frame nor image: the lock, the slots, the sysctls, the tasks. */
export function boxesOf(moment: Moment, { before, other }: Neighbours): Box[] {
  const former = before ? contents(before) : null;
  const there = other ? contents(other) : null;
  return contents(moment).map((box) => ({
    ...box,
    was: former && elsewhere(box, former),
    differs: there && elsewhere(box, there),
  }));
}

/** What a box says in another moment, where that is something else. */
function elsewhere(box: Content, boxes: readonly Content[]): string | null {
  const match = boxes.find(({ id }) => id === box.id);
  if (!match) return box.id === "place" ? "not relocating" : null;
  const [now, then] = [saysOf(box), saysOf(match)];
  const gone = missing(then, now);
  if (gone.length > 0) return gone.join(", ");
  return missing(now, then).length > 0 ? "nothing of it" : null;
}

function saysOf({ kind, value, image, notes }: Content): string[] {
  const leads = image === null ? [] : [kind === "task" ? `→ image ${image}` : `image ${image}`];
  return [...(value === "" ? [] : [value]), ...leads, ...notes];
}

function contents(moment: Moment): Content[] {
  return [...globals(moment), ...range(moment.layout.bounds.tasks).map((i) => task(moment, i))];
}

function globals(moment: Moment): Content[] {
  const { layout, mem } = moment;
  const { features, calls = [] } = layout.bounds;
  const holder = transitionHolder(mem);
  const has = (asked: boolean, ...boxes: readonly Content[]): readonly Content[] =>
    asked ? boxes : [];
  return [
    variable("lock", lockHolder(mem) < 0 ? "free" : (lockActor(layout, mem)?.name ?? "free")),
    pointer("kexec_image", get(mem, KEXEC_IMAGE)),
    pointer("kexec_crash_image", get(mem, KEXEC_CRASH_IMAGE)),
    pointer("vmcoreinfo_data_safecopy", get(mem, VMCOREINFO_SAFECOPY)),
    variable("kexec_load_disabled", String(get(mem, KEXEC_LOAD_DISABLED))),
    ...has(
      calls.some(({ call }) => call === "reboot") || holder >= 0,
      variable("system_transition_mutex", holder < 0 ? "free" : `task ${holder}`),
    ),
    ...has(
      features.includes("load-limits"),
      variable("kexec_load_limit_reboot", limitText(limitOf(mem, "reboot"))),
      variable("kexec_load_limit_panic", limitText(limitOf(mem, "panic"))),
    ),
    ...has(get(mem, JUMPING) !== 0, variable("jump", jumpTexts[get(mem, JUMPING)] ?? "")),
    ...relocation(moment),
  ];
}

function relocation({ layout, mem }: Moment): Content[] {
  if (!isRelocating(mem)) return [];
  const { from, to } = nextMove(layout, mem);
  const page = from < 0 ? "a lost page" : `frame ${from}`;
  const text = from === to ? `${page} stays in place` : `${page} to frame ${to}`;
  return [{ ...variable("next page that is moved", text), id: "place" }];
}

function limitText(limit: number): string {
  return limit < 0 ? "no limit" : `${limit} left`;
}

function variable(label: string, value: string): Content {
  return { id: label, kind: "variable", label, value, image: null, notes: [] };
}

function pointer(label: string, image: number): Content {
  return {
    id: label,
    kind: "pointer",
    label,
    value: image === 0 ? "NULL" : "",
    image: image === 0 ? null : image,
    notes: [],
  };
}

function task(moment: Moment, i: number): Content {
  const { layout, mem } = moment;
  const image = localImage(layout, mem, i);
  const result = resultOf(layout, mem, i);
  const holds = lockHolder(mem) === i;
  return {
    id: `task ${i}`,
    kind: "task",
    label: `task ${i}`,
    value: callOf(moment, i),
    image: image === 0 ? null : image,
    notes: [
      ...(holds && image !== 0 && isLoading(layout, mem, i) ? [progress(moment, i)] : []),
      ...(result === 0 ? [] : [`result ${resultName(returnValue(result))}`]),
      ...(isKilled(layout, mem, i) ? ["a fatal signal is pending"] : []),
    ],
  };
}

function callOf({ layout, mem }: Moment, i: number): string {
  if (isLoading(layout, mem, i)) {
    const { request } = planOf(layout, mem, i);
    return `${request.file ? "kexec_file_load" : "kexec_load"} "${request.name}"`;
  }
  const call = otherCallOf(layout, mem, i);
  if (!call) return "in no call";
  return call.name === "" ? call.call : `${call.call} "${call.name}"`;
}

function progress({ layout, mem }: Moment, i: number): string {
  const { segments } = planOf(layout, mem, i);
  if (segments.length > 0 && allSegmentsLoaded(layout, mem, i)) return "all segments loaded";
  const at = taskAt(layout, i);
  return `segment ${get(mem, at + SEGMENT)}, page ${get(mem, at + PAGE)}`;
}
