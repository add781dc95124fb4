import { isFree } from "../memory/frames.js";
import { get, KEXEC_CRASH_IMAGE, KEXEC_IMAGE } from "../memory/layout.js";
import { lockHolder } from "../memory/lock.js";
/**
 * What an observer sees of a state of the model.
 *
 * @param result what the call returned when the step was its sys_exit, else null: the state after
 *   sys_exit has forgotten it
 */
export function observablesOf(layout, mem, result) {
    const holder = lockHolder(mem);
    return {
        kexec_loaded: get(mem, KEXEC_IMAGE) === 0 ? 0 : 1,
        kexec_crash_loaded: get(mem, KEXEC_CRASH_IMAGE) === 0 ? 0 : 1,
        lock: holder < 0 ? null : holder,
        owned_frames: ordinaryFrames(layout).filter((pfn) => !isFree(layout, mem, pfn)).length,
        result,
    };
}
function ordinaryFrames({ bounds }) {
    return Array.from({ length: bounds.frames }, (_, pfn) => pfn);
}
//# sourceMappingURL=observables.js.map