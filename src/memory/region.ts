import type { Pfn } from "./bounds.ts";
import { ownerOf, purposeOf, purposes, setRole } from "./frames.ts";
import {
  frameAt,
  get,
  HOLE,
  imageAt,
  imagePlan,
  KEXEC_CRASH_IMAGE,
  type Layout,
  type Mem,
  READONLY,
} from "./layout.ts";

export function isReadonly(layout: Layout, mem: Mem, pfn: Pfn): boolean {
  return get(mem, frameAt(layout, pfn) + READONLY) !== 0;
}

/** Whether any page of the region is read-only. */
export function someReadonly(layout: Layout, mem: Mem): boolean {
  for (let pfn = layout.bounds.frames; pfn < layout.frames; pfn++) {
    if (isReadonly(layout, mem, pfn)) return true;
  }
  return false;
}

/**
 * Makes the region read-only, all but the control code page of the installed crash image: the
 * kernel that crashes still writes there.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_protect_crashkres
 */
export function protectRegion(layout: Layout, mem: Mem): void {
  for (let pfn = layout.bounds.frames; pfn < layout.frames; pfn++) {
    mem[frameAt(layout, pfn) + READONLY] = isControlCode(layout, mem, pfn) ? 0 : 1;
  }
}

/** @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_unprotect_crashkres */
export function unprotectRegion(layout: Layout, mem: Mem): void {
  for (let pfn = layout.bounds.frames; pfn < layout.frames; pfn++) {
    mem[frameAt(layout, pfn) + READONLY] = 0;
  }
}

/** Whether a frame holds the control code of the installed crash image. */
export function isControlCode(layout: Layout, mem: Mem, pfn: Pfn): boolean {
  const crash = get(mem, KEXEC_CRASH_IMAGE);
  return (
    crash !== 0 &&
    ownerOf(layout, mem, pfn) === crash &&
    purposeOf(layout, mem, pfn) === purposes.CONTROL
  );
}

/**
 * The frame where the next control page of a crash image goes: the first from its `control_page`
 * on that no segment needs; -1 when the region has none left.
 *
 * @source kernel/kexec_core.c:kimage_alloc_crash_control_pages
 */
export function nextHole(layout: Layout, mem: Mem, image: number): Pfn {
  const { destinations } = imagePlan(layout, mem, image);
  for (let pfn = get(mem, imageAt(layout, image) + HOLE); pfn < layout.frames; pfn++) {
    if (!destinations.has(pfn)) return pfn;
  }
  return -1;
}

/** Takes the next hole; the search for another one begins behind it. */
export function takeHole(
  layout: Layout,
  mem: Mem,
  image: number,
  purpose: typeof purposes.CONTROL | typeof purposes.TABLE | typeof purposes.VMCOREINFO,
): void {
  const pfn = nextHole(layout, mem, image);
  setRole(layout, mem, pfn, { image, purpose });
  mem[imageAt(layout, image) + HOLE] = pfn + 1;
}
