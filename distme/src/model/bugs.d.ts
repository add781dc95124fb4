import type { MutantName } from "./mutants.ts";
import type { KernelName } from "./worlds.ts";
/** A bug of Linux's kexec code that the model can express. */
export interface KernelBug {
    readonly title: string;
    /** What happened, in a few sentences. */
    readonly what: string;
    /** The first version that has it, as far as it is known. */
    readonly since: string;
    /** The version and commit that fixed it; null: it is in the newest kernel that was tried. */
    readonly fixed: string | null;
    /** The kernel in which the variant brings it back. */
    readonly kernel: KernelName;
    readonly variant: MutantName;
    /** The property that catches it. */
    readonly property: string;
    /** How sure versions and commits are: what was seen, and what is from memory. */
    readonly evidence: string;
    /** What the variant leaves out or simplifies; null: nothing. */
    readonly coarse: string | null;
}
/** The museum: live bugs first, then those that were fixed, oldest first. */
export declare const bugs: {
    readonly B1: {
        readonly title: "An empty segment at 0 makes every page a destination";
        readonly what: string;
        readonly since: "6.8, 816d334afa85";
        readonly fixed: null;
        readonly kernel: "fixed";
        readonly variant: "destination-test-inclusive";
        readonly property: "only-destinations-are-set-aside";
        readonly evidence: "reproduced on 6.12 and 7.2; 5.10 and 6.1 load such an image";
        readonly coarse: null;
    };
    readonly B2: {
        readonly title: "kexec_file_load frees its image when the lock is gone, and kills the next load";
        readonly what: string;
        readonly since: "order: all; lethal: 6.14, 5a82223e0743";
        readonly fixed: null;
        readonly kernel: "fixed";
        readonly variant: "file-load-frees-after-the-unlock";
        readonly property: "no-write-to-a-read-only-page";
        readonly evidence: "reproduced on 7.2: an oops within the first iterations";
        readonly coarse: null;
    };
    readonly "B2-vmcoreinfo": {
        readonly title: "The same order takes vmcoreinfo from an installed crash image";
        readonly what: string;
        readonly since: "all versions";
        readonly fixed: null;
        readonly kernel: "fixed";
        readonly variant: "file-load-frees-after-the-unlock";
        readonly property: "crash-image-has-vmcoreinfo";
        readonly evidence: "reproduced on 5.10, 6.1 and 6.12: the pointer is NULL with the image installed";
        readonly coarse: null;
    };
    readonly B4: {
        readonly title: "A 32-bit call returns the number of bytes that were not copied";
        readonly what: string;
        readonly since: "5.15, 5d700a0fd71d";
        readonly fixed: null;
        readonly kernel: "fixed";
        readonly variant: "list-fault-returns-what-is-left";
        readonly property: "a-call-returns-zero-or-an-error";
        readonly evidence: "reproduced on 6.1 and later; 5.10 returns EFAULT";
        readonly coarse: null;
    };
    readonly B8: {
        readonly title: "A source page that finds no room on the list is lost";
        readonly what: string;
        readonly since: "all versions";
        readonly fixed: null;
        readonly kernel: "fixed";
        readonly variant: "unlisted-page-not-freed";
        readonly property: "lock-free-frames-are-installed";
        readonly evidence: "reproduced on 5.10, 6.1, 6.12 and 7.2: 200 such loads lost 200 frames";
        readonly coarse: null;
    };
    readonly N1: {
        readonly title: "A crash size in the last page of the address space gives the whole region back";
        readonly what: string;
        readonly since: "6.5";
        readonly fixed: null;
        readonly kernel: "fixed";
        readonly variant: "crash-size-wraps";
        readonly property: "a-larger-region-is-refused";
        readonly evidence: "found by comparing model and reference kernel; read in the source, not seen on a machine";
        readonly coarse: null;
    };
    readonly "native-efault": {
        readonly title: "kexec_load returns the number of bytes that were not copied";
        readonly what: "B4 in the native entry, fixed once already: copy_from_user's count was returned.";
        readonly since: "before 3.2";
        readonly fixed: "about 3.2";
        readonly kernel: "seed";
        readonly variant: "native-call-returns-what-is-left";
        readonly property: "a-call-returns-zero-or-an-error";
        readonly evidence: "from memory";
        readonly coarse: null;
    };
    readonly "second-panic": {
        readonly title: "A second CPU that panics stops the one that is about to dump";
        readonly what: string;
        readonly since: "before 3.3";
        readonly fixed: "3.3, 93e13a360ba3";
        readonly kernel: "fixed";
        readonly variant: "second-panic-stops-the-dump";
        readonly property: "the-panic-path-follows-in-order";
        readonly evidence: "commit seen";
        readonly coarse: "the second CPU's own way to smp_send_stop is one step";
    };
    readonly "swap-page-leak": {
        readonly title: "The control code page is lost when there is no swap page";
        readonly what: string;
        readonly since: "before 3.11";
        readonly fixed: "3.11";
        readonly kernel: "fixed";
        readonly variant: "control-pages-not-freed";
        readonly property: "lock-free-frames-are-installed";
        readonly evidence: "from memory";
        readonly coarse: null;
    };
    readonly "segment-size": {
        readonly title: "A huge segment keeps the allocator busy for minutes";
        readonly what: string;
        readonly since: "before 4.8";
        readonly fixed: "4.8, 465d377787ee";
        readonly kernel: "fixed";
        readonly variant: "segment-size-unlimited";
        readonly property: "first-rule-decides-the-error";
        readonly evidence: "title seen, id from memory";
        readonly coarse: "the model has no time: what is caught is that the image is not refused";
    };
    readonly "lsm-hook": {
        readonly title: "kexec_load asks no security module";
        readonly what: string;
        readonly since: "before 4.19";
        readonly fixed: "4.19, a210fd32a46b";
        readonly kernel: "fixed";
        readonly variant: "lsm-not-asked";
        readonly property: "first-gate-decides-the-error";
        readonly evidence: "from memory";
        readonly coarse: null;
    };
    readonly "mutex-twice": {
        readonly title: "A jump waits for the mutex that it holds";
        readonly what: string;
        readonly since: "before 5.11";
        readonly fixed: "5.11 and 5.10.13, 56c91a18432b";
        readonly kernel: "fixed";
        readonly variant: "transition-mutex-taken-twice";
        readonly property: "a-reboot-with-an-image-runs-it";
        readonly evidence: "commit seen";
        readonly coarse: null;
    };
    readonly "missed-errno": {
        readonly title: "A load by file succeeds without its digests";
        readonly what: string;
        readonly since: "before 5.13";
        readonly fixed: "5.13, 31d82c2c787d";
        readonly kernel: "fixed";
        readonly variant: "digest-failure-ignored";
        readonly property: "failing-step-decides-the-error";
        readonly evidence: "commit seen";
        readonly coarse: "the digests themselves are not modelled, only that making them can fail";
    };
    readonly "panic-mutex": {
        readonly title: "The panic path takes a lock that can sleep";
        readonly what: string;
        readonly since: "before 6.0";
        readonly fixed: "6.0, 7bb5da0d490b and 05c6257433b7";
        readonly kernel: "fixed";
        readonly variant: "panic-waits-for-the-lock";
        readonly property: "the-panic-path-never-waits";
        readonly evidence: "commits seen";
        readonly coarse: null;
    };
    readonly "shrink-rounding": {
        readonly title: "A crash size that is no whole page is compared as it is";
        readonly what: string;
        readonly since: "before 6.5";
        readonly fixed: "6.5, 1cba6c4309f0";
        readonly kernel: "fixed";
        readonly variant: "crash-size-compared-before-rounding";
        readonly property: "a-size-of-as-many-pages-changes-nothing";
        readonly evidence: "commit seen";
        readonly coarse: "the resource tree is not modelled; the wrong comparison is";
    };
    readonly "preserve-flag": {
        readonly title: "A jump that comes back does not exchange the pages back";
        readonly what: string;
        readonly since: "6.14-rc, 9e5683e2d0b5";
        readonly fixed: "6.14-rc, 4d5f1da98f5e";
        readonly kernel: "fixed";
        readonly variant: "preserve-flag-lost-on-return";
        readonly property: "a-jump-leaves-memory-as-before";
        readonly evidence: "commits seen";
        readonly coarse: "the flag is a register there, and a flag of the image here";
    };
    readonly "jump-label": {
        readonly title: "A jump that fails to suspend undoes too little";
        readonly what: string;
        readonly since: "2.6.27";
        readonly fixed: "6.17, 996afb6efd1a";
        readonly kernel: "fixed";
        readonly variant: "suspend-failure-thaws-nobody";
        readonly property: "frozen-only-for-a-jump";
        readonly evidence: "commit seen";
        readonly coarse: "devices and tasks are undone by one step here, so both are left";
    };
};
export type BugId = keyof typeof bugs;
/** A bug that the museum does not show. */
export interface AbsentBug {
    readonly title: string;
    /** Version and commit of its fix, or since when it is there. */
    readonly fixed: string;
    /** Why no variant of ours brings it back, or why it would break nothing. */
    readonly why: string;
}
/** Bugs of kexec that the model cannot express, or that break no promise in it. */
export declare const absentBugs: readonly AbsentBug[];
