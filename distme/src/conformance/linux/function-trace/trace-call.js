import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { isOnCrash } from "../../../memory/request.js";
import { pagesOf } from "../../../memory/segments.js";
import { GuestError } from "../agent.js";
import { guestCall } from "../guest-calls.js";
import { stretchedPage, stretchTo } from "../guest-requests.js";
import { withoutForeignPages } from "./call-nesting.js";
import { parseEvents } from "./kernel-events.js";
import { allocators, probes } from "./probes.js";
/** Sets the probes of kexec_load; says which functions this kernel lets be probed. */
export async function startTracing({ trace }) {
    const [own, general] = allocators;
    const without = (name) => probes.filter((p) => p.name !== name);
    const functions = await trace.start(without(general));
    if (own !== undefined && functions.includes(own))
        return functions;
    return await trace.start(without(own));
}
/**
 * Makes a planned call and records what the kernel does in it.
 *
 * @param functions what `startTracing` said
 * @throws GuestError when the call does not end, or the kernel has lost part of its record
 */
export async function traceCall(guest, functions, plan) {
    const { task, request, bounds, secondListPage } = plan;
    const load = guestCall(plan, guest.memory, null);
    const stretch = secondListPage && stretchTo(request, secondListPage);
    const { events, result } = await recordLoad(guest.vm.agent, load);
    return {
        functions,
        task,
        request: bounds.requests.indexOf(request),
        segments: tracedSegments(request, load.segments ?? [], stretch),
        crashRegion: guest.memory.crash.start,
        events,
        result,
    };
}
/**
 * Makes a call and records what the kernel does in it.
 *
 * @param whilePaused what is done while the call is paused, if it pauses
 */
export async function recordLoad({ load: makeLoad, resume, trace }, load, whilePaused = async () => { }) {
    const task = load.task ?? 0;
    const quietly = { observe: "nothing" };
    await trace.restart();
    let { state } = await makeLoad(load, quietly);
    while (state.kind === "paused") {
        await whilePaused();
        ({ state } = await resume(task, "deliver", quietly));
    }
    const { events, lost } = await trace.stop();
    if (state.kind !== "done") {
        throw new GuestError(`expected the call to end, got ${JSON.stringify(state)}`);
    }
    if (lost > 0) {
        throw new GuestError(`expected the whole function trace, got all but ${lost} events: the buffer is too small`);
    }
    const own = events.filter((event) => event.task === task);
    return { events: withoutForeignPages(own), result: state.result };
}
/** Where the pages of a model's request are in the kernel's. */
function tracedSegments(request, segments, stretch) {
    return segments.map(({ mem, memsz }, segment) => {
        const own = request.segments[segment];
        const count = own && !isOnCrash(request) ? Math.min(pagesOf(own), PAGES_MAX) : 0;
        const pages = Array.from({ length: count }, (_, page) => page);
        return {
            start: Number(mem / PAGE_SIZE_bytes),
            pages: Number(memsz / PAGE_SIZE_bytes),
            modelled: new Map(pages.map((page) => [stretchedPage({ segment, page }, stretch).page, page])),
        };
    });
}
/** No world has so many frames: a segment that is larger is refused. */
const PAGES_MAX = 64;
export function saveTrace(trace) {
    return {
        ...trace,
        segments: trace.segments.map((one) => ({ ...one, modelled: [...one.modelled] })),
        events: trace.events.map((event) => {
            const values = event.kind === "enter" ? event.args : [event.value];
            const numbers = values.map((each) => each.toString(16));
            return [event.kind, event.function, String(event.task), ...numbers].join();
        }),
    };
}
export function restoreTrace(saved) {
    const pids = Array.from({ length: saved.task + 1 }, (_, task) => `${task},${task}`);
    return {
        ...saved,
        segments: saved.segments.map((one) => ({ ...one, modelled: new Map(one.modelled) })),
        events: parseEvents(new Map([
            ["e", saved.events],
            ["pid", pids],
        ])),
    };
}
//# sourceMappingURL=trace-call.js.map