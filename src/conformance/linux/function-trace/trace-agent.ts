import type { Pfn } from "../../../memory/bounds.ts";
import { type Reply, text } from "../protocol.ts";
import { type KernelEvent, parseEvents, type Recording } from "./kernel-events.ts";
import type { Probe } from "./probes.ts";

/** The part of the guest agent that records the kernel's function trace. */
export interface TraceAgent {
  /**
   * Sets the probes, and records from now on what the agent and its tasks do.
   *
   * @returns the functions that this kernel lets be probed
   */
  start(probes: readonly Probe[]): Promise<readonly string[]>;
  /** Forgets what was recorded, and records from now on, with the probes of before. */
  restart(): Promise<void>;
  /** Records no more, and reads what was recorded. */
  stop(): Promise<Recording>;
  /** Takes page frames away from the kernel; says which. */
  holdFrames(count: number): Promise<readonly Pfn[]>;
  /** Gives them back: they are the next ones that kexec is given, in their order. */
  giveFrames(): Promise<void>;
}

type Request = (command: string) => Promise<Reply>;

export function traceAgent(request: Request): TraceAgent {
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
      const events: KernelEvent[] = [];
      for (let lost = 0; ; ) {
        const reply = await request("trace name=read");
        events.push(...parseEvents(reply));
        for (const count of reply.get("lost") ?? []) lost += Number(count);
        if (text(reply, "more") === "0") return { events, lost };
      }
    },
    holdFrames: async (count) =>
      ((await request(`frames name=hold value=${count}`)).get("frame") ?? []).map(Number),
    giveFrames: async () => void (await request("frames name=give")),
  };
}
