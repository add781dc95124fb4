import { ALLOCATED, CONTENT, CONTROL_CODE, DISPLACED, ENTRY, FLAGS, frameAt, HOLE, IMAGE, INDEX, imageAt, JUMPING, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KEXEC_LOAD_DISABLED, KILLED, LAST_ENTRY, LIMIT_PANIC, LIMIT_REBOOT, LOADED_REQUEST, LOCK, NEXT_WORD, PAGE, PLACE, READONLY, REQUEST, RESULT, ROLE, SEGMENT, SHRUNK, STATUS, TABLES, TRANSITION_MUTEX, taskAt, VMCOREINFO_SAFECOPY, WORDS, } from "./layout.js";
const globals = [
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
const ofTask = [
    ["request", REQUEST],
    ["result", RESULT],
    ["image", IMAGE],
    ["segment", SEGMENT],
    ["page", PAGE],
    ["killed", KILLED],
    ["allocated image", ALLOCATED],
    ["displaced image", DISPLACED],
];
const ofImage = [
    ["status", STATUS],
    ["flags", FLAGS],
    ["request", LOADED_REQUEST],
    ["entry", ENTRY],
    ["last_entry", LAST_ENTRY],
    ["control_page", HOLE],
    ["page tables", TABLES],
    ["control code page", CONTROL_CODE],
];
const ofFrame = [
    ["role", ROLE],
    ["index", INDEX],
    ["content", CONTENT],
    ["read-only", READONLY],
];
/** Names every byte of the state that is a variable; the rest is padding. */
export function variables(layout) {
    const list = Array.from({ length: layout.listWords }, (_, i) => [i === 0 ? "head" : `list word ${i}`, WORDS + i]);
    return [
        ...named("", 0, globals),
        ...range(layout.bounds.tasks).flatMap((task) => named(`task ${task}: `, taskAt(layout, task), ofTask)),
        ...range(layout.imagesMax).flatMap((i) => named(`image ${i + 1}: `, imageAt(layout, i + 1), [...ofImage, ...list])),
        ...range(layout.frames).flatMap((pfn) => named(`frame ${pfn}: `, frameAt(layout, pfn), ofFrame)),
    ];
}
function named(prefix, base, fields) {
    return fields.map(([name, at]) => ({ name: `${prefix}${name}`, at: base + at }));
}
function range(length) {
    return Array.from({ length }, (_, i) => i);
}
//# sourceMappingURL=variables.js.map