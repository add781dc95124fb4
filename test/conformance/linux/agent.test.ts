import { Duplex } from "node:stream";
import { describe, expect, it } from "vitest";
import { type Agent, connectAgent } from "../../../src/conformance/linux/agent.ts";

describe("the agent's client", () => {
  it("skips lines that are no reply to its command", async () => {
    const { agent } = await connect(["0 ok late=1", "garb\0age", "1 ok result=0 value=5"]);
    expect(await agent.readSysctl("kexec_load_disabled")).toEqual({ result: 0, value: 5 });
  });

  it("sends one command at a time, in order, padded to the port's buffer", async () => {
    const { agent, sent } = await connect(["1 ok result=0", "2 ok result=-22"]);
    const results = [agent.writeSysctl("a", 1), agent.writeSysctl("b", 0)];
    expect(await Promise.all(results)).toEqual([0, -22]);
    expect(sent.map((line) => line.trimEnd())).toEqual([
      "1 sysctl name=a value=1",
      "2 sysctl name=b value=0",
    ]);
    expect(sent.map((line) => line.length % 14)).toEqual([0, 0]);
  });

  it("says which command the guest refused, and why", async () => {
    const { agent } = await connect(["1 error reason=task-is-in-no-call"]);
    await expect(agent.wait(2)).rejects.toThrow(
      "expected the agent to do `wait task=2 observe=1 limit_ms=5000`, got task-is-in-no-call",
    );
  });

  it("says that the guest is gone", async () => {
    const { agent } = await connect([null]);
    await expect(agent.hello()).rejects.toThrow(
      "expected a reply to `hello`, got the end of the connection",
    );
  });

  it("waits for the agent only so long", async () => {
    const silent = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
    await expect(connectAgent(silent, 20)).rejects.toThrow(
      "expected the guest agent to be ready, got nothing in 20 ms",
    );
  });
});

/** A guest that sends all lines up to a reply to each command; null ends the connection. */
async function connect(
  replies: readonly (string | null)[],
): Promise<{ readonly agent: Agent; readonly sent: readonly string[] }> {
  const sent: string[] = [];
  const left = [...replies];
  const port = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      sent.push(chunk.toString());
      const sequence = chunk.toString().split(" ")[0] ?? "";
      for (let line = left.shift(); line !== undefined; line = left.shift()) {
        this.push(line === null ? null : `${line}\n`);
        if (line === null || line.startsWith(`${sequence} `)) break;
      }
      done();
    },
  });
  port.push("noise\n0 ready\r\n");
  return { agent: await connectAgent(port, 1000), sent };
}
