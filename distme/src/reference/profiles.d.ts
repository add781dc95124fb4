/** What differs between kernel versions and configurations, as far as a caller can tell. */
export interface Profile {
    /**
     * Where the segment list is copied from user memory: in kimage_alloc_init, when the old crash
     * image is gone already, or before the lock is tried (5.15 and later).
     */
    readonly listCopied: "under-lock" | "before-lock";
    /** CONFIG_KEXEC_JUMP: without it KEXEC_PRESERVE_CONTEXT is an unknown flag. */
    readonly kexecJump: boolean;
    /** Frees the source page that every real kernel loses when kimage_add_page fails (bug B8). */
    readonly fixB8: boolean;
    /** Whoever asks for the crash size tries the lock (6.0, 5.10.178); before, it was waited for. */
    readonly crashSizeTrylock: boolean;
    /** B4: a 32-bit call whose list cannot be read returns the bytes that are left (5.15). */
    readonly leftoverCount: boolean;
    /** kernel.kexec_load_limit_reboot and kernel.kexec_load_limit_panic (6.3). */
    readonly loadLimits: boolean;
    /** Flags 4 and 8 are known, and a hotplug event rewrites the elfcorehdr (6.6, 6.10). */
    readonly crashHotplug: boolean;
    /** B1: to the allocator, an empty segment at address 0 covers all of memory (6.8). */
    readonly destinationTestInclusive: boolean;
    /** A new crash size is rounded up before it is compared (6.5, 6.1.39, 5.10.188). */
    readonly shrinkRoundsFirst: boolean;
    /** N1: a size in the last page of the address space is rounded up to 0 then. */
    readonly shrinkRoundingWraps: boolean;
    /** A region of which nothing is left begins and ends at 0 (6.5). */
    readonly releasedRegionCleared: boolean;
    /** Relocation copies; it exchanges pages only for an image that may return (6.14). */
    readonly relocationCopies: boolean;
    /** The control code page is read-only and executable from its preparation on (6.14). */
    readonly controlPageRox: boolean;
    /** B2 mended: kexec_file_load frees its image before it gives the lock back. */
    readonly freesBeforeUnlock: boolean;
}
/** Mainline 5.10 to 5.14, with CONFIG_KEXEC_JUMP. */
export declare const seed: Profile;
/** Debian's 5.10: the lock is tried everywhere, no CONFIG_KEXEC_JUMP. */
export declare const v5_10: Profile;
/** Debian's 6.1: the list is copied before the lock. */
export declare const v6_1: Profile;
/** Debian's 6.12. */
export declare const v6_12: Profile;
/** Debian's 7.2. */
export declare const v7_2: Profile;
/** 7.2 with CONFIG_KEXEC_JUMP and without the bugs that are known. */
export declare const fixed: Profile;
