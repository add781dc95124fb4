import { describe, expect, test } from "vitest";
import { KEXEC_ARCH_386 } from "../../src/kernel/kexec.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import {
  fixed,
  type Profile,
  seed,
  v5_10,
  v6_1,
  v6_12,
  v7_2,
} from "../../src/reference/profiles.ts";
import type { Thread } from "../../src/reference/thread.ts";
import {
  crashLoad,
  type Decide,
  failAt,
  framesByUse,
  load,
  run,
  segment,
  smallKernel,
} from "./helpers.ts";
import { crash, crashFileLoad, crashFileUnload, goTo, loadedKernel, outcome } from "./lifecycle.ts";

const profiles: Readonly<Record<string, Profile>> = { seed, v5_10, v6_1, v6_12, v7_2, fixed };

/** Each profile by name, and whether it has a bug. */
function those(...names: string[]): [name: string, profile: Profile, has: boolean][] {
  return Object.entries(profiles).map(([name, profile]) => [name, profile, names.includes(name)]);
}

describe("B1: an empty segment at address 0 makes every page a destination", () => {
  const request = load([segment(0, 0)]);

  test.each(those("v6_12", "v7_2"))("%s", (_, profile, has) => {
    const kernel = smallKernel({ profile });
    let asked = 0;
    const decide: Decide = ({ choice }) => {
      if (choice.kind === "frame") asked += 1;
      return undefined;
    };
    const { result } = run(kernel, request, decide);
    expect(result).toBe(has ? "-ENOMEM" : "0");
    expect(asked).toBe(has ? 25 : 4); // all 24 frames, and once in vain
    expect(kernel.observe().kexec_loaded).toBe(has ? 0 : 1);
    if (has) expect(framesByUse(kernel)).toEqual({});
  });

  test("elsewhere it is no obstacle, in any kernel", () => {
    for (const profile of Object.values(profiles)) {
      expect(run(smallKernel({ profile }), load([segment(3, 0)])).result).toBe("0");
    }
  });
});

/** A file call that has given the lock back; what is left of it is the rest. */
function upToUnlock(kernel: ReferenceKernel, call: Thread): Thread {
  goTo(kernel, call, "kexec_unlock").next();
  return call;
}

const withRox = those("v7_2").filter(([, { controlPageRox }]) => controlPageRox);

describe("B2: kexec_file_load frees its image when anybody may load again", () => {
  test.each(those("seed", "v5_10", "v6_1", "v6_12").filter(([, profile]) => profile !== v7_2))(
    "the next crash image loses its vmcoreinfo (%s)",
    (_, profile, has) => {
      const kernel = loadedKernel(profile);
      const unload = upToUnlock(kernel, kernel.kexecFileLoad(crashFileUnload));
      expect(run(kernel, crash).result).toBe("0");
      expect(kernel.observe().vmcoreinfo_data_safecopy?.owner).toBe("kexec_crash_image");
      outcome(kernel, unload);
      const { kexec_crash_loaded, vmcoreinfo_data_safecopy } = kernel.observe();
      expect(kexec_crash_loaded).toBe(1);
      expect(vmcoreinfo_data_safecopy === null).toBe(has);
    },
  );

  test.each(those("v7_2"))(
    "the next crash load faults on the old control page, and the lock stays taken (%s)",
    (_, profile, has) => {
      const kernel = loadedKernel(profile);
      const unload = upToUnlock(kernel, kernel.kexecFileLoad(crashFileUnload));
      const thread = goTo(kernel, kernel.kexecLoad(crash), "machine_kexec_prepare");
      thread.next();
      expect(thread.step?.step).toBe(has ? "oops" : "kimage_crash_copy_vmcoreinfo");
      if (!has) return;
      expect(thread.next()).toBeNull();
      outcome(kernel, unload);
      expect([thread.gone, thread.done]).toEqual([true, false]);
      expect(run(kernel, crash).result).toBe("-EBUSY");
      expect(kernel.observe()).toMatchObject({ lockHolder: thread.id, kexec_crash_loaded: 0 });
      const frame = kernel.observe().images.get(thread.id)?.control_code_page;
      expect(kernel.observe().oopses).toEqual([{ kind: "write to a read-only page", frame }]);
    },
  );

  test.each(withRox)(
    "or the next image's control page loses its rights, and the dump with it (%s)",
    (_, profile, has) => {
      const kernel = smallKernel({ profile });
      const failed = kernel.kexecFileLoad(crashFileLoad(crash.segments));
      goTo(kernel, failed, "machine_kexec_prepare").next("ENOMEM");
      upToUnlock(kernel, failed);
      expect(run(kernel, crash).result).toBe("0");
      outcome(kernel, failed);
      const { control_code_page } = kernel.observe().kexec_crash_image ?? {};
      const { writable, executable } = kernel.observe().frames.get(control_code_page ?? -1) ?? {};
      expect([writable, executable]).toEqual([has, !has]);
      const panic = kernel.panic(null);
      if (panic !== null) outcome(kernel, panic);
      expect(kernel.observe().machine).toBe(has ? "dead" : "crashKernel");
      const kinds = kernel.observe().oopses.map(({ kind }) => kind);
      expect(kinds).toEqual(has ? ["jump to a page without code"] : []);
    },
  );

  test.each(withRox)(
    "or a segment of the next image lies where the old control page was (%s)",
    (_, profile, has) => {
      const kernel = loadedKernel(profile);
      const unload = upToUnlock(kernel, kernel.kexecFileLoad(crashFileUnload));
      expect(run(kernel, crashLoad([segment(16)])).result).toBe("0");
      expect(kernel.observe().oopses).toHaveLength(has ? 1 : 0);
      outcome(kernel, unload);
      expect(kernel.observe().frames.get(16)?.writable).toBe(has); // protection has a hole
    },
  );

  test.each(those("v7_2"))(
    "does not touch a kexec_load, which frees under the lock (%s)",
    (_, p) => {
      const kernel = loadedKernel(p);
      for (let round = 0; round < 3; round += 1) expect(run(kernel, crash).result).toBe("0");
      expect(kernel.observe().oopses).toEqual([]);
    },
  );
});

describe("B4: a 32-bit call whose list cannot be read returns what is left of it", () => {
  const request = load([segment(26)], { compat: true, flags: KEXEC_ARCH_386 });

  test.each(those("v6_1", "v6_12", "v7_2"))("%s", (_, profile, has) => {
    const kernel = smallKernel({ profile });
    const bad = failAt("copy_user_segment_list", "EFAULT");
    expect(run(kernel, request, bad).result).toBe(has ? "16" : "-EFAULT");
    expect(kernel.observe().kexec_loaded).toBe(0);
  });
});

describe("B8: a source page whose entry finds no list page is lost", () => {
  const request = load([segment(26, 2)]);

  test.each(those("seed", "v5_10", "v6_1", "v6_12", "v7_2"))("%s", (_, profile, has) => {
    const kernel = smallKernel({ profile });
    expect(run(kernel, request, failAt("kimage_alloc_page", null, 4)).result).toBe("-ENOMEM");
    expect(Object.keys(framesByUse(kernel))).toEqual(has ? ["lost source"] : []);
  });
});
