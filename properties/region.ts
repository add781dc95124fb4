import { lockHolder } from "../src/memory/call.ts";
import { JUNK } from "../src/memory/content.ts";
import { contentOf, ownerOf } from "../src/memory/frames.ts";
import { get, KEXEC_CRASH_IMAGE, type Layout, type Mem } from "../src/memory/layout.ts";
import { isControlCode, isReadonly } from "../src/memory/region.ts";
import { isOnCrash } from "../src/memory/request.ts";
import { atUnlock, regionPfns, type Theme, taskStep } from "./state.ts";

/** The crash region and its protection. */
export const region: Theme = (layout) => [
  {
    kind: "always",
    name: "region-protected-iff-crash-image",
    statement:
      "While the lock is free, a page of the crash region is read-only if and only if a crash " +
      "image is installed; the control code page stays writable.",
    source: "kernel/kexec.c:do_kexec_load, arch_kexec_protect_crashkres",
    refutedBy: "region-not-protected-again",
    when: ({ context: { mem } }) => lockHolder(mem) < 0,
    holds: ({ context: { mem } }) =>
      regionPfns(layout).every((pfn) => rightlyProtected(layout, mem, pfn)),
  },
  {
    kind: "alwaysStep",
    name: "region-written-only-by-crash-loads",
    statement:
      "A page of the crash region is written or taken only under the lock, while it is " +
      "writable, by a crash load.",
    source: "kernel/kexec_core.c:kimage_load_crash_segment",
    refutedBy: "region-not-unprotected",
    when: ({ before, after }) =>
      writtenPages(layout, before.context.mem, after.context.mem).length > 0,
    holds: (step) => {
      const own = taskStep(layout, step);
      if (!own) return false;
      const allowed = lockHolder(own.before) === own.task && isOnCrash(own.plan.request);
      return writtenPages(layout, own.before, own.after).every(
        (pfn) => allowed && !isReadonly(layout, own.before, pfn),
      );
    },
  },
  {
    kind: "alwaysStep",
    name: "region-protected-after-every-call",
    statement: "Once a crash image was loaded, the region is protected whenever a call returns.",
    source: "kernel/kexec.c:do_kexec_load",
    expect: {
      kind: "weakness",
      reason:
        "a call that takes the crash image away, by an unload or by a load that fails, leaves " +
        "the region writable: there is nothing in it to protect",
    },
    ...atUnlock(layout, {
      when: ({ request, displaced }) => isOnCrash(request) && displaced !== 0,
      holds: ({ mem, slot }) =>
        slot !== 0 && regionPfns(layout).every((pfn) => rightlyProtected(layout, mem, pfn)),
    }),
  },
];

function rightlyProtected(layout: Layout, mem: Mem, pfn: number): boolean {
  const loaded = get(mem, KEXEC_CRASH_IMAGE) !== 0;
  return isReadonly(layout, mem, pfn) === (loaded && !isControlCode(layout, mem, pfn));
}

/** Pages of the region that a step gave another content or took for an image. */
function writtenPages(layout: Layout, before: Mem, after: Mem): number[] {
  return regionPfns(layout).filter((pfn) => {
    const content = contentOf(layout, after, pfn);
    const written = content !== JUNK && content !== contentOf(layout, before, pfn);
    const taken = ownerOf(layout, before, pfn) === 0 && ownerOf(layout, after, pfn) !== 0;
    return written || taken;
  });
}
