/**
 * The bugs that can be planted in kexec_load of the reference kernel, to test the tests that run
 * against it.
 *
 * Each is one marked branch, `bugs.NAME`, at the place where a kernel would have it. None is on
 * unless a configuration asks for it.
 */
export declare const bugDescriptions: {
    readonly archCheckMissing: "An image for another architecture is accepted.";
    readonly crashEntryUnchecked: "A crash image may start outside the crash region.";
    readonly doesNotSwapOldSource: "A destination page that has a source elsewhere is parked, not used.";
    readonly doubleFree: "kimage_free gives the control pages back twice.";
    readonly efaultIgnored: "A fault while a segment is copied is not reported.";
    readonly extraPagesKept: "Unsuitable pages set aside while control pages are sought never come back.";
    readonly killIgnored: "A killed task goes on allocating pages for a normal image.";
    readonly leakControlPageOnSwapFailure: "The control code page is lost when there is no swap page.";
    readonly leakControlPages: "kimage_free forgets the control pages.";
    readonly leakListPages: "kimage_free forgets the pages that hold the entry list.";
    readonly leakParkedPages: "kimage_free forgets the parked destination pages.";
    readonly lockKeptOnEfault: "A call that ends with EFAULT keeps the lock.";
    readonly lostEbusy: "A call that finds the lock taken returns 0.";
    readonly missingProtect: "The crash region stays writable after a crash image is installed.";
    readonly missingTerminate: "The entry list has no IND_DONE.";
    readonly missingZeroing: "A source page is not cleared before it is filled.";
    readonly offByOneRegionEnd: "A crash segment that ends with the crash region is refused.";
    readonly oldCrashImageKept: "A crash load does not drop the old crash image first.";
    readonly oldImageFreedTooEarly: "A normal load frees the old image before it builds the new one.";
    readonly parkedPageForgotten: "A parked page is not used when its own destination is loaded.";
    readonly preserveContextAlways: "Every image is taken for one that returns.";
    readonly safecopyNotCleared: "kimage_free leaves the vmcoreinfo safe copy pointing at the freed image.";
    readonly skippedFree: "The last kimage_free of a load does nothing.";
    readonly swapPageIsDestination: "The swap page may be a page that a segment will be copied to.";
    readonly swappedGates: "The flags are judged before the caller's rights.";
    readonly swappedSegmentRules: "Overlap is judged before alignment and limits.";
    readonly unloadKeepsImage: "An unload succeeds and leaves the image where it is.";
    readonly unprotectMissing: "A crash load or unload does not make the crash region writable.";
    readonly wrongErrnoOverlap: "Overlapping segments give EADDRNOTAVAIL.";
    readonly zeroTailMissing: "What a crash segment's buffer does not fill keeps its old bytes.";
};
/** The same for what is not kexec_load: the other system calls, panic and relocation. */
export declare const lifecycleBugDescriptions: {
    readonly crashImageShrunkAway: "The crash region can be shrunk while a crash image is installed.";
    readonly limitNotConsumed: "A load does not use up its limit.";
    readonly lockKeptOnFailedJump: "A jump that fails before it has begun keeps the lock.";
    readonly panicWaitsForNobody: "A panic runs the crash image although somebody holds the lock.";
    readonly peerEntryForgotten: "After a jump the image still starts where it started first.";
    readonly relocationForgetsSwap: "A jump copies pages and loses what its destinations held.";
    readonly rebootIgnoresMagic: "reboot does not look at its magic numbers.";
    readonly shrinkKeepsTail: "A smaller crash region does not give its tail to the page allocator.";
    readonly unprotectForgottenByHotplug: "A hotplug event writes to the crash region while it is read-only.";
};
/** The name of a bug in kexec_load that can be planted. */
export type BugName = keyof typeof bugDescriptions;
/** The name of a bug elsewhere that can be planted. */
export type LifecycleBugName = keyof typeof lifecycleBugDescriptions;
/** The name of any bug that can be planted. */
export type AnyBugName = BugName | LifecycleBugName;
/** The bugs that are planted in one kernel. */
export type Bugs = Readonly<Partial<Record<AnyBugName, true>>>;
