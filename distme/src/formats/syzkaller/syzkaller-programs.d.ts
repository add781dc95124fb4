import type { GroupName, Suite } from "../../testgen/suite.ts";
import { type LeftOut } from "../planned-tests.ts";
/** A file of the folder that syzkaller gets. */
export interface SyzkallerFile {
    /** Path in the folder; a program's file name is its test's id. */
    readonly path: string;
    readonly text: string;
}
export interface SyzkallerPrograms {
    readonly files: readonly SyzkallerFile[];
    readonly programs: number;
    readonly leftOut: readonly LeftOut[];
}
/**
 * The tests of a suite that need nothing but kexec_load calls, as programs in the style of
 * syzkaller's sys/linux/test: each call with the errno that it ends with.
 *
 * A program holds constants and cannot ask the machine for its landmarks, so tests measured by the
 * crash region or by half of RAM are left out.
 *
 * @param groups null: all
 */
export declare function syzkallerPrograms(suite: Suite, groups: readonly GroupName[] | null): SyzkallerPrograms;
