import type { Feature } from "../memory/bounds.ts";
/** The kernels that the statechart knows, as sets of features. */
export declare const kernels: {
    /** 5.10 to 5.14, as in the seed document, with CONFIG_KEXEC_JUMP. */
    readonly seed: readonly ["kexec-jump"];
    /** 5.10.188 and later as Debian configures it: an atomic lock, no CONFIG_KEXEC_JUMP. */
    readonly "5.10": readonly ["crash-size-trylock", "shrink-rounds-first", "shrink-rounding-wraps"];
    /** 6.1.39 and later as Debian configures it. */
    readonly "6.1": readonly ["crash-size-trylock", "list-copied-before-lock", "leftover-count-returned", "shrink-rounds-first", "shrink-rounding-wraps"];
    /** 6.12 as Debian configures it. */
    readonly "6.12": readonly ["crash-size-trylock", "list-copied-before-lock", "leftover-count-returned", "load-limits", "shrink-rounds-first", "shrink-rounding-wraps", "released-region-cleared", "crash-hotplug", "destination-test-inclusive"];
    /** 7.2 as Debian configures it. */
    readonly "7.2": readonly ["crash-size-trylock", "list-copied-before-lock", "leftover-count-returned", "load-limits", "shrink-rounds-first", "shrink-rounding-wraps", "released-region-cleared", "crash-hotplug", "destination-test-inclusive", "relocation-copies", "control-page-rox"];
    /** 7.2 with CONFIG_KEXEC_JUMP and its known bugs mended: B1, B2, B4, B8 and N1. */
    readonly fixed: readonly ["kexec-jump", "crash-size-trylock", "list-copied-before-lock", "load-limits", "shrink-rounds-first", "released-region-cleared", "crash-hotplug", "relocation-copies", "control-page-rox", "frees-unlisted-source-page", "frees-before-unlock"];
};
export type KernelName = keyof typeof kernels;
/** The features of a kernel in which one known violation is mended; null: nobody knows how. */
export declare function mended(features: readonly Feature[], id: string): readonly Feature[] | null;
