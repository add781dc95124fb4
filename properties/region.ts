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
      regionPfns(layout).some((pfn) =>
        isWritten(layout, pfn, before.context.mem, after.context.mem),
      ),
    holds: (step) => {
      const own = taskStep(layout, step);
      if (!own) return false;
      const allowed = lockHolder(own.before) === own.task && isOnCrash(own.plan.request);
      return regionPfns(layout).every(
        (pfn) =>
          !isWritten(layout, pfn, own.before, own.after) ||
          (allowed && !isReadonly(layout, own.before, pfn)),
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

/** Whether a step gave a page of the region another content, or took it for an image. */
function isWritten(layout: Layout, pfn: number, before: Mem, after: Mem): boolean {
  const content = contentOf(layout, after, pfn);
  if (content !== JUNK && content !== contentOf(layout, before, pfn)) return true;
  return ownerOf(layout, before, pfn) === 0 && ownerOf(layout, after, pfn) !== 0;
}
