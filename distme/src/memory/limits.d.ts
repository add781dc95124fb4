import { type Layout, type Mem } from "./layout.ts";
/**
 * How often an image of each kind may still be loaded or unloaded.
 *
 * @source kernel/kexec_core.c:kexec_load_permitted, kexec_limit_handler
 */
export type LimitName = "reboot" | "panic";
/** The limit, or -1 when there is none. */
export declare function limitOf(mem: Mem, limit: LimitName): number;
/** Whether a write is accepted: not negative, and smaller than the limit that there is. */
export declare function isLimitAccepted(mem: Mem, limit: LimitName, value: number): boolean;
export declare function setLimit(mem: Mem, limit: LimitName, value: number): void;
/** The limit of the kind of image that a task's request is about. */
export declare function ownLimit(layout: Layout, mem: Mem, task: number): LimitName;
/** One attempt is used up, whatever becomes of it. */
export declare function consumeLimit(layout: Layout, mem: Mem, task: number): void;
