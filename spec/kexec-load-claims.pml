/*
 * What is claimed of kexec-load.pml.
 *
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
#define CHECK_A_REBOOT_NEEDS_AN_IMAGE
#define CHECK_RELOCATED_FRAMES_HOLD_WHAT_WAS_ASKED
#define CHECK_RELOCATION_SPARES_ITS_OWN_PAGES
#define CHECK_A_JUMP_LEAVES_MEMORY_AS_BEFORE
#define CHECK_THE_IMAGE_STAYS_LOADED_AFTER_A_JUMP
#define CHECK_A_FREE_LOCK_AND_AN_IMAGE_GIVE_A_DUMP
#define CHECK_THE_CRASH_KERNEL_IS_COMPLETE
#define CHECK_THE_CRASH_KERNEL_FINDS_VMCOREINFO
#ifdef FREES_UNLISTED_SOURCE_PAGE
#define CHECK_LOCK_FREE_FRAMES_ARE_INSTALLED
#endif
#endif

#if defined(CHECK_MUTUAL_EXCLUSION) || defined(CHECK_NOTHING_REFERS_TO_A_FREED_IMAGE) || \
    defined(CHECK_CRASH_IMAGE_HAS_VMCOREINFO) || \
    defined(CHECK_REGION_PROTECTED_IFF_CRASH_IMAGE) || \
    defined(CHECK_CONTROL_PAGES_ARE_NO_DESTINATIONS) || \
    defined(CHECK_SOURCE_PAGES_IN_PLACE_OR_NOBODYS) || \
    defined(CHECK_INSTALLED_IMAGE_HOLDS_THE_CALLERS_DATA) || \
    defined(CHECK_LOCK_FREE_FRAMES_ARE_INSTALLED) || defined(CHECK_BOTH_IMAGES_ARE_LOADED) || \
    defined(CHECK_THE_NEW_KERNEL_RUNS) || defined(CHECK_A_JUMP_COMES_BACK) || \
    defined(CHECK_THE_CRASH_KERNEL_RUNS) || defined(CHECK_A_DEAD_TASK_KEEPS_THE_LOCK)
#define JUDGE_STATES
#endif

/* The tasks between trylock and unlock, counted without the lock; who is gone is still there. */
#ifdef CHECK_MUTUAL_EXCLUSION
byte inside;
#define enter_lock inside++
#define leave_lock inside--
#define nobody_is_inside inside = 0
#else
#define enter_lock skip
#define leave_lock skip
#define nobody_is_inside skip
#endif

/* kexec_crash_image after the step before. */
#ifdef CHECK_CRASH_IMAGE_AT_EVERY_MOMENT
unsigned crash_image_before : 2;
#endif

#define unless_null(reference, claim) (reference == 0 || (claim))
#define is_live(reference) (IMAGE(reference).status == LIVE)
#ifdef CONTROL_PAGE_ROX
#define rightly_protected(pfn) (is_readonly(pfn) == (kexec_crash_image != 0))
#else
#define rightly_protected(pfn) \
    (is_readonly(pfn) == (kexec_crash_image != 0 && !is_control_code(pfn)))
#endif
/* A living image uses frame pfn for this, and the frame is a destination of that image. */
#define is_used(pfn, purpose) \
    (frame[pfn].role != 0 && owner(pfn) != LOST && use(pfn) == purpose && is_live(owner(pfn)))
#define is_destination_of_owner(pfn) ((destinations_of(IMAGE(owner(pfn)).request) >> pfn) & 1)

/* In every state. */
inline judge_state() {
#ifdef CHECK_MUTUAL_EXCLUSION
  assert(others == STOPPED ||
    (inside <= 1 && (inside == 1) == (mutex_owner != 0 && mutex_owner != PANICKING_CPU)));
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
  if
  :: others == ALONE || next_word != 0 /* its pages are being moved */
  :: else -> judge_normal_image(); judge_crash_image()
  fi;
#endif
  /* An error is the witness of these. */
#ifdef CHECK_BOTH_IMAGES_ARE_LOADED
  assert(kexec_image == 0 || kexec_crash_image == 0);
#endif
#ifdef CHECK_THE_NEW_KERNEL_RUNS
  assert(others != STOPPED || next_word != 0);
#endif
#ifdef CHECK_A_JUMP_COMES_BACK
  assert(others != RUNNING || unless_null(kexec_image, !(IMAGE(kexec_image).flags & REENTRY)));
#endif
  skip
}

/* Where another process is cannot be asked inside a d_step. These are witnesses, too. */
#ifdef CHECK_THE_CRASH_KERNEL_RUNS
#define JUDGED_PLACE (!panic@end_crash_kernel)
#endif
#ifdef CHECK_A_DEAD_TASK_KEEPS_THE_LOCK
#define JUDGED_PLACE (!panic@calm || mutex_owner == 0 || !task[mutex_owner - 1].gone)
#endif

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

/* ... or, in what was lent to the other kernel of a jump, what that one wrote. */
#define holds_asked(pfn, v) (frame[pfn].content == CELL_OF_LOAD(EXPECTED, IMAGE(v).request) || \
    (frame[pfn].content == PEER && (IMAGE(v).flags & REENTRY)))

/* A list is walked as relocate_kernel walks it; g is the place where the next page goes. */
inline judge_normal_image() {
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
      assert(holds_asked(f, v));
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
  fi
}

inline judge_crash_image() {
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

/* ---- Reboot and panic ---------------------------------------------------------------------- */

/* Behind kernel_kexec. */
inline judge_kernel_kexec() {
#ifdef CHECK_A_REBOOT_NEEDS_AN_IMAGE
  assert((me.result == EINVAL) == (kexec_image == 0));
#endif
  skip
}

/* Before frame f is moved to g. */
#define is_still_needed(pfn) (frame[pfn].role != 0 && owner(pfn) == kexec_image && \
    (use(pfn) == CONTROL || use(pfn) == SWAP || use(pfn) == TABLE || use(pfn) == LIST || \
     (use(pfn) == SOURCE && pfn != f)))
inline judge_move() {
#ifdef CHECK_RELOCATION_SPARES_ITS_OWN_PAGES
  assert(!is_still_needed(g));
#endif
  skip
}

/* When the new kernel runs, before the old one is forgotten. */
inline judge_new_kernel() {
#ifdef CHECK_RELOCATED_FRAMES_HOLD_WHAT_WAS_ASKED
  v = kexec_image;
  for (g : 0 .. ALL_FRAMES - 1) {
    assert(!((destinations_of(IMAGE(v).request) >> g) & 1) || holds_asked(g, v))
  }
#endif
  skip
}

/* When a jump has come back. What the other kernel wrote may stay. */
inline judge_jump() {
#ifdef CHECK_THE_IMAGE_STAYS_LOADED_AFTER_A_JUMP
  assert(kexec_image != 0 && (IMAGE(kexec_image).flags & REENTRY));
#endif
#ifdef CHECK_A_JUMP_LEAVES_MEMORY_AS_BEFORE
  d = 0;
  for (f : 0 .. ALL_FRAMES - 1) {
    if :: frame[f].content == PEER -> d = 1 :: else fi
  }
  if
  :: d -> skip
  :: else ->
    for (f : 0 .. FRAMES - 1) {
      assert(frame[f].role != 0 || frame[f].content == JUNK)
    }
    judge_normal_image();
    judge_crash_image()
  fi;
#endif
  skip
}

/* Where __crash_kexec returns. */
inline judge_dump() {
#ifdef CHECK_A_FREE_LOCK_AND_AN_IMAGE_GIVE_A_DUMP
  assert(mutex_owner != 0 || kexec_crash_image == 0);
#endif
#ifdef CHECK_A_LOADED_CRASH_IMAGE_RUNS_ON_PANIC
  assert(kexec_crash_image == 0);
#endif
  skip
}

/* Before machine_kexec jumps to the crash kernel. */
inline judge_crash_kernel() {
#ifdef CHECK_THE_CRASH_KERNEL_IS_COMPLETE
  assert(kexec_crash_image != 0 && is_live(kexec_crash_image));
  judge_crash_image();
#endif
#ifdef CHECK_THE_CRASH_KERNEL_FINDS_VMCOREINFO
  v = kexec_crash_image;
  find(v, VMCOREINFO, 0);
  assert(frame[f].content == VMCOREINFO_SAVED);
#endif
  skip
}
