import { KEXEC_PRESERVE_CONTEXT } from "../src/kernel/kexec.ts";
import { hasFlag, statusOf } from "../src/memory/kimage.ts";
import {
  ALLOCATED,
  DISPLACED,
  get,
  IMAGE,
  imageFlags,
  imagePlan,
  imageStatus,
  imagesMax,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  RESULT,
  VMCOREINFO_SAFECOPY,
} from "../src/memory/layout.ts";
import { isOnCrash, isUnload } from "../src/memory/request.ts";
import { installedImages, isLive, slotImage, type Theme, taskByte, taskStep } from "./state.ts";

/** What becomes of the images that a call allocates and displaces. */
export const images: Theme = (layout) => [
  {
    kind: "alwaysStep",
    name: "allocated-image-installed-or-freed-once",
    statement:
      "Every image that a call allocates is, at the call's unlock, either installed or freed " +
      "exactly once.",
    source: "kernel/kexec.c:do_kexec_load",
    refutedBy: "skip-free-at-out",
    notClaimed: "that its page frames are free then; see lock-free-frames-are-installed",
    when: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      return unlock !== null && taskByte(layout, unlock.before, unlock.task, ALLOCATED) !== 0;
    },
    holds: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock) return true;
      const image = taskByte(layout, unlock.before, unlock.task, ALLOCATED);
      const installed = slotImage(layout, unlock, unlock.before) === image;
      const status = statusOf(layout, unlock.before, image);
      return status === (installed ? imageStatus.LIVE : imageStatus.FREED);
    },
  },
  {
    kind: "alwaysStep",
    name: "displaced-image-freed-once",
    statement: "Every image that a call displaces is freed exactly once before its unlock.",
    source: "kernel/kexec.c:do_kexec_load",
    refutedBy: "old-image-not-freed",
    when: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock) return false;
      const displaced = taskByte(layout, unlock.before, unlock.task, DISPLACED);
      return displaced !== 0 && slotImage(layout, unlock, unlock.before) !== displaced;
    },
    holds: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock) return true;
      const displaced = taskByte(layout, unlock.before, unlock.task, DISPLACED);
      return statusOf(layout, unlock.before, displaced) === imageStatus.FREED;
    },
  },
  {
    kind: "always",
    name: "nothing-refers-to-a-freed-image",
    statement:
      "Neither a slot, nor a local variable that is still used, nor the vmcoreinfo pointer " +
      "refers to a freed image.",
    source: "kernel/kexec_core.c:kimage_free",
    refutedBy: "safecopy-not-cleared",
    when: ({ context: { mem } }) =>
      Array.from({ length: imagesMax }, (_, i) => statusOf(layout, mem, i + 1)).some(
        (status) => status >= imageStatus.FREED,
      ),
    holds: ({ context: { mem } }) => {
      const tasks = Array.from({ length: layout.bounds.tasks }, (_, task) => task);
      const references = [
        ...installedImages(mem),
        get(mem, VMCOREINFO_SAFECOPY),
        ...tasks.map((task) => taskByte(layout, mem, task, IMAGE)),
      ];
      return references.every((image) => image === 0 || isLive(layout, mem, image));
    },
  },
  {
    kind: "alwaysStep",
    name: "failed-normal-load-keeps-the-slot",
    statement: "A normal load that fails leaves its slot as it was when it took the lock.",
    source: "kernel/kexec.c:do_kexec_load",
    refutedBy: "normal-load-drops-old-image-first",
    when: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock || isOnCrash(unlock.plan.request)) return false;
      return taskByte(layout, unlock.before, unlock.task, RESULT) !== 0;
    },
    holds: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock) return true;
      const before = taskByte(layout, unlock.before, unlock.task, DISPLACED);
      return slotImage(layout, unlock, unlock.before) === before;
    },
  },
  {
    kind: "alwaysStep",
    name: "failed-crash-load-empties-the-slot",
    statement:
      "A crash load that fails after the trylock leaves the crash slot empty at its unlock.",
    source: "kernel/kexec.c:do_kexec_load",
    refutedBy: "crash-load-keeps-old-image",
    notClaimed: "that it is empty at the call's return: another caller may have loaded by then",
    when: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock || !isOnCrash(unlock.plan.request)) return false;
      return taskByte(layout, unlock.before, unlock.task, RESULT) !== 0;
    },
    holds: ({ before }) => get(before.context.mem, KEXEC_CRASH_IMAGE) === 0,
  },
  {
    kind: "alwaysStep",
    name: "no-call-touches-the-other-slot",
    statement: "No step of a call for one slot changes the other slot.",
    source: "kernel/kexec.c:do_kexec_load",
    refutedBy: "exchange-into-normal-slot",
    when: (step) => taskStep(layout, step) !== null,
    holds: (step) => {
      const own = taskStep(layout, step);
      if (!own) return true;
      const other = isOnCrash(own.plan.request) ? KEXEC_IMAGE : KEXEC_CRASH_IMAGE;
      return get(own.before, other) === get(own.after, other);
    },
  },
  {
    kind: "always",
    name: "crash-image-has-vmcoreinfo",
    statement: "An installed crash image has its vmcoreinfo, and the global pointer leads to it.",
    source: "kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo",
    refutedBy: "vmcoreinfo-not-published",
    when: ({ context: { mem } }) => get(mem, KEXEC_CRASH_IMAGE) !== 0,
    holds: ({ context: { mem } }) => {
      const crash = get(mem, KEXEC_CRASH_IMAGE);
      return (
        get(mem, VMCOREINFO_SAFECOPY) === crash &&
        hasFlag(layout, mem, crash, imageFlags.VMCOREINFO)
      );
    },
  },
  {
    kind: "always",
    name: "context-preserved-only-when-asked",
    statement: "An installed image preserves the context if and only if its caller asked for it.",
    source: "kernel/kexec.c:do_kexec_load",
    refutedBy: "preserve-context-always",
    when: ({ context: { mem } }) => installedImages(mem).length > 0,
    holds: ({ context: { mem } }) =>
      installedImages(mem).every((image) => {
        if (!isLive(layout, mem, image)) return false;
        const { flags } = imagePlan(layout, mem, image).request;
        const asked = (flags & KEXEC_PRESERVE_CONTEXT) !== 0;
        return hasFlag(layout, mem, image, imageFlags.PRESERVE_CONTEXT) === asked;
      }),
  },
  {
    kind: "sometimes",
    name: "both-images-are-loaded",
    statement: "At some moment a normal and a crash image are installed at once.",
    source: "kernel/kexec_core.c:kexec_image, kexec_crash_image",
    holds: ({ context: { mem } }) => installedImages(mem).length === 2,
  },
  {
    kind: "alwaysStep",
    name: "crash-load-that-fails-keeps-the-old-image",
    statement: "A crash load that fails after the trylock keeps the old crash image.",
    source: "kernel/kexec.c:do_kexec_load",
    expect: {
      kind: "weakness",
      reason:
        "the old image is freed before the new one is looked at: both use the one crash region",
    },
    when: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock || !isOnCrash(unlock.plan.request) || isUnload(unlock.plan.request)) return false;
      const displaced = taskByte(layout, unlock.before, unlock.task, DISPLACED);
      return displaced !== 0 && taskByte(layout, unlock.before, unlock.task, RESULT) !== 0;
    },
    holds: (step) => {
      const unlock = taskStep(layout, step, "kexec_unlock");
      if (!unlock) return true;
      const before = taskByte(layout, unlock.before, unlock.task, DISPLACED);
      return slotImage(layout, unlock, unlock.before) === before;
    },
  },
  {
    kind: "alwaysStep",
    name: "crash-image-at-every-moment",
    statement:
      "Once a crash image is loaded and while nobody unloads it, there is a crash image at " +
      "every moment.",
    source: "kernel/kexec.c:do_kexec_load",
    expect: {
      kind: "weakness",
      reason: "every reload empties the slot first: a panic in between finds no crash image",
    },
    when: (step) => {
      const own = taskStep(layout, step);
      return (
        own !== null && get(own.before, KEXEC_CRASH_IMAGE) !== 0 && !isUnload(own.plan.request)
      );
    },
    holds: ({ after }) => get(after.context.mem, KEXEC_CRASH_IMAGE) !== 0,
  },
];
