import { type Feature } from "../memory/bounds.ts";
import type { World } from "./world.ts";
type Features = readonly Feature[];
/** The worlds of a suite that are about everything but kexec_load: one caller where one will do. */
export declare function lifecycleSuiteWorlds(features: Features): World[];
export {};
