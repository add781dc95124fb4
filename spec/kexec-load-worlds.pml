/*
 * The kernels and the worlds of the preset `quick`, for kexec-load.pml.
 *
 * They are those of src/model/kernels.ts, worlds.ts and lifecycle-worlds.ts, written again.
 */

/* ---- Kernels ------------------------------------------------------------------------------- */

#define SEED 1
#define LINUX_5_10 2
#define LINUX_6_1 3
#define LINUX_6_12 4
#define LINUX_7_2 5
#define FIXED 6
#ifndef KERNEL
#define KERNEL SEED
#endif

/* What a kernel does differently, as far as these worlds can tell. */
#if KERNEL == SEED || KERNEL == FIXED
#define KEXEC_JUMP
#endif
#if KERNEL >= LINUX_5_10
#define CRASH_SIZE_TRYLOCK
#endif
#if KERNEL >= LINUX_6_1
#define LIST_COPIED_BEFORE_LOCK
#endif
#if KERNEL >= LINUX_7_2
#define RELOCATION_COPIES
#define CONTROL_PAGE_ROX
#endif
#if KERNEL == FIXED
#define FREES_UNLISTED_SOURCE_PAGE
#endif

/* ---- Worlds -------------------------------------------------------------------------------- */

#define RACE 1
#define MEMORY 2
#define REGION 3
#define REQUESTS 4
#define REBOOT 5
#define PANIC 6
#define PANIC_LATE 7
#ifndef WORLD
#define WORLD RACE
#endif

/*
 * The requests of a world, a row each, numbered from 1: LOADS are those whose list passes every
 * rule, OTHERS unload or are refused. A segment is (mem, memsz, bufsz) in bytes. `x` is handed
 * through to R.
 *
 *   R(x, number, flags, nr_segments, entry, CAP_SYS_BOOT, the LSM's error, lockdown's, segments)
 *
 * Frames 0 .. NAMED-1 are the ordinary frames that LOADS name as destinations. WORDS is the length
 * of the longest entry list: its head, and whole list pages. That of a crash image has a head only.
 *
 * REBOOTS are calls of reboot(LINUX_REBOOT_CMD_KEXEC), numbered on:
 *
 *   B(x, number, CAP_SYS_BOOT, whether the magic numbers are right, in a child PID namespace)
 *
 * CRASH_SIZE_SHOW is the number of a read of /sys/kernel/kexec_crash_size. PANICS says that a CPU
 * may panic once, and that a task in a call may hit a bug in kernel mode; NESTED_PANICS that the
 * panicking CPU may panic again; POST_NOTIFIERS is crash_kexec_post_notifiers.
 */
#define WHOLE(pfn, pages) (P(pfn), P(pages), P(pages))
#define NONE (0, 0, 0)

#if WORLD == RACE
#define WORLD_TASKS 2
#define WORLD_FRAMES 4
#define WORLD_SIGKILL 0
#define CRASH_FRAMES 3
#define NAMED 1
#define WORDS 4
#define LOADS(R, x) \
  R(x, 1, 0, 1, 0,         1, 0, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 2, 1, 1, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 1), NONE, NONE)
#define OTHERS(R, x) \
  R(x, 3, 0, 0, 0,         1, 0, 0, NONE, NONE, NONE) \
  R(x, 4, 1, 0, 0,         1, 0, 0, NONE, NONE, NONE)
#endif

#if WORLD == MEMORY
#define WORLD_TASKS 1
#define WORLD_FRAMES 8
#define WORLD_SIGKILL 1
#define FRAMES_OVER_LIMIT 1
#define CRASH_FRAMES 1
#define TABLE_PAGES 1
#define NAMED 3
#define WORDS 7
#define LOADS(R, x) \
  R(x, 1, 0, 1, 0,         1, 0, 0, (P(0), P(2), P(3) / 2), NONE, NONE) \
  R(x, 2, 0, 2, 0,         1, 0, 0, (P(0), P(1), 0), (P(2), P(1), P(1) / 2), NONE)
#define OTHERS(R, x)
#endif

#if WORLD == REGION
#define WORLD_TASKS 1
#define WORLD_FRAMES 12
#define WORLD_SIGKILL 1
#define CRASH_FRAMES 6
#define TABLE_PAGES 1
#define NAMED 0
#define WORDS 1
#define LOADS(R, x) \
  R(x, 1, 1, 2, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 1), (P(FRAMES + 2), P(2), P(1) / 2), NONE) \
  R(x, 2, 1, 1, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 6), NONE, NONE) \
  R(x, 3, 1, 1, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 5), NONE, NONE) \
  R(x, 4, 1, 1, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 4), NONE, NONE) \
  R(x, 5, 1, 1, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 3), NONE, NONE)
#define OTHERS(R, x) \
  R(x, 6, 1, 0, 0,         1, 0, 0, NONE, NONE, NONE)
#endif

#if WORLD == REQUESTS
#define WORLD_TASKS 1
#define WORLD_FRAMES 6
#define WORLD_SIGKILL 0
#define SYSCTL 1
#define CRASH_FRAMES 4
#define LIST_PAGE_WORDS 4
#define NAMED 1
#define WORDS 5
/* What can be wrong with a request, in the order in which the kernel asks. */
#define UNKNOWN 16
#define I386 KEXEC_ARCH_386
#define BELOW P(6) - 1
#define ABOVE P(10)
#define WRAPS (ADDRESS_SPACE - PAGE, PAGE, PAGE)
#define ASKEW (P(2) + 8, PAGE, PAGE)
#define BEYOND WHOLE(18, 1)
#define LONG (P(1), P(1), P(2))
/* Each defect alone, and beside the next one. */
#define LOADS(R, x) \
  R(x, 1, KEXEC_PRESERVE_CONTEXT | KEXEC_ARCH_X86_64, 1, 0, 1, 0, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 2, 1, 1, P(6),            1, 0, 0, WHOLE(6, 1), NONE, NONE)
#define OTHERS(R, x) \
  R(x, 3, 1, 0, 0,               1, 0, 0, NONE, NONE, NONE) \
  R(x, 4, 0, 1, 0,               0, 0, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 5, 0, 1, 0,               0, EACCES, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 6, 0, 1, 0,               1, EACCES, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 7, 0, 1, 0,               1, EACCES, EPERM, WHOLE(0, 1), NONE, NONE) \
  R(x, 8, 0, 1, 0,               1, 0, EPERM, WHOLE(0, 1), NONE, NONE) \
  R(x, 9, UNKNOWN, 1, 0,         1, 0, EPERM, WHOLE(0, 1), NONE, NONE) \
  R(x, 10, UNKNOWN, 1, 0,        1, 0, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 11, UNKNOWN, 17, 0,       1, 0, 0, NONE, NONE, NONE) \
  R(x, 12, 0, 17, 0,             1, 0, 0, NONE, NONE, NONE) \
  R(x, 13, I386, 17, 0,          1, 0, 0, NONE, NONE, NONE) \
  R(x, 14, I386, 1, 0,           1, 0, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 15, I386, 1, 0,           1, 0, 0, WRAPS, NONE, NONE) \
  R(x, 16, 0, 1, 0,              1, 0, 0, WRAPS, NONE, NONE) \
  R(x, 17, 0, 2, 0,              1, 0, 0, WRAPS, ASKEW, NONE) \
  R(x, 18, 0, 1, 0,              1, 0, 0, ASKEW, NONE, NONE) \
  R(x, 19, 0, 2, 0,              1, 0, 0, ASKEW, BEYOND, NONE) \
  R(x, 20, 0, 1, 0,              1, 0, 0, BEYOND, NONE, NONE) \
  R(x, 21, 0, 3, 0,              1, 0, 0, BEYOND, WHOLE(0, 1), WHOLE(0, 1)) \
  R(x, 22, 0, 2, 0,              1, 0, 0, WHOLE(0, 1), WHOLE(0, 1), NONE) \
  R(x, 23, 0, 3, 0,              1, 0, 0, WHOLE(0, 1), WHOLE(0, 1), LONG) \
  R(x, 24, 0, 1, 0,              1, 0, 0, LONG, NONE, NONE) \
  R(x, 25, 0, 2, 0,              1, 0, 0, LONG, WHOLE(0, 4), NONE) \
  R(x, 26, 0, 1, 0,              1, 0, 0, WHOLE(0, 4), NONE, NONE) \
  R(x, 27, 0, 3, 0,              1, 0, 0, WHOLE(0, 4), WHOLE(0, 3), WHOLE(3, 1)) \
  R(x, 28, 0, 2, 0,              1, 0, 0, WHOLE(0, 3), WHOLE(3, 1), NONE) \
  R(x, 29, 1 | I386, 1, BELOW,   1, 0, 0, WHOLE(9, 1), NONE, NONE) \
  R(x, 30, 1, 1, BELOW,          1, 0, 0, WHOLE(9, 1), NONE, NONE) \
  R(x, 31, 1, 1, ABOVE,          1, 0, 0, WHOLE(9, 1), NONE, NONE) \
  R(x, 32, 1, 1, ABOVE,          1, 0, 0, WHOLE(9, 1), NONE, NONE) \
  R(x, 33, 1, 1, ABOVE,          1, 0, 0, WRAPS, NONE, NONE) \
  R(x, 34, 1, 3, P(6),           1, 0, 0, WHOLE(6, 3), WHOLE(9, 1), WHOLE(5, 1)) \
  R(x, 35, 1, 1, P(6),           1, 0, 0, WHOLE(5, 1), NONE, NONE) \
  R(x, 36, 1, 2, P(6),           1, 0, 0, WHOLE(5, 1), WHOLE(10, 1), NONE) \
  R(x, 37, 1, 1, P(6),           1, 0, 0, WHOLE(10, 1), NONE, NONE)
#endif

#if WORLD == REBOOT
#define WORLD_TASKS 2
#define WORLD_FRAMES 5
#define WORLD_SIGKILL 0
#define CRASH_FRAMES 3
#define NAMED 1
#define WORDS 4
#ifdef KEXEC_JUMP
#define LOADS(R, x) \
  R(x, 1, 0, 1, 0,         1, 0, 0, WHOLE(0, 1), NONE, NONE) \
  R(x, 2, KEXEC_PRESERVE_CONTEXT | KEXEC_ARCH_X86_64, 1, 0, 1, 0, 0, WHOLE(0, 1), NONE, NONE)
#else
#define LOADS(R, x) \
  R(x, 1, 0, 1, 0,         1, 0, 0, WHOLE(0, 1), NONE, NONE)
#endif
#define OTHERS(R, x) \
  R(x, 3, 0, 0, 0,         1, 0, 0, NONE, NONE, NONE)
#define REBOOTS(B, x) \
  B(x, 4, true, true, false) \
  B(x, 5, false, false, false) \
  B(x, 6, true, false, false) \
  B(x, 7, true, true, true)
#endif

#if WORLD == PANIC || WORLD == PANIC_LATE
#define PANICS
#if WORLD == PANIC_LATE
#define WORLD_TASKS 1
#define NESTED_PANICS
#define POST_NOTIFIERS
#else
#define WORLD_TASKS 2
#endif
#define WORLD_FRAMES 5
#define WORLD_SIGKILL 0
#define CRASH_FRAMES 3
#define NAMED 0
#define WORDS 1
#define LOADS(R, x) \
  R(x, 1, 1, 1, P(FRAMES), 1, 0, 0, WHOLE(FRAMES, 1), NONE, NONE)
#define OTHERS(R, x) \
  R(x, 2, 1, 0, 0,         1, 0, 0, NONE, NONE, NONE)
#define CRASH_SIZE_SHOW 3
#endif

/* Callers that can be inside a call at once. */
#ifndef TASKS
#define TASKS WORLD_TASKS
#endif
/* Ordinary page frames; those of the crash region follow them. */
#ifndef FRAMES
#define FRAMES WORLD_FRAMES
#endif
/* Whether tasks are killed, and whether kexec_load_disabled is written. */
#ifndef SIGKILL
#define SIGKILL WORLD_SIGKILL
#endif
#ifndef SYSCTL
#define SYSCTL 0
#endif
/* So many of the last ordinary frames lie over KEXEC_SOURCE_MEMORY_LIMIT. */
#ifndef FRAMES_OVER_LIMIT
#define FRAMES_OVER_LIMIT 0
#endif
/* Words of a page of the entry list, the link included. */
#ifndef LIST_PAGE_WORDS
#define LIST_PAGE_WORDS 3
#endif
/* Pages that machine_kexec_prepare takes for page tables. */
#ifndef TABLE_PAGES
#define TABLE_PAGES 0
#endif

#define ALL_FRAMES (FRAMES + CRASH_FRAMES)
#define CRASH_START P(FRAMES)
#define CRASH_END (P(ALL_FRAMES) - 1)
#define KEXEC_DESTINATION_MEMORY_LIMIT P(ALL_FRAMES + 8)

/* ---- Questions about a request ------------------------------------------------------------- */

/* What COLUMN says in the row of request r: (r == 1 -> .. : (r == 2 -> .. : 0)). */
#define CELL(COLUMN, r) (LOADS(COLUMN, r) OTHERS(COLUMN, r) 0 OTHERS(CLOSE, r) LOADS(CLOSE, r))
/* ... of a request that loads. */
#define CELL_OF_LOAD(COLUMN, r) (LOADS(COLUMN, r) 0 LOADS(CLOSE, r))
#define CLOSE(...) )

#define MEM(mem, memsz, bufsz) (mem)
#define MEMSZ(mem, memsz, bufsz) (memsz)
#define BUFSZ(mem, memsz, bufsz) (bufsz)
#define END(s) ((MEM s + MEMSZ s) % ADDRESS_SPACE)
#define FIRST(s) (MEM s / PAGE)
#define PAGES(s) ((MEMSZ s + PAGE - 1) / PAGE)

#define IS_LOAD(r, id, ...) ((r) == id -> 1 :
#define ON_CRASH(r, id, flags, ...) ((r) == id -> (flags) & KEXEC_ON_CRASH :
#define PRESERVES(r, id, flags, ...) ((r) == id -> ((flags) & KEXEC_PRESERVE_CONTEXT) != 0 :
#define NR_SEGMENTS(r, id, flags, nr, ...) ((r) == id -> nr :
#define ENTRY_OUTSIDE(r, id, flags, nr, entry, ...) ((r) == id -> \
    ((flags) & KEXEC_ON_CRASH) && (entry < CRASH_START || entry > CRASH_END) :

/* kexec_load_check, and behind it the architecture: the first gate that refuses decides. */
#ifdef KEXEC_JUMP
#define KEXEC_FLAGS (KEXEC_ON_CRASH | KEXEC_PRESERVE_CONTEXT)
#else
#define KEXEC_FLAGS KEXEC_ON_CRASH
#endif
#define FOREIGN(arch) ((arch) != KEXEC_ARCH_X86_64 && (arch) != 0)
#define GATES(r, id, flags, nr, entry, cap, lsm, lockdown, ...) ((r) == id -> \
    (!cap || kexec_load_disabled -> EPERM : \
    (lsm != 0 -> lsm : \
    (lockdown != 0 -> lockdown : \
    (((flags) & KEXEC_FLAGS) != ((flags) & 65535) -> EINVAL : \
    (nr > KEXEC_SEGMENT_MAX -> EINVAL : \
    (FOREIGN(((flags) >> 16) << 16) -> EINVAL : 0)))))) :

/* sanity_check_segment_list: a rule is asked of the whole list before the next one. */
#define SOME(rule, nr, s0, s1, s2) \
    ((nr > 0 && rule(s0)) || (nr > 1 && rule(s1)) || (nr > 2 && rule(s2)))
#define WRAPS_AROUND(s) (MEM s > END(s))
#define UNALIGNED(s) (MEM s % PAGE != 0 || END(s) % PAGE != 0)
#define BEYOND_LIMIT(s) (END(s) >= KEXEC_DESTINATION_MEMORY_LIMIT)
#define OVERLAP(s, t) (END(s) > MEM t && MEM s < END(t))
#define BUFFER_TOO_LONG(s) (BUFSZ s > MEMSZ s)
#define TOO_LARGE(s) (PAGES(s) > FRAMES / 2)
#define BELOW_REGION(s) (MEM s < CRASH_START)
#define ABOVE_REGION(s) (MEM s + MEMSZ s - 1 > CRASH_END)
#define RULES(r, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) ((r) == id -> \
    (SOME(WRAPS_AROUND, nr, s0, s1, s2) || SOME(UNALIGNED, nr, s0, s1, s2) || \
     SOME(BEYOND_LIMIT, nr, s0, s1, s2) -> EADDRNOTAVAIL : \
    ((nr > 1 && OVERLAP(s0, s1)) || (nr > 2 && (OVERLAP(s0, s2) || OVERLAP(s1, s2))) || \
     SOME(BUFFER_TOO_LONG, nr, s0, s1, s2) || SOME(TOO_LARGE, nr, s0, s1, s2) || \
     PAGES(s0) + PAGES(s1) + PAGES(s2) > FRAMES / 2 -> EINVAL : \
    (((flags) & KEXEC_ON_CRASH) && \
     (SOME(BELOW_REGION, nr, s0, s1, s2) || SOME(ABOVE_REGION, nr, s0, s1, s2)) \
     -> EADDRNOTAVAIL : 0))) :

/* The destinations as a set of frames, bit by bit: kimage_is_destination_range asks it. */
#define FRAMES_OF(s) (((1 << PAGES(s)) - 1) << FIRST(s))
#define DESTINATIONS(r, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) ((r) == id -> \
    (FRAMES_OF(s0) | FRAMES_OF(s1) | FRAMES_OF(s2)) :

/* Of segment i of this task's request: its first frame, its pages, the bytes of its buffer. */
#define BY_SEGMENT(i, v0, v1, v2) ((i) == 0 -> v0 : ((i) == 1 -> v1 : v2))
#define FIRST_OF(i, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) \
    (me.request == id -> BY_SEGMENT(i, FIRST(s0), FIRST(s1), FIRST(s2)) :
#define PAGES_OF(i, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) \
    (me.request == id -> BY_SEGMENT(i, PAGES(s0), PAGES(s1), PAGES(s2)) :
#define BUFSZ_OF(i, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) \
    (me.request == id -> BY_SEGMENT(i, BUFSZ s0, BUFSZ s1, BUFSZ s2) :

#define is_crash CELL(ON_CRASH, me.request)
#define is_unload (CELL(NR_SEGMENTS, me.request) == 0)
#define gates_error CELL(GATES, me.request)
#define entry_outside CELL(ENTRY_OUTSIDE, me.request)
#define rules_error CELL(RULES, me.request)
#define preserves_context CELL_OF_LOAD(PRESERVES, me.request)
#define destinations_of(r) CELL_OF_LOAD(DESTINATIONS, r)
#define is_destination(pfn) ((destinations_of(me.request) >> (pfn)) & 1)

#define segments_left (me.segment < CELL_OF_LOAD(NR_SEGMENTS, me.request))
#define last_page (me.page + 1 == CELL_OF_LOAD(PAGES_OF, me.segment))
/* The frame where the current page must be when the image runs, and the bytes that go there. */
#define destination (CELL_OF_LOAD(FIRST_OF, me.segment) + me.page)
#define bytes_left (CELL_OF_LOAD(BUFSZ_OF, me.segment) - P(me.page))
