import { PAGE_SIZE_bytes } from "../../memory/bounds.ts";
import type { Request } from "../../memory/request.ts";
import { pagesOf } from "../../memory/segments.ts";
import type { KexecLoadRequest, UserSegment } from "../../reference/state.ts";

/** One page of a caller's buffer. */
export interface BufferPage {
  /** Index of the request in its world, of the segment in the request, of the page in it. */
  readonly request: number;
  readonly segment: number;
  readonly page: number;
}

const PAGE_bytes = Number(PAGE_SIZE_bytes);
/** Bytes of a pattern are 1 .. 163: neither zero nor what unwritten memory holds. */
const VALUES = 163;

/** The bytes of a page of a buffer: another page has other bytes, from the third on. */
export function patternOf({ request, segment, page }: BufferPage, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const stride = 1 + (page % (VALUES - 1));
  for (let i = 0; i < length; i++) bytes[i] = 1 + ((i * stride + segment) % VALUES);
  bytes.set([request, segment, page].map((part) => 1 + (part % VALUES)).slice(0, length));
  return bytes;
}

/**
 * The request as the reference kernel takes it, with buffers to copy from.
 *
 * @param request its index in the world, which its buffers' bytes depend on
 * @param pages_max the most pages that a segment of an image can have; a longer buffer is cut
 *   there, since the kernel must refuse it before it reads it
 */
export function referenceRequest(
  asked: Request,
  { request, pages_max }: { readonly request: number; readonly pages_max: number },
): KexecLoadRequest {
  return {
    capSysBoot: asked.capSysBoot,
    // the hooks return negated error numbers
    lsm: 0 - asked.lsm,
    lockdown: 0 - asked.lockdown,
    entry: asked.entry,
    nr_segments: asked.nr_segments,
    flags: BigInt(asked.flags),
    segments: asked.segments.map((segment, index): UserSegment => {
      const most = BigInt(Math.min(pagesOf(segment), pages_max)) * PAGE_SIZE_bytes;
      const length = Number(segment.bufsz < most ? segment.bufsz : most);
      return { ...segment, buf: bufferOf({ request, segment: index }, length) };
    }),
  };
}

function bufferOf(place: Omit<BufferPage, "page">, length: number): Uint8Array {
  const buf = new Uint8Array(length);
  for (let page = 0; page * PAGE_bytes < length; page++) {
    const left = Math.min(PAGE_bytes, length - page * PAGE_bytes);
    buf.set(patternOf({ ...place, page }, left), page * PAGE_bytes);
  }
  return buf;
}
