/** Mainline 5.10 to 5.14, with CONFIG_KEXEC_JUMP. */
export const seed = {
    listCopied: "under-lock",
    kexecJump: true,
    fixB8: false,
    crashSizeTrylock: false,
    leftoverCount: false,
    loadLimits: false,
    crashHotplug: false,
    destinationTestInclusive: false,
    shrinkRoundsFirst: false,
    shrinkRoundingWraps: false,
    releasedRegionCleared: false,
    relocationCopies: false,
    controlPageRox: false,
    freesBeforeUnlock: false,
};
/** Debian's 5.10: the lock is tried everywhere, no CONFIG_KEXEC_JUMP. */
export const v5_10 = {
    ...seed,
    kexecJump: false,
    crashSizeTrylock: true,
    shrinkRoundsFirst: true,
    shrinkRoundingWraps: true,
};
/** Debian's 6.1: the list is copied before the lock. */
export const v6_1 = { ...v5_10, listCopied: "before-lock", leftoverCount: true };
/** Debian's 6.12. */
export const v6_12 = {
    ...v6_1,
    loadLimits: true,
    crashHotplug: true,
    destinationTestInclusive: true,
    releasedRegionCleared: true,
};
/** Debian's 7.2. */
export const v7_2 = { ...v6_12, relocationCopies: true, controlPageRox: true };
/** 7.2 with CONFIG_KEXEC_JUMP and without the bugs that are known. */
export const fixed = {
    ...v7_2,
    kexecJump: true,
    fixB8: true,
    leftoverCount: false,
    destinationTestInclusive: false,
    shrinkRoundingWraps: false,
    freesBeforeUnlock: true,
};
//# sourceMappingURL=profiles.js.map