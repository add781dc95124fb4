import { type Bounds } from "../../memory/bounds.ts";
import type { Request } from "../../memory/request.ts";
import type { Bugs } from "../../reference/bugs.ts";
import type { KernelConfig } from "../../reference/config.ts";
/** Pages of a real machine that stand for one page of the model. */
export declare const SCALE: number;
/**
 * The machine of a world, every page of it SCALE pages, with real list pages.
 *
 * Control code and page tables grow with it, so that an image fits into the crash region if and
 * only if the model's does. There is far more memory than anything needs, so that no allocation
 * fails; the rule of half of memory still counts what the world says.
 */
export declare function scaledConfig(bounds: Bounds, bugs: Bugs): KernelConfig;
/** A request about SCALE times as many pages; what it has beside whole pages, it keeps. */
export declare function scaledRequest(request: Request): Request;
