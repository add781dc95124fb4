import { type FrameUser } from "./file-frames.ts";
import type { Kimage } from "./state.ts";
/**
 * Loads every segment from buffers that are the kernel's own, and ends the list.
 *
 * All pages are obtained before the first is used, so that none can be lost on the way (bug B8
 * needs a list page that is missing after its source page was found).
 *
 * @returns 0, or -ENOMEM with nothing changed
 * @source kernel/kexec_core.c:kimage_load_segment, kimage_terminate
 */
export declare function loadFileSegments(task: FrameUser, image: Kimage): number;
