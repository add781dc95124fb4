import type { KexecProperty } from "../../properties/state.ts";
import type { Subject } from "./subjects.ts";
/**
 * What a mutant is about, as a digest: the transitions that it changes before and after, with the
 * text of their guards and actions; for a wrong operation its file and that of the right one.
 *
 * It does not cover what a verdict depends on from afar: operations that a guard or an action calls,
 * other states of the chart, worlds. A run of all mutants does.
 */
export declare function partsOf(subjects: Readonly<Record<string, Subject>>): Readonly<Record<string, string>>;
/** Every property of the kernels that mutants are judged in, once each. */
export declare function mutationProperties(): readonly KexecProperty[];
/** A digest of what each property says. */
export declare function propertyDigests(): Readonly<Record<string, string>>;
