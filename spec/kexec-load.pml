/*
 * One call of kexec_load, in Promela: the statechart of machines/kexec-load.ts, written again.
 *
 * This is a second implementation of spec/call.md and spec/memory.md, for another model checker,
 * SPIN. It shares no code with the statechart. Both must find the same states, steps and verdicts;
 * test/spec/twin-promela.test.ts compares them.
 *
 *   spin -a -DWORLD=MEMORY -DSYMMETRY kexec-load.pml
 *   gcc -O2 -DSAFETY -DNOREDUCE -DNOCOMP -DNOFAIR -DNOBOUNDCHECK -o pan pan.c
 *   ./pan -n -m1000000 -w22
 *
 * NOREDUCE makes SPIN store every state. The flags behind it are for speed, and change no number:
 * NOCOMP, which stores states as they are, is worth a quarter; NOBOUNDCHECK is worth more to gcc.
 *
 * How it is written:
 *
 * - A task is a process, and its place in the call is the process's own program counter. An edge
 *   of a process is one d_step, and one d_step is one event of the statechart. Between two labels
 *   there is nothing else, so SPIN stores exactly the states of the statechart.
 * - A decision that takes no step (`always` in the statechart) is part of the guards behind it. So
 *   some labels stand for several states of the chart, which the data tell apart: control_page is
 *   controlPage for a normal image, and crashControlPage for a crash image.
 * - What the kernel does not decide is a choice between edges: which frame the allocator returns,
 *   how a copy ends, whether a signal arrives.
 * - A task remembers the number of its request. What is asked of the request is computed from a
 *   row of constants.
 *
 * What SPIN prints, and what our checker prints:
 *
 *   states, stored           the same number
 *   transitions              our steps + 1: stored states and matched ones are added up, and the
 *                            initial state is stored without a step. A claim about states adds as
 *                            many transitions as there are states; see "Claims"
 *   depth reached, -DBFS     our depth - 1: SPIN counts the steps to the last level, we its levels
 *   errors: 0                besides the claims, that no state is without successor
 *
 * Macros that choose what is checked:
 *
 *   WORLD             RACE, MEMORY, REGION or REQUESTS: the worlds of src/model/worlds.ts, `quick`
 *   TASKS, FRAMES, SIGKILL   change a world, up to 3 tasks and 12 frames; in the preset
 *                     `standard`, race has -DFRAMES=9 -DSIGKILL=1, memory has -DFRAMES=10, and
 *                     region is the same
 *   FIXED, NO_KEXEC_JUMP, LIST_COPIED_BEFORE_LOCK   what other kernels than the seed's do
 *   SYMMETRY          of the states that differ in names only, one is stored
 *   ANY_FRAME         the allocator offers each free frame, also those that can be exchanged
 *   CHECK_...         judge one claim, see "Claims"; CHECK_ALL: every claim that holds
 *   BFS               for spin as well as for gcc: SPIN wants no `hidden` variables then
 *
 * Left out: empty segments, and so the world `requests` of the preset `standard`. SPIN stores no
 * variable that nobody reads; vmcoreinfo_safecopy is one, unless a claim or SYMMETRY reads it.
 */

/* ---- The kernel's constants ---------------------------------------------------------------- */

#define EPERM 1
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define EBUSY 16
#define EINVAL 22
#define EADDRNOTAVAIL 99

#define KEXEC_ON_CRASH 1
#define KEXEC_PRESERVE_CONTEXT 2
#define KEXEC_ARCH_386 (3 << 16)
#define KEXEC_ARCH_X86_64 (62 << 16)
#define KEXEC_SEGMENT_MAX 16

#define PAGE 4096
#define P(pages) ((pages) * PAGE)
/* Stands for 2^64: addresses wrap here, and no destination is as high. */
#define ADDRESS_SPACE (1 << 30)

/* ---- Worlds -------------------------------------------------------------------------------- */

#define RACE 1
#define MEMORY 2
#define REGION 3
#define REQUESTS 4
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
 * of the longest entry list: its head, and whole list pages.
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

/* Callers that can be inside the call at once. */
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
#ifdef NO_KEXEC_JUMP
#define KEXEC_FLAGS KEXEC_ON_CRASH
#else
#define KEXEC_FLAGS (KEXEC_ON_CRASH | KEXEC_PRESERVE_CONTEXT)
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

/* ---- The state ----------------------------------------------------------------------------- */

/* A pointer to an image is NULL (0) or the image's number, 1 to 3. */
typedef task_t {
  unsigned request : 6;    /* 0 outside a call */
  unsigned result : 7;     /* the error that the call will return */
  unsigned image : 2;      /* the local variable `image` */
  unsigned segment : 2;    /* the local variable `i` */
  unsigned page : 3;       /* pages of that segment that are loaded */
  unsigned killed : 1;     /* a fatal signal is pending */
  unsigned allocated : 2;  /* history: the image that this call allocated */
  unsigned displaced : 2   /* history: what the slot held when the lock was taken */
}

#define UNUSED 0
#define LIVE 1
#define FREED 2
#define FREED_TWICE 3

#define TYPE_CRASH 1
#define PRESERVE_CONTEXT 2
#define LIST_COPIED 4
#define VMCOREINFO_MAPPED 8

typedef image_t {
  unsigned status : 2;     /* history: UNUSED to FREED_TWICE */
  unsigned flags : 4;      /* TYPE_CRASH to VMCOREINFO_MAPPED */
  unsigned request : 6;    /* whose segments it has */
  unsigned entry : 4;      /* the word that `entry` points to */
  unsigned last_entry : 4; /* the word that `last_entry` points to */
  unsigned hole : 5;       /* `control_page` of a crash image */
  unsigned tables : 2;     /* page-table pages taken so far */
  byte word[WORDS]         /* the entry list: its head, then its pages */
}

/* A word of the list is 0, or a kind and a number below 32. A SOURCE names its destination. */
#define DESTINATION_WORD(pfn) (32 + (pfn))
#define INDIRECTION_WORD(number) (64 + (number))
#define DONE_WORD 96
#define SOURCE_WORD(pfn) (128 + (pfn))
#define is_kind(a_word, kind) (((a_word) & 224) == kind(0))
#define number_in(a_word) ((a_word) & 31)

/* What a frame is used for; the uses up to UNUSABLE are lists of the image. */
#define CONTROL 1
#define SWAP 2
#define TABLE 3
#define PARKED 4
#define UNUSABLE 5
#define LIST 6
#define SOURCE 7
#define UNLISTED 8
#define EXTRA 9
#define VMCOREINFO 10

#define LOST 15
#define ROLE(owner, use) ((owner) * 16 + (use))
#define owner(pfn) (frame[pfn].role >> 4)
#define use(pfn) (frame[pfn].role & 15)

#define JUNK 0
#define ZEROS 1
#define TORN 2
/* Page p of segment i of request r, and zeros behind it; one more: and junk behind it. */
#define DATA(r, i, p) (3 + 2 * (((r) * 2 + (i)) * 6 + (p)))

typedef frame_t {
  byte role;               /* 0 free, else ROLE(an image or LOST, use) */
  byte index;              /* a list page: its number; a source or parked page: its destination */
  byte content
}

byte mutex_owner;          /* kexec_mutex: 0 free, else task + 1 */
unsigned kexec_image : 2;
unsigned kexec_crash_image : 2;
unsigned vmcoreinfo_safecopy : 2;
bit kexec_load_disabled;
unsigned readonly : CRASH_FRAMES; /* frames of the region that the direct map may not write */
task_t task[TASKS];
image_t image[3];
frame_t frame[ALL_FRAMES];

#if TASKS == 1
#define me task[0]
#else
#define me task[_pid]
#endif
#define own image[me.image - 1]
#define IMAGE(number) image[(number) - 1]
#define of_type_crash (own.flags & TYPE_CRASH)
#define dest_image (is_crash -> kexec_crash_image : kexec_image)

/* Scratch, dead between two steps. */
#ifdef BFS
#define hidden
#define forget_scratch d = 0; f = 0; g = 0; n = 0; v = 0; w = 0; x = 0
#else
#define forget_scratch skip
#endif
hidden byte d, f, g, n, v, w, x;

/* ---- Frames -------------------------------------------------------------------------------- */

/* An argument of an inline is text of at most 512 characters: longer ones go through d or x. */

inline release(pfn) {
  frame[pfn].role = 0;
  frame[pfn].index = 0;
  frame[pfn].content = JUNK
}

/* Frame pfn belongs to this task's image now. */
inline take(pfn, purpose, number) {
  frame[pfn].role = ROLE(me.image, purpose);
  frame[pfn].index = number
}

/* f is the frame of image `reference` with this purpose and index; there is one. */
inline find(reference, purpose, number) {
  f = 0;
  do
  :: frame[f].role != ROLE(reference, purpose) || frame[f].index != number -> f++
  :: else -> break
  od
}

/* kimage_free_page_list: of image `reference`, the pages that it uses for lowest .. highest. */
inline kimage_free_page_list(reference, lowest, highest) {
  for (f : 0 .. FRAMES - 1) {
    if :: owner(f) == reference && use(f) >= lowest && use(f) <= highest -> release(f) :: else fi
  }
}

/* ---- Images -------------------------------------------------------------------------------- */

/* do_kimage_alloc_init; the type and `control_page` of a crash image are set with it. */
inline do_kimage_alloc_init() {
  v = 1;
  do :: IMAGE(v).status != UNUSED -> v++ :: else -> break od;
  IMAGE(v).status = LIVE;
  IMAGE(v).request = me.request;
  if :: is_crash -> IMAGE(v).flags = TYPE_CRASH; IMAGE(v).hole = FRAMES :: else fi;
  me.image = v;
  me.allocated = v;
  renumber_images()
}

/* kfree(image v). Frames that it still owns are lost; the region's go back to the region. */
inline kfree() {
  for (f : 0 .. FRAMES - 1) {
    if :: owner(f) == v -> x = use(f); release(f); frame[f].role = ROLE(LOST, x) :: else fi
  }
  d = (IMAGE(v).flags & TYPE_CRASH);
  for (f : FRAMES .. ALL_FRAMES - 1) {
    if
    :: owner(f) == v || (d && (destinations_of(IMAGE(v).request) >> f) & 1) -> release(f)
    :: else
    fi
  }
  IMAGE(v).status = (IMAGE(v).status == LIVE -> FREED : FREED_TWICE);
  IMAGE(v).flags = 0;
  IMAGE(v).request = 0;
  IMAGE(v).entry = 0;
  IMAGE(v).last_entry = 0;
  IMAGE(v).hole = 0;
  IMAGE(v).tables = 0;
  for (w : 0 .. WORDS - 1) {
    IMAGE(v).word[w] = 0
  }
}

/* kimage_free(image v): its lists, what the entry list leads to, the structure. */
inline kimage_free() {
  if
  :: v == 0
  :: v != 0 && IMAGE(v).status != LIVE -> IMAGE(v).status = FREED_TWICE
  :: else ->
    if :: IMAGE(v).flags & VMCOREINFO_MAPPED -> vmcoreinfo_safecopy = 0 :: else fi;
    w = 0;
    do
    :: w < WORDS && is_kind(IMAGE(v).word[w], DESTINATION_WORD) -> w++
    :: w < WORDS && is_kind(IMAGE(v).word[w], SOURCE_WORD) ->
      x = number_in(IMAGE(v).word[w]);
      find(v, SOURCE, x);
      release(f);
      w++
    :: w < WORDS && is_kind(IMAGE(v).word[w], INDIRECTION_WORD) ->
      x = number_in(IMAGE(v).word[w]);
      find(v, LIST, x);
      release(f);
      w = 1 + x * LIST_PAGE_WORDS
    :: else -> break /* the end mark, or the end of a list that was never finished */
    od;
    kimage_free_page_list(v, CONTROL, UNUSABLE);
    kfree()
  fi
}

/* kimage_free(xchg(dest_image, NULL)) */
inline free_slot_image() {
  v = dest_image;
  if
  :: is_crash -> kexec_crash_image = 0
  :: else -> kexec_image = 0
  fi;
  kimage_free();
  renumber_images()
}

inline free_local_image() {
  v = me.image;
  me.image = 0;
  kimage_free()
}

/* The label out_free_image of kimage_alloc_init: the structure alone. */
inline out_free_image() {
  v = me.image;
  me.image = 0;
  kfree()
}

/* The entry list. Word `entry` is written next; the list is full where the link must go. */
#define list_full (own.entry == own.last_entry)
#define new_list_page (own.last_entry / LIST_PAGE_WORDS)

inline add_list_page() {
  x = new_list_page;
  own.word[own.entry] = INDIRECTION_WORD(x);
  own.entry = 1 + x * LIST_PAGE_WORDS;
  own.last_entry = (x + 1) * LIST_PAGE_WORDS
}

/* kimage_set_destination */
inline add_destination() {
  own.word[own.entry] = DESTINATION_WORD(destination);
  own.entry++
}

/* kimage_add_page: the page that waits for its entry gets it. */
inline add_source() {
  d = destination;
  find(me.image, UNLISTED, d);
  take(f, SOURCE, d);
  own.word[own.entry] = SOURCE_WORD(d);
  own.entry++
}

/* ---- Where pages come from ----------------------------------------------------------------- */

/*
 * A frame without a name lies below the limit, and no request names it. No variable holds its
 * number, so any two of them can be exchanged, and the allocator need offer the lowest only.
 */
#define LAST_UNNAMED (FRAMES - FRAMES_OVER_LIMIT - 1)
#define over_limit(pfn) ((pfn) >= FRAMES - FRAMES_OVER_LIMIT)
#define may_return(pfn) (!me.killed && frame[pfn].role == 0)
#define UNNAMED_FREE(k) \
    (NAMED + k <= LAST_UNNAMED && frame[(NAMED + k) % ALL_FRAMES].role == 0)
#define unnamed_free (OFFERED < FRAMES && !me.killed && \
    (UNNAMED_FREE(0) || UNNAMED_FREE(1) || UNNAMED_FREE(2) || UNNAMED_FREE(3) || \
     UNNAMED_FREE(4) || UNNAMED_FREE(5) || UNNAMED_FREE(6) || UNNAMED_FREE(7) || \
     UNNAMED_FREE(8) || UNNAMED_FREE(9) || UNNAMED_FREE(10) || UNNAMED_FREE(11)))

inline find_unnamed() {
  f = NAMED;
  do :: frame[f].role != 0 -> f++ :: else -> break od
}

/* Frames 0 .. OFFERED-1, and those over the limit, are offered by their number: X(pfn, ...). */
#ifdef ANY_FRAME
#define OFFERED FRAMES
#else
#define OFFERED NAMED
#endif
#define EACH_FRAME(X, ...) EDGES(OFFERED, X, __VA_ARGS__) EDGES_OVER_LIMIT(X, __VA_ARGS__)
#define EDGES(count, X, ...) UP_TO(count)(X, __VA_ARGS__)
#define UP_TO(count) EDGES_##count
#define EDGES_0(X, ...)
#define EDGES_1(X, ...) X(0, __VA_ARGS__)
#define EDGES_2(X, ...) EDGES_1(X, __VA_ARGS__) X(1, __VA_ARGS__)
#define EDGES_3(X, ...) EDGES_2(X, __VA_ARGS__) X(2, __VA_ARGS__)
#define EDGES_4(X, ...) EDGES_3(X, __VA_ARGS__) X(3, __VA_ARGS__)
#define EDGES_5(X, ...) EDGES_4(X, __VA_ARGS__) X(4, __VA_ARGS__)
#define EDGES_6(X, ...) EDGES_5(X, __VA_ARGS__) X(5, __VA_ARGS__)
#define EDGES_7(X, ...) EDGES_6(X, __VA_ARGS__) X(6, __VA_ARGS__)
#define EDGES_8(X, ...) EDGES_7(X, __VA_ARGS__) X(7, __VA_ARGS__)
#define EDGES_9(X, ...) EDGES_8(X, __VA_ARGS__) X(8, __VA_ARGS__)
#define EDGES_10(X, ...) EDGES_9(X, __VA_ARGS__) X(9, __VA_ARGS__)
#define EDGES_11(X, ...) EDGES_10(X, __VA_ARGS__) X(10, __VA_ARGS__)
#define EDGES_12(X, ...) EDGES_11(X, __VA_ARGS__) X(11, __VA_ARGS__)
#if FRAMES_OVER_LIMIT && OFFERED < FRAMES
#define EDGES_OVER_LIMIT(X, ...) X((FRAMES - 1), __VA_ARGS__)
#else
#define EDGES_OVER_LIMIT(X, ...)
#endif

#define give_back_extra_pages() kimage_free_page_list(me.image, EXTRA, EXTRA)
/* kimage_alloc_normal_control_pages: a destination is set aside until the search ends. */
#define kimage_alloc_normal_control_pages(when, purpose, finish, again, next) \
  :: d_step { when && unnamed_free -> \
       find_unnamed(); take(f, purpose, 0); give_back_extra_pages(); finish; settle() }; goto next \
  EACH_FRAME(CONTROL_PAGE, when, purpose, finish, again, next)
#define CONTROL_PAGE(pfn, when, purpose, finish, again, next) \
  :: d_step { when && may_return(pfn) && (over_limit(pfn) || is_destination(pfn)) -> \
       take(pfn, EXTRA, 0); settle_offered() }; goto again \
  :: d_step { when && may_return(pfn) && !over_limit(pfn) && !is_destination(pfn) -> \
       take(pfn, purpose, 0); give_back_extra_pages(); finish; settle_offered() }; goto next

/* No page: the labels out_free_control_pages and out_free_image of kimage_alloc_init. */
inline out_free_control_pages() {
  give_back_extra_pages();
  kimage_free_page_list(me.image, CONTROL, TABLE);
  out_free_image();
  set_result(ENOMEM)
}

/* kimage_alloc_crash_control_pages: the next frame of the region that no segment needs. */
#define hole_left (((((1 << ALL_FRAMES) - 1) & ~destinations_of(me.request)) >> own.hole) != 0)
inline take_hole(purpose) {
  f = own.hole;
  do :: is_destination(f) -> f++ :: else -> break od;
  take(f, purpose, 0);
  own.hole = f + 1
}

/* kimage_dst_used: whether the list has a source page for this destination. */
#define has_source(pfn) SOURCE_IN(WORDS, pfn)
#define SOURCE_IN(count, pfn) WORDS_UP_TO(count)(pfn)
#define WORDS_UP_TO(count) SOURCE_IN_##count
#define SOURCE_AT(at, pfn) own.word[at] == SOURCE_WORD(pfn)
#define SOURCE_IN_1(pfn) false
#define SOURCE_IN_4(pfn) (SOURCE_AT(2, pfn) || SOURCE_AT(3, pfn))
#define SOURCE_IN_5(pfn) (SOURCE_IN_4(pfn) || SOURCE_AT(4, pfn))
#define SOURCE_IN_7(pfn) (SOURCE_IN_5(pfn) || SOURCE_AT(5, pfn) || SOURCE_AT(6, pfn))

/* kimage_alloc_page: a page over the limit, or a destination without data yet, is kept aside. */
inline set_aside(pfn) {
  if
  :: over_limit(pfn) -> take(pfn, UNUSABLE, 0)
  :: else -> take(pfn, PARKED, pfn)
  fi
}

/* ... a destination whose data lies elsewhere gets the data; the page where it lay is used. */
inline hand_out(pfn, purpose, number) {
  if
  :: is_destination(pfn) && has_source(pfn) ->
    find(me.image, SOURCE, pfn);
    frame[pfn].content = frame[f].content;
    take(pfn, SOURCE, pfn);
    take(f, purpose, number)
  :: else -> take(pfn, purpose, number)
  fi
}

/* ... a page of the list is nobody's destination. */
#define kimage_alloc_page_for_list(add, again, next) \
  :: d_step { unnamed_free -> \
       find_unnamed(); take(f, LIST, new_list_page); add_list_page(); add; settle() }; goto next \
  EACH_FRAME(LIST_PAGE, add, again, next)
#define LIST_PAGE(pfn, add, again, next) \
  :: d_step { may_return(pfn) && !fit_for_list(pfn) -> \
       set_aside(pfn); settle_offered() }; goto again \
  :: d_step { may_return(pfn) && fit_for_list(pfn) -> \
       hand_out(pfn, LIST, new_list_page); add_list_page(); add; settle() }; goto next
#define fit_for_list(pfn) (!over_limit(pfn) && (!is_destination(pfn) || has_source(pfn)))

/* ... a source page is its own destination, or nobody's. */
#define kimage_alloc_page_for_source(again, next) \
  :: d_step { !parked && unnamed_free -> \
       find_unnamed(); d = destination; take(f, UNLISTED, d); settle() }; goto next \
  EACH_FRAME(SOURCE_PAGE, again, next)
#define SOURCE_PAGE(pfn, again, next) \
  :: d_step { !parked && may_return(pfn) && !fit_for_source(pfn) -> \
       set_aside(pfn); settle_offered() }; goto again \
  :: d_step { !parked && may_return(pfn) && fit_for_source(pfn) -> \
       d = destination; hand_out(pfn, UNLISTED, d); settle() }; goto next
#define fit_for_source(pfn) (!over_limit(pfn) && \
    (pfn == destination || !is_destination(pfn) || has_source(pfn)))
/* ... the destination itself may have been handed out too early. */
#define parked (destination < FRAMES && \
    frame[destination % ALL_FRAMES].role == ROLE(me.image, PARKED))

/* ---- Loading ------------------------------------------------------------------------------- */

/* Clears frame pfn, of the region only what the buffer leaves open; then copies. */
inline copy_from_user(pfn) {
  if :: !of_type_crash || bytes_left < PAGE -> frame[pfn].content = ZEROS :: else fi;
  if
  :: bytes_left > 0 ->
    frame[pfn].content = DATA(me.request, me.segment, me.page) +
      (bytes_left >= PAGE || frame[pfn].content == ZEROS -> 0 : 1)
  :: else
  fi
}

inline next_segment() {
  me.page = 0;
  me.segment++
}

/* The call will return this error; where it was in its loops does not matter any more. */
inline set_result(errno) {
  me.result = errno;
  me.segment = 0;
  me.page = 0
}

#define tables_wanted (own.tables < TABLE_PAGES)
inline preserve_context() {
  if :: preserves_context -> own.flags = own.flags | PRESERVE_CONTEXT :: else fi
}

#define is_control_code(pfn) \
    (kexec_crash_image != 0 && frame[pfn].role == ROLE(kexec_crash_image, CONTROL))
/* All of the region but the control code page of the installed image: a crash writes there. */
inline arch_kexec_protect_crashkres() {
  readonly = 0;
  for (f : FRAMES .. ALL_FRAMES - 1) {
    if :: !is_control_code(f) -> readonly = readonly | (1 << (f - FRAMES)) :: else fi
  }
}

/* Behind the unlock nobody reads the local variables, nor asks which images were freed. */
inline mutex_unlock() {
  mutex_owner = 0;
  me.image = 0;
  me.segment = 0;
  me.page = 0;
  me.allocated = 0;
  me.displaced = 0;
  for (v : 1 .. 3) {
    if :: IMAGE(v).status != LIVE -> IMAGE(v).status = UNUSED :: else fi
  }
}

/* ---- Symmetry ------------------------------------------------------------------------------ */

#define sort_key(pfn) ((frame[pfn].role << 16) | (frame[pfn].index << 8) | frame[pfn].content)
/* Sorts the frames without a name, after a step that changed one of them. */
inline sort_frames() {
#ifdef SYMMETRY
  for (g : NAMED + 1 .. LAST_UNNAMED) {
    f = g;
    do
    :: f > NAMED && sort_key(f) < sort_key(f - 1) ->
      exchange(frame[f].role, frame[f - 1].role);
      exchange(frame[f].index, frame[f - 1].index);
      exchange(frame[f].content, frame[f - 1].content);
      f--
    :: else -> break
    od
  }
#else
  skip
#endif
}

/*
 * Numbers the images in the order in which the slots and the task with the lock refer to them.
 * Only an allocation and a change of a slot can disturb that order. `displaced` and the vmcoreinfo
 * pointer refer to an image that is referred to before, or to the last one.
 */
inline renumber_images() {
#ifdef SYMMETRY
  n = 1;
  for (g : 0 .. 3) {
    v = (g == 0 -> kexec_image : (g == 1 -> kexec_crash_image :
        (g == 2 -> me.image : me.allocated)));
    if
    :: v > n -> exchange_images(); n++
    :: v == n -> n++
    :: else
    fi
  }
#else
  skip
#endif
}

/* Images v and n, and every reference to them. */
inline exchange_images() {
  exchange(IMAGE(v).status, IMAGE(n).status);
  exchange(IMAGE(v).flags, IMAGE(n).flags);
  exchange(IMAGE(v).request, IMAGE(n).request);
  exchange(IMAGE(v).entry, IMAGE(n).entry);
  exchange(IMAGE(v).last_entry, IMAGE(n).last_entry);
  exchange(IMAGE(v).hole, IMAGE(n).hole);
  exchange(IMAGE(v).tables, IMAGE(n).tables);
  for (w : 0 .. WORDS - 1) {
    exchange(IMAGE(v).word[w], IMAGE(n).word[w])
  }
  rename(kexec_image);
  rename(kexec_crash_image);
  rename(vmcoreinfo_safecopy);
  rename(me.image);
  rename(me.allocated);
  rename(me.displaced);
  for (f : 0 .. ALL_FRAMES - 1) {
    x = owner(f);
    rename(x);
    frame[f].role = ROLE(x, use(f))
  }
}

inline rename(reference) {
  if
  :: reference == v -> reference = n
  :: reference == n -> reference = v
  :: else
  fi
}

inline exchange(left, right) {
  x = left;
  left = right;
  right = x
}

/* ---- Claims -------------------------------------------------------------------------------- */

/*
 * Each is named as in properties/, in capitals; CHECK_ALL takes those that hold. A claim about
 * states is judged by a process of its own, whose only step changes nothing: it adds one
 * transition to each state. A claim about steps is judged inside the step.
 */
#ifdef CHECK_ALL
#define CHECK_MUTUAL_EXCLUSION
#define CHECK_ALLOCATED_IMAGE_INSTALLED_OR_FREED_ONCE
#define CHECK_DISPLACED_IMAGE_FREED_ONCE
#define CHECK_NOTHING_REFERS_TO_A_FREED_IMAGE
#define CHECK_FAILED_NORMAL_LOAD_KEEPS_THE_SLOT
#define CHECK_FAILED_CRASH_LOAD_EMPTIES_THE_SLOT
#define CHECK_ZERO_IFF_THE_SLOT_WAS_EXCHANGED
#define CHECK_CRASH_IMAGE_HAS_VMCOREINFO
#define CHECK_REGION_PROTECTED_IFF_CRASH_IMAGE
#define CHECK_CONTROL_PAGES_ARE_NO_DESTINATIONS
#define CHECK_SOURCE_PAGES_IN_PLACE_OR_NOBODYS
#define CHECK_INSTALLED_IMAGE_HOLDS_THE_CALLERS_DATA
#ifdef FIXED
#define CHECK_LOCK_FREE_FRAMES_ARE_INSTALLED
#endif
#endif

#if defined(CHECK_MUTUAL_EXCLUSION) || defined(CHECK_NOTHING_REFERS_TO_A_FREED_IMAGE) || \
    defined(CHECK_CRASH_IMAGE_HAS_VMCOREINFO) || \
    defined(CHECK_REGION_PROTECTED_IFF_CRASH_IMAGE) || \
    defined(CHECK_CONTROL_PAGES_ARE_NO_DESTINATIONS) || \
    defined(CHECK_SOURCE_PAGES_IN_PLACE_OR_NOBODYS) || \
    defined(CHECK_INSTALLED_IMAGE_HOLDS_THE_CALLERS_DATA) || \
    defined(CHECK_LOCK_FREE_FRAMES_ARE_INSTALLED) || defined(CHECK_BOTH_IMAGES_ARE_LOADED)
#define JUDGE_STATES
#endif

/* The tasks between trylock and unlock, counted without the lock. */
#ifdef CHECK_MUTUAL_EXCLUSION
byte inside;
#define enter_lock inside++
#define leave_lock inside--
#else
#define enter_lock skip
#define leave_lock skip
#endif

/* kexec_crash_image after the step before. */
#ifdef CHECK_CRASH_IMAGE_AT_EVERY_MOMENT
unsigned crash_image_before : 2;
#endif

#define unless_null(reference, claim) (reference == 0 || (claim))
#define is_live(reference) (IMAGE(reference).status == LIVE)
#define rightly_protected(pfn) (((readonly >> (pfn - FRAMES)) & 1) == \
    (kexec_crash_image != 0 && !is_control_code(pfn)))
/* A living image uses frame pfn for this, and the frame is a destination of that image. */
#define is_used(pfn, purpose) \
    (frame[pfn].role != 0 && owner(pfn) != LOST && use(pfn) == purpose && is_live(owner(pfn)))
#define is_destination_of_owner(pfn) ((destinations_of(IMAGE(owner(pfn)).request) >> pfn) & 1)

/* In every state. */
inline judge_state() {
#ifdef CHECK_MUTUAL_EXCLUSION
  assert(inside <= 1 && (inside == 1) == (mutex_owner != 0));
#endif
#ifdef CHECK_NOTHING_REFERS_TO_A_FREED_IMAGE
  assert(unless_null(kexec_image, is_live(kexec_image)));
  assert(unless_null(kexec_crash_image, is_live(kexec_crash_image)));
  assert(unless_null(vmcoreinfo_safecopy, is_live(vmcoreinfo_safecopy)));
  for (g : 0 .. TASKS - 1) {
    assert(unless_null(task[g].image, is_live(task[g].image)))
  }
#endif
#ifdef CHECK_CRASH_IMAGE_HAS_VMCOREINFO
  assert(unless_null(kexec_crash_image, vmcoreinfo_safecopy == kexec_crash_image &&
    (IMAGE(kexec_crash_image).flags & VMCOREINFO_MAPPED)));
#endif
#ifdef CHECK_REGION_PROTECTED_IFF_CRASH_IMAGE
  for (f : FRAMES .. ALL_FRAMES - 1) {
    assert(mutex_owner != 0 || rightly_protected(f))
  }
#endif
#ifdef CHECK_LOCK_FREE_FRAMES_ARE_INSTALLED
  for (f : 0 .. ALL_FRAMES - 1) {
    assert(mutex_owner != 0 || frame[f].role == 0 ||
      owner(f) == kexec_image || owner(f) == kexec_crash_image)
  }
#endif
#ifdef CHECK_CONTROL_PAGES_ARE_NO_DESTINATIONS
  for (f : 0 .. ALL_FRAMES - 1) {
    assert(!((is_used(f, CONTROL) || is_used(f, SWAP) || is_used(f, TABLE) || is_used(f, LIST) ||
      is_used(f, VMCOREINFO)) && is_destination_of_owner(f)))
  }
#endif
#ifdef CHECK_SOURCE_PAGES_IN_PLACE_OR_NOBODYS
  for (f : 0 .. FRAMES - 1) {
    assert(!(is_used(f, SOURCE) && frame[f].index != f && is_destination_of_owner(f)))
  }
#endif
#ifdef CHECK_INSTALLED_IMAGE_HOLDS_THE_CALLERS_DATA
  judge_data();
#endif
#ifdef CHECK_BOTH_IMAGES_ARE_LOADED
  assert(kexec_image == 0 || kexec_crash_image == 0); /* an error is the witness */
#endif
  skip
}

/* Before every unlock. */
inline judge_call() {
#ifdef CHECK_ALLOCATED_IMAGE_INSTALLED_OR_FREED_ONCE
  assert(unless_null(me.allocated,
    IMAGE(me.allocated).status == (dest_image == me.allocated -> LIVE : FREED)));
#endif
#ifdef CHECK_DISPLACED_IMAGE_FREED_ONCE
  assert(unless_null(me.displaced,
    dest_image == me.displaced || IMAGE(me.displaced).status == FREED));
#endif
#ifdef CHECK_FAILED_NORMAL_LOAD_KEEPS_THE_SLOT
  assert(is_crash || me.result == 0 || kexec_image == me.displaced);
#endif
#ifdef CHECK_FAILED_CRASH_LOAD_EMPTIES_THE_SLOT
  assert(!is_crash || me.result == 0 || kexec_crash_image == 0);
#endif
#ifdef CHECK_ZERO_IFF_THE_SLOT_WAS_EXCHANGED
  assert((me.result == 0) == (is_unload -> dest_image == 0 :
    dest_image != 0 && dest_image == me.allocated));
#endif
#ifdef CHECK_CRASH_LOAD_THAT_FAILS_KEEPS_THE_OLD_IMAGE
  assert(!is_crash || is_unload || me.displaced == 0 || me.result == 0 ||
    kexec_crash_image == me.displaced);
#endif
#ifdef CHECK_REGION_PROTECTED_AFTER_EVERY_CALL
  for (f : FRAMES .. ALL_FRAMES - 1) {
    assert(!is_crash || me.displaced == 0 || (kexec_crash_image != 0 && rightly_protected(f)))
  }
#endif
  skip
}

/* What frame g must hold when request r is loaded. */
#define WITHIN(s) (g >= FIRST(s) && g < FIRST(s) + PAGES(s))
#define CONTENT(r, i, s) (BUFSZ s > P(g - FIRST(s)) -> DATA(r, i, g - FIRST(s)) : ZEROS)
#define EXPECTED(r, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) ((r) == id -> \
    (WITHIN(s0) -> CONTENT(id, 0, s0) : (WITHIN(s1) -> CONTENT(id, 1, s1) : CONTENT(id, 2, s2))) :
#define ALL_PAGES(r, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) ((r) == id -> \
    PAGES(s0) + PAGES(s1) + PAGES(s2) :

/* A list is walked as relocate_kernel walks it; g is the place where the next page goes. */
inline judge_data() {
  v = kexec_image;
  if
  :: v != 0 ->
    w = 0;
    n = 0;
    do
    :: w < WORDS && is_kind(IMAGE(v).word[w], DESTINATION_WORD) ->
      g = number_in(IMAGE(v).word[w]);
      w++
    :: w < WORDS && is_kind(IMAGE(v).word[w], SOURCE_WORD) ->
      x = number_in(IMAGE(v).word[w]);
      find(v, SOURCE, x);
      assert(frame[f].content == CELL_OF_LOAD(EXPECTED, IMAGE(v).request));
      g++;
      n++;
      w++
    :: w < WORDS && is_kind(IMAGE(v).word[w], INDIRECTION_WORD) ->
      w = 1 + number_in(IMAGE(v).word[w]) * LIST_PAGE_WORDS
    :: else -> break
    od;
    assert(w < WORDS && IMAGE(v).word[w] == DONE_WORD);
    assert(n == CELL_OF_LOAD(ALL_PAGES, IMAGE(v).request) && !(IMAGE(v).flags & TYPE_CRASH))
  :: else
  fi;
  v = kexec_crash_image;
  if
  :: v != 0 ->
    assert(IMAGE(v).word[0] == DONE_WORD && (IMAGE(v).flags & TYPE_CRASH));
    for (g : FRAMES .. ALL_FRAMES - 1) {
      assert(!((destinations_of(IMAGE(v).request) >> g) & 1) ||
        frame[g].content == CELL_OF_LOAD(EXPECTED, IMAGE(v).request))
    }
  :: else
  fi
}

/* ---- The end of a step --------------------------------------------------------------------- */

/* ... that changed frames without a name. */
inline settle() {
  sort_frames();
  done()
}
/* ... that changed a frame which the allocator offers by its number. */
#ifdef ANY_FRAME
#define settle_offered() settle()
#else
#define settle_offered() done()
#endif
/* ... that did not change frames without a name. */
inline done() {
#ifdef CHECK_CRASH_IMAGE_AT_EVERY_MOMENT
  assert(crash_image_before == 0 || kexec_crash_image != 0 || is_unload);
  crash_image_before = kexec_crash_image;
#endif
  forget_scratch
}

/* ---- The call ------------------------------------------------------------------------------ */

active [TASKS] proctype kexec_load() {

idle: /* in user space */
  if
#define KEXEC_LOAD(_, number, ...) :: d_step { true -> me.request = number; done() }; goto entered
  LOADS(KEXEC_LOAD, _)
  OTHERS(KEXEC_LOAD, _)
  fi;

entered: /* kexec_load_check, and the gate of the architecture behind it */
  if
  :: d_step { gates_error != 0 -> x = gates_error; set_result(x); done() }; goto returning
#ifdef LIST_COPIED_BEFORE_LOCK
  :: d_step { gates_error == 0 -> done() }; goto segment_list_outside
  fi;

segment_list_outside: /* memdup_user; an unload has no list */
  if
  :: d_step { true -> done() }; goto admitted
  :: d_step { !is_unload -> set_result(EFAULT); done() }; goto returning
  :: d_step { !is_unload -> set_result(ENOMEM); done() }; goto returning
  fi;
#else
  :: d_step { gates_error == 0 -> done() }; goto admitted
  fi;
#endif

admitted: /* mutex_trylock(&kexec_mutex) */
  if
  :: d_step { mutex_owner != 0 -> set_result(EBUSY); done() }; goto returning
  :: d_step { mutex_owner == 0 ->
       mutex_owner = _pid + 1; me.displaced = dest_image; enter_lock; done() }; goto choosing_slot
  fi;

choosing_slot: /* do_kexec_load: dest_image; arch_kexec_unprotect_crashkres */
  if
  :: d_step { is_crash && kexec_crash_image != 0 -> readonly = 0; done() }; goto slot_chosen
  :: d_step { !(is_crash && kexec_crash_image != 0) -> done() }; goto slot_chosen
  fi;

slot_chosen: /* kimage_free: of an unload, and at the beginning of a crash load */
  if
  :: d_step { is_unload -> free_slot_image(); settle() }; goto unlocking
  :: d_step { !is_unload && is_crash -> free_slot_image(); settle() }; goto alloc_init
  :: d_step { !is_unload && !is_crash -> done() }; goto structure
  fi;

alloc_init: /* kimage_alloc_init: the entry of a crash image */
  if
  :: d_step { entry_outside -> set_result(EADDRNOTAVAIL); done() }; goto unlocking
  :: d_step { !entry_outside -> done() }; goto structure
  fi;

structure: /* do_kimage_alloc_init */
  if
  :: d_step { true -> set_result(ENOMEM); done() }; goto unlocking
#ifdef LIST_COPIED_BEFORE_LOCK
  :: d_step { true -> do_kimage_alloc_init(); own.flags = own.flags | LIST_COPIED; settle() };
     goto unchecked
  fi;
#else
  :: d_step { true -> do_kimage_alloc_init(); settle() }; goto segment_list
  fi;

segment_list: /* copy_user_segment_list */
  if
  :: d_step { true -> out_free_image(); set_result(EFAULT); settle() }; goto unlocking
  :: d_step { true -> own.flags = own.flags | LIST_COPIED; done() }; goto unchecked
  fi;
#endif

unchecked: /* sanity_check_segment_list; the asserts hold the tables of the worlds to it */
  if
  :: d_step { rules_error != 0 -> x = rules_error; set_result(x); out_free_image(); settle() };
     goto unlocking
  :: d_step { rules_error == 0 ->
       assert(CELL_OF_LOAD(IS_LOAD, me.request));
       assert((destinations_of(me.request) & ((1 << FRAMES) - 1)) < (1 << NAMED));
       done() }; goto control_page
  fi;

control_page: /* kimage_alloc_control_pages, for the control code */
  if
  :: d_step { of_type_crash && hole_left -> take_hole(CONTROL); preserve_context(); done() };
     goto prepare
  :: d_step { of_type_crash && !hole_left -> out_free_image(); set_result(ENOMEM); settle() };
     goto unlocking
  :: d_step { !of_type_crash -> out_free_control_pages(); settle() }; goto unlocking
  kimage_alloc_normal_control_pages(!of_type_crash, CONTROL, skip, control_page, swap_page)
  fi;

swap_page: /* kimage_alloc_control_pages, for the swap page */
  if
  :: d_step { true -> out_free_control_pages(); settle() }; goto unlocking
  kimage_alloc_normal_control_pages(true, SWAP, preserve_context(), swap_page, prepare)
  fi;

prepare: /* machine_kexec_prepare: the page tables one by one, then the rest */
  if
  :: d_step { tables_wanted && of_type_crash && hole_left ->
       take_hole(TABLE); own.tables++; done() }; goto prepare
  :: d_step { tables_wanted && of_type_crash && !hole_left -> set_result(ENOMEM); done() }; goto out
  :: d_step { tables_wanted && !of_type_crash ->
       give_back_extra_pages(); set_result(ENOMEM); settle() }; goto out
  kimage_alloc_normal_control_pages(tables_wanted && !of_type_crash, TABLE, own.tables++,
                                    prepare, prepare)
  :: d_step { !tables_wanted -> done() }; goto vmcoreinfo
  :: d_step { !tables_wanted -> set_result(ENOMEM); done() }; goto out
  :: d_step { !tables_wanted && !of_type_crash -> set_result(EBUSY); done() }; goto out
  fi;

vmcoreinfo: /* kimage_crash_copy_vmcoreinfo: a page of the region, then vmap, which may fail */
  if
  :: d_step { !of_type_crash -> done() }; goto segments
  :: d_step { of_type_crash && hole_left ->
       take_hole(VMCOREINFO);
       own.flags = own.flags | VMCOREINFO_MAPPED;
       vmcoreinfo_safecopy = me.image;
       done() }; goto segments
  :: d_step { of_type_crash && hole_left -> take_hole(VMCOREINFO); set_result(ENOMEM); done() };
     goto out
  /* Twice, as in the statechart: its event says how vmap would end even if it is not reached. */
  :: d_step { of_type_crash && !hole_left -> set_result(ENOMEM); done() }; goto out
  :: d_step { of_type_crash && !hole_left -> set_result(ENOMEM); done() }; goto out
  fi;

segments: /* for (i = 0; i < nr_segments; i++) kimage_load_segment */
  if
  /* kimage_load_normal_segment: kimage_set_destination */
  :: d_step { segments_left && !of_type_crash && list_full -> done() };
     goto list_page_for_destination
  :: d_step { segments_left && !of_type_crash && !list_full -> add_destination(); done() };
     goto source_page
  /* kimage_load_crash_segment: a page of it */
  :: d_step { segments_left && of_type_crash ->
       d = destination;
       copy_from_user(d);
       if
       :: last_page -> next_segment()
       :: else -> me.page++
       fi;
       done() }; goto segments
  :: d_step { segments_left && of_type_crash && bytes_left > 0 ->
       frame[destination].content = TORN; set_result(EFAULT); done() }; goto out
  /* kimage_terminate */
  :: d_step { !segments_left -> own.word[own.entry] = DONE_WORD; done() }; goto terminated
  fi;

list_page_for_destination: /* kimage_add_entry: kimage_alloc_page */
  if
  :: d_step { true -> set_result(ENOMEM); done() }; goto out
  kimage_alloc_page_for_list(add_destination(), list_page_for_destination, source_page)
  fi;

source_page: /* kimage_load_normal_segment: kimage_alloc_page */
  if
  :: d_step { parked -> d = destination; take(d, UNLISTED, d); done() }; goto entry_for_source
  :: d_step { !parked -> set_result(ENOMEM); done() }; goto out
  kimage_alloc_page_for_source(source_page, entry_for_source)
  fi;

entry_for_source: /* kimage_add_page */
  if
  :: d_step { list_full -> done() }; goto list_page_for_source
  :: d_step { !list_full -> add_source(); settle() }; goto copying
  fi;

list_page_for_source: /* kimage_add_entry: kimage_alloc_page; without a page it is B8 */
  if
#ifdef FIXED
  :: d_step { true -> d = destination; find(me.image, UNLISTED, d); release(f);
       set_result(ENOMEM); settle() }; goto out
#else
  :: d_step { true -> set_result(ENOMEM); done() }; goto out
#endif
  kimage_alloc_page_for_list(add_source(), list_page_for_source, copying)
  fi;

copying: /* kimage_load_normal_segment: clear_page, copy_from_user */
  if
  :: d_step { !last_page ->
       d = destination; find(me.image, SOURCE, d); copy_from_user(f); me.page++; settle() };
     goto source_page
  :: d_step { last_page ->
       d = destination; find(me.image, SOURCE, d); copy_from_user(f); next_segment(); settle() };
     goto segments
  :: d_step { bytes_left > 0 ->
       d = destination; find(me.image, SOURCE, d); frame[f].content = TORN;
       set_result(EFAULT); settle() }; goto out
  fi;

terminated: /* machine_kexec_post_load: nothing on x86-64 */
  if
  :: d_step { true -> done() }; goto complete
  fi;

complete: /* image = xchg(dest_image, image) */
  if
  :: d_step { is_crash -> exchange(kexec_crash_image, me.image); renumber_images(); settle() };
     goto out
  :: d_step { !is_crash -> exchange(kexec_image, me.image); renumber_images(); settle() };
     goto out
  fi;

out: /* arch_kexec_protect_crashkres; kimage_free: the old image, or after a failure the new one */
  if
  :: d_step { is_crash && kexec_crash_image != 0 -> arch_kexec_protect_crashkres(); done() };
     goto freeing
  :: d_step { !(is_crash && kexec_crash_image != 0) -> free_local_image(); settle() };
     goto unlocking
  fi;

freeing: /* kimage_free, behind the protection */
  if
  :: d_step { true -> free_local_image(); settle() }; goto unlocking
  fi;

unlocking: /* mutex_unlock(&kexec_mutex) */
  if
  :: d_step { true -> judge_call(); mutex_unlock(); leave_lock; done() }; goto returning
  fi;

returning: /* to user space */
  if
  :: d_step { true -> me.request = 0; me.result = 0; me.killed = 0; done() }; goto idle
  fi
}

/* ---- What happens around the calls --------------------------------------------------------- */

#if SIGKILL || SYSCTL
active proctype environment() {
  do
#if SIGKILL
#define SIGKILL_TO(t) \
  :: d_step { task[t].request != 0 && !task[t].killed -> task[t].killed = 1; done() }
  SIGKILL_TO(0)
#if TASKS > 1
  SIGKILL_TO(1)
#endif
#if TASKS > 2
  SIGKILL_TO(2)
#endif
#endif
#if SYSCTL
  :: d_step { true -> kexec_load_disabled = 1; done() } /* 1 is written, and never taken back */
  :: d_step { true -> done() }                          /* 0 is written, which fails */
#endif
  od
}
#endif

#ifdef JUDGE_STATES
active proctype judge() {
  do
  :: d_step { true -> judge_state(); forget_scratch }
  od
}
#endif
