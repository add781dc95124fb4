import type { Suite } from "../../testgen/suite.ts";
import { type LeftOut } from "../planned-tests.ts";
import type { SyzkallerFile } from "./syzkaller-programs.ts";
/** What a folder of programs says of itself. */
export declare function readmeOf({ tool, kernel, cover, model }: Suite, files: readonly SyzkallerFile[], leftOut: readonly LeftOut[]): string;
