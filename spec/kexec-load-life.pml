/*
 * How the running kernel ends, for kexec-load.pml: relocation, the end of tasks, and what is left.
 *
 * Written from spec/lifecycle.md.
 */

/* ---- Relocation ---------------------------------------------------------------------------- */

/* relocate_kernel: follows the list from word w on, up to the next page that is to be moved. */
inline find_next_source() {
  do
  :: w < WORDS && is_kind(IMAGE(kexec_image).word[w], DESTINATION_WORD) ->
    place = number_in(IMAGE(kexec_image).word[w]);
    w++
  :: w < WORDS && is_kind(IMAGE(kexec_image).word[w], INDIRECTION_WORD) ->
    w = 1 + number_in(IMAGE(kexec_image).word[w]) * LIST_PAGE_WORDS
  :: else -> break
  od;
  if
  :: w < WORDS && is_kind(IMAGE(kexec_image).word[w], SOURCE_WORD) -> next_word = w
  :: else -> next_word = 0; place = 0
  fi
}

inline begin_relocation() {
  w = 0;
  find_next_source()
}

/* Up to 6.12 each page changes places with what lay at its destination, so that it can go back. */
#ifdef RELOCATION_COPIES
#define swaps_pages (IMAGE(kexec_image).flags & PRESERVE_CONTEXT)
#else
#define swaps_pages true
#endif

/* relocate_kernel, swap_pages: one page. */
inline move_page() {
  n = number_in(IMAGE(kexec_image).word[next_word]);
  find(kexec_image, SOURCE, n);
  g = place;
  judge_move();
  x = frame[g].content;
  frame[g].content = frame[f].content;
  if :: f != g && swaps_pages -> frame[f].content = x :: else fi;
  place++;
  w = next_word + 1;
  find_next_source()
}

#define FIRST_PAGE(r, id, flags, nr, entry, cap, lsm, lockdown, s0, s1, s2) \
    ((r) == id -> FIRST(s0) :
/* The other kernel of a jump writes to the first page that it was lent. */
inline write_as_peer() {
  f = CELL_OF_LOAD(FIRST_PAGE, IMAGE(kexec_image).request);
  frame[f].content = PEER
}

inline reenter() {
  IMAGE(kexec_image).flags = IMAGE(kexec_image).flags | REENTRY;
  begin_relocation()
}

#define comes_back (IMAGE(kexec_image).flags & PRESERVE_CONTEXT)
#if TASKS == 1
#define others_in_calls false
#elif TASKS == 2
#define others_in_calls in_call(1 - _pid)
#else
#define others_in_calls (in_call((_pid + 1) % 3) || in_call((_pid + 2) % 3))
#endif

/* ---- The end of tasks ---------------------------------------------------------------------- */

/*
 * A task that an oops ends, or that another CPU stops, never goes on: where it was makes no
 * difference any more, so that two states which differ in nothing else are one. But Promela has no
 * statement by which a process moves another one. A line of C does it: it puts the process back to
 * where it begins, and the edges that leave from there ask whether the task may enter a call.
 */
#define restart(t) ((P0 *) pptr(t))->_p = _start0
#if TASKS == 1
#define restart_tasks restart(0)
#elif TASKS == 2
#define restart_tasks restart(0); restart(1)
#else
#define restart_tasks restart(0); restart(1); restart(2)
#endif

#if defined(REBOOTS) || defined(PANICS)
#define may_enter (!me.gone && others == RUNNING)
#else
#define may_enter true
#endif

#define in_call(t) (task[t].request != 0)

/* Task t never goes on. Its image stays, and so does the lock, which nobody will release. */
inline lose_task(t) {
  if :: mutex_owner == t + 1 -> forget_freed_images() :: else fi;
  task[t].request = 0;
  task[t].result = 0;
  task[t].segment = 0;
  task[t].page = 0;
  task[t].killed = 0;
  task[t].allocated = 0;
  task[t].displaced = 0;
  task[t].gone = 1
}

/* One CPU is left. */
inline stop_others() {
  others = STOPPED;
  for (v : 0 .. TASKS - 1) {
    task[v].gone = 0
  }
}

/* vmcoreinfo goes where the safe copy is. */
inline crash_save_vmcoreinfo() {
  v = vmcoreinfo_safecopy;
  if
  :: v != 0 -> find(v, VMCOREINFO, 0); frame[f].content = VMCOREINFO_SAVED
  :: else
  fi
}

/* Another kernel runs: of this one only what the frames hold is left. */
inline forget_kernel() {
  mutex_owner = 0;
  kexec_image = 0;
  kexec_crash_image = 0;
  vmcoreinfo_safecopy = 0;
  kexec_load_disabled = 0;
  readonly = 0;
  transition_mutex = 0;
  next_word = 0;
  place = 0;
  for (v : 0 .. TASKS - 1) {
    task[v].request = 0;
    task[v].result = 0;
    task[v].image = 0;
    task[v].segment = 0;
    task[v].page = 0;
    task[v].killed = 0;
    task[v].allocated = 0;
    task[v].displaced = 0
  }
  for (v : 1 .. 3) {
    IMAGE(v).status = UNUSED;
    clear_image()
  }
  for (f : 0 .. ALL_FRAMES - 1) {
    frame[f].role = 0;
    frame[f].index = 0
  }
  nobody_is_inside
}

/* Nothing runs any more: what memory holds is nobody's business. */
inline forget_all() {
  stop_others();
  forget_kernel();
  for (f : 0 .. ALL_FRAMES - 1) {
    frame[f].content = JUNK
  }
}
