import { describe, expect, test } from "vitest";
import { randomConformance } from "../../src/conformance/random.ts";
import { kernelNames } from "../../src/model/worlds.ts";

describe("random runs of statechart and reference kernel side by side do not differ", () => {
  test.each(kernelNames)(
    "on %s",
    (kernel) => {
      const result = randomConformance({ kernel, runs: 300, seed: 20261122 });
      expect(result.outcome, result.message).toBe("conforms");
      expect(result).toMatchObject({ runs: 300, path: null, failure: null });
      expect(result.installed).toBeGreaterThan(40); // they do get somewhere
    },
    60_000,
  );
});

describe("a random run that differs", () => {
  const options = { kernel: "seed", runs: 300, seed: 5, shrinks_max: 150 } as const;
  const found = randomConformance({ ...options, bugs: { leakParkedPages: true } });

  test("is found and made shorter", () => {
    expect(found.outcome).toBe("diverges");
    expect(found.failure?.labels.at(-1)).toMatch(/kimage_free$/);
    const first = randomConformance({
      ...options,
      bugs: { leakParkedPages: true },
      shrinks_max: 0,
    });
    expect(found.failure?.events.length).toBeLessThan(first.failure?.events.length ?? 0);
  });

  test("is replayed by the last line of its message", () => {
    const line = found.message.split("\n").at(-1) ?? "";
    const command =
      /^replay: kexec-model conform --kernel (\S+) --random 1 --seed=(\S+) --path=(\S+) --bug leakParkedPages$/;
    const [, kernel, seed, path = ""] = command.exec(line) ?? [];
    expect(kernel).toBe("seed");
    const again = randomConformance({
      kernel: "seed",
      runs: 1,
      seed: Number(seed),
      path,
      bugs: { leakParkedPages: true },
    });
    expect(again.failure).toEqual(found.failure);
    expect(again).toMatchObject({ runs: 1, seed: found.seed, path: found.path });
  });

  test("is told as world, steps and difference", () => {
    expect(found.message).toMatch(/^kernel seed and the statechart differ after step \d+, /);
    expect(found.message).toMatch(/\n {2}frame \d+: expected free, got parked, lost\n/);
    expect(found.message).toMatch(/\nworld \{"tasks":/);
    expect(found.message).toMatch(/\n {4}0 .*kexec_load "request \d"\n/);
  });
});
