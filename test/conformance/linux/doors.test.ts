import { describe, expect, it } from "vitest";
import { doorTests, doorWorld } from "../../../src/conformance/linux/door-tests.ts";
import { type CalledDoor, doorRequest } from "../../../src/conformance/linux/doors.ts";
import type { GuestMemory } from "../../../src/conformance/linux/guest-memory.ts";
import { planDoors, planTest } from "../../../src/conformance/linux/plan.ts";
import { formatDoor } from "../../../src/conformance/linux/protocol.ts";
import { byFile, unloadCrash, unloadNormal } from "../../../src/model/requests.ts";
import { simulate } from "../../../src/model/simulation.ts";

const memory: GuestMemory = {
  base: 0x1000,
  crash: { start: 0x2000, end: 0x6000 },
  imagePagesMax: 0x7000,
  limit: 2 ** 40,
  room: { control: 2, tables: 3 },
};

describe("a door of the model on a machine", () => {
  it.each([
    [null, "task=0 name=store"],
    [0n, "task=0 name=store value=0"],
    [16384n, "task=0 name=store value=67108864"],
    [16385n, "task=0 name=store value=67108865"],
    [12288n, "task=0 name=store value=67104768"],
    [2n ** 64n - 1n, "task=0 name=store value=18446744073709551615"],
  ])("keeps a crash size's distance from the region or from 0: %s is %s", (size_bytes, words) => {
    expect(wordsOf({ door: "crash_size_store", size_bytes, region_bytes: 16384n })).toBe(words);
  });

  it("is an unload by file with that call's own flags", () => {
    const unload = (request: typeof unloadNormal) =>
      wordsOf({ door: "kexec_file_load", request: byFile(request) });
    expect(unload(unloadNormal)).toBe("task=0 name=file flags=1");
    expect(unload(unloadCrash)).toBe("task=0 name=file flags=3");
    expect(unload({ ...unloadNormal, capSysBoot: false })).toBe("task=0 name=file flags=1 cap=0");
  });

  it("is a reboot that lacks what the model's lacks", () => {
    const door = { door: "reboot", capSysBoot: false, magic: false } as const;
    expect(wordsOf({ ...door, childPidNamespace: true })).toBe(
      "task=0 name=reboot cap=0 magic=0 pid_namespace=1",
    );
  });
});

describe.each(["5.10", "6.1", "6.12", "7.2"] as const)("the tests of the doors of %s", (kernel) => {
  const simulation = simulate(doorWorld(kernel));
  const tests = doorTests(simulation);

  it("can all be run, and leave nothing that only a boot takes back", () => {
    const plans = tests.map((test) => planDoors(test, simulation));
    expect(
      plans.map((plan) => (plan.kind === "skip" ? plan.reason : plan.disablesLoading)),
    ).toEqual(tests.map(() => "no"));
  });

  it("find the lock held at every door that takes it", () => {
    const transitions = new Set(
      tests.flatMap((test) => {
        const plan = planDoors(test, simulation);
        return plan.kind === "run" ? plan.transitions : [];
      }),
    );
    for (const key of [
      "size.admitted kexec_trylock 0",
      "file.admitted kexec_trylock 0",
      "reboot.interruptible.admitted kexec_trylock 0",
    ]) {
      expect(transitions).toContain(key);
    }
  });

  it("are none for who can make only kexec_load calls", () => {
    for (const test of tests) {
      expect(planTest(test, simulation)).toMatchObject({
        kind: "skip",
        reason: "a call must be made that is not kexec_load",
      });
    }
  });
});

describe("the tests of the doors of the seed", () => {
  it("let nobody wait for the lock while it is held", () => {
    const tests = doorTests(simulate(doorWorld("seed")));
    const waits = tests.flatMap(({ steps }) =>
      steps.filter(({ event }, i) => event.type.startsWith("crash_size") && i > 0),
    );
    expect(tests).toHaveLength(6);
    expect(waits.filter(({ expect: { lock } }) => lock !== null)).toEqual([]);
  });
});

function wordsOf(door: CalledDoor): string {
  return formatDoor(doorRequest(door, memory));
}
