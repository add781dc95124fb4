import type { Feature } from "../src/memory/bounds.ts";
import type { FactName } from "./facts.ts";

/** What states and transitions say of themselves beside their description. */
export interface KexecMeta {
  /** Kernel file and symbol. */
  readonly source: string;
  /** What is true in the state, by name; see facts.ts. */
  readonly holds?: readonly FactName[];
  /** Why x86-64 cannot take a transition that the seed has. */
  readonly unreachable?: string;
  /** The state or transition exists in kernels with this feature only. */
  readonly feature?: Feature;
  /** ... in kernels without this feature only. */
  readonly without?: Feature;
}
