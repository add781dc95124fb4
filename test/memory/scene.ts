import type { Bounds, Pfn } from "../../src/memory/bounds.ts";
import { enterCall, takeLock } from "../../src/memory/call.ts";
import { addListPage, listFull, UNLINKED } from "../../src/memory/entries.ts";
import {
  findFrame,
  isFree,
  isLost,
  purposes,
  type Role,
  setRole,
} from "../../src/memory/frames.ts";
import { allocateImage, localImage } from "../../src/memory/kimage.ts";
import { createLayout, initialMem, type Layout, type Mem } from "../../src/memory/layout.ts";
import {
  addDestination,
  addSource,
  allSegmentsLoaded,
  clearPage,
  copyPage,
  currentPage,
  nextPage,
  nextSegment,
  segmentLoaded,
} from "../../src/memory/loading.ts";
import type { Request } from "../../src/memory/request.ts";
import { crash, normal } from "../../src/model/requests.ts";

/** 8 ordinary frames, 4 of the crash region (8 to 11), list pages of two entries and a link. */
export const place = { frames: 8, crashFrames: 4 };

export function boundsFor(requests: readonly Request[], rest: Partial<Bounds> = {}): Bounds {
  const limits = { overLimit: [], listPageWords: 3, tablePages: 0 };
  return { tasks: 1, ...place, ...limits, requests, features: [], ...rest };
}

/** A normal image of one page, for tests that need any image. */
export const onePage = normal("one page", [0, 1]);
/** A crash image on the first page of the region. */
export const onePageCrash = crash(place, "one page, crash", [0, 1]);

/** A moment inside a call: task 0 holds the lock and has just allocated its image. */
export interface Scene {
  readonly layout: Layout;
  readonly mem: Mem;
  readonly image: number;
}

export function scene(request: Request, rest: Partial<Bounds> = {}): Scene {
  const layout = createLayout(boundsFor([request], rest));
  const mem = initialMem(layout);
  enterCall(layout, mem, 0, 0);
  takeLock(layout, mem, 0);
  allocateImage(layout, mem, 0);
  return { layout, mem, image: localImage(layout, mem, 0) };
}

/** Loads every segment of the scene's normal image; the allocator gives the highest free frame. */
export function loadAll({ layout, mem, image }: Scene): void {
  const roomForEntry = (): void => {
    if (!listFull(layout, mem, image)) return;
    setRole(layout, mem, highestFree(layout, mem), {
      image,
      purpose: purposes.LIST,
      index: UNLINKED,
    });
    addListPage(layout, mem, image);
  };
  while (!allSegmentsLoaded(layout, mem, 0)) {
    roomForEntry();
    addDestination(layout, mem, 0);
    while (!segmentLoaded(layout, mem, 0)) {
      const index = currentPage(layout, mem, 0).destination;
      const unlisted = { image, purpose: purposes.UNLISTED, index };
      setRole(layout, mem, highestFree(layout, mem), unlisted);
      roomForEntry();
      addSource(layout, mem, 0);
      clearPage(layout, mem, 0);
      copyPage(layout, mem, 0);
      nextPage(layout, mem, 0);
    }
    nextSegment(layout, mem, 0);
  }
}

function highestFree(layout: Layout, mem: Mem): Pfn {
  for (let pfn = layout.bounds.frames - 1; pfn >= 0; pfn--) {
    if (isFree(layout, mem, pfn)) return pfn;
  }
  throw new RangeError("no frame is free");
}

/** `free`, `lost` or `owned`. */
export function fate({ layout, mem }: Scene, pfn: Pfn): string {
  if (isFree(layout, mem, pfn)) return "free";
  return isLost(layout, mem, pfn) ? "lost" : "owned";
}

/** The frame with a role; there must be one. */
export function frameOf({ layout, mem }: Scene, role: Role): Pfn {
  const pfn = findFrame(layout, mem, role);
  if (pfn < 0) throw new RangeError(`no frame has the role ${JSON.stringify(role)}`);
  return pfn;
}
