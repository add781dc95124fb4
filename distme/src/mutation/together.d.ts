import { type KernelName } from "../model/worlds.ts";
import type { WorldVerdict } from "./judge.ts";
/** The verdicts of one kernel's worlds, by world. */
export type Verdicts = Readonly<Record<string, WorldVerdict>>;
/**
 * What only all worlds of a kernel together say of a mutant: a witness that nobody finds any more,
 * a weakness or known violation that is gone, a promise with nothing left to say, a transition that
 * no world takes.
 *
 * @param original the model's own verdicts, which stand for the worlds in which the mutant is the same
 * @param touched transitions that the mutant changes: their positions may mean others
 */
export declare function missingIn(kernel: KernelName, original: Verdicts, mutant: Verdicts, touched: ReadonlySet<string>): string[];
