import type { Feature } from "../memory/bounds.ts";

/** The kernels that the statechart knows, as sets of features. */
export const kernels = {
  /** 5.10 to 5.14, as in the seed document, with CONFIG_KEXEC_JUMP. */
  seed: ["kexec-jump"],
  /** 5.10.188 and later as Debian configures it: an atomic lock, no CONFIG_KEXEC_JUMP. */
  "5.10": ["crash-size-trylock", "shrink-rounds-first", "shrink-rounding-wraps"],
  /** 6.1.39 and later as Debian configures it. */
  "6.1": [
    "crash-size-trylock",
    "list-copied-before-lock",
    "leftover-count-returned",
    "shrink-rounds-first",
    "shrink-rounding-wraps",
  ],
  /** 6.12 as Debian configures it. */
  "6.12": [
    "crash-size-trylock",
    "list-copied-before-lock",
    "leftover-count-returned",
    "load-limits",
    "shrink-rounds-first",
    "shrink-rounding-wraps",
    "released-region-cleared",
    "crash-hotplug",
    "destination-test-inclusive",
  ],
  /** 7.2 as Debian configures it. */
  "7.2": [
    "crash-size-trylock",
    "list-copied-before-lock",
    "leftover-count-returned",
    "load-limits",
    "shrink-rounds-first",
    "shrink-rounding-wraps",
    "released-region-cleared",
    "crash-hotplug",
    "destination-test-inclusive",
    "relocation-copies",
    "control-page-rox",
  ],
  /** 7.2 with CONFIG_KEXEC_JUMP and its known bugs mended: B1, B2, B4, B8 and N1. */
  fixed: [
    "kexec-jump",
    "crash-size-trylock",
    "list-copied-before-lock",
    "load-limits",
    "shrink-rounds-first",
    "released-region-cleared",
    "crash-hotplug",
    "relocation-copies",
    "control-page-rox",
    "frees-unlisted-source-page",
    "frees-before-unlock",
  ],
} as const satisfies Record<string, readonly Feature[]>;

export type KernelName = keyof typeof kernels;

/** In the order in which they are listed everywhere: the seed, by version, the mended one. */
export const kernelNames = Object.keys(kernels) as KernelName[]; // the object's own keys

/** What mends each known violation, by its id: a feature that is left out, or one that is added. */
const mending: Readonly<
  Record<string, { readonly without: Feature } | { readonly with: Feature }>
> = {
  B1: { without: "destination-test-inclusive" },
  B2: { with: "frees-before-unlock" },
  B4: { without: "leftover-count-returned" },
  B8: { with: "frees-unlisted-source-page" },
  N1: { without: "shrink-rounding-wraps" },
  "3.2 #16": { with: "shrink-rounds-first" },
};

/** The features of a kernel in which one known violation is mended; null: nobody knows how. */
export function mended(features: readonly Feature[], id: string): readonly Feature[] | null {
  const change = mending[id];
  if (!change) return null;
  if ("with" in change) return [...features, change.with];
  return features.filter((feature) => feature !== change.without);
}
