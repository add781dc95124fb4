import type { Pfn } from "../../../memory/bounds.ts";
import { contentName, expectedContent } from "../../../memory/content.ts";
import { statusOf } from "../../../memory/kimage.ts";
import {
  get,
  imageAt,
  imagePlan,
  imageStatus,
  LOADED_REQUEST,
  type RequestPlan,
} from "../../../memory/layout.ts";
import { imagesOf, type Moment } from "./moment.ts";

/** A page of a request's segment that belongs into a frame. */
export interface Destination {
  /** The name of the request. */
  readonly request: string;
  /** Images that exist and were allocated for it. */
  readonly images: readonly number[];
  /** `segment 0, page 1`, and what must be there when the image runs. */
  readonly text: string;
}

/** Which requests' segments want a frame; those of images that exist stand first. */
export function destinationsAt(moment: Moment, pfn: Pfn): Destination[] {
  const all = moment.layout.plans.flatMap((plan, request) =>
    pagesAt(plan, pfn).map((text) => ({
      request: plan.request.name,
      images: imagesFor(moment, request),
      text,
    })),
  );
  return [
    ...all.filter(({ images }) => images.length > 0),
    ...all.filter(({ images }) => images.length === 0),
  ];
}

/** Frames behind the end of memory that a segment of a living image lies in. */
export function destinationsBeyond(moment: Moment): Pfn[] {
  const { layout, mem } = moment;
  const wanted = imagesOf(moment)
    .filter((image) => statusOf(layout, mem, image) === imageStatus.LIVE)
    .flatMap((image) => [...imagePlan(layout, mem, image).destinations]);
  return [...new Set(wanted)].filter((pfn) => pfn >= layout.frames).sort((a, b) => a - b);
}

function pagesAt({ segments }: RequestPlan, pfn: Pfn): string[] {
  return segments.flatMap(({ pages }, segment) =>
    pages.flatMap((page, i) =>
      page.destination === pfn
        ? [`segment ${segment}, page ${i}, wants ${contentName(expectedContent(page))}`]
        : [],
    ),
  );
}

function imagesFor(moment: Moment, request: number): number[] {
  const { layout, mem } = moment;
  return imagesOf(moment).filter(
    (image) =>
      statusOf(layout, mem, image) === imageStatus.LIVE &&
      get(mem, imageAt(layout, image) + LOADED_REQUEST) === request + 1,
  );
}
