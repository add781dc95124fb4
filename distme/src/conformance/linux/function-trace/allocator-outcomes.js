import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { kernels } from "../../../model/kernels.js";
import { normal, unloadNormal } from "../../../model/requests.js";
import { simulate } from "../../../model/simulation.js";
import { LIST_ENTRIES } from "../guest-requests.js";
import { sightsOf } from "./sights.js";
import { recordLoad } from "./trace-call.js";
import { trackedFrom } from "./tracked.js";
import { validate } from "./validate.js";
/**
 * Which frame the page allocator gives decides what a load does: it may be anybody's, or the very
 * destination that it is for, or the destination of another page, loaded already or not yet. Nobody
 * can choose it; but a processor's list of free pages gives back what was freed last. So a load is
 * made and taken away, and the next one goes to just those frames that the one before was given. For
 * the second list page, which comes 500 pages later, the frames are held until the load is there.
 */
/** Single pages that go to frames which the page allocator is likely to give. */
export const TARGETS = 6;
/** Where the second list page is needed. */
const layouts = {
    none: 2 * (1 + TARGETS) + 2,
    "for a source page": 7,
    "for a destination": 8,
};
export const secondListPages = Object.keys(layouts); // its own keys
/** The transitions that the page allocator's answers decide between, less what x86-64 cannot do. */
export const wantedTransitions = [
    ...["kimageAllocInit.controlPage", "kimageAllocInit.swapPage", "machineKexecPrepare.table"].map((state) => `call.locked.${state} kimage_alloc_normal_control_pages 2`),
    ...keys("listPageForDestination", [2, 3, 4]),
    ...keys("sourcePage", [0, 3, 4, 5, 6]),
    ...keys("listPageForSource", [3, 4, 5]),
];
function keys(state, positions) {
    return positions.map((position) => `call.locked.normalSegment.${state} kimage_alloc_page ${position}`);
}
/** The model's world: one page where nobody's page is, then the targets, each a segment. */
export function outcomeWorld(kernel, { secondListPage, tablePages }) {
    const pages = Array.from({ length: 1 + TARGETS }, (_, i) => [2 * i, 1]);
    return {
        name: `allocator outcomes, second list page ${secondListPage}`,
        purpose: "one caller whose destinations are pages that the page allocator gives",
        bounds: {
            tasks: 1,
            frames: 28,
            crashFrames: 1,
            overLimit: [],
            listPageWords: layouts[secondListPage] + 1,
            tablePages,
            requests: [normal("single pages", ...pages), unloadNormal],
            features: kernels[kernel],
        },
        sigkill: false,
        sysctl: false,
    };
}
export function openRange(guest, functions, { kernel, ...shape }) {
    const simulation = simulate(outcomeWorld(kernel, shape));
    return { guest, functions, simulation, secondListPage: shape.secondListPage };
}
/**
 * Loads an image whose single pages go to `targets`, and takes it away again.
 *
 * @param whilePaused if given, the load is paused before the first of them, and this is done
 */
export async function aim(range, targets, whilePaused) {
    const { guest, functions, simulation, secondListPage } = range;
    const { base, crash } = guest.memory;
    const inserted = secondListPage === "none" ? 0 : LIST_ENTRIES - layouts[secondListPage];
    const segments = [
        { start: base, pages: 1 + inserted, modelled: new Map([[0, 0]]) },
        ...targets.map((start) => ({ start, pages: 1, modelled: new Map([[0, 0]]) })),
    ];
    const common = { functions, task: 0, crashRegion: crash.start };
    const load = {
        ...(whilePaused && { pauses: [{ segment: 0, page: inserted }] }),
        segments: segments.map(({ start, pages }) => ({
            mem: BigInt(start) * PAGE_SIZE_bytes,
            memsz: BigInt(pages) * PAGE_SIZE_bytes,
            bufsz: BigInt(pages) * PAGE_SIZE_bytes,
        })),
    };
    const trace = {
        ...common,
        request: 0,
        segments,
        ...(await recordLoad(guest.vm.agent, load, whilePaused)),
    };
    const unload = {
        ...common,
        request: 1,
        segments: [],
        ...(await recordLoad(guest.vm.agent, { segments: [] })),
    };
    const before = [trackedFrom(simulation.initial)];
    const verdict = validate(simulation, before, trace);
    const freed = verdict.accepted ? validate(simulation, verdict.after, unload) : verdict;
    return { secondListPage, targets, trace, verdict: freed.accepted ? verdict : freed };
}
/** The frames that the page allocator gave in a load, in order, those for inserted pages left out. */
export function framesGiven({ events, segments }) {
    const [first] = segments;
    const isInserted = (destination) => first !== undefined &&
        destination !== null &&
        destination > first.start &&
        destination < first.start + first.pages;
    return sightsOf(events).flatMap(({ sight }) => {
        if (sight.kind === "control-frame")
            return sight.frame ?? [];
        if (sight.kind !== "frame" || isInserted(sight.destination))
            return [];
        return sight.frame ?? [];
    });
}
/** Page tables that were allocated in a load. */
export function tablePagesIn({ events }) {
    return sightsOf(events).filter(({ sight }) => sight.kind === "control-wanted" && sight.use === "tables").length;
}
//# sourceMappingURL=allocator-outcomes.js.map