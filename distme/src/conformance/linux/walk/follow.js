import { resultName } from "../../../kernel/errno.js";
import { isOnCrash, isUnload } from "../../../memory/request.js";
import { compareOutside } from "../outside/compare.js";
import { observeOutside } from "../outside/view.js";
import { formatLoad } from "../protocol.js";
/** @param count is kept up to date */
export function createFollower(guest, layout, count) {
    const slots = {
        kexec_image: null,
        kexec_crash_image: null,
    };
    const frames = frameKeeper();
    let sinceEmpty = [];
    const follow = (call, seen) => {
        sinceEmpty.push(call.label);
        const differences = compareSeen(call, seen);
        if (differences.length > 0)
            return differences;
        const { kexec_loaded, kexec_crash_loaded, result } = call.expect;
        const { request } = call.plan;
        const isLoaded = result === 0 && !isUnload(request);
        if (isLoaded)
            slots[isOnCrash(request) ? "kexec_crash_image" : "kexec_image"] = call;
        if (kexec_loaded === 0)
            slots.kexec_image = null;
        if (kexec_loaded + kexec_crash_loaded === 0)
            sinceEmpty = [];
        count.steps += call.steps;
        count.calls += 1;
        count.loads += isLoaded ? 1 : 0;
        return [];
    };
    const lookOutside = async ({ after }) => {
        const view = await observeOutside(guest);
        count.looks += 1;
        const calls = { ...slots, loading: null };
        return compareOutside(view, { layout, mem: after.context.mem, calls }, guest.memory);
    };
    const part = (differences) => differences.length === 0 ? null : { step: count.steps, differences, calls: sinceEmpty };
    return {
        async compare(calls, { seen, reserved_frames }) {
            for (const [i, call] of calls.entries()) {
                const parting = part(follow(call, seen[i]));
                if (parting !== null)
                    return parting;
            }
            const last = calls.at(-1);
            if (last === undefined)
                return null;
            const owned = frames.compare(slots.kexec_image, reserved_frames);
            return part([...owned, ...(await lookOutside(last))]);
        },
    };
}
function compareSeen({ expect }, seen) {
    if (seen === undefined)
        return [{ what: "result", model: "one", kernel: "none" }];
    const pairs = [
        { what: "result", model: resultName(expect.result ?? 0), kernel: resultName(seen.result) },
        { what: "kexec_loaded", ...sides(expect.kexec_loaded, seen.kexec_loaded) },
        { what: "kexec_crash_loaded", ...sides(expect.kexec_crash_loaded, seen.kexec_crash_loaded) },
        { what: "lock", ...sides(expect.lock === null ? "free" : "held", seen.lock) },
    ];
    return pairs.filter(({ model, kernel }) => model !== kernel);
}
function sides(model, kernel) {
    return { model: String(model), kernel: String(kernel) };
}
/**
 * Compares the frames that the kernel owns: none when no normal image is loaded, and for the same
 * image always the same number. How many an image needs, the model does not say: its list pages and
 * page tables are smaller.
 */
function frameKeeper() {
    const known = new Map([["", 0]]);
    return {
        compare: (loaded, owned) => {
            const key = loaded === null ? "" : formatLoad(loaded.request);
            const expected = known.get(key) ?? owned;
            known.set(key, expected);
            return expected === owned ? [] : [{ what: "owned frames", ...sides(expected, owned) }];
        },
    };
}
//# sourceMappingURL=follow.js.map