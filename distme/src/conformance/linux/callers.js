import { GuestError } from "./agent.js";
import { doorRequest } from "./doors.js";
import { guestCall, pageAddress } from "./guest-calls.js";
export function loadCaller({ vm: { agent }, memory }, plan) {
    const { task } = plan;
    const options = (limit_ms) => ({
        observe: "nothing",
        ...(limit_ms !== undefined && { limit_ms }),
    });
    return {
        pages: (page) => pageAddress(plan, memory, page),
        make: async (pause, limit_ms) => (await agent.load(guestCall(plan, memory, pause), options(limit_ms))).state,
        wait: async () => (await agent.wait(task, options())).state,
        resume: async (page) => (await agent.resume(task, page, options())).state,
        kill: async (page, limit_ms) => (await agent.kill(task, page, options(limit_ms))).state,
    };
}
export function doorCaller({ vm: { agent }, memory }, door, task) {
    const none = () => {
        throw new GuestError("expected a call that copies pages, got another");
    };
    return {
        pages: none,
        make: (_pause, limit_ms) => agent.door({ ...doorRequest(door, memory), task }, limit_ms),
        wait: () => agent.awaitDoor(task, "wait"),
        resume: none,
        kill: (_page, limit_ms) => agent.awaitDoor(task, "kill", limit_ms),
    };
}
//# sourceMappingURL=callers.js.map