import { assert } from "../../../base/assert.js";
import { GuestError } from "../agent.js";
import { formatLoad, text } from "../protocol.js";
/** As many as one line of a command, and one of a reply, has room for. */
export const BATCH_MAX_calls = 500;
/** As many as the agent remembers; another walk begins at 0 again. */
const CALLS_MAX = 1024;
/** A batch lasts some 100 ms; an image of 500 pages takes a few more. */
const LIMIT_ms = 30_000;
export function batchCaller(agent) {
    const numbers = new Map();
    return {
        async numberOf(request) {
            const call = formatLoad(request);
            const known = numbers.get(call);
            if (known !== undefined)
                return known;
            const number = numbers.size;
            assert(number < CALLS_MAX, `a walk makes more than ${CALLS_MAX} different calls`);
            await agent.ask(`define value=${number} ${call}`);
            numbers.set(call, number);
            return number;
        },
        async make(wanted) {
            const command = `batch observe=2 text=${wanted.join(",")} limit_ms=${LIMIT_ms}`;
            const reply = await agent.ask(command, LIMIT_ms);
            const words = text(reply, "seen").split(",");
            const seen = words.filter((word) => word !== "").map(parseSeen);
            const frames = Number(text(reply, "reserved"));
            if (seen.length === wanted.length)
                return { seen, reserved_frames: frames };
            const state = reply.get("state")?.[0] ?? "nothing";
            throw new GuestError(`expected call ${seen.length + 1} of a batch to end, got ${state}`);
        },
    };
}
/** `-22/10f`: the result, whether a normal and a crash image are loaded, whether the lock is free. */
export function parseSeen(word) {
    const [, result, loaded, crash, lock] = /^(-?\d+)\/([01])([01])([fh])$/.exec(word) ?? [];
    if (result === undefined)
        throw new GuestError(`expected what a call did, got \`${word}\``);
    return {
        result: Number(result),
        kexec_loaded: loaded === "1" ? 1 : 0,
        kexec_crash_loaded: crash === "1" ? 1 : 0,
        lock: lock === "h" ? "held" : "free",
    };
}
//# sourceMappingURL=batch.js.map