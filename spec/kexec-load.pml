/*
 * The calls of kexec, reboot and panic, in Promela: the statechart of machines/, written again.
 *
 * This is a second implementation of spec/call.md, lifecycle.md and memory.md, for another model
 * checker, SPIN. It shares no code with the statechart. Both must find the same states, steps and
 * verdicts; test/spec/twin-promela.test.ts compares them.
 *
 *   spin -a -DWORLD=MEMORY -DSYMMETRY kexec-load.pml
 *   gcc -O2 -DSAFETY -DNOREDUCE -DNOCOMP -DNOFAIR -DNOBOUNDCHECK -o pan pan.c
 *   ./pan -n -m1000000 -w22
 *
 * NOREDUCE makes SPIN store every state. The flags behind it are for speed, and change no number:
 * NOCOMP, which stores states as they are, is worth a quarter; NOBOUNDCHECK is worth more to gcc.
 *
 *   kexec-load.pml           who acts: tasks in system calls, the last CPU, the panicking CPU
 *   kexec-load-worlds.pml    kernels and worlds, and what is asked of a request
 *   kexec-load-memory.pml    the state: frames, images, entry lists, the region; symmetry
 *   kexec-load-life.pml      relocation, and what is left of tasks and memory at the end
 *   kexec-load-claims.pml    what is claimed
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
 * - The running kernel ends for all tasks at once, in a step of one process: see "The end of tasks"
 *   in kexec-load-life.pml. A process that can never go on stands at a label that begins with
 *   `end`, as SPIN wants it.
 *
 * What SPIN prints, and what our checker prints:
 *
 *   states, stored           the same number
 *   transitions              our steps + 1: stored states and matched ones are added up, and the
 *                            initial state is stored without a step. A claim about states adds as
 *                            many transitions as there are states; see "Claims"
 *   depth reached, -DBFS     our depth - 1: SPIN counts the steps to the last level, we its levels
 *   errors: 0                besides the claims, that no state is without successor, but for those
 *                            in which this kernel has ended
 *
 * Macros that choose what is checked:
 *
 *   KERNEL            SEED, LINUX_5_10, LINUX_6_1, LINUX_6_12, LINUX_7_2 or FIXED: the kernels of
 *                     src/model/kernels.ts
 *   WORLD             RACE, MEMORY, REGION, REQUESTS, REBOOT, PANIC or PANIC_LATE: the worlds of
 *                     src/model/worlds.ts and lifecycle-worlds.ts, `quick`
 *   TASKS, FRAMES, SIGKILL   change one of the first four, up to 3 tasks and 12 frames; in the
 *                     preset `standard`, race has -DFRAMES=9 -DSIGKILL=1, and region is the same
 *   NESTED_PANICS     changes PANIC: the panicking CPU may panic again, as in PANIC_LATE
 *   SYMMETRY          of the states that differ in names only, one is stored
 *   ANY_FRAME         the allocator offers each free frame, also those that can be exchanged
 *   CHECK_...         judge one claim, see "Claims"; CHECK_ALL: every claim that holds
 *   BFS               for spin as well as for gcc: SPIN wants no `hidden` variables then
 *
 * Left out: kexec_file_load, hotplug events, load limits, 32-bit calls, a new crash size, empty
 * segments (and so the world `requests` of the preset `standard`), and panics during a reboot. SPIN
 * stores no variable that nobody reads; vmcoreinfo_safecopy is one, unless a claim, a panic or
 * SYMMETRY reads it.
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

#include "kexec-load-worlds.pml"

#include "kexec-load-memory.pml"
#include "kexec-load-claims.pml"
#include "kexec-load-life.pml"

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

/* ---- The system calls ---------------------------------------------------------------------- */

active [TASKS] proctype system_call() {

end_idle: /* in user space, or gone for ever */
  if
#define KEXEC_LOAD(_, number, ...) \
  :: d_step { may_enter -> me.request = number; done() }; goto entered
  LOADS(KEXEC_LOAD, _)
  OTHERS(KEXEC_LOAD, _)
#ifdef REBOOTS
  /* SYSCALL_DEFINE4(reboot): the first gate that refuses decides. */
#define REBOOT_ERROR(cap, magic, child) (!cap -> EPERM : (!magic || child -> EINVAL : 0))
#define ENTER_REBOOT(_, number, cap, magic, child) \
  :: d_step { may_enter && REBOOT_ERROR(cap, magic, child) == 0 -> \
       me.request = number; done() }; goto waiting \
  :: d_step { may_enter && REBOOT_ERROR(cap, magic, child) != 0 -> \
       me.request = number; set_result(REBOOT_ERROR(cap, magic, child)); done() }; goto returning
  REBOOTS(ENTER_REBOOT, _)
#endif
#ifdef CRASH_SIZE_SHOW
  :: d_step { may_enter -> me.request = CRASH_SIZE_SHOW; done() }; goto size_admitted
#endif
  fi;

/* kexec_load */

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
  :: d_step { is_crash && kexec_crash_image != 0 -> arch_kexec_unprotect_crashkres(); done() };
     goto slot_chosen
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
  :: d_step { !tables_wanted -> seal_control_page(); done() }; goto vmcoreinfo
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
#ifdef FREES_UNLISTED_SOURCE_PAGE
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

returning: /* to user space, from any call */
  if
  :: d_step { true -> me.request = 0; me.result = 0; me.killed = 0; done() }; goto end_idle
  fi;

#ifdef REBOOTS
/* reboot(LINUX_REBOOT_CMD_KEXEC) */

waiting: /* mutex_lock(&system_transition_mutex): however long it takes */
  if
  :: d_step { transition_mutex == 0 -> transition_mutex = _pid + 1; done() }; goto kernel_kexec
  fi;

kernel_kexec: /* kexec_trylock */
  if
  :: d_step { mutex_owner != 0 -> set_result(EBUSY); done() }; goto unlocking_transition
  :: d_step { mutex_owner == 0 -> mutex_owner = _pid + 1; enter_lock; done() };
     goto choosing_way
  fi;

choosing_way: /* kernel_kexec: no image, one that comes back, one that does not */
  if
  :: d_step { kexec_image == 0 -> set_result(EINVAL); judge_kernel_kexec(); done() };
     goto unlocking_reboot
#ifdef KEXEC_JUMP
  :: d_step { kexec_image != 0 && comes_back -> judge_kernel_kexec(); done() }; goto freezing
#endif
  :: d_step { kexec_image != 0 && !comes_back -> judge_kernel_kexec(); done() }; goto restarting
  fi;

restarting: /* kernel_restart_prepare */
  if
  :: d_step { true -> done() }; goto stopping
  fi;

stopping: /* machine_shutdown: this CPU is the last one, and what it does is last_cpu below */
  if
  :: d_step { true ->
       begin_relocation(); stop_others(); done(); c_code { restart_tasks; } }; goto end_idle
  fi;

#ifdef KEXEC_JUMP
freezing: /* freeze_processes: every other task must get to user space */
  if
  :: d_step { true -> set_result(EBUSY); done() }; goto unlocking_reboot
  :: d_step { !others_in_calls -> others = FROZEN; done() }; goto frozen
  fi;

frozen: /* dpm_suspend_start */
  if
  :: d_step { true -> set_result(EBUSY); done() }; goto back
  :: d_step { true -> done() }; goto suspended
  fi;

suspended: /* syscore_suspend */
  if
  :: d_step { true -> others = ALONE; begin_relocation(); done() }; goto there
  fi;

there: /* swap_pages; when all are moved the other kernel runs, and may write to them */
  if
  :: d_step { next_word != 0 -> move_page(); settle() }; goto there
  :: d_step { next_word == 0 -> reenter(); done() }; goto back
  :: d_step { next_word == 0 -> write_as_peer(); reenter(); settle() }; goto back
  fi;

back: /* swap_pages once more; when all is back, or nothing was moved, thaw_processes */
  if
  :: d_step { next_word != 0 ->
       move_page();
       if :: next_word == 0 -> others = FROZEN; judge_jump() :: else fi;
       settle() }; goto back
  :: d_step { next_word == 0 -> others = RUNNING; done() }; goto unlocking_reboot
  fi;
#endif

unlocking_reboot: /* kexec_unlock */
  if
  :: d_step { true -> mutex_unlock(); leave_lock; done() }; goto unlocking_transition
  fi;

unlocking_transition: /* mutex_unlock(&system_transition_mutex) */
  if
  :: d_step { true -> transition_mutex = 0; done() }; goto returning
  fi;
#endif

#ifdef CRASH_SIZE_SHOW
/* A read of /sys/kernel/kexec_crash_size */

size_admitted: /* kexec_trylock; in the seed mutex_lock, which waits */
  if
#ifdef CRASH_SIZE_TRYLOCK
  :: d_step { mutex_owner != 0 -> set_result(EBUSY); done() }; goto returning
#endif
  :: d_step { mutex_owner == 0 -> mutex_owner = _pid + 1; enter_lock; done() }; goto reading
  fi;

reading: /* crash_get_memory_size */
  if
  :: d_step { true -> done() }; goto unlocking_size
  fi;

unlocking_size: /* kexec_unlock */
  if
  :: d_step { true -> mutex_unlock(); leave_lock; done() }; goto returning
  fi;
#endif

  skip
}

/* ---- What happens around the calls --------------------------------------------------------- */

#ifdef REBOOTS
/* relocate_kernel on the CPU that is left; behind the last page the new kernel runs. */
active proctype last_cpu() {
end:
  do
  :: d_step { others == STOPPED && next_word != 0 ->
       move_page();
       if :: next_word == 0 -> judge_new_kernel(); forget_kernel() :: else fi;
       sort_frames();
       forget_scratch }
  od
}
#endif

#ifdef PANICS
/*
 * The CPU that panics, and what it does to the others. It waits for nobody, and behind stop_others
 * nobody else runs.
 *
 * Until then a task in a call may be ended where it stands: by a panic of its own CPU, or by an
 * oops. A second panic only stops its CPU. What kexec_should_crash says of an oops makes no
 * difference then, but the event of the statechart carries it, so there are two such edges.
 */
#ifdef NESTED_PANICS
#define NESTED(next) :: d_step { true -> forget_scratch }; goto next
#define NESTED_IN_SILENCE :: d_step { true -> forget_all(); forget_scratch }; goto end_dead
#else
#define NESTED(next)
#define NESTED_IN_SILENCE
#endif
#if TASKS == 1
#define EACH_TASK(X, next) X(0, next)
#elif TASKS == 2
#define EACH_TASK(X, next) X(0, next) X(1, next)
#else
#define EACH_TASK(X, next) X(0, next) X(1, next) X(2, next)
#endif
#define LOSE(t, next) \
  :: d_step { in_call(t) -> lose_task(t); forget_scratch; c_code { restart(t); } }; goto next
#define LOSE_TO_PANIC_OR_OOPS(t, next) LOSE(t, next) LOSE(t, next) LOSE(t, next)
#define trylock_fails (mutex_owner != 0 || kexec_crash_image == 0)

active proctype panic() {

calm:
  if
  /* panic: on a CPU where no task is in a call, or on the CPU of one that is */
  :: d_step { true -> forget_scratch }; goto panicking
  EACH_TASK(LOSE, panicking)
  /* oops: kexec_should_crash says no, and only the task dies */
  EACH_TASK(LOSE, calm)
  /* ... or yes: crash_kexec is tried before panic, unless it comes behind the notifiers */
#ifdef POST_NOTIFIERS
  EACH_TASK(LOSE, panicking)
#else
  EACH_TASK(LOSE, crashing)
#endif
  fi;

#ifndef POST_NOTIFIERS
crashing: /* crash_kexec, __crash_kexec */
  if
  :: d_step { trylock_fails -> judge_dump(); forget_scratch }; goto panicking
  :: d_step { !trylock_fails -> mutex_owner = PANICKING_CPU; forget_scratch }; goto locked
  EACH_TASK(LOSE_TO_PANIC_OR_OOPS, crashing)
  fi;

panicking: /* panic: __crash_kexec while the other CPUs run */
  if
  :: d_step { trylock_fails -> judge_dump(); forget_scratch }; goto stopping
  :: d_step { !trylock_fails -> mutex_owner = PANICKING_CPU; forget_scratch }; goto locked
  EACH_TASK(LOSE_TO_PANIC_OR_OOPS, panicking)
  fi;
#else
panicking: /* panic: smp_send_stop, then the notifiers */
  if
  :: d_step { true -> stop_others(); forget_scratch; c_code { restart_tasks; } }; goto notified
  EACH_TASK(LOSE_TO_PANIC_OR_OOPS, panicking)
  fi;

notified: /* __crash_kexec */
  if
  :: d_step { trylock_fails -> judge_dump(); forget_all(); forget_scratch }; goto end_dead
  :: d_step { !trylock_fails -> mutex_owner = PANICKING_CPU; forget_scratch }; goto locked
  fi;
#endif

locked: /* crash_save_vmcoreinfo, through a mapping of its own */
  if
  :: d_step { true -> crash_save_vmcoreinfo(); forget_scratch }; goto saved
#ifndef POST_NOTIFIERS
  NESTED(stopping)
  EACH_TASK(LOSE_TO_PANIC_OR_OOPS, locked)
#else
  NESTED_IN_SILENCE
#endif
  fi;

saved: /* machine_crash_shutdown */
  if
  :: d_step { true -> stop_others(); forget_scratch; c_code { restart_tasks; } }; goto shut_down
#ifndef POST_NOTIFIERS
  NESTED(stopping)
  EACH_TASK(LOSE_TO_PANIC_OR_OOPS, saved)
#else
  NESTED_IN_SILENCE
#endif
  fi;

shut_down: /* machine_kexec; or the last panic, which finds the lock held by its own CPU */
  if
  :: d_step { true -> judge_crash_kernel(); forget_kernel(); forget_scratch };
     goto end_crash_kernel
  NESTED_IN_SILENCE
  fi;

#ifndef POST_NOTIFIERS
stopping: /* smp_send_stop: the crash kernel was tried in vain */
  if
  :: d_step { true -> forget_all(); forget_scratch; c_code { restart_tasks; } }; goto end_dead
  EACH_TASK(LOSE_TO_PANIC_OR_OOPS, stopping)
  fi;
#endif

end_crash_kernel:
  false;

end_dead:
  false
}
#endif

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
#ifdef JUDGED_PLACE
  :: assert(JUDGED_PLACE)
#else
  :: d_step { true -> judge_state(); forget_scratch }
#endif
  od
}
#endif
