import type { GroupName, Suite } from "../../testgen/suite.ts";
import { type LeftOut } from "../planned-tests.ts";
export interface KtapProgram {
    /** One C file that needs nothing but libc. */
    readonly text: string;
    readonly tests: number;
    readonly leftOut: readonly LeftOut[];
}
/**
 * A suite as one C program that prints KTAP, for those who have a kernel and not this tool.
 *
 * The program is `runtime/program.c` with its `#include "..."` lines replaced by what they name;
 * `tests.c` is the table made here.
 *
 * @param groups null: all
 */
export declare function ktapProgram(suite: Suite, groups: readonly GroupName[] | null): KtapProgram;
