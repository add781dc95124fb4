import { messageOf } from "../../base/message.ts";
import { PAGE_SIZE_bytes } from "../../memory/bounds.ts";
import { contentName, ZEROS } from "../../memory/content.ts";
import { relocated } from "../../memory/entries.ts";
import { contentOf } from "../../memory/frames.ts";
import {
  get,
  imagePlan,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  type Mem,
} from "../../memory/layout.ts";
import { chunkOf } from "../../memory/segments.ts";
import type { ReferenceKernel } from "../../reference/kernel.ts";
import type { Slot } from "../../reference/state.ts";
import type { Difference } from "../system.ts";
import { patternOf } from "./buffers.ts";
import { type SymbolBytes, symbolsOf, wrongByte } from "./contents.ts";
import { SCALE, scaledRequest } from "./scaled.ts";

/** In what the two slots differ, and what is in their images' destinations after a jump. */
export function imageDifferences(layout: Layout, mem: Mem, kernel: ReferenceKernel): Difference[] {
  return [
    ...slotDifferences("kexec_image", normalContents(layout, mem), layout, kernel),
    ...slotDifferences("kexec_crash_image", crashContents(layout, mem), layout, kernel),
  ];
}

/** Destination frames of the model and what they hold after the jump; null for an empty slot. */
type Contents = ReadonlyMap<number, number> | null;

function normalContents(layout: Layout, mem: Mem): Contents {
  const image = get(mem, KEXEC_IMAGE);
  return image === 0 ? null : relocated(layout, mem, image);
}

/** A crash image is not moved. */
function crashContents(layout: Layout, mem: Mem): Contents {
  const image = get(mem, KEXEC_CRASH_IMAGE);
  if (image === 0) return null;
  const { destinations } = imagePlan(layout, mem, image);
  return new Map([...destinations].map((pfn) => [pfn, contentOf(layout, mem, pfn)]));
}

function slotDifferences(
  slot: Slot,
  contents: Contents,
  layout: Layout,
  kernel: ReferenceKernel,
): Difference[] {
  const pages = afterTheJump(kernel, slot);
  if (typeof pages === "string")
    return [{ what: slot, model: "an image that runs", system: pages }];
  if (contents === null || pages === null) {
    const say = (side: unknown): string => (side === null ? "empty" : "loaded");
    const same = contents === null && pages === null;
    return same ? [] : [{ what: slot, model: say(contents), system: say(pages) }];
  }
  const wanted = contents.size * SCALE;
  if (pages.size !== wanted) {
    const what = `destination pages of ${slot}`;
    return [{ what, model: String(wanted), system: String(pages.size) }];
  }
  const symbols = symbolsOf(layout);
  for (const [pfn, content] of contents) {
    const symbol = symbols.get(content) ?? null;
    const known = symbol !== null || content === ZEROS;
    const wrong = known ? wrongPage({ layout, pfn, symbol, pages }) : "?";
    if (wrong === null) continue;
    return [
      { what: `frame ${pfn} after a jump to ${slot}`, model: contentName(content), system: wrong },
    ];
  }
  return [];
}

interface PageOfModel {
  readonly layout: Layout;
  readonly pfn: number;
  /** What the model's page holds; null for zeros. */
  readonly symbol: SymbolBytes | null;
  /** What the machine's pages hold, by address. */
  readonly pages: ReadonlyMap<bigint, Uint8Array>;
}

/** What is wrong in the real pages that a page of the model stands for; null when nothing is. */
function wrongPage({ layout, pfn, symbol, pages }: PageOfModel): string | null {
  for (let page = 0; page < SCALE; page++) {
    const address = BigInt(pfn * SCALE + page) * PAGE_SIZE_bytes;
    const expected = expectedPage(layout, symbol, page);
    const wrong = wrongByte(expected, pages.get(address) ?? new Uint8Array(0));
    if (wrong !== null) return `0x${address.toString(16)}: ${wrong}`;
  }
  return null;
}

/** What the destinations hold, or why the kernel cannot jump. */
function afterTheJump(
  kernel: ReferenceKernel,
  slot: Slot,
): ReadonlyMap<bigint, Uint8Array> | string | null {
  try {
    return kernel.relocate(slot);
  } catch (error) {
    return messageOf(error);
  }
}

/** A real page of those that stand for one page of the model. */
function expectedPage(layout: Layout, symbol: SymbolBytes | null, page: number): Uint8Array {
  const bytes = new Uint8Array(Number(PAGE_SIZE_bytes));
  if (symbol === null) return bytes;
  const { request, segment } = symbol;
  const asked = layout.bounds.requests[request];
  const described = asked && scaledRequest(asked).segments[segment];
  if (described === undefined) throw new Error(`there is no segment ${segment}`);
  const own = symbol.page * SCALE + page;
  const length = Number(chunkOf(described, own));
  bytes.set(patternOf({ request, segment, page: own }, length));
  return bytes;
}
