import type { KexecEvent } from "../../machines/events.ts";
import { type Entry } from "../memory/entries.ts";
import { type Layout, type Mem } from "../memory/layout.ts";
/** Spells an event as a person reads it: `copy_from_user -> EFAULT`. */
export declare function eventLabel(layout: Layout, event: KexecEvent): string;
/** What a step changed in memory, one sentence each; nothing is said of what stayed. */
export declare function changes(layout: Layout, before: Mem, after: Mem): string[];
/** How far a jump has stopped the rest of the machine, by `jumping`. */
export declare const jumpTexts: string[];
/** What has become of an image, by `imageStatus`; null for one that was never allocated. */
export declare function statusWord(status: number): string | null;
/** An entry of an image's list, as the kernel would write it. */
export declare function entryName({ kind, value }: Entry): string;
/** What a frame is used for, in a word or two; a frame that is lost was used for it. */
export declare function purposeName(layout: Layout, mem: Mem, pfn: number): string;
/** What a frame is, in a few words. */
export declare function frameName(layout: Layout, mem: Mem, pfn: number): string;
