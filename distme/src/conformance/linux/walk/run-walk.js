import { simulate } from "../../../model/simulation.js";
import { chooser } from "../../../testgen/random.js";
import { bootGuest, tidyUp } from "../guest.js";
import { observeOutside } from "../outside/view.js";
import { batchCaller } from "./batch.js";
import { createFollower } from "./follow.js";
import { beginWalk } from "./walk.js";
import { walkWorlds } from "./walk-worlds.js";
/** Calls of a batch: enough that the way there and back does not count. */
const BATCH_calls = 200;
/**
 * Takes a kernel along on long random walks through the model's worlds, and compares every call's
 * result and what is seen after it; at the end of each batch also the frames that the kernel owns,
 * and its memory from outside.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export async function runWalk(options) {
    const { name, kernel, seed, signal, onProgress = () => { } } = options;
    onProgress(`booting ${kernel.package ?? kernel.path}`);
    const guest = await bootGuest(kernel, signal);
    await observeOutside(guest); // which looks up the kernel's symbols, the first time
    const began = performance.now();
    const count = { steps: 0, calls: 0, loads: 0, looks: 0 };
    const worlds = walkWorlds(name);
    const choose = chooser(seed);
    let divergence = null;
    const walked = [];
    try {
        for (const [i, world] of worlds.entries()) {
            const until = Math.ceil((options.steps * (i + 1)) / worlds.length);
            if (count.steps >= until)
                continue;
            onProgress(`walking through ${world.name}, ${count.steps} steps so far`);
            const walk = beginWalk(simulate(world), guest.memory, choose);
            const found = await walkTogether(guest, walk, { count, until });
            walked.push(world.name);
            divergence = found && { ...found, world: world.name, replay: replayOf(options) };
            if (divergence !== null)
                break;
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
    finally {
        await guest.vm.stop();
    }
    const total_ms = Math.round(performance.now() - began);
    const steps_per_s = Math.round((count.steps * 1000) / total_ms);
    return {
        release: guest.release,
        seed,
        ...count,
        worlds: walked,
        total_ms,
        steps_per_s,
        divergence,
    };
}
/** Takes model and kernel through one world, and leaves the kernel with nothing loaded. */
async function walkTogether(guest, walk, { count, until }) {
    const caller = batchCaller(guest.vm.agent);
    const follower = createFollower(guest, walk.simulation.layout, count);
    let calls = walk.next(BATCH_calls);
    while (calls.length > 0 && count.steps < until) {
        const numbers = [];
        for (const { request } of calls)
            numbers.push(await caller.numberOf(request));
        const making = caller.make(numbers);
        const following = walk.next(BATCH_calls); // meanwhile, on another processor
        const parting = await follower.compare(calls, await making);
        if (parting !== null)
            return parting;
        calls = following;
    }
    if (await tidyUp(guest))
        return null;
    const kernel = "something is left after both unloads";
    const differences = [{ what: "owned frames", model: "none", kernel }];
    return { step: count.steps, differences, calls: [] };
}
function replayOf({ name, steps, seed }) {
    return `kexec-model conform --target linux --kernel ${name} --walk ${steps} --seed=${seed}`;
}
//# sourceMappingURL=run-walk.js.map