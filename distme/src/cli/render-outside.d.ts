import type { OutsideRun } from "../conformance/linux/outside/run-outside.ts";
import type { WalkRun } from "../conformance/linux/walk/run-walk.ts";
/** What was seen of a kernel from outside its machine, line by line. */
export declare function renderOutside({ tests, looks, total_ms }: OutsideRun): string[];
/** A long walk, line by line; where the kernel leaves it, both sides and how to get there again. */
export declare function renderWalk(run: WalkRun): string[];
