import type { Layout } from "../../../memory/layout.ts";
import type { PlacedSight } from "./sights.ts";
import type { KernelTrace } from "./trace-call.ts";
/**
 * Leaves out what a kernel does for the pages that only its own request has: those that were
 * inserted so that its list page is full where the model's is. Each must succeed, and the page
 * allocator must not give one of the model's destinations meanwhile.
 */
export declare function withoutInsertedPages(sights: readonly PlacedSight[], layout: Layout, trace: KernelTrace): readonly PlacedSight[];
