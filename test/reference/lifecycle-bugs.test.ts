import { describe, expect, test } from "vitest";
import { KEXEC_CRASH_HOTPLUG_SUPPORT, KEXEC_ON_CRASH } from "../../src/kernel/kexec.ts";
import { type LifecycleBugName, lifecycleBugDescriptions } from "../../src/reference/bugs.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { fixed } from "../../src/reference/profiles.ts";
import { crashLoad, failAt, run, segment, smallKernel } from "./helpers.ts";
import { crash, goodReboot, goTo, jumpable, normal, outcome } from "./lifecycle.ts";

/** Does something to a kernel and returns what else is worth seeing. */
type Scenario = (kernel: ReferenceKernel) => unknown;

const jumps: Scenario = (kernel) => [
  run(kernel, jumpable).result,
  outcome(kernel, kernel.reboot(goodReboot)),
  kernel.bytesOf(26),
  kernel.bytesOf(27),
];

/** For each bug something that a healthy kernel does differently. */
const scenarios: Record<LifecycleBugName, Scenario> = {
  crashImageShrunkAway: (kernel) => [
    run(kernel, crash).result,
    outcome(kernel, kernel.crashSizeStore(32n)),
  ],
  limitNotConsumed: (kernel) => [
    kernel.setLoadLimit("reboot", 1),
    run(kernel, normal).result,
    run(kernel, normal).result,
  ],
  lockKeptOnFailedJump: (kernel) => [
    run(kernel, jumpable).result,
    outcome(kernel, kernel.reboot(goodReboot), failAt("freeze_processes", "EBUSY")),
  ],
  panicWaitsForNobody: (kernel) => {
    run(kernel, crash);
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const panic = kernel.panic(null);
    return panic === null ? null : outcome(kernel, panic);
  },
  peerEntryForgotten: jumps,
  rebootIgnoresMagic: (kernel) => outcome(kernel, kernel.reboot({ ...goodReboot, magic: false })),
  relocationForgetsSwap: jumps,
  shrinkKeepsTail: (kernel) => [outcome(kernel, kernel.crashSizeStore(0n)), kernel.isFree(16)],
  unprotectForgottenByHotplug: (kernel) => {
    const flags = KEXEC_ON_CRASH | KEXEC_CRASH_HOTPLUG_SUPPORT;
    run(kernel, crashLoad([segment(20)], { flags }));
    return outcome(kernel, kernel.hotplug(Uint8Array.of(1)));
  },
};

const names = Object.keys(lifecycleBugDescriptions) as LifecycleBugName[]; // by its definition

/** What there is to see after a scenario. */
function seen(scenario: Scenario, bugs: Partial<Record<LifecycleBugName, true>>): unknown {
  const kernel = smallKernel({ profile: fixed, bugs });
  return { said: scenario(kernel), seen: kernel.observe() };
}

describe("a planted bug shows", () => {
  test.each(names)("%s", (name) => {
    const scenario = scenarios[name];
    expect(seen(scenario, { [name]: true })).not.toEqual(seen(scenario, {}));
  });
});

test("a healthy kernel behaves the same twice", () => {
  for (const scenario of Object.values(scenarios)) {
    expect(seen(scenario, {})).toEqual(seen(scenario, {}));
  }
});
