---------------------------------- MODULE KexecLoad ----------------------------------
\* The system call kexec_load of Linux 5.10 to 5.14 on x86-64: several tasks load,
\* replace and unload the normal image and the crash image.
\*
\* This module is a twin of the statechart machines/kexec-load.ts and of the memory
\* model in src/memory, and shares no code with them. An action is named after the C
\* function that does the work; no other task can see the inside of it. The actions
\* stand in the order of the call. What the kernel does not decide is chosen in the
\* action: which page the allocator returns, whether user memory can be read.
\*
\* The memory model has frames that know their image, and images without frame
\* numbers. This module has the kernel's pointers instead: an image knows its pages,
\* and a page knows nothing. Both must have the same states; spec/twins.md says how
\* that is checked.
EXTENDS Integers, Sequences, FiniteSets, TLC

CONSTANTS
    NULL,           \* no task, no image, no page
    Tasks,          \* the callers
    Frames,         \* ordinary page frames have the numbers 0 .. Frames - 1
    CrashFrames,    \* the frames behind them are the region that crashkernel= reserved
    ListPageWords,  \* words of a page of the entry list, the link included (512 on x86-64)
    TablePages,     \* pages that machine_kexec_prepare takes for page tables
    OverLimit,      \* ordinary frames above the limits for source and control pages
    Requests,       \* what callers ask for: a function from names to requests
    Sigkill,        \* whether tasks can be killed
    Sysctl          \* whether somebody can write kexec_load_disabled

ASSUME
    /\ IsFiniteSet(Tasks)
    /\ Frames \in Nat /\ CrashFrames \in Nat \ {0}
    /\ ListPageWords \in Nat \ 0 .. 1 /\ TablePages \in Nat
    /\ OverLimit \subseteq 0 .. Frames - 1
    /\ Sigkill \in BOOLEAN /\ Sysctl \in BOOLEAN

Min(S) == CHOOSE x \in S : \A y \in S : x <= y
Max(S) == CHOOSE x \in S : \A y \in S : x >= y

--------------------------------------------------------------------------------------
(* Addresses and frames *)

\* Addresses and lengths are bytes. They wrap around at AddressSpace, which stands for
\* 2^64: the numbers of TLC end at 2^31.
PageSize     == 4096
AddressSpace == 2^30

Pfn         == 0 .. Frames + CrashFrames - 1
Ordinary    == 0 .. Frames - 1
CrashRegion == Frames .. Frames + CrashFrames - 1

\* The first and the last byte of the crash region.
CrashStart == Frames * PageSize
CrashEnd   == (Frames + CrashFrames) * PageSize - 1

\* KEXEC_DESTINATION_MEMORY_LIMIT: no segment may reach up to it.
DestinationLimit == (Frames + CrashFrames + 8) * PageSize

\* KEXEC_SEGMENT_MAX: the most segments that one image can have.
SegmentMax == 16

--------------------------------------------------------------------------------------
(* Requests and their segments *)

\* struct kexec_segment: a buffer of the caller, its length, and the place where its
\* bytes must be when the image runs. The rest of the place is zeros. A buffer is a name.
Segment(buf, bufsz, mem, memsz) ==
    [buf |-> buf, bufsz |-> bufsz, mem |-> mem, memsz |-> memsz]

\* The arguments of a call, and what the security checks will say of its caller: "ok" or
\* an error.
Request(flags, entry, segment) ==
    [flags                     |-> flags,
     arch                      |-> "KEXEC_ARCH_DEFAULT",
     entry                     |-> entry,
     nr_segments               |-> Len(segment),
     segment                   |-> segment,
     capable                   |-> TRUE,
     security_kernel_load_data |-> "ok",
     security_locked_down      |-> "ok"]

\* The requests of the world `race`: images of one page, and unloads.
RaceRequests ==
    "normal"        :> Request({}, 0, <<Segment("normal", PageSize, 0, PageSize)>>) @@
    "crash"         :> Request({"KEXEC_ON_CRASH"}, CrashStart,
                               <<Segment("crash", PageSize, CrashStart, PageSize)>>) @@
    "unload normal" :> Request({}, 0, <<>>) @@
    "unload crash"  :> Request({"KEXEC_ON_CRASH"}, 0, <<>>)

\* The pages of a segment, a begun one counted whole.
PagesOf(s) == (s.memsz + PageSize - 1) \div PageSize

\* The frame where page n of a segment, counted from 0, must be when the image runs.
PlaceOf(s, n) == s.mem \div PageSize + n

\* Bytes of the buffer that are left for page n of a segment; none or less: it is zeros.
BytesLeft(s, n) == s.bufsz - n * PageSize

\* kimage_is_destination_range: whether frame p is a destination of a list of segments.
IsDestination(segment, p) ==
    \E k \in DOMAIN segment :
        /\ (p + 1) * PageSize > segment[k].mem
        /\ p * PageSize < segment[k].mem + segment[k].memsz

\* The address behind a segment, as the kernel computes it.
EndOf(s) == (s.mem + s.memsz) % AddressSpace

RECURSIVE SumOfPages(_)
SumOfPages(segment) ==
    IF segment = <<>> THEN 0 ELSE PagesOf(Head(segment)) + SumOfPages(Tail(segment))

\* The rules of sanity_check_segment_list, pass by pass: each pass asks the whole list
\* before the next one begins, so the first broken rule decides the error, whichever
\* segment breaks it. The region was reserved before memory was counted: half of memory
\* is half of the ordinary frames.
SegmentListError(segment, onCrash) ==
    LET Some(Broken(_)) == \E k \in DOMAIN segment : Broken(segment[k])
        BadRange(s) ==
            \/ s.mem > EndOf(s)
            \/ s.mem % PageSize # 0 \/ EndOf(s) % PageSize # 0
            \/ EndOf(s) >= DestinationLimit
        SomeOverlap ==
            \E k \in DOMAIN segment : \E j \in 1 .. k - 1 :
                /\ EndOf(segment[k]) > segment[j].mem
                /\ segment[k].mem < EndOf(segment[j])
        BufferTooLong(s) == s.bufsz > s.memsz
        TooLarge(s) == PagesOf(s) > Frames \div 2
        OutsideRegion(s) == s.mem < CrashStart \/ s.mem + s.memsz - 1 > CrashEnd
    IN  IF      Some(BadRange)                        THEN "EADDRNOTAVAIL"
        ELSE IF SomeOverlap                           THEN "EINVAL"
        ELSE IF Some(BufferTooLong)                   THEN "EINVAL"
        ELSE IF Some(TooLarge)                        THEN "EINVAL"
        ELSE IF SumOfPages(segment) > Frames \div 2   THEN "EINVAL"
        ELSE IF onCrash /\ Some(OutsideRegion)        THEN "EADDRNOTAVAIL"
        ELSE "ok"

\* Ordinary frames that no loadable request names and no limit singles out. They can be
\* exchanged without anybody noticing.
Interchangeable ==
    {p \in Ordinary \ OverLimit : \A name \in DOMAIN Requests :
        LET r == Requests[name]
        IN  SegmentListError(r.segment, "KEXEC_ON_CRASH" \in r.flags) = "ok"
                => ~IsDestination(r.segment, p)}

--------------------------------------------------------------------------------------
(* The state *)

VARIABLES
    kexec_mutex,               \* the task that holds the lock, or NULL
    kexec_image,               \* the slot of the normal image: an image's number, or NULL
    kexec_crash_image,         \* the slot of the crash image
    vmcoreinfo_data_safecopy,  \* the frame with the crash image's copy of vmcoreinfo, or NULL
    kexec_load_disabled,       \* the sysctl
    call,                      \* of each task: where it is, and its local variables
    kimage,                    \* of each image: struct kimage
    frame                      \* of each page frame: who may take it, what it holds

slots == <<kexec_image, kexec_crash_image>>
globals == <<kexec_mutex, slots, vmcoreinfo_data_safecopy, kexec_load_disabled>>
vars == <<globals, call, kimage, frame>>

\* Numbers of images. Three are enough for any number of tasks: the holder of the lock has
\* one in hand, and one more may sit in each slot.
Images == 1 .. 3

\* What a page holds. <<"data", buf, n>> is page n of a buffer, with zeros behind it if the
\* buffer ends there.
Junk  == <<"junk">>
Zeros == <<"zeros">>
Torn  == <<"torn">>
Data(s, n) == IF BytesLeft(s, n) > 0 THEN <<"data", s.buf, n>> ELSE Zeros

\* A frame that the page allocator may hand out.
FreeFrame == [free |-> TRUE, content |-> Junk, readonly |-> FALSE]

\* The call of a task in user space. `i` and `copied` are the segment and the pages of it
\* that are done; `page` is a source page that is not on the entry list yet; `allocated`
\* and `displaced` are history variables: the image that the call allocated, and what its
\* slot held when it took the lock.
NoCall ==
    [pc |-> "idle", request |-> NULL, result |-> "ok", killed |-> FALSE,
     image |-> NULL, i |-> 1, copied |-> 0, page |-> NULL, extra_pages |-> {},
     allocated |-> NULL, displaced |-> NULL]

\* An image that does not exist. The status is a history variable: that an image was freed
\* is remembered up to the unlock. `start` is where the image is entered; `control_page` is
\* where a crash image looks for the next hole of the region; `page_tables` belongs to the
\* architecture.
NoImage ==
    [status |-> "unused", type |-> NULL, start |-> 0, segment |-> <<>>,
     preserve_context |-> FALSE,
     entries |-> <<>>, control_page |-> NULL, control_code_page |-> NULL,
     swap_page |-> NULL, page_tables |-> {}, vmcoreinfo_data_copy |-> NULL,
     control_pages |-> {}, dest_pages |-> {}, unusable_pages |-> {}]

\* Nothing is loaded, every ordinary frame is free, the region is writable.
Init ==
    /\ kexec_mutex = NULL
    /\ kexec_image = NULL
    /\ kexec_crash_image = NULL
    /\ vmcoreinfo_data_safecopy = NULL
    /\ kexec_load_disabled = FALSE
    /\ call = [t \in Tasks |-> NoCall]
    /\ kimage = [id \in Images |-> NoImage]
    /\ frame = [p \in Pfn |-> [FreeFrame EXCEPT !.free = p \in Ordinary]]

--------------------------------------------------------------------------------------
(* What a call knows *)

\* The request of a task's call, and the three questions that the kernel asks of it.
Asked(t)   == Requests[call[t].request]
OnCrash(t) == "KEXEC_ON_CRASH" \in Asked(t).flags
Unloads(t) == Asked(t).nr_segments = 0
Loads(t)   == ~Unloads(t)

\* What is in the slot that the call is about.
Slot(t) == IF OnCrash(t) THEN kexec_crash_image ELSE kexec_image

\* The segment that a call is loading, and the frame where its next page must be.
CurrentSegment(t) == Asked(t).segment[call[t].i]
CurrentPlace(t)   == PlaceOf(CurrentSegment(t), call[t].copied)

\* The image that a call has in hand.
Image(t) == kimage[call[t].image]

\* The call goes on at another place.
Goto(c, pc) == [c EXCEPT !.pc = pc]

\* The call will return an error. Where it was in the segments is forgotten.
Fail(c, errno, pc) == [c EXCEPT !.pc = pc, !.result = errno, !.i = 1, !.copied = 0]

\* The label out: the region is protected again if there is a crash image to protect.
Out(t, crashImage) == IF OnCrash(t) /\ crashImage # NULL THEN "protecting" ELSE "freeing"

\* A failure behind kimage_alloc_init goes there.
FailOut(t, errno) == Fail(call[t], errno, Out(t, kexec_crash_image))

\* The loop over the segments, at its head: a normal segment begins with its destination,
\* a crash segment with its first page, and an empty crash segment has nothing to do.
NextSegment(c, i) ==
    LET request == Requests[c.request]
        crash == "KEXEC_ON_CRASH" \in request.flags
        segments == DOMAIN request.segment
        rest == {k \in segments : k >= i /\ (crash => PagesOf(request.segment[k]) > 0)}
    IN  IF rest = {}
        THEN [c EXCEPT !.pc = "filled", !.i = Len(request.segment) + 1, !.copied = 0]
        ELSE [c EXCEPT !.pc = IF crash THEN "copying" ELSE "destination",
                       !.i = Min(rest), !.copied = 0]

\* The loop over the pages of a segment, at its head.
NextPage(c, copied) ==
    LET request == Requests[c.request]
    IN  IF copied = PagesOf(request.segment[c.i])
        THEN NextSegment(c, c.i + 1)
        ELSE [c EXCEPT !.copied = copied,
                       !.pc = IF "KEXEC_ON_CRASH" \in request.flags
                              THEN "copying" ELSE "sourcePage"]

--------------------------------------------------------------------------------------
(* The entry list *)

\* An entry of the list is a kind and a frame. IND_DESTINATION sets the place of the next
\* page; IND_SOURCE says which page goes there, and moves the place on; IND_INDIRECTION
\* leads to the next page of the list.
Entry(ind, p) == [ind |-> ind, page |-> p]

\* Whether the next entry needs a new list page: a page has one word for its link, and the
\* link that leads to a page stands before its entries.
ListFull(img) == Len(img.entries) % ListPageWords = 0

\* The place to which entry k of a list, an IND_SOURCE, will be copied.
PlaceOfEntry(entries, k) ==
    LET d == Max({j \in 1 .. k : entries[j].ind = "IND_DESTINATION"})
    IN  entries[d].page + Cardinality({j \in d .. k - 1 : entries[j].ind = "IND_SOURCE"})

\* kimage_dst_used: the entries whose page will be copied to frame p; there is one at most.
EntriesFor(entries, p) ==
    {k \in DOMAIN entries : entries[k].ind = "IND_SOURCE" /\ PlaceOfEntry(entries, k) = p}

\* The pages of a kind that a list leads to.
OnList(entries, ind) ==
    {entries[k].page : k \in {j \in DOMAIN entries : entries[j].ind = ind}}

--------------------------------------------------------------------------------------
(* Page frames *)

\* What alloc_pages may return: no page, or a free one. A killed task gets none. Of the
\* free frames that can be exchanged the lowest stands for all.
AllocPages(t) ==
    LET free == {p \in Ordinary : frame[p].free}
        others == free \cap Interchangeable
    IN  IF call[t].killed
        THEN {NULL}
        ELSE {NULL} \cup (free \ Interchangeable)
                    \cup IF others = {} THEN {} ELSE {Min(others)}

\* The frames after some were taken from the allocator and some given back.
Exchanged(taken, given) ==
    [p \in Pfn |-> IF p \in given THEN FreeFrame
                   ELSE IF p \in taken THEN [frame[p] EXCEPT !.free = FALSE]
                   ELSE frame[p]]

\* The pages that kimage_free gives back: it follows the lists of the image. A page that is
\* on no list is lost.
PagesOnLists(img) ==
    img.dest_pages \cup img.unusable_pages \cup img.control_pages
        \cup OnList(img.entries, "IND_SOURCE") \cup OnList(img.entries, "IND_INDIRECTION")

\* The images after kfree(id), which frees the structure alone.
Kfree(id) ==
    [kimage EXCEPT ![id] = [NoImage EXCEPT !.status =
        IF kimage[id].status = "live" THEN "freed" ELSE "freed twice"]]

\* The images when nobody asks any more which ones were freed.
LiveImages ==
    [id \in Images |-> IF kimage[id].status = "live" THEN kimage[id] ELSE NoImage]

\* kimage_free(id), called by task t: the pages on the image's lists become free, and the
\* pointer to its copy of vmcoreinfo is cleared. What pages without an owner hold is
\* forgotten: those of the region, and a page that the call lost.
KimageFree(t, id) ==
    LET img == kimage[id]
        ownerless == {call[t].page} \cup IF img.type = "crash" THEN CrashRegion ELSE {}
    IN  /\ kimage' = Kfree(id)
        /\ vmcoreinfo_data_safecopy' =
               IF img.vmcoreinfo_data_copy # NULL THEN NULL ELSE vmcoreinfo_data_safecopy
        /\ frame' = [p \in Pfn |->
               IF p \in PagesOnLists(img) THEN FreeFrame
               ELSE IF p \in ownerless THEN [frame[p] EXCEPT !.content = Junk]
               ELSE frame[p]]

--------------------------------------------------------------------------------------
(* The call: before the lock *)

\* A task in user space enters the call with a request, which does not change any more.
kexec_load(t, name) ==
    /\ call[t].pc = "idle"
    /\ call' = [call EXCEPT ![t].pc = "entered", ![t].request = name]
    /\ UNCHANGED <<globals, kimage, frame>>

\* The gates, in the order in which the kernel asks; the first that refuses decides the
\* error. The last one stands in the system call itself. An unload passes the same gates.
kexec_load_check(t) ==
    /\ call[t].pc = "entered"
    /\ LET r == Asked(t)
           error ==
               IF      ~r.capable \/ kexec_load_disabled        THEN "EPERM"
               ELSE IF r.security_kernel_load_data # "ok"       THEN r.security_kernel_load_data
               ELSE IF r.security_locked_down # "ok"            THEN r.security_locked_down
               ELSE IF ~(r.flags \subseteq {"KEXEC_ON_CRASH", "KEXEC_PRESERVE_CONTEXT"})
                                                                THEN "EINVAL"
               ELSE IF r.nr_segments > SegmentMax               THEN "EINVAL"
               ELSE IF r.arch \notin {"KEXEC_ARCH_X86_64", "KEXEC_ARCH_DEFAULT"}
                                                                THEN "EINVAL"
               ELSE "ok"
       IN  call' = [call EXCEPT ![t] = IF error = "ok" THEN Goto(@, "admitted")
                                       ELSE Fail(@, error, "returning")]
    /\ UNCHANGED <<globals, kimage, frame>>

\* mutex_trylock: the call never waits. What the slot holds now is noted for the properties.
kexec_trylock(t) ==
    /\ call[t].pc = "admitted"
    /\ IF kexec_mutex # NULL
       THEN /\ call' = [call EXCEPT ![t] = Fail(@, "EBUSY", "returning")]
            /\ UNCHANGED kexec_mutex
       ELSE /\ call' = [call EXCEPT ![t] =
                   [Goto(@, "choosingSlot") EXCEPT !.displaced = Slot(t)]]
            /\ kexec_mutex' = t
    /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, kimage, frame>>

--------------------------------------------------------------------------------------
(* Under the lock: which slot *)

\* The slot is chosen. If it is that of the crash image, and holds one, the region becomes
\* writable (arch_kexec_unprotect_crashkres).
do_kexec_load(t) ==
    /\ call[t].pc = "choosingSlot"
    /\ call' = [call EXCEPT ![t] = Goto(@, "slotChosen")]
    /\ frame' = IF OnCrash(t) /\ kexec_crash_image # NULL
                THEN [p \in Pfn |-> [frame[p] EXCEPT !.readonly = FALSE]]
                ELSE frame
    /\ UNCHANGED <<globals, kimage>>

\* An unload empties its slot, frees what was there, and goes straight to the unlock. A
\* crash load does the same before anybody looks at the new image: both use one region.
kimage_free_slot(t) ==
    /\ call[t].pc = "slotChosen"
    /\ Loads(t) => OnCrash(t)
    /\ call' = [call EXCEPT ![t] = Goto(@, IF Unloads(t) THEN "unlocking" ELSE "entry")]
    /\ IF OnCrash(t)
       THEN kexec_crash_image' = NULL /\ UNCHANGED kexec_image
       ELSE kexec_image' = NULL /\ UNCHANGED kexec_crash_image
    /\ IF Slot(t) # NULL
       THEN KimageFree(t, Slot(t))
       ELSE UNCHANGED <<kimage, frame, vmcoreinfo_data_safecopy>>
    /\ UNCHANGED <<kexec_mutex, kexec_load_disabled>>

--------------------------------------------------------------------------------------
(* Under the lock: kimage_alloc_init, whose failures go to the unlock past the label out *)

\* A crash image must be entered inside the region. Nobody checks the entry of a normal
\* image, whose old image stays in its slot for now.
kimage_alloc_init(t) ==
    /\ \/ call[t].pc = "slotChosen" /\ Loads(t) /\ ~OnCrash(t)
       \/ call[t].pc = "entry"
    /\ call' = [call EXCEPT ![t] =
           IF OnCrash(t) /\ (Asked(t).entry < CrashStart \/ Asked(t).entry > CrashEnd)
           THEN Fail(@, "EADDRNOTAVAIL", "unlocking")
           ELSE Goto(@, "structure")]
    /\ UNCHANGED <<globals, kimage, frame>>

\* The structure of the image is allocated, or there is no memory for it.
do_kimage_alloc_init(t) ==
    /\ call[t].pc = "structure"
    /\ \/ LET id == Min({j \in Images : kimage[j].status = "unused"})
              new == [NoImage EXCEPT
                         !.status = "live",
                         !.type = IF OnCrash(t) THEN "crash" ELSE "normal",
                         !.start = Asked(t).entry,
                         !.control_page = IF OnCrash(t) THEN Min(CrashRegion) ELSE NULL]
          IN  /\ kimage' = [kimage EXCEPT ![id] = new]
              /\ call' = [call EXCEPT ![t] =
                     [Goto(@, "segmentList") EXCEPT !.image = id, !.allocated = id]]
       \/ /\ call' = [call EXCEPT ![t] = Fail(@, "ENOMEM", "unlocking")]
          /\ UNCHANGED kimage
    /\ UNCHANGED <<globals, frame>>

\* A failure of kimage_alloc_init behind the allocation of the structure frees it again.
FailAllocInit(t, errno) ==
    /\ call' = [call EXCEPT ![t] = [Fail(@, errno, "unlocking") EXCEPT
                                       !.image = NULL, !.extra_pages = {}]]
    /\ kimage' = Kfree(call[t].image)

\* The segment list is copied from user memory, which may be unreadable.
copy_user_segment_list(t) ==
    /\ call[t].pc = "segmentList"
    /\ \/ /\ kimage' = [kimage EXCEPT ![call[t].image].segment = Asked(t).segment]
          /\ call' = [call EXCEPT ![t] = Goto(@, "unchecked")]
       \/ FailAllocInit(t, "EFAULT")
    /\ UNCHANGED <<globals, frame>>

\* The rules for segments; see SegmentListError.
sanity_check_segment_list(t) ==
    /\ call[t].pc = "unchecked"
    /\ LET error == SegmentListError(Image(t).segment, OnCrash(t))
       IN  IF error # "ok"
           THEN FailAllocInit(t, error)
           ELSE /\ call' = [call EXCEPT ![t] =
                       Goto(@, IF OnCrash(t) THEN "crashControlPage" ELSE "controlPage")]
                /\ UNCHANGED kimage
    /\ UNCHANGED <<globals, frame>>

--------------------------------------------------------------------------------------
(* Under the lock: control pages, and what the architecture prepares *)

\* The frames of the region that no segment needs, from control_page on.
Holes(img) == {p \in CrashRegion : p >= img.control_page /\ ~IsDestination(img.segment, p)}

\* Where a call goes that has `tables` page tables: to the next one, or on.
NextTable(t, tables) ==
    IF Cardinality(tables) = TablePages THEN "architecture"
    ELSE IF OnCrash(t) THEN "crashTable" ELSE "table"

\* KEXEC_PRESERVE_CONTEXT is noted when kimage_alloc_init has succeeded.
Preserved(t) == "KEXEC_PRESERVE_CONTEXT" \in Asked(t).flags

\* A crash image takes the first hole of the region for its control code, and the next
\* ones for page tables. The choice is fixed.
kimage_alloc_crash_control_pages(t) ==
    /\ call[t].pc \in {"crashControlPage", "crashTable"}
    /\ LET id == call[t].image
           p == Min(Holes(Image(t)))
           tables == Image(t).page_tables \cup IF call[t].pc = "crashTable" THEN {p} ELSE {}
       IN  IF Holes(Image(t)) = {}
           THEN IF call[t].pc = "crashControlPage"
                THEN FailAllocInit(t, "ENOMEM")
                ELSE /\ call' = [call EXCEPT ![t] = FailOut(t, "ENOMEM")]
                     /\ UNCHANGED kimage
           ELSE /\ call' = [call EXCEPT ![t] = Goto(@, NextTable(t, tables))]
                /\ kimage' = [kimage EXCEPT ![id].control_page = p + 1,
                                            ![id].page_tables = tables,
                                            ![id].preserve_context = Preserved(t),
                                            ![id].control_code_page =
                                                IF @ = NULL THEN p ELSE @]
    /\ UNCHANGED <<globals, frame>>

\* A normal image takes control pages from the allocator: for the control code, then the
\* page to swap through, then page tables. A destination, or a page over the limit, is set
\* aside, so that the allocator does not return it again; what was set aside is given back
\* when the search ends. Before the swap page is found a failure also frees the control
\* code page (out_free_control_pages), and behind it the label out does.
kimage_alloc_normal_control_pages(t) ==
    /\ call[t].pc \in {"controlPage", "swapPage", "table"}
    /\ LET id == call[t].image
           pc == call[t].pc
           aside == call[t].extra_pages
       IN  \E p \in AllocPages(t) :
           IF p = NULL
           THEN IF pc = "table"
                THEN /\ call' = [call EXCEPT ![t] =
                            [FailOut(t, "ENOMEM") EXCEPT !.extra_pages = {}]]
                     /\ frame' = Exchanged({}, aside)
                     /\ UNCHANGED kimage
                ELSE /\ FailAllocInit(t, "ENOMEM")
                     /\ frame' = Exchanged({}, aside \cup Image(t).control_pages)
           ELSE IF p \in OverLimit \/ IsDestination(Image(t).segment, p)
           THEN /\ call' = [call EXCEPT ![t].extra_pages = @ \cup {p}]
                /\ frame' = Exchanged({p}, {})
                /\ UNCHANGED kimage
           ELSE LET tables == Image(t).page_tables \cup IF pc = "table" THEN {p} ELSE {}
                    next == IF pc = "controlPage" THEN "swapPage" ELSE NextTable(t, tables)
                IN  /\ call' = [call EXCEPT ![t] = [Goto(@, next) EXCEPT !.extra_pages = {}]]
                    /\ frame' = Exchanged({p}, aside)
                    /\ kimage' = [kimage EXCEPT
                           ![id].control_pages = @ \cup {p},
                           ![id].control_code_page = IF pc = "controlPage" THEN p ELSE @,
                           ![id].swap_page = IF pc = "swapPage" THEN p ELSE @,
                           ![id].page_tables = tables,
                           ![id].preserve_context = pc # "controlPage" /\ Preserved(t)]
    /\ UNCHANGED globals

\* What else the architecture does. It may lack memory (x86-64), or, for a normal image,
\* find CPUs that cannot be stopped (arm64).
machine_kexec_prepare(t) ==
    /\ call[t].pc = "architecture"
    /\ \/ call' = [call EXCEPT ![t] = Goto(@, "vmcoreinfo")]
       \/ \E errno \in IF OnCrash(t) THEN {"ENOMEM"} ELSE {"ENOMEM", "EBUSY"} :
              call' = [call EXCEPT ![t] = FailOut(t, errno)]
    /\ UNCHANGED <<globals, kimage, frame>>

\* A crash image gets a copy of vmcoreinfo in the next hole of the region, mapped a second
\* time, which may fail. The global pointer leads to the copy before the image is installed.
kimage_crash_copy_vmcoreinfo(t) ==
    /\ call[t].pc = "vmcoreinfo"
    /\ LET id == call[t].image
           p == Min(Holes(Image(t)))
       IN  IF ~OnCrash(t)
           THEN /\ call' = [call EXCEPT ![t] = NextSegment(@, 1)]
                /\ UNCHANGED <<kimage, vmcoreinfo_data_safecopy>>
           ELSE \E mapped \in BOOLEAN :
                IF Holes(Image(t)) # {} /\ mapped
                THEN /\ call' = [call EXCEPT ![t] = NextSegment(@, 1)]
                     /\ kimage' = [kimage EXCEPT ![id].control_page = p + 1,
                                                 ![id].vmcoreinfo_data_copy = p]
                     /\ vmcoreinfo_data_safecopy' = p
                ELSE /\ call' = [call EXCEPT ![t] = FailOut(t, "ENOMEM")]
                     /\ kimage' = IF Holes(Image(t)) = {} THEN kimage
                                  ELSE [kimage EXCEPT ![id].control_page = p + 1]
                     /\ UNCHANGED vmcoreinfo_data_safecopy
    /\ UNCHANGED <<kexec_mutex, slots, kexec_load_disabled, frame>>

--------------------------------------------------------------------------------------
(* Under the lock: the segments *)

\* A normal segment begins with an entry for its destination, if the list has room.
kimage_set_destination(t) ==
    /\ call[t].pc = "destination"
    /\ IF ListFull(Image(t))
       THEN /\ call' = [call EXCEPT ![t] = Goto(@, "listPageForDestination")]
            /\ UNCHANGED kimage
       ELSE /\ call' = [call EXCEPT ![t] = NextPage(@, 0)]
            /\ kimage' = [kimage EXCEPT ![call[t].image].entries =
                   Append(@, Entry("IND_DESTINATION", PlaceOf(CurrentSegment(t), 0)))]
    /\ UNCHANGED <<globals, frame>>

\* Page p, which kimage_alloc_page found, is used: as a source page that waits for its entry,
\* or as a list page, which is linked, and then has room for the entry that wanted it. `img`
\* is the image as the search left it.
HandOut(t, img, p) ==
    LET id == call[t].image
        Linked(entry) == [img EXCEPT !.entries = @ \o <<Entry("IND_INDIRECTION", p), entry>>]
        place == PlaceOf(CurrentSegment(t), 0)
    IN  CASE call[t].pc = "sourcePage" ->
                /\ call' = [call EXCEPT ![t] = [Goto(@, "entryForSource") EXCEPT !.page = p]]
                /\ kimage' = [kimage EXCEPT ![id] = img]
          [] call[t].pc = "listPageForDestination" ->
                /\ call' = [call EXCEPT ![t] = NextPage(@, 0)]
                /\ kimage' = [kimage EXCEPT ![id] = Linked(Entry("IND_DESTINATION", place))]
          [] call[t].pc = "listPageForSource" ->
                /\ call' = [call EXCEPT ![t] = [Goto(@, "copying") EXCEPT !.page = NULL]]
                /\ kimage' = [kimage EXCEPT ![id] = Linked(Entry("IND_SOURCE", call[t].page))]

\* A page for a source or for the list. A source page is in place, or it is nobody's
\* destination; a list page is nobody's destination. Otherwise relocation would overwrite a
\* page before it is copied. So the page that the allocator returns is
\*   - set aside, over the limit;
\*   - used, in place or nobody's destination;
\*   - exchanged, if it is a destination whose data is loaded in another page already: the
\*     data moves into place, and the other page is used;
\*   - parked on dest_pages until its data comes. A parked page is asked for first.
\* While it waits for a list page a source page is on no list. If the list page is refused,
\* nobody finds the source page again: the known bug B8.
kimage_alloc_page(t) ==
    /\ call[t].pc \in {"sourcePage", "listPageForDestination", "listPageForSource"}
    /\ LET id == call[t].image
           img == Image(t)
           source == call[t].pc = "sourcePage"
           place == CurrentPlace(t)
       IN  IF source /\ place \in img.dest_pages
           THEN /\ HandOut(t, [img EXCEPT !.dest_pages = @ \ {place}], place)
                /\ UNCHANGED frame
           ELSE \E p \in AllocPages(t) :
                IF p = NULL
                THEN /\ call' = [call EXCEPT ![t] = FailOut(t, "ENOMEM")]
                     /\ UNCHANGED <<kimage, frame>>
                ELSE IF p \in OverLimit
                THEN /\ kimage' = [kimage EXCEPT ![id].unusable_pages = @ \cup {p}]
                     /\ frame' = Exchanged({p}, {})
                     /\ UNCHANGED call
                ELSE IF (source /\ p = place) \/ ~IsDestination(img.segment, p)
                THEN /\ HandOut(t, img, p)
                     /\ frame' = Exchanged({p}, {})
                ELSE IF EntriesFor(img.entries, p) # {}
                THEN LET k == Min(EntriesFor(img.entries, p))
                         old == img.entries[k].page
                     IN  /\ HandOut(t, [img EXCEPT !.entries[k].page = p], old)
                         /\ frame' = [Exchanged({p}, {}) EXCEPT
                                         ![p].content = frame[old].content]
                ELSE /\ kimage' = [kimage EXCEPT ![id].dest_pages = @ \cup {p}]
                     /\ frame' = Exchanged({p}, {})
                     /\ UNCHANGED call
    /\ UNCHANGED globals

\* The source page goes onto the list, if the list has room.
kimage_add_page(t) ==
    /\ call[t].pc = "entryForSource"
    /\ IF ListFull(Image(t))
       THEN /\ call' = [call EXCEPT ![t] = Goto(@, "listPageForSource")]
            /\ UNCHANGED kimage
       ELSE /\ call' = [call EXCEPT ![t] = [Goto(@, "copying") EXCEPT !.page = NULL]]
            /\ kimage' = [kimage EXCEPT ![call[t].image].entries =
                   Append(@, Entry("IND_SOURCE", call[t].page))]
    /\ UNCHANGED <<globals, frame>>

\* The next page of the buffer is copied: to the source page that was listed last, or straight
\* into the region. What the buffer leaves open of the page is zeros. If the buffer cannot be
\* read, the page is torn. When the buffer is used up, nothing is read.
copy_from_user(t) ==
    /\ call[t].pc = "copying"
    /\ LET s == CurrentSegment(t)
           n == call[t].copied
           entries == Image(t).entries
           to == IF OnCrash(t) THEN CurrentPlace(t) ELSE entries[Len(entries)].page
       IN  \/ /\ frame' = [frame EXCEPT ![to].content = Data(s, n)]
              /\ call' = [call EXCEPT ![t] = NextPage(@, n + 1)]
           \/ /\ BytesLeft(s, n) > 0
              /\ frame' = [frame EXCEPT ![to].content = Torn]
              /\ call' = [call EXCEPT ![t] = FailOut(t, "EFAULT")]
    /\ UNCHANGED <<globals, kimage>>

--------------------------------------------------------------------------------------
(* Under the lock: the end *)

\* The list gets its end mark, in the place of a link if need be.
kimage_terminate(t) ==
    /\ call[t].pc = "filled"
    /\ kimage' = [kimage EXCEPT ![call[t].image].entries = Append(@, Entry("IND_DONE", NULL))]
    /\ call' = [call EXCEPT ![t] = Goto(@, "terminated")]
    /\ UNCHANGED <<globals, frame>>

\* The architecture's last word. On x86-64 it does nothing.
machine_kexec_post_load(t) ==
    /\ call[t].pc = "terminated"
    /\ call' = [call EXCEPT ![t] = Goto(@, "complete")]
    /\ UNCHANGED <<globals, kimage, frame>>

\* The new image is installed. The call has the old one in hand now, or none.
xchg(t) ==
    /\ call[t].pc = "complete"
    /\ IF OnCrash(t)
       THEN kexec_crash_image' = call[t].image /\ UNCHANGED kexec_image
       ELSE kexec_image' = call[t].image /\ UNCHANGED kexec_crash_image
    /\ call' = [call EXCEPT ![t] =
           [Goto(@, Out(t, kexec_crash_image')) EXCEPT !.image = Slot(t)]]
    /\ UNCHANGED <<kexec_mutex, vmcoreinfo_data_safecopy, kexec_load_disabled, kimage, frame>>

\* The region becomes read-only, but for the control code page of the installed crash image:
\* a kernel that crashes still writes there.
arch_kexec_protect_crashkres(t) ==
    /\ call[t].pc = "protecting"
    /\ frame' = [p \in Pfn |-> [frame[p] EXCEPT !.readonly =
           p \in CrashRegion \ {kimage[kexec_crash_image].control_code_page}]]
    /\ call' = [call EXCEPT ![t] = Goto(@, "freeing")]
    /\ UNCHANGED <<globals, kimage>>

\* Behind the label out the image in hand is freed: the old one after success, the new one
\* after a failure. kimage_free(NULL) does nothing.
kimage_free_out(t) ==
    /\ call[t].pc = "freeing"
    /\ IF call[t].image # NULL
       THEN KimageFree(t, call[t].image)
       ELSE UNCHANGED <<kimage, frame, vmcoreinfo_data_safecopy>>
    /\ call' = [call EXCEPT ![t] = [Goto(@, "unlocking") EXCEPT !.image = NULL, !.page = NULL]]
    /\ UNCHANGED <<kexec_mutex, slots, kexec_load_disabled>>

\* Both calls of kimage_free.
kimage_free(t) == kimage_free_slot(t) \/ kimage_free_out(t)

\* The lock is released. What the call held in local variables, and which images it freed, is
\* forgotten: properties have judged it.
kexec_unlock(t) ==
    /\ call[t].pc = "unlocking"
    /\ kexec_mutex' = NULL
    /\ call' = [call EXCEPT ![t] = [NoCall EXCEPT
           !.pc = "returning", !.request = call[t].request,
           !.result = call[t].result, !.killed = call[t].killed]]
    /\ kimage' = LiveImages
    /\ UNCHANGED <<slots, vmcoreinfo_data_safecopy, kexec_load_disabled, frame>>

\* The call returns its result, or its killed task dies here; the next one begins clean.
sys_exit(t) ==
    /\ call[t].pc = "returning"
    /\ call' = [call EXCEPT ![t] = NoCall]
    /\ UNCHANGED <<globals, kimage, frame>>

--------------------------------------------------------------------------------------
(* Around the call *)

\* A fatal signal reaches a task inside the call. From now on it gets no page.
sigkill(t) ==
    /\ Sigkill
    /\ call[t].pc # "idle" /\ ~call[t].killed
    /\ call' = [call EXCEPT ![t].killed = TRUE]
    /\ UNCHANGED <<globals, kimage, frame>>

\* Somebody writes to kexec_load_disabled: 1 sets it for good, anything else is refused.
proc_dointvec_minmax(value) ==
    /\ Sysctl
    /\ kexec_load_disabled' = (kexec_load_disabled \/ value = 1)
    /\ UNCHANGED <<kexec_mutex, slots, vmcoreinfo_data_safecopy, call, kimage, frame>>

\* What a task does inside the call.
Step(t) ==
    \/ kexec_load_check(t)
    \/ kexec_trylock(t)
    \/ do_kexec_load(t)
    \/ kimage_free(t)
    \/ kimage_alloc_init(t)
    \/ do_kimage_alloc_init(t)
    \/ copy_user_segment_list(t)
    \/ sanity_check_segment_list(t)
    \/ kimage_alloc_crash_control_pages(t)
    \/ kimage_alloc_normal_control_pages(t)
    \/ machine_kexec_prepare(t)
    \/ kimage_crash_copy_vmcoreinfo(t)
    \/ kimage_set_destination(t)
    \/ kimage_alloc_page(t)
    \/ kimage_add_page(t)
    \/ copy_from_user(t)
    \/ kimage_terminate(t)
    \/ machine_kexec_post_load(t)
    \/ xchg(t)
    \/ arch_kexec_protect_crashkres(t)
    \/ kexec_unlock(t)
    \/ sys_exit(t)

Next ==
    \/ \E t \in Tasks : \E name \in DOMAIN Requests : kexec_load(t, name)
    \/ \E t \in Tasks : Step(t)
    \/ \E t \in Tasks : sigkill(t)
    \/ \E value \in {0, 1} : proc_dointvec_minmax(value)

Spec == Init /\ [][Next]_vars

\* A task inside the call goes on in the end. Nobody is obliged to enter it, or to kill.
Fairness == \A t \in Tasks : WF_vars(Step(t))

FairSpec == Spec /\ Fairness

--------------------------------------------------------------------------------------
(* Symmetry *)

\* What refers to an image. The number of an image means nothing beyond this.
ReferencesTo(id) ==
    LET Slots == [kexec_image |-> kexec_image, kexec_crash_image |-> kexec_crash_image]
    IN  {<<s>> : s \in {r \in DOMAIN Slots : Slots[r] = id}}
        \cup {<<"image", t>> : t \in {u \in Tasks : call[u].image = id}}
        \cup {<<"allocated", t>> : t \in {u \in Tasks : call[u].allocated = id}}
        \cup {<<"displaced", t>> : t \in {u \in Tasks : call[u].displaced = id}}

\* What frame p is used for: the fields that lead to it. `image` says what an image is
\* called, by its number.
RolesOf(p, image) ==
    LET Fields(img) ==
            {f \in {"control_code_page", "swap_page", "vmcoreinfo_data_copy"} : img[f] = p}
            \cup {f \in {"page_tables", "dest_pages", "unusable_pages"} : p \in img[f]}
        Entries(img) ==
            {k \in DOMAIN img.entries : /\ img.entries[k].ind # "IND_DESTINATION"
                                        /\ img.entries[k].page = p}
    IN  UNION {{<<f, image[id]>> : f \in Fields(kimage[id])} : id \in Images}
        \cup UNION {{<<"entries", image[id], k>> : k \in Entries(kimage[id])} : id \in Images}
        \cup {<<"page", t>> : t \in {u \in Tasks : call[u].page = p}}
        \cup {<<"extra_pages", t>> : t \in {u \in Tasks : p \in call[u].extra_pages}}

\* ... where an image is called by its number.
Roles(p) == RolesOf(p, [id \in Images |-> id])

\* A state up to the numbers of images and of interchangeable frames. An image is called by
\* what refers to it; of the interchangeable frames only the bag of their roles and contents
\* is kept. Two states have one view if and only if renaming turns one into the other.
View ==
    LET image == [id \in Images |-> ReferencesTo(id)]
        Name(p) == IF p \in Interchangeable THEN -1 ELSE p
        Names(S) == {Name(p) : p \in S}
        Named(img) == [img EXCEPT
            !.control_code_page = Name(@), !.swap_page = Name(@),
            !.control_pages = Names(@), !.page_tables = Names(@),
            !.entries = [k \in DOMAIN @ |-> Entry(@[k].ind, Name(@[k].page))]]
        calls == [t \in Tasks |-> [call[t] EXCEPT
            !.image = NULL, !.allocated = NULL, !.displaced = NULL, !.page = Name(@)]]
        images == [id \in {j \in Images : kimage[j].status # "unused"} |->
                       <<image[id], Named(kimage[id])>>]
        roles == [p \in Interchangeable |-> <<RolesOf(p, image), frame[p]>>]
        Bag(f) == [e \in {f[x] : x \in DOMAIN f} |->
                      Cardinality({x \in DOMAIN f : f[x] = e})]
    IN  <<kexec_mutex, vmcoreinfo_data_safecopy, kexec_load_disabled, calls, Bag(images),
          [p \in Pfn \ Interchangeable |-> frame[p]], Bag(roles)>>

--------------------------------------------------------------------------------------
(* Properties of every state. A property has the name that it has in spec/properties.md; *)
(* TypeOK and FramesAreNotShared are this module's own. *)

\* The places of a call that it reaches with the lock only.
LockedPlaces ==
    {"choosingSlot", "slotChosen", "entry", "structure", "segmentList", "unchecked",
     "crashControlPage", "controlPage", "swapPage", "table", "crashTable", "architecture",
     "vmcoreinfo", "destination", "listPageForDestination", "sourcePage", "entryForSource",
     "listPageForSource", "copying", "filled", "terminated", "complete", "protecting",
     "freeing", "unlocking"}

\* Every variable has a value of its kind.
TypeOK ==
    LET OrNull(S) == S \cup {NULL}
        Segments == UNION {{r.segment[k] : k \in DOMAIN r.segment} :
                               r \in {Requests[name] : name \in DOMAIN Requests}}
        Results == {"ok", "EPERM", "EACCES", "EINVAL", "EBUSY", "EADDRNOTAVAIL", "ENOMEM",
                    "EFAULT"}
        Kinds == {"IND_DESTINATION", "IND_INDIRECTION", "IND_SOURCE", "IND_DONE"}
        Contents == {Junk, Zeros, Torn} \cup ({"data"} \X {s.buf : s \in Segments} \X Nat)
    IN  /\ kexec_mutex \in OrNull(Tasks)
        /\ kexec_image \in OrNull(Images)
        /\ kexec_crash_image \in OrNull(Images)
        /\ vmcoreinfo_data_safecopy \in OrNull(CrashRegion)
        /\ kexec_load_disabled \in BOOLEAN
        /\ call \in [Tasks ->
               [pc : {"idle", "entered", "admitted", "returning"} \cup LockedPlaces,
                request : OrNull(DOMAIN Requests), result : Results, killed : BOOLEAN,
                image : OrNull(Images), i : Nat \ {0}, copied : Nat, page : OrNull(Ordinary),
                extra_pages : SUBSET Ordinary,
                allocated : OrNull(Images), displaced : OrNull(Images)]]
        /\ kimage \in [Images ->
               [status : {"unused", "live", "freed", "freed twice"},
                type : OrNull({"normal", "crash"}), start : Int, segment : Seq(Segments),
                preserve_context : BOOLEAN, entries : Seq([ind : Kinds, page : OrNull(Nat)]),
                control_page : OrNull(Nat), control_code_page : OrNull(Pfn),
                swap_page : OrNull(Ordinary), page_tables : SUBSET Pfn,
                vmcoreinfo_data_copy : OrNull(CrashRegion), control_pages : SUBSET Ordinary,
                dest_pages : SUBSET Ordinary, unusable_pages : SUBSET Ordinary]]
        /\ frame \in [Pfn -> [free : BOOLEAN, content : Contents, readonly : BOOLEAN]]

\* The images in the two slots, and whether an image exists.
Installed == {kexec_image, kexec_crash_image} \ {NULL}
IsLive(id) == kimage[id].status = "live"

\* A call at its unlock: what it did is judged here. Behind the unlock another task may take
\* the lock before the caller sees its result.
AtUnlock(t) == call[t].pc = "unlocking"

\* At most one task is between trylock and unlock, and it holds the lock.
MutualExclusion ==
    \A t \in Tasks : call[t].pc \in LockedPlaces <=> kexec_mutex = t

\* A task that returns from the call does not hold the lock.
NoLockAtReturn ==
    \A t \in Tasks : call[t].pc = "returning" => kexec_mutex # t

\* Every image that a call allocates is, at the call's unlock, either installed or freed
\* exactly once.
AllocatedImageInstalledOrFreedOnce ==
    \A t \in Tasks : AtUnlock(t) /\ call[t].allocated # NULL =>
        kimage[call[t].allocated].status =
            IF Slot(t) = call[t].allocated THEN "live" ELSE "freed"

\* Every image that a call displaces is freed exactly once before its unlock.
DisplacedImageFreedOnce ==
    \A t \in Tasks : AtUnlock(t) /\ call[t].displaced \notin {NULL, Slot(t)} =>
        kimage[call[t].displaced].status = "freed"

\* Neither a slot, nor the image in a call's hand, nor the vmcoreinfo pointer refers to a
\* freed image.
NothingRefersToAFreedImage ==
    /\ \A id \in Installed \cup ({call[t].image : t \in Tasks} \ {NULL}) : IsLive(id)
    /\ vmcoreinfo_data_safecopy # NULL =>
           \E id \in Images : /\ IsLive(id)
                              /\ kimage[id].vmcoreinfo_data_copy = vmcoreinfo_data_safecopy

\* A normal load that fails leaves its slot as it was when it took the lock.
FailedNormalLoadKeepsTheSlot ==
    \A t \in Tasks : AtUnlock(t) /\ ~OnCrash(t) /\ call[t].result # "ok" =>
        Slot(t) = call[t].displaced

\* A crash load that fails after the trylock leaves the crash slot empty at its unlock.
FailedCrashLoadEmptiesTheSlot ==
    \A t \in Tasks : AtUnlock(t) /\ OnCrash(t) /\ call[t].result # "ok" => Slot(t) = NULL

\* An installed crash image has its vmcoreinfo, and the global pointer leads to it.
CrashImageHasVmcoreinfo ==
    kexec_crash_image # NULL =>
        /\ vmcoreinfo_data_safecopy # NULL
        /\ vmcoreinfo_data_safecopy = kimage[kexec_crash_image].vmcoreinfo_data_copy

\* An installed image preserves the context if and only if its caller asked for it. It is
\* judged when the image is complete; the image does not change behind that.
ContextPreservedOnlyWhenAsked ==
    \A t \in Tasks : call[t].pc = "complete" => Image(t).preserve_context = Preserved(t)

\* A page of the region is read-only if and only if a crash image is installed, and the page
\* is not its control code page.
RegionIsRightlyProtected ==
    \A p \in CrashRegion : frame[p].readonly <=>
        kexec_crash_image # NULL /\ p # kimage[kexec_crash_image].control_code_page

\* While the lock is free, a page of the crash region is read-only if and only if a crash
\* image is installed; the control code page stays writable.
RegionProtectedIffCrashImage == kexec_mutex = NULL => RegionIsRightlyProtected

\* No control, swap, table, list or vmcoreinfo page of an image is a destination of it.
ControlPagesAreNoDestinations ==
    \A id \in Images :
        LET img == kimage[id]
            kept == {img.control_code_page, img.swap_page, img.vmcoreinfo_data_copy}
        IN  \A p \in (kept \ {NULL}) \cup img.page_tables \cup img.control_pages
                         \cup OnList(img.entries, "IND_INDIRECTION") :
                ~IsDestination(img.segment, p)

\* A source page of an image is in place, or is no destination of that image.
SourcePagesInPlaceOrNobodys ==
    \A id \in Images :
        LET entries == kimage[id].entries
        IN  \A k \in DOMAIN entries : entries[k].ind = "IND_SOURCE" =>
                \/ entries[k].page = PlaceOfEntry(entries, k)
                \/ ~IsDestination(kimage[id].segment, entries[k].page)

\* A frame over the limit is set aside, and never used.
NoPageOverTheLimitIsUsed ==
    \A p \in OverLimit : \A role \in Roles(p) :
        role[1] \in {"extra_pages", "unusable_pages"}

\* Every frame has one role at most, and a free one has none: no two lists share a page, and
\* no list leads to a page that was given back. In src/memory a frame has one role because
\* there is room for one only.
FramesAreNotShared ==
    \A p \in Pfn :
        /\ Cardinality(Roles(p)) <= 1
        /\ frame[p].free => Roles(p) = {}

\* Whether an image is right for its slot, its list has an end, and every destination will hold
\* what the caller's buffer held when it was copied, then zeros: a crash image is in place, the
\* list of another one is walked. `others` are contents that are right, too.
IsComplete(id, others) ==
    LET img == kimage[id]
        entries == img.entries
        Found(p) == IF img.type = "crash" THEN {frame[p].content}
                    ELSE {frame[entries[k].page].content : k \in EntriesFor(entries, p)}
    IN  /\ img.type = IF id = kexec_crash_image THEN "crash" ELSE "normal"
        /\ entries[Len(entries)].ind = "IND_DONE"
        /\ \A k \in DOMAIN img.segment :
               LET s == img.segment[k]
               IN  \A n \in 0 .. PagesOf(s) - 1 :
                       \E content \in {Data(s, n)} \cup others : Found(PlaceOf(s, n)) = {content}

\* An installed image is complete.
InstalledImageHoldsTheCallersData == \A id \in Installed : IsComplete(id, {})

\* While the lock is free, every owned frame belongs to an installed image. This is broken by
\* B8, which needs an image with a second list page: not with RaceRequests.
LockFreeFramesAreInstalled ==
    kexec_mutex = NULL =>
        \A p \in Ordinary :
            frame[p].free \/ \E id \in Installed : p \in PagesOnLists(kimage[id])

\* A call that took the lock returns 0 if and only if its own image is in the slot, or, for an
\* unload, the slot is empty; else it returns a negative error.
ZeroIffTheSlotWasExchanged ==
    \A t \in Tasks : AtUnlock(t) =>
        (call[t].result = "ok" <=> IF Unloads(t) THEN Slot(t) = NULL
                                   ELSE Slot(t) # NULL /\ Slot(t) = call[t].allocated)

--------------------------------------------------------------------------------------
(* Properties of every step *)

\* No step of a call for one slot changes the other slot.
NoCallTouchesTheOtherSlot ==
    [][\A t \in Tasks : call'[t] # call[t] /\ call[t].pc # "idle" =>
           IF OnCrash(t) THEN UNCHANGED kexec_image ELSE UNCHANGED kexec_crash_image]_vars

\* The trylock step ends the call with EBUSY if and only if the lock is held then.
TrylockIsBusyIffTheLockIsHeld ==
    [][\A t \in Tasks : call[t].pc = "admitted" /\ call'[t].pc # "admitted" =>
           /\ call'[t].result = "EBUSY" <=> kexec_mutex # NULL
           /\ kexec_mutex' = t <=> kexec_mutex = NULL]_vars

\* Once kexec_load_disabled is 1, it stays 1.
LoadDisabledNeverGoesBack == [][kexec_load_disabled => kexec_load_disabled']_vars

\* Whether a step gives a page of the region another content, or takes it for an image.
WrittenOrTaken(p) ==
    \/ frame'[p].content \notin {Junk, frame[p].content}
    \/ Roles(p) = {} /\ (Roles(p))' # {}

\* A page of the crash region is written or taken only under the lock, while it is writable,
\* by a crash load. Other owners than crash loads are part of Kexec.
RegionWrittenOnlyByItsOwners ==
    [][\A p \in CrashRegion : WrittenOrTaken(p) =>
           /\ ~frame[p].readonly
           /\ \E t \in Tasks : kexec_mutex = t /\ OnCrash(t) /\ call'[t] # call[t]]_vars

\* A frame that is not free, and that no list of an image and no variable of a call leads to.
Lost(p) == ~frame[p].free /\ Roles(p) = {}

\* A frame is lost only by a call that ends with ENOMEM, and only a source page that was
\* waiting for its entry.
OnlyAnUnlistedSourcePageIsLost ==
    [][\A p \in Ordinary : Lost(p)' /\ ~Lost(p) =>
           \E t \in Tasks : call[t].page = p /\ call[t].result = "ENOMEM"]_vars

\* The search for a control page sets a page aside if and only if the page is a destination of
\* the image, or lies over the limit.
OnlyDestinationsAreSetAside ==
    [][\A t \in Tasks : call[t].pc \in {"controlPage", "swapPage", "table"} =>
           \A p \in Ordinary : frame[p].free /\ ~frame'[p].free =>
               (p \in call'[t].extra_pages
                    <=> p \in OverLimit \/ IsDestination(Image(t).segment, p))]_vars

\* When the search for a control page ends, with a page or without, no page stays set aside.
SetAsidePagesAreGivenBack ==
    [][\A t \in Tasks : call'[t].pc # call[t].pc => call'[t].extra_pages = {}]_vars

\* Once a call's error is decided, no later step of the call changes it.
ResultIsFinal ==
    [][\A t \in Tasks : call[t].result # "ok" /\ call'[t].pc # "idle" =>
           call'[t].result = call[t].result]_vars

--------------------------------------------------------------------------------------
(* Properties of every run. They need FairSpec: a task that stops for ever breaks both. *)

\* Every call returns in the end: nobody waits for the lock, and every loop ends.
EveryCallReturns == \A t \in Tasks : call[t].pc # "idle" ~> call[t].pc = "idle"

\* A lock that is held is released in the end.
LockIsReleased == kexec_mutex # NULL ~> kexec_mutex = NULL

--------------------------------------------------------------------------------------
(* Witnesses: each must be true in some reachable state. TLC finds the state as a *)
(* counterexample of the negation. *)

\* At some moment a normal and a crash image are installed at once.
BothImagesAreLoaded == Cardinality(Installed) = 2

\* At some moment a source page of an image is its own destination.
ASourcePageIsInPlace ==
    \E id \in Images :
        LET entries == kimage[id].entries
        IN  \E k \in DOMAIN entries :
                /\ entries[k].ind = "IND_SOURCE"
                /\ entries[k].page = PlaceOfEntry(entries, k)

\* At some moment a killed task is about to install its complete crash image. This needs
\* Sigkill.
AKilledCrashLoadInstalls ==
    \E t \in Tasks : call[t].pc = "complete" /\ call[t].killed /\ OnCrash(t)

--------------------------------------------------------------------------------------
(* Weaknesses: wishes that the kernel does not grant. TLC must find a counterexample. *)

\* A crash load that fails after the trylock keeps the old crash image. False: the old image
\* is freed before the new one is looked at.
CrashLoadThatFailsKeepsTheOldImage ==
    \A t \in Tasks :
        /\ AtUnlock(t) /\ OnCrash(t) /\ Loads(t)
        /\ call[t].displaced # NULL /\ call[t].result # "ok"
        => Slot(t) = call[t].displaced

\* Once a crash image is loaded and while nobody unloads it, there is a crash image at every
\* moment. False: a reload empties the slot first.
CrashImageAtEveryMoment ==
    [][kexec_crash_image # NULL /\ kexec_crash_image' = NULL =>
           \E t \in Tasks : kexec_mutex = t /\ Unloads(t)]_vars

\* Once a crash image was loaded, the region is protected whenever a call returns. False:
\* there is nothing to protect behind an unload, or a load that fails.
RegionProtectedAfterEveryCall ==
    \A t \in Tasks : AtUnlock(t) /\ OnCrash(t) /\ call[t].displaced # NULL =>
        Slot(t) # NULL /\ RegionIsRightlyProtected

\* A task that calls again and again gets the lock in the end. False even with fairness: the
\* trylock does not wait, so the lock may be held whenever it comes.
ACallerThatAsksAgainGetsTheLock ==
    \A t \in Tasks : []<>(call[t].pc = "admitted") => []<>(kexec_mutex = t)
=============================================================================
