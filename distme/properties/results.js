import { hasUnknownFlags, isForeign } from "../machines/guards.js";
import { errnos } from "../src/kernel/errno.js";
import { COMPAT_SEGMENT_bytes, KEXEC_ON_CRASH, KEXEC_SEGMENT_MAX } from "../src/kernel/kexec.js";
import { isKilled, pastErrnos, resultOf, returnValue } from "../src/memory/call.js";
import { canAllocateFileImage, hasRoomForSegments, hasRoomForTables, } from "../src/memory/file-load.js";
import { localImage } from "../src/memory/kimage.js";
import { get, KEXEC_LOAD_DISABLED, REQUEST } from "../src/memory/layout.js";
import { limitOf } from "../src/memory/limits.js";
import { currentPage } from "../src/memory/loading.js";
import { lockHolder } from "../src/memory/lock.js";
import { parkedHit } from "../src/memory/pages.js";
import { controlPageReadonly, crashkRes, nextHole } from "../src/memory/region.js";
import { isOnCrash } from "../src/memory/request.js";
import * as rules from "../src/memory/segments.js";
import { taskRegion } from "../src/model/compose.js";
import { atUnlock, isDone, ofLoader, ofTask, taskByte, taskStep, tasksOf, } from "./state.js";
/** The error that a call returns, and what it means. */
export const results = (layout) => [
    {
        kind: "alwaysStep",
        name: "first-gate-decides-the-error",
        statement: "Of the gates that refuse a request, the first one decides the error.",
        source: "kernel/kexec.c:kexec_load_check",
        refutedBy: "gates-exchanged",
        ...ofTask(layout, ["kexec_load_check"], {
            holds: ({ before, after, task, plan }) => {
                const disabled = get(before, KEXEC_LOAD_DISABLED) !== 0;
                const limit = isOnCrash(plan.request) ? "panic" : "reboot";
                const closed = disabled || limitOf(before, limit) === 0;
                const expected = gateError(plan.request, closed, layout.bounds);
                return resultOf(layout, after, task) === expected;
            },
        }),
    },
    {
        kind: "alwaysStep",
        name: "first-rule-decides-the-error",
        statement: "Of the rules that a segment list breaks, the first one in the kernel's order decides the " +
            "error, whichever segment breaks it.",
        source: "kernel/kexec_core.c:sanity_check_segment_list",
        refutedBy: "segment-rules-exchanged",
        ...ofTask(layout, ["sanity_check_segment_list"], {
            holds: ({ before, after, task, plan }) => resultOf(layout, after, task) === ruleError(layout, before, plan.request),
        }),
    },
    {
        kind: "alwaysStep",
        name: "failing-step-decides-the-error",
        statement: "A step that fails ends the call with the error of that failure, and a step that does not " +
            "fail ends it with none.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "vmcoreinfo-failure-ignored",
        when: (step) => {
            const own = taskStep(layout, step);
            if (own === null || !isJudged(own.type))
                return false;
            return resultOf(layout, own.before, own.task) === 0;
        },
        holds: (step) => {
            const own = taskStep(layout, step);
            if (!own)
                return true;
            const { event, before } = step;
            const expected = stepError(layout, own.before, event, before.configuration);
            return resultOf(layout, own.after, own.task) === expected;
        },
    },
    {
        kind: "alwaysStep",
        name: "result-is-final",
        statement: "Once a call's error is decided, no later step of the call changes it.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "unlock-clears-the-error",
        ...ofLoader(layout, [], {
            when: ({ before, task, type }) => type !== "sys_exit" && type !== "oops" && resultOf(layout, before, task) !== 0,
            holds: ({ before, after, task }) => resultOf(layout, before, task) === resultOf(layout, after, task),
        }),
    },
    {
        kind: "alwaysStep",
        name: "zero-iff-the-slot-was-exchanged",
        statement: "A call that took the lock returns 0 if and only if its own image is in the slot, or, for " +
            "an unload, the slot is empty; else it returns a negative error.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "exchange-skipped",
        ...atUnlock(layout, {
            holds: (unlock) => (unlock.result === 0) === isDone(unlock),
        }),
    },
    {
        kind: "alwaysStep",
        name: "a-call-returns-zero-or-an-error",
        statement: "Every call returns 0 or a negative error number.",
        source: "kernel/kexec.c:COMPAT_SYSCALL_DEFINE4(kexec_load)",
        refutedBy: "list-fault-returns-what-is-left",
        expect: layout.bounds.features.includes("leftover-count-returned")
            ? {
                kind: "known-violation",
                id: "B4",
                reason: "a 32-bit call whose segment list faults returns the number of bytes that " +
                    "copy_from_user left over, which user space takes for success",
            }
            : { kind: "holds" },
        events: ["sys_exit"],
        holds: ({ before, event }) => event.type !== "sys_exit" ||
            returnValue(resultOf(layout, before.context.mem, event.task)) <= 0,
    },
    {
        kind: "sometimes",
        name: "a-killed-crash-load-installs",
        statement: "At some moment a killed task is about to install its complete crash image.",
        source: "kernel/kexec_core.c:kimage_alloc_pages",
        holds: ({ context: { mem }, configuration }) => tasksOf(layout).some((task) => isKilled(layout, mem, task) &&
            configuration.has(`${taskRegion(task)}.call.locked.complete`) &&
            isOnCrash(requestOf(layout, mem, task))),
    },
];
/** The error of the first gate that refuses, or 0. Stated here a second time, as a list. */
function gateError(request, closed, bounds) {
    const gates = [
        [!request.capSysBoot, errnos.EPERM],
        [closed, errnos.EPERM],
        [request.lsm !== 0, request.lsm],
        [request.lockdown !== 0, request.lockdown],
        [hasUnknownFlags(request.flags, bounds.features), errnos.EINVAL],
        [request.nr_segments > KEXEC_SEGMENT_MAX, errnos.EINVAL],
        [isForeign(request), errnos.EINVAL],
    ];
    return gates.find(([refuses]) => refuses)?.[1] ?? 0;
}
/** The error of the first rule that a segment list breaks, or 0. */
function ruleError(layout, mem, request) {
    const { segments } = request;
    const { bounds } = layout;
    const region = crashkRes(layout, mem);
    const crash = isOnCrash(request);
    const inOrder = [
        [rules.someSegmentWraps(segments), errnos.EADDRNOTAVAIL],
        [rules.someSegmentUnaligned(segments), errnos.EADDRNOTAVAIL],
        [rules.someSegmentBeyondLimit(segments, bounds), errnos.EADDRNOTAVAIL],
        [rules.someSegmentsOverlap(segments), errnos.EINVAL],
        [rules.someBufferTooLong(segments), errnos.EINVAL],
        [rules.someSegmentTooLarge(segments, bounds), errnos.EINVAL],
        [rules.allSegmentsTooLarge(segments, bounds), errnos.EINVAL],
        [crash && rules.someSegmentBelowRegion(segments, region), errnos.EADDRNOTAVAIL],
        [crash && rules.someSegmentAboveRegion(segments, region), errnos.EADDRNOTAVAIL],
    ];
    return inOrder.find(([broken]) => broken)?.[1] ?? 0;
}
/** Gates and rules have properties of their own. */
function isJudged(type) {
    return type !== "kexec_load_check" && type !== "sanity_check_segment_list";
}
/** The error that a step must end the call with, or 0. */
function stepError(layout, mem, event, configuration) {
    const error = (fails, errno) => (fails ? errnos[errno] : 0);
    switch (event.type) {
        case "kexec_trylock":
            return error(lockHolder(mem) >= 0, "EBUSY");
        case "kimage_alloc_init":
            return error(entryOutside(layout, mem, event.task), "EADDRNOTAVAIL");
        case "copy_user_segment_list":
            if (event.outcome === "EFAULT" && leavesBytesOver(layout, mem, event.task)) {
                return pastErrnos + COMPAT_SEGMENT_bytes;
            }
            return event.outcome === "ok" ? 0 : errnos[event.outcome];
        case "kexec_load_permitted":
            return fileGateError(layout, mem, event.task);
        case "kimage_file_alloc_init":
            if (!canAllocateFileImage(layout, mem, event.task))
                return errnos.ENOMEM;
            return event.outcome === "ok" ? 0 : errnos[event.outcome];
        case "kimage_load_segment":
            return error(event.outcome !== "ok" || !hasRoomForSegments(layout, mem, event.task), "ENOMEM");
        case "machine_kexec_prepare":
            if (isFile(layout, mem, event.task) && !hasRoomForTables(layout, mem, event.task)) {
                return errnos.ENOMEM;
            }
            if (controlPageReadonly(layout, mem, localImage(layout, mem, event.task)))
                return 0;
            return event.outcome === "ok" ? 0 : errnos[event.outcome];
        case "do_kimage_alloc_init":
        case "machine_kexec_post_load":
            return event.outcome === "ok" ? 0 : errnos[event.outcome];
        case "kimage_alloc_normal_control_pages":
            return error(event.frame === null || isKilled(layout, mem, event.task), "ENOMEM");
        case "kimage_alloc_crash_control_pages":
            return error(regionFull(layout, mem, event.task), "ENOMEM");
        case "kimage_crash_copy_vmcoreinfo":
            if (!isOnCrash(requestOf(layout, mem, event.task)))
                return 0;
            return error(event.outcome !== "ok" || regionFull(layout, mem, event.task), "ENOMEM");
        case "kimage_alloc_page": {
            const source = configuration.has(`${taskRegion(event.task)}.call.locked.normalSegment.sourcePage`);
            if (source && parkedHit(layout, mem, event.task) >= 0)
                return 0;
            return error(event.frame === null || isKilled(layout, mem, event.task), "ENOMEM");
        }
        case "copy_from_user":
            if (currentPage(layout, mem, event.task).chunk === "none")
                return 0;
            return error(event.outcome !== "ok", "EFAULT");
        default:
            return 0;
    }
}
function isFile(layout, mem, task) {
    return requestOf(layout, mem, task).file === true;
}
/** The error of the first gate of kexec_file_load that refuses, or 0. */
function fileGateError(layout, mem, task) {
    const request = requestOf(layout, mem, task);
    const limit = isOnCrash(request) ? "panic" : "reboot";
    const closed = get(mem, KEXEC_LOAD_DISABLED) !== 0 || limitOf(mem, limit) === 0;
    if (!request.capSysBoot || closed)
        return errnos.EPERM;
    return (request.flags & ~KEXEC_ON_CRASH) === 0 ? 0 : errnos.EINVAL;
}
function leavesBytesOver(layout, mem, task) {
    const { compat = false } = requestOf(layout, mem, task);
    return compat && layout.bounds.features.includes("leftover-count-returned");
}
function requestOf(layout, mem, task) {
    const request = layout.bounds.requests[taskByte(layout, mem, task, REQUEST) - 1];
    if (!request)
        throw new RangeError(`task ${task} is not in a call`);
    return request;
}
function entryOutside(layout, mem, task) {
    const request = requestOf(layout, mem, task);
    const { start, end } = crashkRes(layout, mem);
    return isOnCrash(request) && (request.entry < start || request.entry > end);
}
function regionFull(layout, mem, task) {
    return nextHole(layout, mem, localImage(layout, mem, task)) < 0;
}
//# sourceMappingURL=results.js.map