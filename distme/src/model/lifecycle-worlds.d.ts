import { type Bounds, type Feature } from "../memory/bounds.ts";
import type { PresetName, World } from "./world.ts";
type Features = readonly Feature[];
/** The worlds of everything but kexec_load: small, each about one way in which the doors meet. */
export declare function lifecycleWorlds(features: Features, preset: PresetName): World[];
export declare function world(about: Pick<World, "name" | "purpose">, bounds: Pick<Bounds, "tasks" | "requests" | "features"> & Partial<Bounds>, rest?: Partial<World>): World;
export {};
