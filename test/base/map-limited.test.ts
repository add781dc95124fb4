import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { mapLimited } from "../../src/base/map-limited.ts";

describe("jobs with a limit", () => {
  it("never run more at once, and give their results in the order of the items", async () => {
    let running = 0;
    let most = 0;
    const results = await mapLimited([30, 1, 20, 2, 10], 2, async (ms) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(ms);
      running -= 1;
      return ms * 2;
    });
    expect(results).toEqual([60, 2, 40, 4, 20]);
    expect(most).toBe(2);
  });

  it("begin no other one after a failure, which is told when all that run have ended", async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    const all = mapLimited(["slow", "bad", "late"], 2, async (name) => {
      begun.push(name);
      if (name === "bad") throw new Error("no");
      await sleep(20);
      ended.push(name);
    });
    await expect(all).rejects.toThrow("no");
    expect([begun, ended]).toEqual([["slow", "bad"], ["slow"]]);
  });

  it("are none for no items", async () => {
    expect(await mapLimited([], 2, async () => 1)).toEqual([]);
  });
});
