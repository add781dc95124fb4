import { planOf } from "../../memory/layout.js";
import { currentPage } from "../../memory/loading.js";
import { lockHolder } from "../../memory/lock.js";
import { isUnload } from "../../memory/request.js";
import { slotOccupied } from "../../memory/slots.js";
import { pointBefore, positionOf } from "./points.js";
import { unitsOf } from "./replay.js";
/**
 * Puts the steps of a run into an order that can be brought about: calls run as a whole, one after
 * the other as they take the lock or are refused; while a call is held up, those run that find the
 * lock held, and what happens to its caller or to the machine.
 *
 * The steps of a call before it takes the lock and after it has released it touch nothing that
 * another call sees, so the order of the locks is what matters. The caller replays the result.
 *
 * @returns the reason, as a sentence, when a call would have to be held up where nothing can
 */
export function schedule(layout, steps) {
    const units = unitsOf(steps).sort((a, b) => commitIndex(a) - commitIndex(b));
    const hosts = new Map(units.map((unit) => [unit, hostOf(units, unit)]));
    const build = (unit) => {
        if (unit.kind !== "call")
            return unit;
        const inside = units.filter((other) => hosts.get(other) === unit);
        const timed = inside.filter((other) => other.kind === "event" || isOpen(other) || isBehindUnlock(unit, other));
        if (inside.length === 0)
            return { ...unit, held: null };
        const place = holdPlace(layout, unit.steps, timed.length > 0 ? momentOf(timed) : null);
        if (typeof place === "string")
            return place;
        const meanwhile = allOrObstacle(inside.map(build));
        return typeof meanwhile === "string" ? meanwhile : { ...unit, held: { ...place, meanwhile } };
    };
    return allOrObstacle(units.filter((unit) => !hosts.get(unit)).map(build));
}
/** The pieces, or the first reason why there is one less. */
function allOrObstacle(pieces) {
    const obstacle = pieces.find((piece) => typeof piece === "string");
    return obstacle ?? pieces.filter((piece) => typeof piece !== "string");
}
/** The steps of pieces in the order in which they happen. */
export function stepsInOrder(pieces) {
    return pieces.flatMap((piece) => {
        if (piece.kind === "write")
            return [piece.step];
        if (piece.kind === "event")
            return piece.steps;
        const { steps, held } = piece;
        if (held === null)
            return steps.filter(({ isNext }) => !isNext);
        const { before, meanwhile } = held;
        const rest = steps.slice(before).filter(({ isNext }) => !isNext);
        return [...steps.slice(0, before), ...stepsInOrder(meanwhile), ...rest];
    });
}
function stepsOf(unit) {
    return unit.kind === "write" ? [unit.step] : unit.steps;
}
function trylockOf(unit) {
    return stepsOf(unit).find(({ event }) => event.type === "kexec_trylock");
}
function firstIndex(unit) {
    return stepsOf(unit)[0]?.index ?? 0;
}
function momentOf(units) {
    return {
        index: Math.min(...units.map(timeOf)),
        mustSleep: units.some((unit) => stepsOf(unit).some(({ event }) => event.type === "crash_handle_hotplug_event")),
    };
}
/** What a call that is held up must have come to. */
function timeOf(unit) {
    return unit.kind === "call" && !isOpen(unit) ? commitIndex(unit) : firstIndex(unit);
}
/** When a unit happens: at its trylock, else at the check that refuses it. */
function commitIndex(unit) {
    if (unit.kind === "event")
        return firstIndex(unit);
    const steps = stepsOf(unit);
    return (trylockOf(unit) ?? steps.at(-2) ?? steps.at(-1))?.index ?? 0;
}
/** The call during which a unit must happen: it has the lock, or it is the one that is hit. */
function hostOf(units, unit) {
    if (unit.kind === "event")
        return victimOf(units, unit.steps);
    const trylock = trylockOf(unit);
    const holder = trylock ? lockHolder(trylock.before.context.mem) : -1;
    const has = (other) => other.kind === "call" &&
        other.task === holder &&
        (other.steps[0]?.index ?? Infinity) < (trylock?.index ?? 0) &&
        (other.steps.at(-1)?.index ?? -1) > (trylock?.index ?? 0);
    const clearsUp = (other) => isBehindUnlock(other, unit);
    return (units.find(has) ?? units.find(clearsUp) ?? (isOpen(unit) ? unfinishedBefore(units, unit) : null));
}
/** Whether a call takes the lock when another has released it, and has not cleared up behind it. */
function isBehindUnlock(other, unit) {
    if (other.kind !== "call" || other === unit)
        return false;
    const trylock = trylockOf(unit);
    const unlock = other.steps.find(({ event }) => event.type === "kexec_unlock");
    const last = other.steps.findLast(({ event }) => event.type === "kimage_free");
    if (!trylock || !unlock || !last)
        return false;
    return unlock.index < trylock.index && trylock.index < last.index;
}
/** Whether a call does not come to its end. */
function isOpen(unit) {
    const last = stepsOf(unit).at(-1);
    return unit.kind === "call" && (last?.event.type !== "sys_exit" || last.isNext === true);
}
/** Two calls do not come to their end: the later one must happen during the earlier one. */
function unfinishedBefore(units, unit) {
    const earlier = (other) => isOpen(other) && firstIndex(other) < firstIndex(unit);
    return units.find(earlier) ?? null;
}
/** Of the calls that are under way: the one that is hit, or the one that the machine is taken from. */
function victimOf(units, [first]) {
    if (first === undefined)
        return null;
    const { event, index, before } = first;
    const hit = "task" in event ? event.task : event.type === "panic" ? event.by : null;
    const victim = hit ?? lockHolder(before.context.mem);
    const isUnderWay = ({ steps }) => {
        const last = steps.at(-1);
        const ended = last?.event.type === "sys_exit" && !last.isNext && last.index < index;
        return (steps[0]?.index ?? Infinity) < index && !ended;
    };
    const calls = units.filter((unit) => unit.kind === "call" && isUnderWay(unit));
    const hasVictim = (unit) => unit.kind === "call" && unit.task === victim;
    return calls.find(hasVictim) ?? calls.find(isOpen) ?? null;
}
const NOTHING_COPIED = "a caller must be held under the lock in a call that copies no page";
const NO_FUNCTION = "a caller must be held where no function begins";
/**
 * Where a call can be held, and how many of its steps come before.
 *
 * @param moment when it must be held; null when all that matters is that it holds the lock
 */
function holdPlace(layout, steps, moment) {
    if (moment !== null)
        return placeAt(layout, steps, moment);
    if (steps[0]?.event.type !== "kexec_load")
        return NOTHING_COPIED;
    for (const before of steps.keys()) {
        const page = pageBefore(layout, steps, before);
        if (typeof page === "string")
            return page;
        const at = page ?? emptyUnloadBefore(layout, steps, before);
        if (at !== null)
            return { at, before };
    }
    return NOTHING_COPIED;
}
/** The nearest place to where a step of the test happens: behind it, else in front of it. */
function placeAt(layout, steps, { index, mustSleep }) {
    const wanted = steps.filter((step) => step.index < index && !step.isNext).length;
    const places = [...steps.keys()].slice(1);
    const behind = places.filter((before) => before >= wanted);
    const inFront = places.filter((before) => before < wanted).reverse();
    for (const before of [...behind, ...inFront]) {
        const isNoPoint = mustSleep || readsFiles(steps[before]);
        const point = isNoPoint ? null : pointBefore(layout, steps, before);
        if (point)
            return { at: { kind: "function", at: point }, before };
        const page = pageBefore(layout, steps, before);
        if (page !== null && typeof page !== "string")
            return { at: page, before };
    }
    return NO_FUNCTION;
}
/** A killed caller would not get its files: a state of the model's that no kernel comes to. */
function readsFiles(step) {
    return step?.event.type === "kimage_file_alloc_init" && step.event.outcome === "ok";
}
/** The page of a buffer that a call is about to copy; null when it copies none. */
function pageBefore(layout, steps, before) {
    const step = steps[before];
    if (step?.event.type !== "copy_from_user")
        return null;
    const { event } = step;
    if (currentPage(layout, step.before.context.mem, event.task).chunk === "none")
        return null;
    const page = positionOf(layout, step);
    const ends = event.outcome === "ok" ? "deliver" : "efault";
    return ends === "deliver" && faultOf(layout, steps)?.segment === page.segment
        ? "a caller must be held at a page of a buffer of which a later page cannot be read"
        : { kind: "page", page, ends };
}
/** kimage_free of an unload that finds nothing: the kernel has emptied the slot by then. */
function emptyUnloadBefore(layout, steps, before) {
    const step = steps[before];
    if (step?.event.type !== "kimage_free")
        return null;
    const { event } = step;
    const { mem } = step.before.context;
    const { request } = planOf(layout, mem, event.task);
    if (!isUnload(request) || slotOccupied(layout, mem, event.task))
        return null;
    const at = pointBefore(layout, steps, before);
    return at && { kind: "function", at };
}
/** The page of a call's buffers that cannot be read, or null. */
export function faultOf(layout, steps) {
    const step = steps.find(({ event }) => event.type === "copy_from_user" && event.outcome === "EFAULT");
    return step ? positionOf(layout, step) : null;
}
//# sourceMappingURL=schedule.js.map