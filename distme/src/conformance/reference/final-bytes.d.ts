import { type Layout, type Mem } from "../../memory/layout.ts";
import type { ReferenceKernel } from "../../reference/kernel.ts";
import type { Difference } from "../system.ts";
/** In what the two slots differ, and what is in their images' destinations after a jump. */
export declare function imageDifferences(layout: Layout, mem: Mem, kernel: ReferenceKernel): Difference[];
