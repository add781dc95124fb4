import type { Layout } from "../../memory/layout.ts";
import type { ChooseFrames } from "../../reference/file-frames.ts";
import type { Machine } from "./machine.ts";
/**
 * Hands a file load the frames that the model hands it: frames that no request names first, then
 * the lowest. Whether a frame fits the kernel under test says itself.
 */
export declare function modelsChoice(layout: Layout, machine: Machine): ChooseFrames;
