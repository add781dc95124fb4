import { type AnyStateMachine, createMachine } from "xstate";

/** A branch that sets an errno, written `fail("returning", "notCapable", "EPERM")`. */
function fail(target: string, guard: string, errno: string) {
  return { guard, target: `#call.${target}`, actions: [{ type: "setResult", params: { errno } }] };
}

/** A state whose work is done by one event with an errno for every way to fail. */
function step(event: string, next: string, failures: readonly ReturnType<typeof fail>[]) {
  return { [event]: [...failures, { target: next }] };
}

const OUT = "locked.out";
const UNLOCKING = "locked.unlocking";

const kimageAllocInit = {
  description: "A struct kimage is built from the arguments.",
  initial: "entry",
  states: {
    entry: {
      description: "The entry point of a crash kernel has to lie in its reserved memory.",
      on: step("kimage_is_entry_ok", "structure", [
        fail(UNLOCKING, "entryOutsideCrashkernel", "EADDRNOTAVAIL"),
      ]),
    },
    structure: {
      description: "No struct kimage exists yet.",
      on: step("do_kimage_alloc_init", "segmentList", [fail(UNLOCKING, "outOfMemory", "ENOMEM")]),
    },
    segmentList: {
      description: "The image holds the entry, but no segment.",
      on: step("copy_user_segment_list", "unchecked", [fail(UNLOCKING, "pointerFaults", "EFAULT")]),
    },
    unchecked: {
      description: "The segments are in the kernel and nobody has looked at them.",
      on: step("sanity_check_segment_list", "controlPage", [
        fail(UNLOCKING, "addressWraps", "EADDRNOTAVAIL"),
        fail(UNLOCKING, "notPageAligned", "EADDRNOTAVAIL"),
        fail(UNLOCKING, "beyondDestinationLimit", "EADDRNOTAVAIL"),
        fail(UNLOCKING, "segmentsOverlap", "EINVAL"),
        fail(UNLOCKING, "bufferLargerThanMemory", "EINVAL"),
        fail(UNLOCKING, "segmentLargerThanHalfOfMemory", "EINVAL"),
        fail(UNLOCKING, "totalLargerThanHalfOfMemory", "EINVAL"),
        fail(UNLOCKING, "outsideCrashkernel", "EADDRNOTAVAIL"),
      ]),
    },
    controlPage: {
      description: "The control code needs a page outside every destination.",
      always: { guard: "onCrash", target: "crashControlPage" },
      on: {
        kimage_alloc_pages: [
          fail(UNLOCKING, "outOfMemory", "ENOMEM"),
          { guard: "frameIsDestination", actions: "setAside" },
          { target: "swapPage" },
        ],
      },
    },
    crashControlPage: {
      description: "A hole between the crash segments becomes the control page.",
      on: step("kimage_alloc_crash_control_pages", "#call.locked.doKexecLoad.machineKexecPrepare", [
        fail(UNLOCKING, "noHole", "ENOMEM"),
      ]),
    },
    swapPage: {
      description: "A page through which pages are swapped.",
      on: {
        kimage_alloc_pages: [
          fail(UNLOCKING, "outOfMemory", "ENOMEM"),
          { guard: "frameIsDestination", actions: "setAside" },
          { target: "#call.locked.doKexecLoad.machineKexecPrepare" },
        ],
      },
    },
  },
};

const machineKexecPrepare = {
  description: "The architecture prepares what it needs for the jump.",
  initial: "tables",
  states: {
    tables: {
      always: [
        { guard: "onCrash", target: "crashTable" },
        { guard: "tableMissing", target: "table" },
        { target: "architecture" },
      ],
    },
    table: {
      description: "One page of the identity mapping is missing.",
      on: {
        kimage_alloc_pages: [
          fail(OUT, "outOfMemory", "ENOMEM"),
          { guard: "frameIsDestination", actions: "setAside" },
          { target: "tables" },
        ],
      },
    },
    crashTable: {
      description: "The table of a crash kernel lies in the reserved memory.",
      on: {
        kimage_alloc_crash_control_pages: [
          fail(OUT, "noHole", "ENOMEM"),
          { guard: "tableMissing", actions: "addTable" },
          { target: "architecture" },
        ],
      },
    },
    architecture: {
      description: "The tables are built.",
      on: {
        machine_kexec_prepare: [
          { guard: "refused", target: "#call.locked.out", actions: "failAsArchitecture" },
          { target: "#call.locked.doKexecLoad.vmcoreinfo" },
        ],
      },
    },
  },
};

const normalSegment = {
  description: "Each page of a segment is copied to a frame of its own.",
  initial: "destination",
  states: {
    destination: {
      description: "The destination of the segment enters the list.",
      on: step("kimage_set_destination", "pages", [fail(OUT, "listFull", "ENOMEM")]),
    },
    pages: {
      always: [
        { guard: "segmentDone", target: "#call.locked.doKexecLoad.segments" },
        { target: "sourcePage" },
      ],
    },
    sourcePage: {
      description: "The next page needs a frame.",
      on: {
        kimage_alloc_page: [
          fail(OUT, "outOfMemory", "ENOMEM"),
          { guard: "frameBeyondSourceLimit", actions: "setAside" },
          { guard: "frameIsLaterDestination", actions: "setAside" },
          { guard: "frameIsEarlierDestination", target: "gotPage", actions: "swapFrames" },
          { guard: "frameIsItsOwnDestination", target: "gotPage" },
          { target: "gotPage" },
        ],
      },
    },
    gotPage: {
      description: "A frame is there, and the list does not name it.",
      always: { guard: "listPageFull", target: "listPageForSource" },
      on: step("kimage_add_page", "copying", [fail(OUT, "listBroken", "ENOMEM")]),
    },
    listPageForSource: {
      description: "The list needs one more indirection page.",
      on: {
        kimage_alloc_page: [
          fail(OUT, "outOfMemory", "ENOMEM"),
          { guard: "frameIsDestination", actions: "setAside" },
          { target: "copying" },
        ],
      },
    },
    copying: {
      description: "The frame is in the list; the caller's bytes are not in it yet.",
      on: {
        copy_from_user: [
          fail(OUT, "pointerFaults", "EFAULT"),
          fail(OUT, "killed", "EINTR"),
          { target: "pages" },
        ],
      },
    },
  },
};

const crashSegment = {
  description: "The bytes go straight into the reserved memory.",
  initial: "pages",
  states: {
    pages: {
      always: [
        { guard: "segmentDone", target: "#call.locked.doKexecLoad.segments" },
        { target: "copying" },
      ],
    },
    copying: {
      description: "One page is mapped and being filled.",
      on: step("copy_from_user", "pages", [
        fail(OUT, "pageMissing", "ENOMEM"),
        fail(OUT, "pointerFaults", "EFAULT"),
      ]),
    },
  },
};

const doKexecLoad = {
  description: "The image is built, filled and installed.",
  initial: "choosingSlot",
  states: {
    choosingSlot: {
      description: "kexec_image or kexec_crash_image.",
      on: {
        choose_dest_image: [
          { guard: "wantsCrashAndLoaded", target: "slotChosen", actions: "unprotect" },
          { target: "slotChosen" },
        ],
      },
    },
    slotChosen: {
      description: "dest_image points at the slot that will change.",
      on: {
        kimage_free: [
          {
            guard: "noSegments",
            target: "#call.locked.unlocking",
            actions: { type: "setResult", params: { errno: "0" } },
          },
          { guard: "onCrash", target: "kimageAllocInit", actions: "emptySlot" },
          { target: "kimageAllocInit" },
        ],
      },
    },
    kimageAllocInit,
    machineKexecPrepare,
    vmcoreinfo: {
      description: "A crash image wants a copy of the vmcoreinfo note.",
      on: step("kimage_crash_copy_vmcoreinfo", "segments", [
        fail(OUT, "outOfMemory", "ENOMEM"),
        fail(OUT, "cannotMap", "ENOMEM"),
      ]),
    },
    segments: {
      always: [
        { guard: "allLoaded", target: "filled" },
        { guard: "onCrash", target: "crashSegment" },
        { target: "normalSegment" },
      ],
    },
    normalSegment,
    crashSegment,
    filled: {
      description: "Every segment is loaded.",
      on: { kimage_terminate: "terminated" },
    },
    terminated: {
      description: "The list ends with IND_DONE.",
      on: step("machine_kexec_post_load", "ready", [fail(OUT, "refused", "ENOMEM")]),
    },
    ready: {
      description: "Nothing can fail any more.",
      on: {
        xchg: {
          target: "#call.locked.out",
          actions: { type: "setResult", params: { errno: "0" } },
        },
      },
    },
  },
};

const locked = {
  description: "This call holds kexec_lock.",
  initial: "doKexecLoad",
  states: {
    doKexecLoad,
    out: { always: [{ guard: "onCrashAndLoaded", target: "protecting" }, { target: "freeing" }] },
    protecting: {
      description: "The crash kernel's memory is writable.",
      on: { arch_kexec_protect_crashkres: "freeing" },
    },
    freeing: {
      description: "The image that lost is still allocated.",
      on: { kimage_free: "unlocking" },
    },
    unlocking: {
      description: "Nothing is left but to open the lock.",
      on: { kexec_unlock: "#call.returning" },
    },
  },
};

/** A chart like that of kexec_load: five levels, thirty atomic states, about a hundred branches. */
export const sampleMachine: AnyStateMachine = createMachine({
  id: "kexec_load",
  description: "One call of kexec_load(2), from the system call's entry to its return.",
  initial: "idle",
  states: {
    idle: { description: "No call is running.", on: { sys_kexec_load: "call" } },
    call: {
      id: "call",
      description: "A task is inside kexec_load(2).",
      initial: "entered",
      states: {
        entered: {
          description: "Nothing has been checked.",
          meta: { source: "kernel/kexec.c:kexec_load_check" },
          on: step("kexec_load_check", "admitted", [
            fail("returning", "notCapable", "EPERM"),
            fail("returning", "loadDisabled", "EPERM"),
            { guard: "lsmRefuses", target: "#call.returning", actions: ["failAsLsm"] as never },
            {
              guard: "lockedDown",
              target: "#call.returning",
              actions: ["failAsLockdown"] as never,
            },
            fail("returning", "unknownFlags", "EINVAL"),
            fail("returning", "tooManySegments", "EINVAL"),
            fail("returning", "otherArchitecture", "EINVAL"),
          ]),
        },
        admitted: {
          description: "The request is allowed; the lock is not taken.",
          on: step("kexec_trylock", "locked", [fail("returning", "lockTaken", "EBUSY")]),
        },
        locked,
        returning: {
          description: "The result is decided.",
          on: { return_to_user: "#kexec_load.idle" },
        },
      },
    },
  },
});

/** The states that early exits of the sample go to. */
export const sampleExits: readonly string[] = [
  "call.returning",
  "call.locked.unlocking",
  "call.locked.out",
];
