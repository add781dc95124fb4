import { errnos } from "../src/kernel/errno.js";
import { PAGE_SIZE_bytes } from "../src/memory/bounds.js";
import { otherCallOf, resultOf } from "../src/memory/call.js";
import { wantsUpdate } from "../src/memory/elfcorehdr.js";
import { regionEnd } from "../src/memory/frames.js";
import { get, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_LOAD_DISABLED, SHRUNK, } from "../src/memory/layout.js";
import { limitOf } from "../src/memory/limits.js";
import { lockHolder, workerOf } from "../src/memory/lock.js";
import { comparedSize, regionSize } from "../src/memory/region.js";
import { isOnCrash, isUnload } from "../src/memory/request.js";
import { placesOf } from "./places.js";
import { has, ofLoader } from "./state.js";
const limits = ["reboot", "panic"];
/** Load limits, the size of the crash region, and hotplug events. */
export const settings = (layout) => [
    ...sizes(layout),
    ...(has(layout, "load-limits") ? loadLimits(layout) : []),
    ...(has(layout, "crash-hotplug") ? hotplugEvents(layout) : []),
];
const sizes = (layout) => [
    {
        kind: "alwaysStep",
        name: "first-rule-of-the-crash-size-decides",
        needs: "size",
        statement: "A new crash size ends with ENOENT while a crash image is loaded, else with EINVAL if it is " +
            "larger, with 0 if it is the same, else with ENOMEM if memory is refused, else with 0.",
        source: "kernel/crash_core.c:crash_shrink_memory",
        refutedBy: "crash-size-rules-exchanged",
        events: ["crash_shrink_memory"],
        holds: ({ before, event, after }) => {
            if (event.type !== "crash_shrink_memory")
                return true;
            const expected = sizeError(layout, before.context.mem, event);
            return resultOf(layout, after.context.mem, event.task) === expected;
        },
    },
    {
        kind: "alwaysStep",
        name: "the-region-only-shrinks",
        needs: "size",
        statement: "The crash region never grows, and only crash_shrink_memory makes it smaller.",
        source: "kernel/crash_core.c:crash_shrink_memory",
        refutedBy: "crash-size-can-grow",
        when: ({ before, after }) => get(before.context.mem, SHRUNK) !== get(after.context.mem, SHRUNK) &&
            placesOf(after.configuration).running,
        holds: ({ before, event, after }) => event.type === "crash_shrink_memory" &&
            get(after.context.mem, SHRUNK) > get(before.context.mem, SHRUNK),
    },
    {
        kind: "always",
        name: "a-loaded-region-keeps-its-size",
        needs: "size",
        statement: "The segments of an installed crash image lie inside the crash region.",
        source: "kernel/crash_core.c:crash_shrink_memory",
        refutedBy: "crash-size-under-an-image",
        when: ({ context: { mem } }) => get(mem, KEXEC_CRASH_IMAGE) !== 0 && get(mem, SHRUNK) !== 0,
        holds: ({ context: { mem } }) => isInside(layout, mem),
    },
    {
        kind: "alwaysStep",
        name: "a-larger-region-is-refused",
        needs: "size",
        statement: "A new crash size that is larger than the region's never succeeds.",
        source: "kernel/crash_core.c:crash_shrink_memory",
        refutedBy: "crash-size-wraps",
        expect: has(layout, "shrink-rounding-wraps")
            ? {
                kind: "known-violation",
                id: "N1",
                reason: "rounding up wraps: a size in the last page of the address space becomes 0, and the " +
                    "whole region is given back for ever",
            }
            : { kind: "holds" },
        events: ["crash_shrink_memory"],
        when: ({ before, event }) => event.type === "crash_shrink_memory" &&
            askedBytes(layout, before.context.mem, event.task) > regionSize(layout, before.context.mem),
        holds: ({ event, after }) => event.type !== "crash_shrink_memory" || resultOf(layout, after.context.mem, event.task) !== 0,
    },
    {
        kind: "alwaysStep",
        name: "a-size-of-as-many-pages-changes-nothing",
        needs: "size",
        statement: "A new crash size that rounds up to as many pages as the region has succeeds, and allocates " +
            "nothing for it.",
        source: "kernel/crash_core.c:crash_shrink_memory",
        refutedBy: "crash-size-compared-before-rounding",
        expect: has(layout, "shrink-rounds-first")
            ? { kind: "holds" }
            : {
                kind: "known-violation",
                id: "3.2 #16",
                reason: "the size is compared before it is rounded up: for a size just below the region's a " +
                    "resource is made whose start lies behind its end, and is lost",
            },
        events: ["crash_shrink_memory"],
        when: ({ before, event }) => {
            if (event.type !== "crash_shrink_memory")
                return false;
            const { mem } = before.context;
            const asked = roundUp(askedBytes(layout, mem, event.task));
            return get(mem, KEXEC_CRASH_IMAGE) === 0 && asked === regionSize(layout, mem);
        },
        holds: ({ event, after }) => event.type !== "crash_shrink_memory" || resultOf(layout, after.context.mem, event.task) === 0,
    },
];
const loadLimits = (layout) => [
    {
        kind: "alwaysStep",
        name: "load-limits-only-go-down",
        needs: "limits",
        statement: "A load limit that is set stays set, and never goes up.",
        source: "kernel/kexec_core.c:kexec_limit_handler",
        refutedBy: "load-limit-goes-up",
        when: ({ before, after }) => placesOf(after.configuration).running &&
            limits.some((name) => limitOf(before.context.mem, name) >= 0),
        holds: ({ before, after }) => limits.every((name) => {
            const old = limitOf(before.context.mem, name);
            const now = limitOf(after.context.mem, name);
            return old < 0 || (now >= 0 && now <= old);
        }),
    },
    {
        kind: "alwaysStep",
        name: "every-attempt-consumes-the-limit",
        needs: "limits",
        statement: "A load or unload that has the capability and is not disabled consumes one of the limit of " +
            "its kind of image, whatever becomes of it, and nothing else does.",
        source: "kernel/kexec_core.c:kexec_load_permitted",
        refutedBy: "unload-spares-the-limit",
        ...ofLoader(layout, ["kexec_load_check", "kexec_load_permitted"], {
            when: ({ before, plan }) => limitOf(before, ownLimitOf(plan)) > 0,
            holds: (own) => {
                const used = limitOf(own.before, ownLimitOf(own.plan)) - limitOf(own.after, ownLimitOf(own.plan));
                return used === (isPermitted(own) ? 1 : 0);
            },
        }),
    },
    {
        kind: "alwaysStep",
        name: "an-unload-leaves-the-load-limit-alone",
        needs: "limits",
        statement: "An unload does not consume a load limit.",
        source: "kernel/kexec_core.c:kexec_load_permitted",
        expect: {
            kind: "weakness",
            reason: "the limit counts calls, before anybody looks at what the call is for",
        },
        ...ofLoader(layout, ["kexec_load_check", "kexec_load_permitted"], {
            when: ({ plan }) => isUnload(plan.request),
            holds: ({ before, after, plan }) => limitOf(before, ownLimitOf(plan)) === limitOf(after, ownLimitOf(plan)),
        }),
    },
];
const hotplugEvents = (layout) => [
    {
        kind: "alwaysStep",
        name: "a-hotplug-event-keeps-the-lock-rule",
        needs: "hotplug",
        statement: "A hotplug event takes the lock if and only if it is free and a crash image wants the update.",
        source: "kernel/crash_core.c:crash_handle_hotplug_event",
        refutedBy: "hotplug-ignores-the-lock",
        events: ["crash_handle_hotplug_event"],
        holds: ({ before, after }) => {
            const { mem } = before.context;
            const takes = lockHolder(mem) < 0 && wantsUpdate(layout, mem);
            const took = !before.configuration.has("running.hotplug.unprotected") &&
                after.configuration.has("running.hotplug.unprotected");
            return took === takes;
        },
    },
    {
        kind: "alwaysStep",
        name: "every-hotplug-event-reaches-the-crash-image",
        needs: "hotplug",
        statement: "A crash image that wants updates gets one at every hotplug event.",
        source: "kernel/crash_core.c:crash_handle_hotplug_event",
        expect: {
            kind: "weakness",
            reason: "the lock is only tried: if it is held, the update is dropped and never made up for",
        },
        events: ["crash_handle_hotplug_event"],
        when: ({ before }) => wantsUpdate(layout, before.context.mem),
        holds: ({ after }) => lockHolder(after.context.mem) === workerOf(layout),
    },
];
/** The result of a new size: the rules once more, as a list in the kernel's order. */
function sizeError(layout, mem, event) {
    const asked = comparedSize(layout, askedBytes(layout, mem, event.task));
    const rules = [
        [get(mem, KEXEC_CRASH_IMAGE) !== 0, errnos.ENOENT],
        [asked > regionSize(layout, mem), errnos.EINVAL],
        [asked === regionSize(layout, mem), 0],
        [event.outcome !== "ok", errnos.ENOMEM],
    ];
    return rules.find(([applies]) => applies)?.[1] ?? 0;
}
function roundUp(size_bytes) {
    return ((size_bytes + PAGE_SIZE_bytes - 1n) / PAGE_SIZE_bytes) * PAGE_SIZE_bytes;
}
function askedBytes(layout, mem, task) {
    const call = otherCallOf(layout, mem, task);
    return call?.call === "crash_size_store" ? (call.size_bytes ?? 0n) : 0n;
}
function isInside(layout, mem) {
    const { destinations } = imagePlan(layout, mem, get(mem, KEXEC_CRASH_IMAGE));
    return [...destinations].every((pfn) => pfn < regionEnd(layout, mem));
}
function ownLimitOf(plan) {
    return isOnCrash(plan.request) ? "panic" : "reboot";
}
function isPermitted({ before, plan }) {
    return plan.request.capSysBoot && get(before, KEXEC_LOAD_DISABLED) === 0;
}
//# sourceMappingURL=settings.js.map