import { kimageAllocPages } from "./alloc-page.ts";
import {
  addressOf,
  frameOf,
  freePages,
  type Memory,
  type PageBlock,
  type Purpose,
  setPurpose,
} from "./memory.ts";
import { kimageIsDestinationRange } from "./segments.ts";
import { type Call, type KernelState, type Kimage, wrap } from "./state.ts";
import { type ControlPurpose, perform, type StepDetail, type Steps } from "./step.ts";

/** 2^order control pages that are wanted. */
interface ControlRequest {
  readonly purpose: ControlPurpose;
  readonly order: number;
}

/**
 * Finds pages that keep their content while an image is relocated: no segment's destination.
 *
 * @returns null when there are none
 * @source kernel/kexec_core.c:kimage_alloc_control_pages
 */
export function* kimageAllocControlPages(
  call: Call,
  image: Kimage,
  request: ControlRequest,
): Steps<PageBlock | null> {
  if (image.type === "KEXEC_TYPE_DEFAULT") {
    return yield* kimageAllocNormalControlPages(call, image, request);
  }
  yield* perform(call, { step: "kimage_alloc_crash_control_pages", ...request });
  return kimageAllocCrashControlPages(call.kernel, image, request);
}

/**
 * Asks the page allocator until it returns pages that fit; the others are kept aside meanwhile,
 * so that it does not return them again, and go back at the end.
 *
 * @source kernel/kexec_core.c:kimage_alloc_normal_control_pages
 */
function* kimageAllocNormalControlPages(
  call: Call,
  image: Kimage,
  request: ControlRequest,
): Steps<PageBlock | null> {
  const { memory, config } = call.kernel;
  const detail: StepDetail = { step: "kimage_alloc_normal_control_pages", ...request };
  let block = yield* kimageAllocPages(call, detail, request);
  while (block !== null && !fitsForControl(call.kernel, image, { block, ...request })) {
    setPurpose(memory, block, "extra");
    image.extra_pages.push(block);
    block = yield* kimageAllocPages(call, detail, request);
  }
  if (block !== null) image.control_pages.push(block);
  const extra_pages = image.extra_pages.splice(0);
  if (!config.bugs.extraPagesKept) kimageFreePageList(memory, extra_pages);
  return block;
}

function fitsForControl(
  { memory, config }: KernelState,
  image: Kimage,
  { block, purpose }: { readonly block: PageBlock; readonly purpose: ControlPurpose },
): boolean {
  const end_pfn = block.frame + 2 ** block.order;
  if (end_pfn >= frameOf(memory, config.controlLimit)) return false;
  if (config.bugs.swapPageIsDestination && purpose === "swap") return true;
  const start = addressOf(memory, block.frame);
  return !kimageIsDestinationRange(image, start, addressOf(memory, end_pfn));
}

/**
 * Takes the first hole between the segments of the crash region that is large enough, from where
 * the last control pages ended. Nothing is decided: the same load always gets the same pages.
 *
 * @returns null when no hole is left
 * @source kernel/kexec_core.c:kimage_alloc_crash_control_pages
 */
export function kimageAllocCrashControlPages(
  { memory, config }: KernelState,
  image: Kimage,
  { purpose, order }: { readonly purpose: Purpose; readonly order: number },
): PageBlock | null {
  const size = BigInt(memory.page_bytes * 2 ** order);
  let start = alignUp(image.control_page, size);
  while (true) {
    const last = wrap(start + size - 1n);
    if (last > config.crashk_res.end || last > config.controlLimit) return null;
    const lastOfSegment = lastByteOfOverlap(image, start, last);
    if (lastOfSegment === null) {
      const block = { frame: frameOf(memory, start), order };
      image.control_page = last;
      image.crash_pages.push({ block, purpose });
      return block;
    }
    start = alignUp(lastOfSegment, size);
  }
}

/** The last byte of the first segment that overlaps the bytes `first` to `last`, or null. */
function lastByteOfOverlap(image: Kimage, first: bigint, last: bigint): bigint | null {
  for (const { mem, memsz } of image.segment) {
    const lastOfSegment = wrap(mem + memsz - 1n);
    if (last >= mem && first <= lastOfSegment) return lastOfSegment;
  }
  return null;
}

function alignUp(address: bigint, size: bigint): bigint {
  const end = wrap(address + size - 1n);
  return end - (end % size);
}

/**
 * Gives a list of pages back and empties it.
 *
 * @source kernel/kexec_core.c:kimage_free_page_list
 */
export function kimageFreePageList(memory: Memory, list: PageBlock[]): void {
  for (const block of list.splice(0)) freePages(memory, block);
}
