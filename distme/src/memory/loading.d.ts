import { type Layout, type Mem, type PagePlan } from "./layout.ts";
/** The page of a segment that a task is working on. */
export declare function currentPage(layout: Layout, mem: Mem, task: number): PagePlan;
/** Whether every page of the current segment is loaded. */
export declare function segmentLoaded(layout: Layout, mem: Mem, task: number): boolean;
export declare function allSegmentsLoaded(layout: Layout, mem: Mem, task: number): boolean;
export declare function nextPage(layout: Layout, mem: Mem, task: number): void;
export declare function nextSegment(layout: Layout, mem: Mem, task: number): void;
/** Clears the page: all of a source page, of a crash page only what the buffer leaves open. */
export declare function clearPage(layout: Layout, mem: Mem, task: number): void;
export declare function copyPage(layout: Layout, mem: Mem, task: number): void;
/** The caller's page did not arrive: some bytes are copied, some are not. */
export declare function tearPage(layout: Layout, mem: Mem, task: number): void;
/** Begins a segment on the entry list. @source kimage_set_destination */
export declare function addDestination(layout: Layout, mem: Mem, task: number): void;
/** The page that was handed out for the current destination goes onto the list. */
export declare function addSource(layout: Layout, mem: Mem, task: number): void;
