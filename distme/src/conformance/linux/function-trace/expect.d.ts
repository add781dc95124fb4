import { type Expectation, type Watched } from "./expectation.ts";
import type { Sight } from "./sights.ts";
/** What a sight can be in the model. */
export declare function expectationsOf(watched: Watched, sight: Sight): readonly Expectation[];
/** The transition of do_kexec_load that makes the crash region writable. */
export declare const UNPROTECTS = "call.locked.choosingSlot do_kexec_load 0";
