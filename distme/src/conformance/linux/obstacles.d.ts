import type { Layout } from "../../memory/layout.ts";
import type { ReplayedStep } from "./replay.ts";
/** The transition of kimage_alloc_page that does not ask the allocator. */
export declare const TAKES_PARKED_PAGE = "call.locked.normalSegment.sourcePage kimage_alloc_page 0";
/** Why an unmodified kernel cannot be made to take a step; null when it can. */
export declare function obstacleTo(layout: Layout, step: ReplayedStep): string | null;
