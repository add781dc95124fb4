import { type Layout, type Mem } from "./layout.ts";
/**
 * Rewrites a state into the representative of all states that differ from it only in which
 * number an image has and in which of the interchangeable frames serves which role.
 *
 * It is exact: a frame carries its role and no number of another frame, so sorting is canonical;
 * images are numbered in the order in which the slots and the tasks refer to them.
 *
 * It runs once per step: it allocates nothing, and `test/memory/symmetry.test.ts` holds it against
 * trying every exchange.
 *
 * @param mem changed in place
 */
export declare function canonicalMem(layout: Layout, mem: Mem): Mem;
/**
 * Lets tasks change places: task i becomes task `order[i]`. The state stays as it is up to their
 * names; images and frames know nothing of tasks.
 *
 * @param mem changed in place
 */
export declare function permuteTasks(layout: Layout, mem: Mem, order: readonly number[]): Mem;
/** What tells tasks apart without naming them: where each is in its call, and who holds the lock. */
export declare function taskKey(layout: Layout, mem: Mem, task: number): number;
