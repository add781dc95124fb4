------------------------------------ MODULE Kexec ------------------------------------
\* The life of both images in Linux 5.10 to 5.14 on x86-64, around the call of KexecLoad:
\* the reboot into the normal image, the jump to an image that comes back, the read of the
\* crash size, an oops or a panic at every moment, and the way to the crash kernel.
\*
\*   running --- machine_shutdown ------> lastCpu --- relocate_kernel ---> newKernel
\*      |
\*      +------- machine_crash_shutdown,
\*      |        smp_send_stop ---------> silent ---- machine_kexec -----> crashKernel
\*      |                                   |
\*      +------- smp_send_stop ---------> dead
\*
\* This module is a twin of machines/reboot.ts, crash-size.ts, panic.ts and machine.ts, and
\* shares no code with them. What KexecLoad says of kexec_load it leaves as it is: a task
\* goes through one of several doors now, and a place behind another door has its name. An
\* action is named after the C function that does the work.
\*
\* Left out are kexec_file_load, writes to the crash size, and hotplug events.
EXTENDS KexecLoad

CONSTANTS
    PanicCpu,       \* who holds the lock when no task does: the CPU that panics
    Calls,          \* what callers ask of other doors: a function from names to calls
    Panics,         \* "never", "once", or "nested": also on the CPU that panics already
    Oopses,         \* whether a task in a call can hit a bug in kernel mode
    PostNotifiers   \* crash_kexec_post_notifiers: all CPUs are stopped before the attempt

ASSUME
    /\ DOMAIN Calls \cap DOMAIN Requests = {}
    /\ Panics \in {"never", "once", "nested"}
    /\ Oopses \in BOOLEAN /\ PostNotifiers \in BOOLEAN

--------------------------------------------------------------------------------------
(* Calls of other doors *)

\* reboot(LINUX_REBOOT_CMD_KEXEC): what its gates will find.
Reboot ==
    [door                |-> "reboot",
     capable             |-> TRUE,
     magic               |-> TRUE,
     child_pid_namespace |-> FALSE]

\* A read of /sys/kernel/kexec_crash_size.
CrashSizeShow == [door |-> "crash_size_show"]

\* The world `panic`: a crash image is loaded and unloaded, and the size is read.
PanicRequests ==
    "crash"        :> Request({"KEXEC_ON_CRASH"}, CrashStart,
                              <<Segment("crash", PageSize, CrashStart, PageSize)>>) @@
    "unload crash" :> Request({"KEXEC_ON_CRASH"}, 0, <<>>)

PanicCalls ==
    "crash_size_show" :> CrashSizeShow

\* The world `reboot`: a normal image is loaded, one that preserves the context too, and a
\* reboot is asked for, or refused. With two defects the first gate decides.
RebootRequests ==
    "normal" :>
        Request({}, 0, <<Segment("normal", PageSize, 0, PageSize)>>) @@
    "normal, preserve context" :>
        [Request({"KEXEC_PRESERVE_CONTEXT"}, 0,
                 <<Segment("normal, preserve context", PageSize, 0, PageSize)>>)
             EXCEPT !.arch = "KEXEC_ARCH_X86_64"] @@
    "unload normal" :>
        Request({}, 0, <<>>)

RebootCalls ==
    "reboot" :> Reboot @@
    "reboot, no capability, bad magic" :> [Reboot EXCEPT !.capable = FALSE, !.magic = FALSE] @@
    "reboot, bad magic" :> [Reboot EXCEPT !.magic = FALSE] @@
    "reboot, in a child PID namespace" :> [Reboot EXCEPT !.child_pid_namespace = TRUE]

--------------------------------------------------------------------------------------
(* The state *)

VARIABLES
    machine,                  \* who runs: see above
    panic_cpu,                \* where the CPU that panics is, or "calm" while there is none
    system_transition_mutex,  \* the task that reboots, or NULL
    pm_freezing,              \* whether a jump has frozen user space
    next_entry                \* while pages are moved: the entry of the next one, else 0

life == <<machine, panic_cpu, system_transition_mutex, pm_freezing, next_entry>>
kvars == <<vars, life>>

\* What else a page can hold: vmcoreinfo as the panic saved it, and what the other kernel of a
\* jump left in a page that it was lent.
SavedVmcoreinfo == <<"vmcoreinfo">>
PeerData        == <<"peer">>

\* Where an image is entered that was jumped to before: no address that a caller can ask for.
PeerEntry == -1

\* KexecLoad's first state, in a kernel that has booted.
KexecInit ==
    /\ Init
    /\ machine = "running"
    /\ panic_cpu = "calm"
    /\ system_transition_mutex = NULL
    /\ pm_freezing = FALSE
    /\ next_entry = 0

\* Whether a task is inside a system call.
InCall(t) == call[t].request # NULL

\* Whether a task is alone on the machine, with interrupts off.
Alone == \E t \in Tasks : call[t].pc \in {"reboot.there", "reboot.peer", "reboot.back"}

\* Another kernel runs, or none does. Of this one only what lies in the frames is left.
Ends(end, contents) ==
    /\ machine' = end
    /\ kexec_mutex' = NULL
    /\ kexec_image' = NULL
    /\ kexec_crash_image' = NULL
    /\ vmcoreinfo_data_safecopy' = NULL
    /\ kexec_load_disabled' = FALSE
    /\ call' = [t \in Tasks |-> NoCall]
    /\ kimage' = [id \in Images |-> NoImage]
    /\ frame' = [p \in Pfn |-> [FreeFrame EXCEPT !.free = p \in Ordinary,
                                                 !.content = contents[p]]]
    /\ panic_cpu' = "calm"
    /\ system_transition_mutex' = NULL
    /\ pm_freezing' = FALSE
    /\ next_entry' = 0

\* What the frames hold.
Contents == [p \in Pfn |-> frame[p].content]

\* Nothing runs any more, and what memory holds is nobody's business.
Dies == Ends("dead", [p \in Pfn |-> Junk])

\* A task never goes on. Of what it knew only its image and pages are left, to which nothing
\* else leads; the locks stay as they are.
Gone(c) ==
    [NoCall EXCEPT !.pc = "gone", !.image = c.image, !.page = c.page,
                   !.extra_pages = c.extra_pages]

\* The CPUs of all tasks are stopped: where each was in its call makes no difference any more.
Stopped == [t \in Tasks |-> [call[t] EXCEPT !.pc = "stopped"]]

--------------------------------------------------------------------------------------
(* Relocation: what the jump to the normal image does to memory *)

\* The first entry of the installed image's list, from entry k on, that has a page to be moved;
\* 0 if there is none.
NextSource(k) ==
    LET entries == kimage[kexec_image].entries
        rest == {j \in DOMAIN entries : j >= k /\ entries[j].ind = "IND_SOURCE"}
    IN  IF rest = {} THEN 0 ELSE Min(rest)

\* What the frames hold when the page of entry k has changed places with its destination. What
\* lies behind the end of memory keeps nothing.
Swapped(k) ==
    LET entries == kimage[kexec_image].entries
        from == entries[k].page
        to == PlaceOfEntry(entries, k)
    IN  [p \in Pfn |-> IF p = to THEN frame[from].content
                       ELSE IF p # from THEN frame[p].content
                       ELSE IF to \in Pfn THEN frame[to].content ELSE Junk]

\* The frames with these contents.
Holding(contents) == [p \in Pfn |-> [frame[p] EXCEPT !.content = contents[p]]]

--------------------------------------------------------------------------------------
(* reboot(LINUX_REBOOT_CMD_KEXEC) *)

\* The gates of the system call, in the order in which the kernel asks. Nothing can change
\* what they say.
reboot(t, name) ==
    /\ call[t].pc = "idle" /\ ~pm_freezing
    /\ Calls[name].door = "reboot"
    /\ LET c == Calls[name]
           error == IF      ~c.capable            THEN "EPERM"
                    ELSE IF ~c.magic              THEN "EINVAL"
                    ELSE IF c.child_pid_namespace THEN "EINVAL"
                    ELSE "ok"
       IN  call' = [call EXCEPT ![t].request = name, ![t].result = error,
                                ![t].pc = IF error = "ok" THEN "reboot.waiting"
                                          ELSE "reboot.returning"]
    /\ UNCHANGED <<globals, kimage, frame, life>>

\* mutex_lock(&system_transition_mutex), which waits.
mutex_lock(t) ==
    /\ call[t].pc = "reboot.waiting"
    /\ system_transition_mutex = NULL
    /\ system_transition_mutex' = t
    /\ call' = [call EXCEPT ![t].pc = "reboot.admitted"]
    /\ UNCHANGED <<globals, kimage, frame, machine, panic_cpu, pm_freezing, next_entry>>

\* The lock of kexec, which is only tried.
kexec_trylock_reboot(t) ==
    /\ call[t].pc = "reboot.admitted"
    /\ IF kexec_mutex # NULL
       THEN /\ call' = [call EXCEPT ![t] = Fail(@, "EBUSY", "reboot.unlockingMutex")]
            /\ UNCHANGED kexec_mutex
       ELSE /\ call' = [call EXCEPT ![t].pc = "reboot.locked"]
            /\ kexec_mutex' = t
    /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, kimage, frame, life>>

\* An empty slot is an error. An image that preserves the context may come back.
kernel_kexec(t) ==
    /\ call[t].pc = "reboot.locked"
    /\ call' = [call EXCEPT ![t] =
           IF kexec_image = NULL THEN Fail(@, "EINVAL", "reboot.unlocking")
           ELSE IF kimage[kexec_image].preserve_context THEN Goto(@, "reboot.freezing")
           ELSE Goto(@, "reboot.restarting")]
    /\ UNCHANGED <<globals, kimage, frame, life>>

\* Notifiers are called, and devices shut down.
kernel_restart_prepare(t) ==
    /\ call[t].pc = "reboot.restarting"
    /\ call' = [call EXCEPT ![t].pc = "reboot.stopping"]
    /\ UNCHANGED <<globals, kimage, frame, life>>

\* The other CPUs are stopped. Behind this the machine has one CPU, and moves pages.
machine_shutdown(t) ==
    /\ call[t].pc = "reboot.stopping"
    /\ IF NextSource(1) = 0
       THEN Ends("newKernel", Contents)
       ELSE /\ machine' = "lastCpu"
            /\ next_entry' = NextSource(1)
            /\ panic_cpu' = "calm"
            /\ call' = Stopped
            /\ UNCHANGED <<globals, kimage, frame, system_transition_mutex, pm_freezing>>

\* The last CPU moves one page; behind the last one the new kernel runs.
relocate_kernel ==
    /\ machine = "lastCpu"
    /\ LET next == NextSource(next_entry + 1)
       IN  IF next = 0
           THEN Ends("newKernel", Swapped(next_entry))
           ELSE /\ frame' = Holding(Swapped(next_entry))
                /\ next_entry' = next
                /\ UNCHANGED <<globals, call, kimage, machine, panic_cpu,
                               system_transition_mutex, pm_freezing>>

--------------------------------------------------------------------------------------
(* The jump to an image that preserves the context, and back *)

\* Every other task has to get to user space, and to stay there. One that is in a call may
\* not get there in time; even without one the kernel may give up.
freeze_processes(t) ==
    /\ call[t].pc = "reboot.freezing"
    /\ \/ /\ \A u \in Tasks \ {t} : ~InCall(u)
          /\ call' = [call EXCEPT ![t].pc = "reboot.frozen"]
          /\ pm_freezing' = TRUE
       \/ /\ call' = [call EXCEPT ![t] = Fail(@, "EBUSY", "reboot.unlocking")]
          /\ UNCHANGED pm_freezing
    /\ UNCHANGED <<globals, kimage, frame, machine, panic_cpu, system_transition_mutex,
                   next_entry>>

\* The devices are suspended, unless one of them refuses.
dpm_suspend_start(t) ==
    /\ call[t].pc = "reboot.frozen"
    /\ \/ call' = [call EXCEPT ![t].pc = "reboot.suspended"]
       \/ call' = [call EXCEPT ![t] = Fail(@, "EBUSY", "reboot.thawing")]
    /\ UNCHANGED <<globals, kimage, frame, life>>

\* From here on this CPU is alone, and nothing interrupts it.
syscore_suspend(t) ==
    /\ call[t].pc = "reboot.suspended"
    /\ call' = [call EXCEPT ![t].pc =
           IF NextSource(1) = 0 THEN "reboot.peer" ELSE "reboot.there"]
    /\ next_entry' = NextSource(1)
    /\ UNCHANGED <<globals, kimage, frame, machine, panic_cpu, system_transition_mutex,
                   pm_freezing>>

\* One page changes places with its destination, on the way there or on the way back.
swap_pages(t) ==
    /\ call[t].pc \in {"reboot.there", "reboot.back"}
    /\ frame' = Holding(Swapped(next_entry))
    /\ next_entry' = NextSource(next_entry + 1)
    /\ call' = [call EXCEPT ![t].pc =
           IF next_entry' # 0 THEN @
           ELSE IF @ = "reboot.there" THEN "reboot.peer" ELSE "reboot.thawing"]
    /\ UNCHANGED <<globals, kimage, machine, panic_cpu, system_transition_mutex, pm_freezing>>

\* The other kernel jumps back. Its re-entry point is where the image is entered from now on.
\* It may have written to the memory that it was lent, of which the first page stands for all.
peer_returns(t) ==
    /\ call[t].pc = "reboot.peer"
    /\ \E wrote \in BOOLEAN :
           LET first == NextSource(1)
               lent == IF first = 0 THEN -1
                       ELSE PlaceOfEntry(kimage[kexec_image].entries, first)
           IN  frame' = IF wrote /\ lent \in Pfn
                        THEN [frame EXCEPT ![lent].content = PeerData] ELSE frame
    /\ kimage' = [kimage EXCEPT ![kexec_image].start = PeerEntry]
    /\ next_entry' = NextSource(1)
    /\ call' = [call EXCEPT ![t].pc =
           IF NextSource(1) = 0 THEN "reboot.thawing" ELSE "reboot.back"]
    /\ UNCHANGED <<globals, machine, panic_cpu, system_transition_mutex, pm_freezing>>

\* The other tasks go on.
thaw_processes(t) ==
    /\ call[t].pc = "reboot.thawing"
    /\ pm_freezing' = FALSE
    /\ call' = [call EXCEPT ![t].pc = "reboot.unlocking"]
    /\ UNCHANGED <<globals, kimage, frame, machine, panic_cpu, system_transition_mutex,
                   next_entry>>

\* Both locks are released, the one that was taken last first: the lock of kexec ...
kexec_unlock_reboot(t) ==
    /\ call[t].pc = "reboot.unlocking"
    /\ kexec_mutex' = NULL
    /\ call' = [call EXCEPT ![t].pc = "reboot.unlockingMutex"]
    /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, kimage, frame, life>>

\* ... and system_transition_mutex.
mutex_unlock(t) ==
    /\ call[t].pc = "reboot.unlockingMutex"
    /\ system_transition_mutex' = NULL
    /\ call' = [call EXCEPT ![t].pc = "reboot.returning"]
    /\ UNCHANGED <<globals, kimage, frame, machine, panic_cpu, pm_freezing, next_entry>>

--------------------------------------------------------------------------------------
(* A read of the crash size *)

\* The size can neither be read nor changed without the lock of kexec.
crash_size_show(t, name) ==
    /\ call[t].pc = "idle" /\ ~pm_freezing
    /\ Calls[name].door = "crash_size_show"
    /\ call' = [call EXCEPT ![t].request = name, ![t].pc = "size.admitted"]
    /\ UNCHANGED <<globals, kimage, frame, life>>

\* mutex_lock(&kexec_mutex), which waits. The kernels from 6.0 on only try.
mutex_lock_size(t) ==
    /\ call[t].pc = "size.admitted"
    /\ kexec_mutex = NULL
    /\ kexec_mutex' = t
    /\ call' = [call EXCEPT ![t].pc = "size.reading"]
    /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, kimage, frame, life>>

\* The size is computed, and changes nothing.
crash_get_memory_size(t) ==
    /\ call[t].pc = "size.reading"
    /\ call' = [call EXCEPT ![t].pc = "size.unlocking"]
    /\ UNCHANGED <<globals, kimage, frame, life>>

\* The lock is released.
mutex_unlock_size(t) ==
    /\ call[t].pc = "size.unlocking"
    /\ kexec_mutex' = NULL
    /\ call' = [call EXCEPT ![t].pc = "size.returning"]
    /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, kimage, frame, life>>

\* A call of another door returns its result.
sys_exit_other(t) ==
    /\ call[t].pc \in {"reboot.returning", "size.returning"}
    /\ call' = [call EXCEPT ![t] = NoCall]
    /\ UNCHANGED <<globals, kimage, frame, life>>

--------------------------------------------------------------------------------------
(* panic and oops, while other CPUs run *)

\* The task on this CPU never goes on; NULL is a CPU without a task. If it held the lock there
\* will be no unlock: which images it freed is forgotten now.
LoseTask(t) ==
    /\ call' = IF t = NULL THEN call ELSE [call EXCEPT ![t] = Gone(@)]
    /\ kimage' = IF t = NULL \/ kexec_mutex # t THEN kimage ELSE LiveImages

\* A CPU panics: that of a task in a call, or (NULL) another one. If one panics already, the
\* second one stops itself. A nested panic, on the CPU that panics, gives up: from the attempt to
\* start the crash kernel nothing leads back to it.
panic(by) ==
    /\ Panics # "never" /\ ~Alone
    /\ by # NULL => InCall(by)
    /\ LoseTask(by)
    /\ \/ /\ panic_cpu = "calm"
          /\ panic_cpu' = "panicking"
       \/ /\ panic_cpu # "calm" /\ by # NULL
          /\ UNCHANGED panic_cpu
       \/ /\ panic_cpu \in {"locked", "saved"} /\ by = NULL /\ Panics = "nested"
          /\ panic_cpu' = "stopping"
    /\ UNCHANGED <<globals, frame, machine, system_transition_mutex, pm_freezing, next_entry>>

\* A task hits a bug in kernel mode, and dies where it stands: nothing is undone, and nothing
\* released. If kexec_should_crash says so (`fatal`: init, an interrupt, panic_on_oops), a panic
\* follows, before which crash_kexec tries the crash kernel, but not with
\* crash_kexec_post_notifiers.
oops(t, fatal) ==
    /\ Oopses /\ ~Alone
    /\ fatal => Panics # "never"
    /\ InCall(t)
    /\ LoseTask(t)
    /\ panic_cpu' = IF panic_cpu # "calm" \/ ~fatal THEN panic_cpu
                    ELSE IF PostNotifiers THEN "panicking" ELSE "crashing"
    /\ UNCHANGED <<globals, frame, machine, system_transition_mutex, pm_freezing, next_entry>>

\* The attempt to start the crash kernel: the lock is tried, whoever holds it and for whatever,
\* and there must be a crash image. Behind crash_kexec comes panic, which tries once more; behind
\* that the other CPUs are stopped, and with crash_kexec_post_notifiers they are stopped already.
__crash_kexec ==
    /\ \/ machine = "running" /\ panic_cpu = "crashing"
       \/ machine = "running" /\ panic_cpu = "panicking" /\ ~PostNotifiers
       \/ machine = "silent" /\ panic_cpu = "notified"
    /\ IF kexec_mutex = NULL /\ kexec_crash_image # NULL
       THEN /\ kexec_mutex' = PanicCpu
            /\ panic_cpu' = "locked"
            /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, call, kimage,
                           frame, machine, system_transition_mutex, pm_freezing, next_entry>>
       ELSE IF machine = "silent"
       THEN Dies
       ELSE /\ panic_cpu' = IF panic_cpu = "crashing" THEN "panicking" ELSE "stopping"
            /\ UNCHANGED <<vars, machine, system_transition_mutex, pm_freezing, next_entry>>

\* vmcoreinfo is written where the crash kernel looks for it, through a mapping of its own: the
\* region may be read-only.
crash_save_vmcoreinfo ==
    /\ panic_cpu = "locked"
    /\ panic_cpu' = "saved"
    /\ frame' = IF vmcoreinfo_data_safecopy = NULL THEN frame
                ELSE [frame EXCEPT ![vmcoreinfo_data_safecopy].content = SavedVmcoreinfo]
    /\ UNCHANGED <<globals, call, kimage, machine, system_transition_mutex, pm_freezing,
                   next_entry>>

\* The other CPUs are stopped, and their state is saved.
machine_crash_shutdown ==
    /\ panic_cpu = "saved"
    /\ machine' = "silent"
    /\ panic_cpu' = "shutDown"
    /\ call' = Stopped
    /\ UNCHANGED <<globals, kimage, frame, system_transition_mutex, pm_freezing, next_entry>>

\* panic stops the other CPUs: when the attempt was in vain, or before it.
smp_send_stop ==
    \/ /\ panic_cpu = "stopping"
       /\ Dies
    \/ /\ machine = "running" /\ panic_cpu = "panicking" /\ PostNotifiers
       /\ machine' = "silent"
       /\ panic_cpu' = "notified"
       /\ call' = Stopped
       /\ UNCHANGED <<globals, kimage, frame, system_transition_mutex, pm_freezing, next_entry>>

--------------------------------------------------------------------------------------
(* One CPU is left *)

\* The jump to the crash image, which is in place.
machine_kexec ==
    /\ machine = "silent" /\ panic_cpu = "shutDown"
    /\ Ends("crashKernel", Contents)

\* A nested panic behind the trylock: of the CPU that panics, since no other one runs. It finds
\* the lock held by its own CPU, and nobody is left to be stopped.
panic_nested ==
    /\ Panics = "nested"
    /\ machine = "silent" /\ panic_cpu \in {"locked", "saved", "shutDown"}
    /\ Dies

--------------------------------------------------------------------------------------
(* All steps *)

\* What a task does behind another door than kexec_load.
OtherStep(t) ==
    \/ mutex_lock(t)
    \/ kexec_trylock_reboot(t)
    \/ kernel_kexec(t)
    \/ kernel_restart_prepare(t)
    \/ machine_shutdown(t)
    \/ freeze_processes(t)
    \/ dpm_suspend_start(t)
    \/ syscore_suspend(t)
    \/ swap_pages(t)
    \/ peer_returns(t)
    \/ thaw_processes(t)
    \/ kexec_unlock_reboot(t)
    \/ mutex_unlock(t)
    \/ mutex_lock_size(t)
    \/ crash_get_memory_size(t)
    \/ mutex_unlock_size(t)
    \/ sys_exit_other(t)

\* What the CPU that panics does.
PanicStep ==
    \/ __crash_kexec
    \/ crash_save_vmcoreinfo
    \/ machine_crash_shutdown
    \/ smp_send_stop
    \/ machine_kexec

\* A task begins a call, by one of the doors.
Enter(t) ==
    \/ /\ ~pm_freezing
       /\ \E name \in DOMAIN Requests : kexec_load(t, name)
       /\ UNCHANGED life
    \/ \E name \in DOMAIN Calls : reboot(t, name) \/ crash_size_show(t, name)

KexecNext ==
    \/ /\ machine = "running"
       /\ \/ \E t \in Tasks : Enter(t) \/ OtherStep(t)
          \/ \E t \in Tasks : Step(t) /\ UNCHANGED life
          \/ \E t \in Tasks : sigkill(t) /\ UNCHANGED life
          \/ ~pm_freezing /\ \E value \in {0, 1} : proc_dointvec_minmax(value) /\ UNCHANGED life
          \/ \E by \in Tasks \cup {NULL} : panic(by)
          \/ \E t \in Tasks : \E fatal \in BOOLEAN : oops(t, fatal)
    \/ PanicStep
    \/ panic_nested
    \/ relocate_kernel

KexecSpec == KexecInit /\ [][KexecNext]_kvars

\* A task inside a call goes on in the end. Nobody is obliged to enter a call, or to panic.
TaskFairness ==
    \A t \in Tasks :
        WF_kvars(machine = "running" /\ (OtherStep(t) \/ (Step(t) /\ UNCHANGED life)))

\* Runs in which every task and the last CPU go on, and runs in which the CPU that panics does.
FairRebootSpec == KexecSpec /\ TaskFairness /\ WF_kvars(relocate_kernel)
FairPanicSpec  == KexecSpec /\ WF_kvars(PanicStep)

--------------------------------------------------------------------------------------
(* Symmetry *)

\* KexecLoad's view, and what this module adds, which has no numbers of images or frames.
KexecView == <<View, life>>

--------------------------------------------------------------------------------------
(* Properties of every state. KexecTypeOK, NothingIsStuck and OneHolder are this module's *)
(* own; KexecLoad's of a state hold here, too, but where a comment says otherwise. *)

\* The places of a call behind another door.
RebootPlaces ==
    {"reboot.waiting", "reboot.admitted", "reboot.locked", "reboot.restarting",
     "reboot.stopping", "reboot.freezing", "reboot.frozen", "reboot.suspended",
     "reboot.there", "reboot.peer", "reboot.back", "reboot.thawing", "reboot.unlocking",
     "reboot.unlockingMutex", "reboot.returning"}
SizePlaces ==
    {"size.admitted", "size.reading", "size.unlocking", "size.returning"}

\* Where the CPU that panics is: while others run, and when it is alone.
PanicPlaces  == {"calm", "crashing", "panicking", "locked", "saved", "stopping"}
SilentPlaces == {"notified", "locked", "saved", "shutDown"}

\* Where nothing of this kernel runs any more.
EndStates == {"newKernel", "crashKernel", "dead"}

\* Every variable of this module has a value of its kind, and so have KexecLoad's where this
\* module adds to their kinds.
KexecTypeOK ==
    /\ machine \in {"running", "lastCpu", "silent"} \cup EndStates
    /\ panic_cpu \in PanicPlaces \cup SilentPlaces
    /\ machine = "running" => panic_cpu \in PanicPlaces
    /\ machine = "silent" => panic_cpu \in SilentPlaces
    /\ machine \notin {"running", "silent"} => panic_cpu = "calm"
    /\ system_transition_mutex \in Tasks \cup {NULL}
    /\ pm_freezing \in BOOLEAN
    /\ next_entry \in Nat
    /\ kexec_mutex \in Tasks \cup {NULL, PanicCpu}
    /\ \A t \in Tasks :
           /\ call[t].pc \in {"idle", "entered", "admitted", "returning", "gone", "stopped"}
                                \cup LockedPlaces \cup RebootPlaces \cup SizePlaces
           /\ call[t].request \in DOMAIN Requests \cup DOMAIN Calls \cup {NULL}
           /\ call[t].pc = "stopped" <=> machine \in {"lastCpu", "silent"}

\* Nothing waits for ever for something that cannot happen, but for a kernel that has ended.
NothingIsStuck == machine \notin EndStates => ENABLED KexecNext

\* The places in which a task has the lock.
HoldingPlaces ==
    LockedPlaces
        \cup (RebootPlaces \ {"reboot.waiting", "reboot.admitted", "reboot.unlockingMutex",
                              "reboot.returning"})
        \cup {"size.reading", "size.unlocking"}

\* MutualExclusion, of all doors: at most one task is between trylock and unlock, and it holds
\* the lock; a task that died there holds it for ever. Nobody holds it while the CPU that panics
\* does.
OneHolder ==
    machine = "running" =>
        \A t \in Tasks :
            /\ call[t].pc \in HoldingPlaces => kexec_mutex = t
            /\ kexec_mutex = t => call[t].pc \in HoldingPlaces \cup {"gone"}

\* A task that returns from a call does not hold the lock.
NoLockAtAnyReturn ==
    \A t \in Tasks : call[t].pc \in {"returning", "reboot.returning", "size.returning"} =>
        kexec_mutex # t /\ system_transition_mutex # t

\* What an installed image may hold beside the caller's data: what the other kernel of a jump
\* left in the pages that it was lent.
Lent(id) == IF kimage[id].start = PeerEntry THEN {PeerData} ELSE {}

\* InstalledImageHoldsTheCallersData, while no page is on its way.
InstalledImageIsComplete ==
    ~Alone /\ machine # "lastCpu" => \A id \in Installed : IsComplete(id, Lent(id))

\* No step of a relocation overwrites a control, swap, table or list page of its image, or a
\* source page that is still to be moved. The page that is moved next and its destination are
\* written.
RelocationSparesItsOwnPages ==
    next_entry # 0 =>
        LET img == kimage[kexec_image]
            from == img.entries[next_entry].page
            own == {img.control_code_page, img.swap_page} \cup img.page_tables
                       \cup img.control_pages \cup OnList(img.entries, "IND_INDIRECTION")
        IN  \A p \in {from, PlaceOfEntry(img.entries, next_entry)} :
                p \notin own /\ (p \in OnList(img.entries, "IND_SOURCE") => p = from)

\* When the crash kernel is jumped to, every segment of its image is in place.
TheCrashKernelIsComplete ==
    panic_cpu = "shutDown" => kexec_crash_image # NULL /\ IsComplete(kexec_crash_image, {})

\* When the crash kernel is jumped to, its image has vmcoreinfo as the panic saved it.
TheCrashKernelFindsVmcoreinfo ==
    panic_cpu = "shutDown" =>
        LET p == kimage[kexec_crash_image].vmcoreinfo_data_copy
        IN  p # NULL /\ frame[p].content = SavedVmcoreinfo

--------------------------------------------------------------------------------------
(* Properties of every step *)

\* Under the lock a reboot ends with EINVAL if and only if no normal image is loaded.
ARebootNeedsAnImage ==
    [][\A t \in Tasks : kernel_kexec(t) => (call'[t].result = "EINVAL" <=> kexec_image = NULL)
      ]_kvars

\* When the new kernel runs, every destination that is RAM holds what the caller's buffer held,
\* then zeros, or what another kernel left there that ran in between.
RelocatedFramesHoldWhatWasAsked ==
    [][machine # "newKernel" /\ machine' = "newKernel" =>
           \A k \in DOMAIN kimage[kexec_image].segment :
               LET s == kimage[kexec_image].segment[k]
               IN  \A n \in 0 .. PagesOf(s) - 1 : PlaceOf(s, n) \in Pfn =>
                       frame'[PlaceOf(s, n)].content \in {Data(s, n)} \cup Lent(kexec_image)
      ]_kvars

\* A jump comes back in a step after which this CPU is not alone any more.
ComesBack == Alone /\ ~Alone'

\* When a jump has come back and the other kernel wrote nothing, every image is as it was and
\* every free frame holds nothing.
AJumpLeavesMemoryAsBefore ==
    [][ComesBack /\ (\A p \in Pfn : frame'[p].content # PeerData) =>
           /\ \A id \in Installed' : IsComplete(id, {})'
           /\ \A p \in Ordinary : frame'[p].free => frame'[p].content = Junk
      ]_kvars

\* When a jump has come back, its image is still loaded, and its start is the re-entry point of
\* the other kernel.
TheImageStaysLoadedAfterAJump ==
    [][ComesBack =>
           kexec_image' = kexec_image /\ kimage'[kexec_image].start = PeerEntry]_kvars

\* When the panic path tries the lock, a crash image is loaded and the lock is free, it holds
\* the lock and goes on to the crash kernel.
AFreeLockAndAnImageGiveADump ==
    [][__crash_kexec /\ kexec_crash_image # NULL /\ kexec_mutex = NULL =>
           kexec_mutex' = PanicCpu /\ panic_cpu' = "locked"]_kvars

--------------------------------------------------------------------------------------
(* Properties of every run *)

\* Once a reboot has the lock and there is a normal image, the new kernel runs, or the call comes
\* to its end after a jump. This needs FairRebootSpec.
ARebootWithAnImageRunsIt ==
    \A t \in Tasks :
        call[t].pc = "reboot.locked" /\ kexec_image # NULL
            ~> machine = "newKernel" \/ kexec_mutex # t

\* Once a CPU panics, the crash kernel runs or the machine is dead in the end, whoever holds the
\* lock, and even if nobody else goes on. This needs FairPanicSpec.
ThePanicPathNeverWaits ==
    machine = "running" /\ panic_cpu # "calm" ~> machine \in {"crashKernel", "dead"}

--------------------------------------------------------------------------------------
(* Witnesses: each must be true in some reachable state *)

\* At some moment the normal image runs.
TheNewKernelRuns == machine = "newKernel"

\* At some moment the crash image runs.
TheCrashKernelRuns == machine = "crashKernel"

\* At some moment a jump has come back, and everybody is thawed.
AJumpComesBack ==
    kexec_image # NULL /\ ~pm_freezing /\ kimage[kexec_image].start = PeerEntry

\* At some moment a task that died of an oops holds the lock, and the kernel runs on.
ADeadTaskKeepsTheLock ==
    /\ machine = "running" /\ panic_cpu = "calm"
    /\ \E t \in Tasks : call[t].pc = "gone" /\ kexec_mutex = t

--------------------------------------------------------------------------------------
(* Weaknesses: wishes that the kernel does not grant. TLC must find a counterexample. *)

\* When the panic path tries the lock and a crash image is loaded, it will run. False: anything
\* may hold the lock, a load of a normal image or a read of the crash size too.
ALoadedCrashImageRunsOnPanic ==
    [][__crash_kexec /\ kexec_crash_image # NULL => kexec_mutex' = PanicCpu]_kvars

\* Once kexec_load_disabled is 1, no other kernel is started. False: it closes the doors of
\* loading, and an image that is loaded already can be run. This needs Sysctl.
LoadDisabledStopsEveryLaterKexec ==
    [][kexec_load_disabled =>
           ~machine_kexec /\ \A t \in Tasks : ~machine_shutdown(t)]_kvars

\* Every destination of an installed image is memory that exists. False: nobody compares
\* destinations with the memory map. This needs requests that do so.
ADestinationIsRam ==
    \A id \in Installed : \A k \in DOMAIN kimage[id].segment :
        LET s == kimage[id].segment[k]
        IN  \A n \in 0 .. PagesOf(s) - 1 : PlaceOf(s, n) \in Pfn
======================================================================================
