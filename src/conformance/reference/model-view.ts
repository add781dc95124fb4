import { resultOf } from "../../memory/call.ts";
import { entryKinds, walk } from "../../memory/entries.ts";
import {
  findFrame,
  inRegion,
  isFree,
  isLost,
  ownerOf,
  purposeOf,
  purposes,
} from "../../memory/frames.ts";
import { hasFlag, localImage } from "../../memory/kimage.ts";
import {
  get,
  imageFlags,
  imagePlan,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  KEXEC_LOAD_DISABLED,
  type Layout,
  type Mem,
  VMCOREINFO_SAFECOPY,
} from "../../memory/layout.ts";
import { lockHolder } from "../../memory/lock.ts";
import { isReadonly } from "../../memory/region.ts";
import { passesRules } from "../../memory/segments.ts";
import { imagePointers, imageText, localName, type View } from "./view.ts";

const purposeNames: Readonly<Record<number, string>> = {
  [purposes.CONTROL]: "control",
  [purposes.SWAP]: "swap",
  [purposes.TABLE]: "table",
  [purposes.LIST]: "list",
  [purposes.SOURCE]: "source",
  // the kernel knows no difference until the page is on the list
  [purposes.UNLISTED]: "source",
  [purposes.PARKED]: "parked",
  [purposes.UNUSABLE]: "unusable",
  [purposes.EXTRA]: "extra",
  [purposes.VMCOREINFO]: "vmcoreinfo",
};

/** What a state of the model says about the kernel. */
export function modelView(layout: Layout, mem: Mem): View {
  const names = imageNames(layout, mem);
  const view = new Map<string, string>(globals(layout, mem, names));
  for (const [image, name] of names) {
    view.set(name, describeImage(layout, mem, image));
    const installed = get(mem, KEXEC_IMAGE) === image || get(mem, KEXEC_CRASH_IMAGE) === image;
    const normal = !hasFlag(layout, mem, image, imageFlags.TYPE_CRASH);
    // a crash image's list is one word, in struct kimage, which is seen of installed images only
    if (installed || normal) view.set(`entry list of ${name}`, listText(layout, mem, image));
  }
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    const use = describeFrame(layout, mem, pfn, names);
    if (use !== null) view.set(`frame ${pfn}`, use);
    if (inRegion(layout, mem, pfn)) {
      const readonly = isReadonly(layout, mem, pfn);
      view.set(`protection of frame ${pfn}`, readonly ? "read-only" : "writable");
    }
  }
  return view;
}

/** The images that exist, each by the one variable that points to it. */
function imageNames(layout: Layout, mem: Mem): Map<number, string> {
  const names = new Map<number, string>();
  for (let task = 0; task < layout.bounds.tasks; task++) {
    names.set(localImage(layout, mem, task), localName(task));
  }
  names.set(get(mem, KEXEC_IMAGE), "kexec_image");
  names.set(get(mem, KEXEC_CRASH_IMAGE), "kexec_crash_image");
  names.delete(0);
  return names;
}

function globals(layout: Layout, mem: Mem, names: Map<number, string>): [string, string][] {
  const holder = lockHolder(mem);
  const safecopy = get(mem, VMCOREINFO_SAFECOPY);
  const page = findFrame(layout, mem, { image: safecopy, purpose: purposes.VMCOREINFO });
  return [
    ...imagePointers(layout.bounds.tasks).map((name): [string, string] => [name, "none"]),
    ["lock", holder < 0 ? "free" : `task ${holder}`],
    ["kexec_load_disabled", String(get(mem, KEXEC_LOAD_DISABLED))],
    [
      "vmcoreinfo_data_safecopy",
      safecopy === 0 ? "none" : `frame ${page} of ${names.get(safecopy) ?? "lost"}`,
    ],
    ["oopses", "none"],
    ["frames that the model lacks", "free"],
  ];
}

function describeImage(layout: Layout, mem: Mem, image: number): string {
  const { request } = imagePlan(layout, mem, image);
  const flag = (bit: number): boolean => hasFlag(layout, mem, image, bit);
  const listCopied = flag(imageFlags.LIST_COPIED);
  return imageText({
    entry: request.entry,
    // the kernel makes it a crash image when the list has arrived
    crash: listCopied && flag(imageFlags.TYPE_CRASH),
    preservesContext: flag(imageFlags.PRESERVE_CONTEXT),
    segments: listCopied ? request.nr_segments : 0,
  });
}

function listText(layout: Layout, mem: Mem, image: number): string {
  const frame = (purpose: typeof purposes.LIST | typeof purposes.SOURCE, index: number): string =>
    `frame ${findFrame(layout, mem, { image, purpose, index })}`;
  const entries = walk(layout, mem, image).map(({ kind, value }) => {
    switch (kind) {
      case entryKinds.DESTINATION:
        return `DESTINATION frame ${value}`;
      case entryKinds.INDIRECTION:
        return `INDIRECTION ${frame(purposes.LIST, value)}`;
      case entryKinds.SOURCE:
        return `SOURCE ${frame(purposes.SOURCE, value)}`;
      default:
        return "DONE";
    }
  });
  return entries.join(", ");
}

/** Null where the model does not say. */
function describeFrame(
  layout: Layout,
  mem: Mem,
  pfn: number,
  names: Map<number, string>,
): string | null {
  if (!isFree(layout, mem, pfn)) {
    const purpose = purposeNames[purposeOf(layout, mem, pfn)] ?? "?";
    const owner = names.get(ownerOf(layout, mem, pfn)) ?? "?";
    const lost = isLost(layout, mem, pfn) || isForgotten(layout, mem, pfn);
    return lost ? `${purpose}, lost` : `${purpose} of ${owner}`;
  }
  return inRegion(layout, mem, pfn) ? describeRegionFrame(layout, mem, pfn, names) : "free";
}

/** The model keeps no role for a segment's page in the region: the image's list says it. */
function describeRegionFrame(
  layout: Layout,
  mem: Mem,
  pfn: number,
  names: Map<number, string>,
): string | null {
  for (const [image, name] of names) {
    const copied = hasFlag(layout, mem, image, imageFlags.LIST_COPIED);
    if (!copied || !hasFlag(layout, mem, image, imageFlags.TYPE_CRASH)) continue;
    const { request, destinations } = imagePlan(layout, mem, image);
    if (!passesRules(request.segments, true, layout.bounds)) return null;
    if (destinations.has(pfn)) return `segment of ${name}`;
  }
  return "free";
}

/**
 * Whether a source page that waited for its entry is reachable no more (B8): the variable `page`
 * is gone as soon as its function has failed, while the model's frame keeps the role until the
 * image is freed.
 */
function isForgotten(layout: Layout, mem: Mem, pfn: number): boolean {
  if (purposeOf(layout, mem, pfn) !== purposes.UNLISTED) return false;
  const holder = lockHolder(mem);
  return holder < 0 || resultOf(layout, mem, holder) !== 0;
}
