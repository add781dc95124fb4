import { setTimeout as sleep } from "node:timers/promises";
/** Makes a call; where it is held up, the rest happens in the meantime, also to the caller. */
export async function callHeld(held, caller, helpers) {
    const { director, faults } = helpers;
    const place = held?.at.kind === "function" ? held.at.at.symbol : null;
    const armed = [];
    const arm = async (fault) => {
        armed.push({ fault, watch: await director.fail(fault, caller.pages) });
    };
    // who is held at a function fails when it is let go
    const later = faults.filter(({ at }) => at.symbol === place);
    for (const fault of faults)
        if (!later.includes(fault))
            await arm(fault);
    const armLater = async () => {
        for (const { at, returns } of later)
            await arm({ at: { ...at, nth: 1 }, returns });
    };
    const outcome = await perform(held, caller, { ...helpers, armLater });
    const unused = [];
    for (const { fault, watch } of armed) {
        if (await hasHappened(watch.decided))
            continue;
        if (outcome.state !== "the machine has ended")
            await watch.disarm();
        unused.push(fault);
    }
    return { ...outcome, unused };
}
async function perform(held, caller, helpers) {
    if (held === null)
        return { divergences: [], state: await caller.make(null) };
    const { at, meanwhile } = held;
    const own = meanwhile.flatMap((action) => (action.kind === "event" ? [action.event] : []));
    const kills = own.some(({ kind }) => kind === "kill");
    const ends = endingIn(meanwhile) !== undefined;
    if (at.kind === "page") {
        const state = await caller.make(at.page);
        if (state.kind !== "paused")
            return { divergences: [], state: "not held" };
        const divergences = await helpers.perform(meanwhile);
        if (ends)
            return { divergences, state: "the machine has ended" };
        const page = at.ends === "deliver" ? "deliver" : "missing";
        return { divergences, state: await (kills ? caller.kill(page) : caller.resume(at.ends)) };
    }
    const [first] = own;
    const meeting = first ? meetingOf(first) : "stays";
    const watch = await helpers.director.meet(at.at, caller.pages, meeting);
    const making = caller.make(null, meeting === "stays" ? QUICK_ms : undefined);
    making.catch(() => { }); // a machine that has ended does not answer
    const begun = ends ? RUNNING : await making;
    const isThere = Promise.race([watch.decided.then(() => true), sleep(ARRIVAL_ms, false)]);
    if (!(await isThere)) {
        await watch.disarm();
        return { divergences: [], state: "not held" };
    }
    const divergences = await helpers.perform(meanwhile);
    if (ends)
        return { divergences, state: "the machine has ended" };
    if (meeting !== "stays")
        return { divergences, state: begun };
    if (kills)
        await caller.kill("missing", QUICK_ms);
    await helpers.armLater();
    await watch.release();
    return { divergences, state: await caller.wait() };
}
/** How long a call may take to get to where it is held. */
const ARRIVAL_ms = 5_000;
/** We are told when it is there, so the guest need not wait for it. */
const QUICK_ms = 1;
const RUNNING = { kind: "running" };
/** What becomes of the caller itself. */
function meetingOf(change) {
    if (change.kind === "bug")
        return "hits a bug";
    if (change.kind !== "ending")
        return "stays";
    if (change.begins === "bug")
        return "hits a bug";
    return change.begins === "panic of the caller" ? "panics" : "stays";
}
/** What happens to callers and to the machine, wherever in a test. */
export function changesIn(actions) {
    return actions.flatMap((action) => {
        if (action.kind === "event")
            return [action.event];
        const held = "held" in action ? action.held : null;
        return held ? changesIn(held.meanwhile) : [];
    });
}
/** The ending of a test, if its machine ends. */
export function endingIn(actions) {
    return changesIn(actions).find((change) => change.kind === "ending");
}
/** Whether a promise is fulfilled by now. */
async function hasHappened(promise) {
    return Promise.race([promise.then(() => true), sleep(0, false)]);
}
//# sourceMappingURL=held-calls.js.map