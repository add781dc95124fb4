import { type Layout } from "../../memory/layout.ts";
import type { KernelState } from "./kernel.ts";
/** What is so in a state, by name. */
export type Facts = ReadonlyMap<string, string>;
export declare const slotNames: readonly ["kexec_image", "kexec_crash_image"];
/** What a system call, sysfs or a sysctl tells: kernels that differ in it are two to their users. */
export declare function visibleFacts(layout: Layout, { mem }: KernelState): Facts;
/** What only the kernel itself knows, and whoever runs after it. */
export declare function innerFacts(layout: Layout, state: KernelState): Facts;
/** Frames that belong to an image that was freed without them. */
export declare function lostFrames(layout: Layout, { mem }: KernelState): number;
