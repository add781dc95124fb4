import { type Layout, type Mem } from "./layout.ts";
/** Whether the slot that a task's request is about holds an image. */
export declare function slotOccupied(layout: Layout, mem: Mem, task: number): boolean;
/** Empties the slot and frees what it held. @source kimage_free(xchg(dest_image, NULL)) */
export declare function freeSlotImage(layout: Layout, mem: Mem, task: number): void;
/** Exchanges the slot's image and the task's own. @source image = xchg(dest_image, image) */
export declare function exchangeImages(layout: Layout, mem: Mem, task: number): void;
/** Frees the task's own image: the old one after an exchange, the new one after a failure. */
export declare function freeLocalImage(layout: Layout, mem: Mem, task: number): void;
/** Another kernel runs: of this one only what lies in the page frames is left. */
export declare function forgetKernel(layout: Layout, mem: Mem): void;
/** Takes the slot's image into the task's own variable. @source image = xchg(dest_image, NULL) */
export declare function takeFromSlot(layout: Layout, mem: Mem, task: number): void;
/** Frees the task's own image when the lock is gone: nobody will ask what became of it. */
export declare function freeUnlockedImage(layout: Layout, mem: Mem, task: number): void;
