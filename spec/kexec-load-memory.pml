/*
 * The memory of the model for kexec-load.pml: frames, images, entry lists, the region, symmetry.
 *
 * Written from spec/memory.md and spec/call.md.
 */

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
  unsigned displaced : 2;  /* history: what the slot held when the lock was taken */
  unsigned gone : 1        /* an oops or a panic ended the task where it stood */
}

#define UNUSED 0
#define LIVE 1
#define FREED 2
#define FREED_TWICE 3

#define TYPE_CRASH 1
#define PRESERVE_CONTEXT 2
#define LIST_COPIED 4
#define VMCOREINFO_MAPPED 8
#define REENTRY 16 /* `start` is where a kernel that was jumped to wants to be entered again */

typedef image_t {
  unsigned status : 2;     /* history: UNUSED to FREED_TWICE */
  unsigned flags : 5;      /* TYPE_CRASH to REENTRY */
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
#define VMCOREINFO_SAVED 3 /* by a panic */
#define PEER 4             /* written by the other kernel of a jump */
/* Page p of segment i of request r, and zeros behind it; one more: and junk behind it. */
#define DATA(r, i, p) (5 + 2 * (((r) * 2 + (i)) * 6 + (p)))

typedef frame_t {
  byte role;               /* 0 free, else ROLE(an image or LOST, use) */
  byte index;              /* a list page: its number; a source or parked page: its destination */
  byte content
}

byte mutex_owner;          /* kexec_mutex: 0 free, else task + 1, or PANICKING_CPU */
unsigned kexec_image : 2;
unsigned kexec_crash_image : 2;
unsigned vmcoreinfo_safecopy : 2;
bit kexec_load_disabled;
/* Frames that the direct map may not write: of the region, from 6.14 on of all memory. */
#ifdef CONTROL_PAGE_ROX
unsigned readonly : 18;
#define readonly_bit(pfn) (1 << (pfn))
#else
unsigned readonly : CRASH_FRAMES;
#define readonly_bit(pfn) (1 << ((pfn) - FRAMES))
#endif
#define is_readonly(pfn) ((readonly & readonly_bit(pfn)) != 0)
/* What a reboot and a panic need beside it. */
unsigned transition_mutex : 3; /* system_transition_mutex: 0 free, else task + 1 */
unsigned others : 2;           /* how far everybody else is stopped: RUNNING to STOPPED */
unsigned next_word : 4;        /* relocation: the list's next SOURCE, 0 when all is moved */
unsigned place : 5;            /* ... and the frame to which that page goes */
#define PANICKING_CPU (TASKS + 1)
#define RUNNING 0
#define FROZEN 1  /* tasks are in user space, and stay there */
#define ALONE 2   /* for a jump: nothing interrupts the one CPU that runs */
#define STOPPED 3 /* for good */

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

/* Everything that image v says of itself. */
inline clear_image() {
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
  clear_image()
}

/* The control code page of image v is writable again. */
inline machine_kexec_cleanup() {
#ifdef CONTROL_PAGE_ROX
  find(v, CONTROL, 0);
  readonly = readonly & ~readonly_bit(f)
#else
  skip
#endif
}

/* kimage_free(image v): its lists, what the entry list leads to, the structure. */
inline kimage_free() {
  if
  :: v == 0
  :: v != 0 && IMAGE(v).status != LIVE -> IMAGE(v).status = FREED_TWICE
  :: else ->
    if :: IMAGE(v).flags & VMCOREINFO_MAPPED -> vmcoreinfo_safecopy = 0 :: else fi;
    machine_kexec_cleanup();
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

/* The control code is in its page: from 6.14 on nobody writes there any more. */
inline seal_control_page() {
#ifdef CONTROL_PAGE_ROX
  find(me.image, CONTROL, 0);
  /* a write to a page that is sealed already would be an oops; it takes a kexec_file_load */
  assert(!is_readonly(f));
  readonly = readonly | readonly_bit(f)
#else
  skip
#endif
}

/* All of the region but the control code page of the installed image, which has its own rights. */
#define is_control_code(pfn) \
    (kexec_crash_image != 0 && frame[pfn].role == ROLE(kexec_crash_image, CONTROL))
inline arch_kexec_protect_crashkres() {
  for (f : FRAMES .. ALL_FRAMES - 1) {
    if :: !is_control_code(f) -> readonly = readonly | readonly_bit(f) :: else fi
  }
}
inline arch_kexec_unprotect_crashkres() {
  for (f : FRAMES .. ALL_FRAMES - 1) {
    if :: !is_control_code(f) -> readonly = readonly & ~readonly_bit(f) :: else fi
  }
}

/* That an image was freed is remembered up to the unlock, where it is judged. */
inline forget_freed_images() {
  for (v : 1 .. 3) {
    if :: IMAGE(v).status != LIVE -> IMAGE(v).status = UNUSED :: else fi
  }
}

/* Behind the unlock nobody reads the local variables. */
inline mutex_unlock() {
  mutex_owner = 0;
  me.image = 0;
  me.segment = 0;
  me.page = 0;
  me.allocated = 0;
  me.displaced = 0;
  forget_freed_images()
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
      exchange_readonly();
      f--
    :: else -> break
    od
  }
#else
  skip
#endif
}

/* The role of a frame says whether it is sealed, so this is no part of the key. */
inline exchange_readonly() {
#ifdef CONTROL_PAGE_ROX
  if
  :: is_readonly(f) != is_readonly(f - 1) ->
    readonly = readonly ^ (readonly_bit(f) | readonly_bit(f - 1))
  :: else
  fi
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
