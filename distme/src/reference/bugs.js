/**
 * The bugs that can be planted in kexec_load of the reference kernel, to test the tests that run
 * against it.
 *
 * Each is one marked branch, `bugs.NAME`, at the place where a kernel would have it. None is on
 * unless a configuration asks for it.
 */
export const bugDescriptions = {
    archCheckMissing: "An image for another architecture is accepted.",
    crashEntryUnchecked: "A crash image may start outside the crash region.",
    doesNotSwapOldSource: "A destination page that has a source elsewhere is parked, not used.",
    doubleFree: "kimage_free gives the control pages back twice.",
    efaultIgnored: "A fault while a segment is copied is not reported.",
    extraPagesKept: "Unsuitable pages set aside while control pages are sought never come back.",
    killIgnored: "A killed task goes on allocating pages for a normal image.",
    leakControlPageOnSwapFailure: "The control code page is lost when there is no swap page.",
    leakControlPages: "kimage_free forgets the control pages.",
    leakListPages: "kimage_free forgets the pages that hold the entry list.",
    leakParkedPages: "kimage_free forgets the parked destination pages.",
    lockKeptOnEfault: "A call that ends with EFAULT keeps the lock.",
    lostEbusy: "A call that finds the lock taken returns 0.",
    missingProtect: "The crash region stays writable after a crash image is installed.",
    missingTerminate: "The entry list has no IND_DONE.",
    missingZeroing: "A source page is not cleared before it is filled.",
    offByOneRegionEnd: "A crash segment that ends with the crash region is refused.",
    oldCrashImageKept: "A crash load does not drop the old crash image first.",
    oldImageFreedTooEarly: "A normal load frees the old image before it builds the new one.",
    parkedPageForgotten: "A parked page is not used when its own destination is loaded.",
    preserveContextAlways: "Every image is taken for one that returns.",
    safecopyNotCleared: "kimage_free leaves the vmcoreinfo safe copy pointing at the freed image.",
    skippedFree: "The last kimage_free of a load does nothing.",
    swapPageIsDestination: "The swap page may be a page that a segment will be copied to.",
    swappedGates: "The flags are judged before the caller's rights.",
    swappedSegmentRules: "Overlap is judged before alignment and limits.",
    unloadKeepsImage: "An unload succeeds and leaves the image where it is.",
    unprotectMissing: "A crash load or unload does not make the crash region writable.",
    wrongErrnoOverlap: "Overlapping segments give EADDRNOTAVAIL.",
    zeroTailMissing: "What a crash segment's buffer does not fill keeps its old bytes.",
};
/** The same for what is not kexec_load: the other system calls, panic and relocation. */
export const lifecycleBugDescriptions = {
    crashImageShrunkAway: "The crash region can be shrunk while a crash image is installed.",
    limitNotConsumed: "A load does not use up its limit.",
    lockKeptOnFailedJump: "A jump that fails before it has begun keeps the lock.",
    panicWaitsForNobody: "A panic runs the crash image although somebody holds the lock.",
    peerEntryForgotten: "After a jump the image still starts where it started first.",
    relocationForgetsSwap: "A jump copies pages and loses what its destinations held.",
    rebootIgnoresMagic: "reboot does not look at its magic numbers.",
    shrinkKeepsTail: "A smaller crash region does not give its tail to the page allocator.",
    unprotectForgottenByHotplug: "A hotplug event writes to the crash region while it is read-only.",
};
//# sourceMappingURL=bugs.js.map