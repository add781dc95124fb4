import { once } from "node:events";
import { connect } from "node:net";
import { withResolvers } from "../../base/with-resolvers.js";
import { ask, expectOk, hex, readMemory, readRegister, writeMemory, writeRegister, } from "./gdb-access.js";
import { enterLoop, insert, jumpTo, readEntryNop, remove, returnAtOnce, stepOver, } from "./gdb-code.js";
import { GdbError, openPackets } from "./gdb-packets.js";
/**
 * Connects to QEMU's gdb stub on a Unix socket.
 *
 * Connecting stops the machine; it runs again when this returns.
 */
export async function connectGdb(path) {
    const socket = connect(path);
    await once(socket, "connect");
    const port = openPackets(socket);
    // QEMU lets single registers be read and written only after it was asked to describe them.
    await ask(port, "qXfer:features:read:target.xml:0,ffb");
    const session = createSession(port);
    const close = async (loops) => {
        await session.whileStopped(async () => {
            for (const { address, done } of session.breakpoints.values()) {
                await remove(port, address);
                done.reject(new GdbError(`expected a call of ${hex(address)}, got close()`));
            }
            session.breakpoints.clear();
            for (const [loop, bytes] of loops)
                await writeMemory(port, loop, bytes);
            session.detach();
        });
        socket.destroy();
    };
    return {
        watch: (address, decide, code = "present") => session.whileStopped(() => arm(session, { address, decide, code })),
        readMemory: (address, length_bytes) => session.whileStopped(() => readMemory(port, address, length_bytes)),
        close: () => close(session.replaced),
        abandon: () => close(new Map()),
    };
}
/** Lets the machine run, and stops it for every job; in between it serves breakpoints. */
function createSession(port) {
    const breakpoints = new Map();
    const replaced = new Map();
    const jobs = [];
    let running = false;
    let attached = true;
    const serve = async () => {
        while (attached) {
            for (let job = jobs.shift(); job !== undefined; job = jobs.shift())
                await job();
            if (!attached)
                break;
            running = true; // no `await` between the last look at `jobs` and this
            port.send("c");
            const stop = await port.receive(null);
            running = false;
            if (stop === null)
                throw new GdbError("expected QEMU's gdb stub to stay, got its end");
            await serveStop({ port, breakpoints, replaced }, stop);
        }
        await ask(port, "D");
    };
    const ended = serve().catch((error) => {
        attached = false;
        for (const { done } of breakpoints.values())
            done.reject(error);
        throw error;
    });
    ended.catch(() => { });
    return {
        port,
        replaced,
        breakpoints,
        detach: () => {
            attached = false;
        },
        async whileStopped(job) {
            const result = new Promise((resolve, reject) => {
                jobs.push(() => job().then(resolve, reject));
            });
            if (running)
                port.interrupt(); // QEMU ignores it when a breakpoint was faster
            const value = await Promise.race([result, ended.then(() => result)]);
            if (!attached)
                await ended;
            return value;
        },
    };
}
async function arm(session, { address, decide, code }) {
    const { port, breakpoints, whileStopped } = session;
    if (breakpoints.has(address)) {
        throw new GdbError(`expected one breakpoint per function, got another at ${hex(address)}`);
    }
    const nop = code === "present" ? await readEntryNop(port, address) : null;
    const breakpoint = { address, decide, nop, done: withResolvers(), loop: null };
    breakpoint.done.promise.catch(() => { }); // whoever waits for it sees the failure
    await insert(port, address);
    breakpoints.set(address, breakpoint);
    return {
        decided: breakpoint.done.promise,
        release: () => whileStopped(async () => {
            const { loop } = breakpoint;
            if (loop !== null)
                await writeMemory(port, loop, jumpTo(address, loop));
            breakpoint.loop = null;
        }),
        disarm: () => whileStopped(async () => {
            if (breakpoints.get(address) !== breakpoint)
                return; // it has struck
            breakpoints.delete(address);
            await remove(port, address);
        }),
    };
}
/** Looks whether the machine stopped at a breakpoint, and does what is decided there. */
async function serveStop(machine, stop) {
    const { port, breakpoints } = machine;
    const thread = /^T05.*thread:([^;]+);/.exec(stop)?.[1];
    if (thread === undefined)
        return; // an interrupt
    await expectOk(port, `Hg${thread}`);
    const breakpoint = breakpoints.get(await readRegister(port, "rip"));
    if (breakpoint === undefined)
        return; // disarmed while it was on its way
    const { address } = breakpoint;
    const fate = breakpoint.decide({ address, arguments: await readArguments(port) });
    if (fate.kind === "goOn") {
        await pass(port, breakpoint, thread);
        return;
    }
    await remove(port, address);
    breakpoints.delete(address);
    await meet(machine, breakpoint, fate);
    breakpoint.done.resolve();
}
async function readArguments(port) {
    return {
        rdi: await readRegister(port, "rdi"),
        rsi: await readRegister(port, "rsi"),
        rdx: await readRegister(port, "rdx"),
    };
}
/** Goes on behind a breakpoint that stays. */
async function pass(port, { address, nop }, thread) {
    if (nop === null)
        await stepOver(port, address, thread);
    else
        await writeRegister(port, "rip", address + BigInt(nop.length));
}
async function meet(machine, breakpoint, fate) {
    const { port, replaced } = machine;
    switch (fate.kind) {
        case "return":
            await returnAtOnce(port, fate.value);
            break;
        case "goTo":
            if (fate.rdi !== undefined)
                await writeRegister(port, "rdi", fate.rdi);
            await writeRegister(port, "rip", fate.address);
            break;
        case "stay":
            await enterLoop(port, replaced, fate.loop);
            breakpoint.loop = fate.loop;
    }
}
//# sourceMappingURL=gdb.js.map