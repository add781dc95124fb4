import { traceAgent } from "./function-trace/trace-agent.js";
import { readLines } from "./lines.js";
import { formatDoor, formatFileLoad, formatLoad, parseCallState, parseMachine, parseObservation, parseReply, text, } from "./protocol.js";
import { createQueue } from "./queue.js";
/** The guest did not do what its protocol says: it crashed, hangs, or refused a command of ours. */
export class GuestError extends Error {
    name = "GuestError";
}
const LIMIT_ms = 5_000;
/** For the files that must be read. */
const FILE_LIMIT_ms = 20_000;
/** On top of the guest's own limit: its emulation may be slow, the host busy. */
const GRACE_ms = 20_000;
/**
 * The guest's serial port interrupts when that many bytes came. For fewer it waits a while for
 * more, so commands are padded to a multiple.
 */
const FIFO_bytes = 14;
/**
 * Waits for the agent behind a serial port to say that it is ready.
 *
 * @throws GuestError when it does not within the time
 */
export async function connectAgent(port, limit_ms) {
    const lines = readLines(port);
    const deadline = Date.now() + limit_ms;
    for (let line = ""; line?.trim() !== "0 ready";) {
        line = await lines.next(deadline - Date.now());
        if (line !== null)
            continue;
        const what = lines.end() ?? `nothing in ${limit_ms} ms`;
        throw new GuestError(`expected the guest agent to be ready, got ${what}`);
    }
    return createAgent(requester(port, lines));
}
function createAgent({ request, forget }) {
    const call = async (verb, args, options = {}) => {
        const limit_ms = options.limit_ms ?? LIMIT_ms;
        const level = levels[options.observe ?? "state"];
        const command = `${verb} ${args} observe=${level} limit_ms=${limit_ms}`;
        const reply = await request(command, limit_ms);
        return { state: stateOf(reply, verb), observation: parseObservation(reply) };
    };
    const symbols = async (name) => {
        const reply = await request(`symbol name=${name}`);
        return (reply.get("address") ?? []).map(BigInt).filter((address) => address !== 0n);
    };
    return {
        hello: async () => parseMachine(await request("hello")),
        load: (load, options) => call("load", formatLoad(load), options),
        resume: (task, page, options) => call("resume", `task=${task} page=${page}`, options),
        wait: (task, options) => call("wait", `task=${task}`, options),
        kill: (task, page = "missing", options) => call("kill", `task=${task} page=${page}`, options),
        observe: async (level = "frames") => {
            const observation = parseObservation(await request(`observe observe=${levels[level]}`));
            if (observation !== null)
                return observation;
            throw new GuestError("expected an observation in the reply to observe, got none");
        },
        readSysctl: async (name) => {
            const reply = await request(`sysctl name=${name}`);
            const value = reply.has("value") ? Number(text(reply, "value")) : null;
            return { result: Number(text(reply, "result")), value };
        },
        writeSysctl: async (name, value) => Number(text(await request(`sysctl name=${name} value=${value}`), "result")),
        door: async (door, limit_ms = LIMIT_ms) => stateOf(await request(`door ${formatDoor(door)} limit_ms=${limit_ms}`, limit_ms), "door"),
        awaitDoor: async (task, how, limit_ms = LIMIT_ms) => {
            const command = `door task=${task} name=${how} limit_ms=${limit_ms}`;
            return stateOf(await request(command, limit_ms), "door");
        },
        put: async (path, value) => Number(text(await request(`put name=${path} text=${value}`), "result")),
        crash: async () => void (await request("crash")),
        trace: traceAgent(request),
        symbols,
        symbol: async (name) => {
            const [address, ...others] = await symbols(name);
            if (address !== undefined && others.length === 0)
                return address;
            const count = address === undefined ? 0 : 1 + others.length;
            throw new GuestError(`expected 1 kernel symbol ${name}, got ${count}`);
        },
        fileLoad: async (files) => {
            const command = `door name=file ${formatFileLoad(files)} limit_ms=${FILE_LIMIT_ms}`;
            const state = stateOf(await request(command, FILE_LIMIT_ms), "door");
            if (state.kind === "done")
                return state.result;
            throw new GuestError(`expected the load by file to end, got ${state.kind}`);
        },
        forget,
        ask: (command, limit_ms) => request(command, limit_ms),
        quit: async () => void (await request("quit")),
    };
}
function stateOf(reply, verb) {
    const state = parseCallState(reply);
    if (state !== null)
        return state;
    throw new GuestError(`expected the state of a call in the reply to ${verb}, got none`);
}
const levels = { nothing: 0, state: 1, frames: 2 };
/**
 * Sends one command at a time and waits for the reply with its number. Other lines are skipped: a
 * late reply to a command that we gave up, or characters of someone else's on the port.
 */
function requester(port, lines) {
    let inOrder = createQueue();
    let sequence = 0;
    const exchange = async (command, limit_ms) => {
        sequence += 1;
        const line = `${sequence} ${command}`;
        port.write(`${line.padEnd(Math.ceil((line.length + 1) / FIFO_bytes) * FIFO_bytes - 1)}\n`);
        return await awaitReply({ lines, sequence, command, deadline: Date.now() + limit_ms });
    };
    return {
        request: (command, limit_ms = LIMIT_ms) => inOrder(() => exchange(command, limit_ms + GRACE_ms)),
        forget: () => {
            lines.interrupt();
            inOrder = createQueue();
        },
    };
}
async function awaitReply({ lines, sequence, command, deadline }) {
    for (;;) {
        const line = await lines.next(deadline - Date.now());
        if (line === null) {
            throw new GuestError(`expected a reply to \`${command}\`, got ${lines.end() ?? "none"}`);
        }
        const reply = parseReply(line, sequence);
        if (reply === null)
            continue;
        if (reply.ok)
            return reply.values;
        const reason = text(reply.values, "reason");
        throw new GuestError(`expected the agent to do \`${command}\`, got ${reason}`);
    }
}
//# sourceMappingURL=agent.js.map