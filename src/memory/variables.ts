import {
  ALLOCATED,
  CONTENT,
  CONTROL_CODE,
  DISPLACED,
  ENTRY,
  FLAGS,
  frameAt,
  HOLE,
  IMAGE,
  INDEX,
  imageAt,
  JUMPING,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  KEXEC_LOAD_DISABLED,
  KILLED,
  LAST_ENTRY,
  type Layout,
  LIMIT_PANIC,
  LIMIT_REBOOT,
  LOADED_REQUEST,
  LOCK,
  NEXT_WORD,
  PAGE,
  PLACE,
  READONLY,
  REQUEST,
  RESULT,
  ROLE,
  SEGMENT,
  SHRUNK,
  STATUS,
  TABLES,
  TRANSITION_MUTEX,
  taskAt,
  VMCOREINFO_SAFECOPY,
  WORDS,
} from "./layout.ts";

/** A byte of the state and what people call it. */
export interface MemVariable {
  readonly name: string;
  readonly at: number;
}

const globals: readonly Named[] = [
  ["lock", LOCK],
  ["kexec_image", KEXEC_IMAGE],
  ["kexec_crash_image", KEXEC_CRASH_IMAGE],
  ["vmcoreinfo_data_safecopy", VMCOREINFO_SAFECOPY],
  ["kexec_load_disabled", KEXEC_LOAD_DISABLED],
  ["system_transition_mutex", TRANSITION_MUTEX],
  ["kexec_load_limit_reboot", LIMIT_REBOOT],
  ["kexec_load_limit_panic", LIMIT_PANIC],
  ["pages taken from the region", SHRUNK],
  ["jump", JUMPING],
  ["next list word", NEXT_WORD],
  ["place of the next page", PLACE],
];

const ofTask: readonly Named[] = [
  ["request", REQUEST],
  ["result", RESULT],
  ["image", IMAGE],
  ["segment", SEGMENT],
  ["page", PAGE],
  ["killed", KILLED],
  ["allocated image", ALLOCATED],
  ["displaced image", DISPLACED],
];

const ofImage: readonly Named[] = [
  ["status", STATUS],
  ["flags", FLAGS],
  ["request", LOADED_REQUEST],
  ["entry", ENTRY],
  ["last_entry", LAST_ENTRY],
  ["control_page", HOLE],
  ["page tables", TABLES],
  ["control code page", CONTROL_CODE],
];

const ofFrame: readonly Named[] = [
  ["role", ROLE],
  ["index", INDEX],
  ["content", CONTENT],
  ["read-only", READONLY],
];

type Named = readonly [name: string, at: number];

/** Names every byte of the state that is a variable; the rest is padding. */
export function variables(layout: Layout): MemVariable[] {
  const list = Array.from(
    { length: layout.listWords },
    (_, i): Named => [i === 0 ? "head" : `list word ${i}`, WORDS + i],
  );
  return [
    ...named("", 0, globals),
    ...range(layout.bounds.tasks).flatMap((task) =>
      named(`task ${task}: `, taskAt(layout, task), ofTask),
    ),
    ...range(layout.imagesMax).flatMap((i) =>
      named(`image ${i + 1}: `, imageAt(layout, i + 1), [...ofImage, ...list]),
    ),
    ...range(layout.frames).flatMap((pfn) =>
      named(`frame ${pfn}: `, frameAt(layout, pfn), ofFrame),
    ),
  ];
}

function named(prefix: string, base: number, fields: readonly Named[]): MemVariable[] {
  return fields.map(([name, at]) => ({ name: `${prefix}${name}`, at: base + at }));
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
