import { type Layout, type Mem } from "../src/memory/layout.ts";
import { type Theme } from "./state.ts";
/** The crash region and its protection. */
export declare const region: Theme;
/** Whether a page of the region as it was reserved has the rights that it should have. */
export declare function rightlyProtected(layout: Layout, mem: Mem, pfn: number): boolean;
