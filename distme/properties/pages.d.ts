import { type Layout, type Mem } from "../src/memory/layout.ts";
import { type Theme } from "./state.ts";
/** Which page frame may serve which purpose, what it holds, and who gets it back. */
export declare const pages: Theme;
/**
 * Whether an installed image holds what its caller asked for, where it must be when it runs. The
 * kernel may have rewritten the elfcorehdr since, and the peer of a jump what it was lent.
 */
export declare function isComplete(layout: Layout, mem: Mem, image: number): boolean;
