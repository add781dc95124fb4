import { text } from "../protocol.js";
import { parseEvents } from "./kernel-events.js";
export function traceAgent(request) {
    return {
        start: async (probes) => {
            const words = probes.flatMap(({ name, fetches, returns }) => [
                `probe=${["p", name, ...fetches].join(",")}`,
                ...(returns ? [`probe=r,${name}`] : []),
            ]);
            const reply = await request(`trace name=on ${words.join(" ")}`);
            const missing = new Set(reply.get("missing")?.map((word) => word.slice(2)));
            return probes.map(({ name }) => name).filter((name) => !missing.has(name));
        },
        restart: async () => void (await request("trace name=on")),
        stop: async () => {
            await request("trace name=off");
            const events = [];
            for (let lost = 0;;) {
                const reply = await request("trace name=read");
                events.push(...parseEvents(reply));
                for (const count of reply.get("lost") ?? [])
                    lost += Number(count);
                if (text(reply, "more") === "0")
                    return { events, lost };
            }
        },
        holdFrames: async (count) => ((await request(`frames name=hold value=${count}`)).get("frame") ?? []).map(Number),
        giveFrames: async () => void (await request("frames name=give")),
    };
}
//# sourceMappingURL=trace-agent.js.map