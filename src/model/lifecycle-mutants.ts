import { memStep, question, taskQuestion, taskStep } from "../../machines/steps.ts";
import { askedSize } from "../memory/call.ts";
import { contentOf, setContent } from "../memory/frames.ts";
import { localImage } from "../memory/kimage.ts";
import { get, imagePlan, type Layout, type Mem, planOf, SHRUNK } from "../memory/layout.ts";
import { consumeLimit } from "../memory/limits.ts";
import { lockHolder } from "../memory/lock.ts";
import { isDestination } from "../memory/pages.ts";
import { pagesFor, regionSize, shrinkRegion } from "../memory/region.ts";
import { movePage, nextMove } from "../memory/relocation.ts";
import { isUnload } from "../memory/request.ts";
import { exchangeWithNext, type Mutant, remove, retarget } from "./mutant.ts";

/** The wrong versions of everything but kexec_load. */
export const lifecycleMutants = {
  "list-fault-returns-what-is-left": {
    breaks: "a 32-bit call returns what copy_from_user left over (B4)",
    guards: (layout: Layout) => ({
      leavesBytesOver: question(
        ["copy_user_segment_list"],
        (mem, { task, outcome }) =>
          outcome === "EFAULT" && planOf(layout, mem, task).request.compat === true,
      ),
    }),
  },
  "destination-test-inclusive": {
    breaks: "an empty segment at address 0 makes every page a destination (B1)",
    guards: (layout: Layout) => ({
      pageIsDestination: question(["kimage_alloc_normal_control_pages"], (mem, { task, frame }) => {
        const image = localImage(layout, mem, task);
        if (frame === null) return false;
        const everyPage = imagePlan(layout, mem, image).emptyAtZero;
        return everyPage || isDestination(layout, mem, image, frame);
      }),
    }),
  },
  "file-load-frees-after-the-unlock": {
    breaks: "kexec_file_load frees its image when the lock is gone (B2)",
    guards: () => ({ freesBeforeUnlock: taskQuestion(() => false) }),
  },
  "reboot-gates-exchanged": {
    breaks: "the magic is checked before the capability",
    chart: exchangeWithNext("reboot.entered always 0"),
  },
  "reboot-without-image": {
    breaks: "a reboot goes on although nothing is loaded",
    chart: remove("reboot.interruptible.locked kernel_kexec 0"),
  },
  "restart-without-shutdown": {
    breaks: "the restart is prepared again and again",
    chart: retarget("reboot.interruptible.restarting kernel_restart_prepare 0", "restarting"),
  },
  "relocation-moves-nothing": {
    breaks: "the list is walked and no page is moved",
    actions: (layout: Layout) => ({
      movePageAlone: memStep((mem) => {
        const contents = mem.slice(layout.framesAt);
        movePage(layout, mem);
        mem.set(contents, layout.framesAt);
      }),
    }),
  },
  "jump-copies-pages": {
    breaks: "a jump copies its pages and does not exchange them",
    actions: (layout: Layout) => ({
      movePage: memStep((mem) => {
        const { from } = nextMove(layout, mem);
        const content = from < 0 ? 0 : contentOf(layout, mem, from);
        movePage(layout, mem);
        if (from >= 0) setContent(layout, mem, from, content);
      }),
    }),
  },
  "jump-forgets-the-reentry-point": {
    breaks: "the next jump enters the other kernel where the first one did",
    actions: () => ({ setReentryPoint: memStep(() => {}) }),
  },
  "panic-waits-for-the-lock": {
    breaks: "the panic path waits for the lock instead of trying it",
    guards: () => ({
      lockHeldEarly: question(["__crash_kexec"], () => false),
      beforeNotifiers: question(["__crash_kexec"], (mem) => lockHolder(mem) < 0),
    }),
  },
  "panic-overlooks-the-image": {
    breaks: "the panic path never sees the crash image",
    guards: () => ({ noCrashImageEarly: question(["__crash_kexec"], () => true) }),
  },
  "panic-needs-no-image": {
    breaks: "the panic path jumps although no crash image is loaded",
    guards: () => ({ noCrashImageEarly: question(["__crash_kexec"], () => false) }),
  },
  "control-page-not-sealed": {
    breaks: "preparing an image does not make its control code page executable",
    actions: () => ({ sealControlPage: taskStep(() => {}) }),
  },
  "panic-saves-no-vmcoreinfo": {
    breaks: "a panic leaves vmcoreinfo as it was when the image was loaded",
    actions: () => ({ saveVmcoreinfo: memStep(() => {}) }),
  },
  "crash-size-rules-exchanged": {
    breaks: "a size that is too large is refused before a loaded image is noticed",
    chart: exchangeWithNext("size.shrinking crash_shrink_memory 0"),
  },
  "crash-size-can-grow": {
    breaks: "a second new size takes a page back from the page allocator",
    actions: (layout: Layout) => ({
      shrinkRegion: taskStep((mem, task) => {
        const shrunk = get(mem, SHRUNK);
        if (shrunk > 0) mem[SHRUNK] = shrunk - 1;
        else shrinkRegion(layout, mem, pagesFor(askedSize(layout, mem, task) ?? 0n));
      }),
    }),
  },
  "crash-size-under-an-image": {
    breaks: "the region is shrunk under a loaded crash image",
    chart: remove("size.shrinking crash_shrink_memory 0"),
  },
  "crash-size-compared-before-rounding": {
    breaks: "a new size is rounded up after it was compared",
    guards: (layout: Layout) => ({
      sizeIsLarger: asked(layout, (size, region) => size > region),
      sizeIsSame: asked(layout, (size, region) => size === region),
    }),
  },
  "crash-size-wraps": {
    breaks: "a size that is too large rounds up to 0 (N1)",
    guards: (layout: Layout) => ({
      sizeIsLarger: asked(layout, () => false),
      sizeIsSame: asked(layout, (size, region) => size === region || size > region),
    }),
  },
  "load-limit-goes-up": {
    breaks: "a load limit can be raised",
    guards: () => ({
      limitAccepted: question(["kexec_limit_handler"], (_mem, { value }) => value >= 0),
    }),
  },
  "unload-spares-the-limit": {
    breaks: "an unload does not count",
    actions: (layout: Layout) => ({
      consumeLimit: taskStep((mem, task) => {
        if (!isUnload(planOf(layout, mem, task).request)) consumeLimit(layout, mem, task);
      }),
    }),
  },
  "hotplug-ignores-the-lock": {
    breaks: "a hotplug event rewrites the elfcorehdr whoever holds the lock",
    chart: remove("hotplug.idle crash_handle_hotplug_event 0"),
  },
} satisfies Record<string, Mutant>;

/** A question about the size in bytes as it was written. */
function asked(layout: Layout, ask: (size: bigint, region: bigint) => boolean) {
  return taskQuestion((mem: Mem, task) =>
    ask(askedSize(layout, mem, task) ?? 0n, regionSize(layout, mem)),
  );
}
