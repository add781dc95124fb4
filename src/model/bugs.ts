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
export const bugs = {
  B1: {
    title: "An empty segment at 0 makes every page a destination",
    what:
      "The test whether a page is a destination computes the last byte of a segment as mem + " +
      "memsz - 1. For an empty segment at address 0 that is the last of all addresses: no page " +
      "is good enough for the control code, the allocator is emptied, and the call ends with " +
      "ENOMEM after seconds without free memory.",
    since: "6.8, 816d334afa85",
    fixed: null,
    kernel: "fixed",
    variant: "destination-test-inclusive",
    property: "only-destinations-are-set-aside",
    evidence: "reproduced on 6.12 and 7.2; 5.10 and 6.1 load such an image",
    coarse: null,
  },
  B2: {
    title: "kexec_file_load frees its image when the lock is gone, and kills the next load",
    what:
      "A crash load that takes the lock in between uses the control page that the old image has " +
      "not made writable yet: a write fault under the lock, which is then held for ever.",
    since: "order: all; lethal: 6.14, 5a82223e0743",
    fixed: null,
    kernel: "fixed",
    variant: "file-load-frees-after-the-unlock",
    property: "no-write-to-a-read-only-page",
    evidence: "reproduced on 7.2: an oops within the first iterations",
    coarse: null,
  },
  "B2-vmcoreinfo": {
    title: "The same order takes vmcoreinfo from an installed crash image",
    what:
      "The old image is freed after another crash image has been installed, and its free clears " +
      "the global pointer to the safe copy: a dump without vmcoreinfo.",
    since: "all versions",
    fixed: null,
    kernel: "fixed",
    variant: "file-load-frees-after-the-unlock",
    property: "crash-image-has-vmcoreinfo",
    evidence: "reproduced on 5.10, 6.1 and 6.12: the pointer is NULL with the image installed",
    coarse: null,
  },
  B4: {
    title: "A 32-bit call returns the number of bytes that were not copied",
    what:
      "compat_sys_kexec_load hands the result of copy_from_user to user space as it is: a " +
      "positive number, which looks like success.",
    since: "5.15, 5d700a0fd71d",
    fixed: null,
    kernel: "fixed",
    variant: "list-fault-returns-what-is-left",
    property: "a-call-returns-zero-or-an-error",
    evidence: "reproduced on 6.1 and later; 5.10 returns EFAULT",
    coarse: null,
  },
  B8: {
    title: "A source page that finds no room on the list is lost",
    what:
      "kimage_load_normal_segment obtains a source page; kimage_add_page needs a new list page " +
      "for it and gets none. The call ends with ENOMEM, and the page is on no list that " +
      "kimage_free walks.",
    since: "all versions",
    fixed: null,
    kernel: "fixed",
    variant: "unlisted-page-not-freed",
    property: "lock-free-frames-are-installed",
    evidence: "reproduced on 5.10, 6.1, 6.12 and 7.2: 200 such loads lost 200 frames",
    coarse: null,
  },
  N1: {
    title: "A crash size in the last page of the address space gives the whole region back",
    what:
      "crash_shrink_memory rounds the new size up to whole pages before it is compared: the last " +
      "4095 sizes round up to 0, which is smaller than any region.",
    since: "6.5, 6.1.39, 5.10.188",
    fixed: null,
    kernel: "fixed",
    variant: "crash-size-wraps",
    property: "a-larger-region-is-refused",
    evidence:
      "found by comparing model and reference kernel; seen on Debian's 5.10, 6.1, 6.12 and 7.2",
    coarse: null,
  },
  "native-efault": {
    title: "kexec_load returns the number of bytes that were not copied",
    what: "B4 in the native entry, fixed once already: copy_from_user's count was returned.",
    since: "before 3.2",
    fixed: "about 3.2",
    kernel: "seed",
    variant: "native-call-returns-what-is-left",
    property: "a-call-returns-zero-or-an-error",
    evidence: "from memory",
    coarse: null,
  },
  "second-panic": {
    title: "A second CPU that panics stops the one that is about to dump",
    what:
      "crash_kexec and smp_send_stop raced: a CPU that panicked second did not find the lock, went " +
      "on, and stopped the CPU that had it. Nobody jumped to the crash kernel.",
    since: "before 3.3",
    fixed: "3.3, 93e13a360ba3",
    kernel: "fixed",
    variant: "second-panic-stops-the-dump",
    property: "the-panic-path-follows-in-order",
    evidence: "commit seen",
    coarse: "the second CPU's own way to smp_send_stop is one step",
  },
  "swap-page-leak": {
    title: "The control code page is lost when there is no swap page",
    what:
      "The error path of kimage_normal_alloc freed the structure, and not the control pages that " +
      "had been allocated before it.",
    since: "before 3.11",
    fixed: "3.11",
    kernel: "fixed",
    variant: "control-pages-not-freed",
    property: "lock-free-frames-are-installed",
    evidence: "from memory",
    coarse: null,
  },
  "segment-size": {
    title: "A huge segment keeps the allocator busy for minutes",
    what:
      "Nothing bounded the size of an image: a segment larger than memory led to a soft lockup, " +
      "and to the end of all free memory, before the call failed.",
    since: "before 4.8",
    fixed: "4.8, 465d377787ee",
    kernel: "fixed",
    variant: "segment-size-unlimited",
    property: "first-rule-decides-the-error",
    evidence: "title seen, id from memory",
    coarse: "the model has no time: what is caught is that the image is not refused",
  },
  "lsm-hook": {
    title: "kexec_load asks no security module",
    what:
      "kexec_file_load had a hook, kexec_load had none: a policy that wanted signed kernels could " +
      "be passed by the older door.",
    since: "before 4.19",
    fixed: "4.19, a210fd32a46b",
    kernel: "fixed",
    variant: "lsm-not-asked",
    property: "first-gate-decides-the-error",
    evidence: "from memory",
    coarse: null,
  },
  "mutex-twice": {
    title: "A jump waits for the mutex that it holds",
    what:
      "kernel_kexec took system_transition_mutex, which reboot already held: the task waited for " +
      "itself, and every later reboot and suspend for it.",
    since: "before 5.11",
    fixed: "5.11 and 5.10.13, 56c91a18432b",
    kernel: "fixed",
    variant: "transition-mutex-taken-twice",
    property: "a-reboot-with-an-image-runs-it",
    evidence: "commit seen",
    coarse: null,
  },
  "missed-errno": {
    title: "A load by file succeeds without its digests",
    what:
      "kexec_calculate_store_digests returned 0 when vzalloc had failed: an image was installed " +
      "whose purgatory could not verify it.",
    since: "before 5.13",
    fixed: "5.13, 31d82c2c787d",
    kernel: "fixed",
    variant: "digest-failure-ignored",
    property: "failing-step-decides-the-error",
    evidence: "commit seen",
    coarse: "the digests themselves are not modelled, only that making them can fail",
  },
  "panic-mutex": {
    title: "The panic path takes a lock that can sleep",
    what:
      "__crash_kexec used mutex_trylock, which is not safe in an NMI and may wait on PREEMPT_RT: " +
      "a panic in an NMI gave no dump, or stood still.",
    since: "before 6.0",
    fixed: "6.0, 7bb5da0d490b and 05c6257433b7",
    kernel: "fixed",
    variant: "panic-waits-for-the-lock",
    property: "the-panic-path-never-waits",
    evidence: "commits seen",
    coarse: null,
  },
  "shrink-rounding": {
    title: "A crash size that is no whole page is compared as it is",
    what:
      "crash_shrink_memory compared the new size first and rounded it up then: a size a few bytes " +
      "below the region's passed, and left resources behind that did not fit together.",
    since: "before 6.5",
    fixed: "6.5, 6.1.39, 5.10.188, 1cba6c4309f0",
    kernel: "fixed",
    variant: "crash-size-compared-before-rounding",
    property: "a-size-of-as-many-pages-changes-nothing",
    evidence: "commit seen",
    coarse: "the resource tree is not modelled; the wrong comparison is",
  },
  "preserve-flag": {
    title: "A jump that comes back does not exchange the pages back",
    what:
      "The flag that says whether pages are exchanged or copied was lost on the way back: the " +
      "memory that the peer had borrowed was not what it had been.",
    since: "6.14-rc, 9e5683e2d0b5",
    fixed: "6.14-rc, 4d5f1da98f5e",
    kernel: "fixed",
    variant: "preserve-flag-lost-on-return",
    property: "a-jump-leaves-memory-as-before",
    evidence: "commits seen",
    coarse: "the flag is a register there, and a flag of the image here",
  },
  "jump-label": {
    title: "A jump that fails to suspend undoes too little",
    what:
      "When dpm_suspend_start failed, kernel_kexec went to a label behind dpm_resume_end: devices " +
      "that were suspended stayed so.",
    since: "2.6.27",
    fixed: "6.17, 996afb6efd1a",
    kernel: "fixed",
    variant: "suspend-failure-thaws-nobody",
    property: "frozen-only-for-a-jump",
    evidence: "commit seen",
    coarse: "devices and tasks are undone by one step here, so both are left",
  },
} as const satisfies Record<string, KernelBug>;

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
export const absentBugs: readonly AbsentBug[] = [
  {
    title: "B3: CMA pages are lost when kimage_file_alloc_init fails",
    fixed: "live since 6.17, 07d24902977e",
    why: "CMA is not modelled",
  },
  {
    title: "B5: a CMA segment keeps old bytes behind its buffer",
    fixed: "live since 6.17, 07d24902977e",
    why: "CMA is not modelled; for other segments installed-image-holds-the-callers-data says it",
  },
  {
    title: "B6: an unload and a load that fails use up the load limit",
    fixed: "live since 6.3",
    why: "by design: a wish that is not granted, an-unload-leaves-the-load-limit-alone",
  },
  {
    title: "B7: dm-crypt keys are restored without the lock",
    fixed: "live since 6.16",
    why: "the keys are not modelled",
  },
  {
    title: "panic and the oops path of crash_kexec run at once",
    fixed: "4.5, 7bbee5ca3896",
    why: "one CPU at most is on the panic path here: panic_cpu is taken in the step that begins it",
  },
  {
    title: "an error exit leaves the crash region unprotected",
    fixed: "4.7, 7e01b5acd88b",
    why: "harmless where it happened in the seed: the slot is empty there, so there is nothing to protect",
  },
  {
    title: "no cond_resched while holes in the crash region are looked for",
    fixed: "4.15, 8e53c073a417",
    why: "the search is one step; the model has no time",
  },
  {
    title: "the relocated purgatory is freed twice",
    fixed: "4.14, 070c43eea504",
    why: "buffers of kexec_file_load are not modelled",
  },
  {
    title: "transition tables are freed twice when a load fails",
    fixed: "4.18, a466ef76b815",
    why: "transition tables are not modelled; double-free-at-out is the same for the image",
  },
  {
    title: "a killed task goes on allocating for minutes",
    fixed: "5.4, 7c3a6aedcd6a",
    why: "the alphabet offers a killed task no page: that is the fix, and no guard of the statechart",
  },
  {
    title: "arm64 reads struct kimage while pages are overwritten",
    fixed: "5.18, eb3d8ea3e1f0",
    why: "the structure lies in no page frame of the model",
  },
  {
    title: "an IMA policy lets kexec_file_load skip the lockdown (CVE-2022-21505)",
    fixed: "5.19, 543ce63b664e",
    why: "kexec_file_load asks no lockdown in the model: signatures are not modelled",
  },
  {
    title: "the ELF header leaks, and is then freed twice (CVE-2022-49546)",
    fixed: "5.19 b3e34a47f989, 6.2 d00dd2f2645d",
    why: "buffers of kexec_file_load are not modelled",
  },
  {
    title: "a parked CPU monitors a line that kexec overwrites",
    fixed: "6.5, d7893093a741",
    why: "offline CPUs and their caches are not modelled",
  },
  {
    title: "synchronous stop of other CPUs, or an interrupt lock, in the crash path",
    fixed: "6.6 8922ba71c969, 6.10 c562ba719df5",
    why: "only the lock of kexec is modelled on the panic path",
  },
  {
    title: "segments are counted in bytes that overflow (CVE-2023-52823)",
    fixed: "6.7, 569c8d82f95e",
    why: "not reachable: the gate on the number of segments comes first, in the model as in the kernel",
  },
  {
    title: "wrong ranges in the elfcorehdr",
    fixed: "6.9, 6dff31597264",
    why: "what the elfcorehdr says is not modelled",
  },
  {
    title: "a digest covers a segment that hotplug events rewrite",
    fixed: "6.11, 6dacd79d2884",
    why: "digests are not modelled",
  },
  {
    title: "the GDT is not restored after a jump",
    fixed: "6.13, 07fa619f2a40",
    why: "registers are not modelled",
  },
  {
    title: "identity mappings are written behind the page that was allocated for them",
    fixed: "6.14, 4b5bc2ec9a23",
    why: "what a page table holds is not modelled",
  },
  {
    title: "pages are exchanged through the wrong swap page",
    fixed: "6.14-rc, 85d724df8c82",
    why: "an exchange is one step, without the page that it goes through",
  },
  {
    title: "IMA maps a segment that lies in CMA",
    fixed: "6.18",
    why: "CMA is not modelled",
  },
  {
    title: "a low crash region is shrunk below its size",
    fixed: "6.18, 00fbff75c5ac",
    why: "there is one crash region in the model",
  },
  {
    title: "arm64 allocates a control page twice",
    fixed: "7.1, ee020bf6f140",
    why: "it breaks no promise: the page is on the list of control pages, and freed with the image",
  },
  {
    title: "instrumented code runs after the segment registers are cleared",
    fixed: "7.x, 6.12.93",
    why: "registers and instrumentation are not modelled",
  },
];
