import { follow, panicking } from "./follow-path.js";
import { addressesOf, addressOf, missing } from "./kernel-symbols.js";
import { atCall, KIMAGE_NO_DEST } from "./skip-call.js";
export function createDirector(guest) {
    let connected = null;
    let held = 0;
    const gdb = () => {
        connected ??= guest.vm.openGdb();
        return connected;
    };
    const arrange = async (point, pages, fate) => {
        const found = await addressesOf(guest, point.symbol);
        if (found.length === 0)
            throw missing(point.symbol);
        const port = await gdb();
        const watches = [];
        let isWithin = point.within === undefined;
        for (const address of point.within ? await addressesOf(guest, point.within) : []) {
            const enter = await port.watch(address, () => {
                isWithin = true;
                return { kind: "goOn" };
            });
            enter.decided.catch(() => { }); // it never decides
        }
        const isPoint = isMeant(point, pages);
        const { decide } = atCall(point.nth, (arrival) => isWithin && isPoint(arrival), fate);
        for (const address of found)
            watches.push(await port.watch(address, decide));
        const decided = Promise.race(watches.map((watch) => watch.decided));
        decided.catch(() => { }); // whoever waits for it sees the failure
        return {
            decided,
            release: async () => {
                for (const watch of watches)
                    await watch.release();
            },
            disarm: async () => {
                for (const watch of watches)
                    await watch.disarm();
            },
        };
    };
    return {
        meet: async (point, pages, meeting) => {
            const loop = idle[held % idle.length] ?? idle[0];
            held += 1;
            return arrange(point, pages, await fateOf(guest, meeting, loop));
        },
        fail: ({ at, returns }, pages) => arrange(at, pages, { kind: "return", value: returns }),
        follow: async (path) => follow(guest, await gdb(), path),
        close: async (machine) => {
            const port = await connected;
            await (machine === "alive" ? port?.close() : port?.abandon());
            connected = null;
        },
    };
}
/** Which calls of a point's function are meant. */
function isMeant({ wants }, pages) {
    if (wants === "anything")
        return () => true;
    const wanted = wants === "list page" ? KIMAGE_NO_DEST : pages(wants);
    return ({ arguments: { rdx } }) => rdx === wanted;
}
/** Functions that nobody calls: in place of their beginnings there are loops for whoever stays. */
const idle = ["emergency_restart", "kernel_halt", "kernel_power_off"];
async function fateOf(guest, meeting, loop) {
    switch (meeting) {
        case "stays":
            return { kind: "stay", loop: await addressOf(guest, loop) };
        case "hits a bug":
            return { kind: "goTo", address: 0n }; // nothing is there: a call of a null pointer
        case "panics":
            return panicking(guest);
    }
}
//# sourceMappingURL=director.js.map