import { memStep, question, step, taskQuestion, taskStep } from "../../machines/steps.ts";
import { askedSize } from "../memory/call.ts";
import { UNLINKED } from "../memory/entries.ts";
import { type Purpose, purposes } from "../memory/frames.ts";
import { localImage } from "../memory/kimage.ts";
import { type Layout, planOf } from "../memory/layout.ts";
import { currentPage } from "../memory/loading.ts";
import { comparedSize, crashkRes, pagesFor } from "../memory/region.ts";
import { isOnCrash } from "../memory/request.ts";
import * as call from "../memory/variants/call.ts";
import * as elfcorehdr from "../memory/variants/elfcorehdr.ts";
import * as entries from "../memory/variants/entries.ts";
import * as fileLoad from "../memory/variants/file-load.ts";
import * as kimage from "../memory/variants/kimage.ts";
import * as limits from "../memory/variants/limits.ts";
import * as loading from "../memory/variants/loading.ts";
import * as lock from "../memory/variants/lock.ts";
import * as pages from "../memory/variants/pages.ts";
import * as region from "../memory/variants/region.ts";
import * as relocation from "../memory/variants/relocation.ts";
import * as segments from "../memory/variants/segments.ts";
import * as slots from "../memory/variants/slots.ts";
import type {
  ImageOperation,
  ImageQuestion,
  MemOperation,
  TaskOperation,
  TaskQuestion,
  Variants,
} from "../memory/variants/variant.ts";
import type { Mutant } from "./mutant.ts";

/** A mutant of one operation of memory. */
export interface MemoryVariant extends Mutant {
  /** The file of src/memory that holds the operation. */
  readonly file: string;
  /** The action or guard of the statechart that it stands in for. */
  readonly replaces: string;
}

/** Makes an action or a guard of a wrong operation, as machines/ makes one of the right one. */
type Binding<Operation> = {
  readonly file: string;
} & (
  | { readonly action: string; readonly of: (layout: Layout, instead: Operation) => unknown }
  | { readonly guard: string; readonly of: (layout: Layout, instead: Operation) => unknown }
);

function bind<Operation, Table extends Variants<Operation>>(
  table: Table & Variants<Operation>,
  binding: Binding<Operation>,
): { [Name in keyof Table]: MemoryVariant } {
  const { file, of } = binding;
  const bound = Object.entries<Variants<Operation>[string]>(table).map(
    ([name, { breaks, instead }]): [string, MemoryVariant] => {
      if ("action" in binding) {
        const replaces = binding.action;
        const actions = (layout: Layout) => ({ [replaces]: of(layout, instead) });
        return [name, { breaks, file, replaces, actions }];
      }
      const replaces = binding.guard;
      const guards = (layout: Layout) => ({ [replaces]: of(layout, instead) });
      return [name, { breaks, file, replaces, guards }];
    },
  );
  return Object.fromEntries(bound) as { [Name in keyof Table]: MemoryVariant }; // the same keys
}

const task = <Table extends Variants<TaskOperation>>(file: string, action: string, table: Table) =>
  bind<TaskOperation, Table>(table, {
    file,
    action,
    of: (layout, instead) => taskStep((mem, caller) => instead(layout, mem, caller)),
  });

const image = <Table extends Variants<ImageOperation>>(
  file: string,
  action: string,
  table: Table,
) =>
  bind<ImageOperation, Table>(table, {
    file,
    action,
    of: (layout, instead) =>
      taskStep((mem, caller) => instead(layout, mem, localImage(layout, mem, caller))),
  });

const memory = <Table extends Variants<MemOperation>>(file: string, action: string, table: Table) =>
  bind<MemOperation, Table>(table, {
    file,
    action,
    of: (layout, instead) => memStep((mem) => instead(layout, mem)),
  });

const taskAsks = <Table extends Variants<TaskQuestion>>(
  file: string,
  guard: string,
  table: Table,
) =>
  bind<TaskQuestion, Table>(table, {
    file,
    guard,
    of: (layout, instead) => taskQuestion((mem, caller) => instead(layout, mem, caller)),
  });

const imageAsks = <Table extends Variants<ImageQuestion>>(
  file: string,
  guard: string,
  table: Table,
) =>
  bind<ImageQuestion, Table>(table, {
    file,
    guard,
    of: (layout, instead) =>
      taskQuestion((mem, caller) => instead(layout, mem, localImage(layout, mem, caller))),
  });

const rule = <Table extends Variants<segments.Rule>>(guard: string, table: Table) =>
  bind<segments.Rule, Table>(table, {
    file: "segments.ts",
    guard,
    of: (layout, instead) =>
      taskQuestion((mem, caller) =>
        instead(planOf(layout, mem, caller).request.segments, layout.bounds),
      ),
  });

const regionRule = <Table extends Variants<segments.RegionRule>>(guard: string, table: Table) =>
  bind<segments.RegionRule, Table>(table, {
    file: "segments.ts",
    guard,
    of: (layout, instead) =>
      taskQuestion((mem, caller) => {
        const { request } = planOf(layout, mem, caller);
        return isOnCrash(request) && instead(request.segments, crashkRes(layout, mem));
      }),
  });

const controlPages = ["kimage_alloc_normal_control_pages"] as const;
const anyPage = [...controlPages, "kimage_alloc_page"] as const;

/** Every wrong version of an operation, by its name. */
export const memoryVariants = {
  ...task("call.ts", "leaveCall", call.leaveCallVariants),
  ...task("call.ts", "takeLock", call.takeLockVariants),
  ...task("call.ts", "killTask", call.markKilledVariants),
  ...task("call.ts", "loseTask", call.loseTaskVariants),
  ...task("lock.ts", "releaseLock", lock.releaseLockVariants),
  ...task("lock.ts", "releaseLockKeepingImage", lock.releaseLockKeepingImageVariants),
  ...task("limits.ts", "consumeLimit", limits.consumeLimitVariants),
  ...bind<limits.SetLimit, typeof limits.setLimitVariants>(limits.setLimitVariants, {
    file: "limits.ts",
    action: "setLimit",
    of: (_, instead) =>
      step(["kexec_limit_handler"], (mem, { limit, value }) => instead(mem, limit, value)),
  }),
  ...bind<limits.AcceptsLimit, typeof limits.isLimitAcceptedVariants>(
    limits.isLimitAcceptedVariants,
    {
      file: "limits.ts",
      guard: "limitAccepted",
      of: (_, instead) =>
        question(["kexec_limit_handler"], (mem, { limit, value }) => instead(mem, limit, value)),
    },
  ),
  ...task("kimage.ts", "allocateImage", kimage.allocateImageVariants),
  ...task("kimage.ts", "freeImage", kimage.freeImageVariants),
  ...task("kimage.ts", "freeSlotImage", kimage.freeSlotImageVariants),
  ...task("slots.ts", "exchangeImages", slots.exchangeImagesVariants),
  ...task("slots.ts", "takeFromSlot", slots.takeFromSlotVariants),
  ...memory("slots.ts", "forgetKernel", slots.forgetKernelVariants),
  ...image("entries.ts", "addListPage", entries.addListPageVariants),
  ...image("entries.ts", "terminateList", entries.terminateListVariants),
  ...imageAsks("entries.ts", "listFull", entries.listFullVariants),
  ...task("loading.ts", "nextPage", loading.nextPageVariants),
  ...task("loading.ts", "nextSegment", loading.nextSegmentVariants),
  ...task("loading.ts", "clearPage", loading.clearPageVariants),
  ...task("loading.ts", "copyPage", loading.copyPageVariants),
  ...task("loading.ts", "tearPage", loading.tearPageVariants),
  ...task("loading.ts", "addDestination", loading.addDestinationVariants),
  ...task("loading.ts", "addSource", loading.addSourceVariants),
  ...taskAsks("loading.ts", "segmentLoaded", loading.segmentLoadedVariants),
  ...taskAsks("loading.ts", "allSegmentsLoaded", loading.allSegmentsLoadedVariants),
  ...bind<pages.FrameQuestion, typeof pages.isDestinationVariants>(pages.isDestinationVariants, {
    file: "pages.ts",
    guard: "pageIsDestination",
    of: (layout, instead) =>
      question(
        controlPages,
        (mem, { task: caller, frame }) =>
          frame !== null && instead(layout, mem, localImage(layout, mem, caller), frame),
      ),
  }),
  ...bind<pages.LimitQuestion, typeof pages.isOverLimitVariants>(pages.isOverLimitVariants, {
    file: "pages.ts",
    guard: "pageOverLimit",
    of: (layout, instead) =>
      question(anyPage, (_mem, { frame }) => frame !== null && instead(layout, frame)),
  }),
  ...bind<pages.PageOperation, typeof pages.takePageVariants>(pages.takePageVariants, {
    file: "pages.ts",
    action: "takePage",
    of: (layout, instead) => pageStep(layout, instead),
  }),
  ...bind<pages.PageOperation, typeof pages.swapWithOldSourceVariants>(
    pages.swapWithOldSourceVariants,
    {
      file: "pages.ts",
      action: "swapWithOldSource",
      of: (layout, instead) => pageStep(layout, instead),
    },
  ),
  ...image("pages.ts", "giveBackExtraPages", pages.giveBackExtraPagesVariants),
  ...bind<MemOperation, typeof region.protectRegionVariants>(region.protectRegionVariants, {
    file: "region.ts",
    action: "protectRegion",
    of: (layout, instead) => taskStep((mem) => instead(layout, mem)),
  }),
  ...bind<MemOperation, typeof region.unprotectRegionVariants>(region.unprotectRegionVariants, {
    file: "region.ts",
    action: "unprotectRegion",
    of: (layout, instead) => taskStep((mem) => instead(layout, mem)),
  }),
  ...image("region.ts", "sealControlPage", region.sealControlPageVariants),
  ...bind<region.TakeHole, typeof region.takeHoleVariants>(region.takeHoleVariants, {
    file: "region.ts",
    action: "takeHole",
    of: (layout, instead) =>
      taskStep<{ readonly as: "control" | "table" }>((mem, caller, { as }) =>
        instead(
          layout,
          mem,
          localImage(layout, mem, caller),
          as === "control" ? purposes.CONTROL : purposes.TABLE,
        ),
      ),
  }),
  ...bind<region.Shrink, typeof region.shrinkRegionVariants>(region.shrinkRegionVariants, {
    file: "region.ts",
    action: "shrinkRegion",
    of: (layout, instead) =>
      taskStep((mem, caller) =>
        instead(layout, mem, pagesFor(comparedSize(layout, askedSize(layout, mem, caller) ?? 0n))),
      ),
  }),
  ...memory("relocation.ts", "movePageAlone", relocation.movePageAloneVariants),
  ...memory("relocation.ts", "movePage", relocation.movePageVariants),
  ...memory("relocation.ts", "beginRelocation", relocation.beginRelocationVariants),
  ...memory("elfcorehdr.ts", "updateElfcorehdr", elfcorehdr.updateElfcorehdrVariants),
  ...memory("elfcorehdr.ts", "saveVmcoreinfo", elfcorehdr.saveVmcoreinfoVariants),
  ...task("file-load.ts", "allocateFileImage", fileLoad.allocateFileImageVariants),
  ...task("file-load.ts", "takeTables", fileLoad.takeTablesVariants),
  ...task("file-load.ts", "loadFileSegments", fileLoad.loadFileSegmentsVariants),
  ...rule("someSegmentWraps", segments.someSegmentWrapsVariants),
  ...rule("someSegmentUnaligned", segments.someSegmentUnalignedVariants),
  ...rule("someSegmentBeyondLimit", segments.someSegmentBeyondLimitVariants),
  ...rule("someSegmentsOverlap", segments.someSegmentsOverlapVariants),
  ...rule("someBufferTooLong", segments.someBufferTooLongVariants),
  ...rule("someSegmentTooLarge", segments.someSegmentTooLargeVariants),
  ...rule("allSegmentsTooLarge", segments.allSegmentsTooLargeVariants),
  ...regionRule("someSegmentBelowRegion", segments.someSegmentBelowRegionVariants),
  ...regionRule("someSegmentAboveRegion", segments.someSegmentAboveRegionVariants),
} as const;

/** An action of kimage_alloc_page, for a source page or a list page. */
function pageStep(layout: Layout, instead: pages.PageOperation) {
  return step<"kimage_alloc_page", { readonly as: "source" | "list" }>(
    ["kimage_alloc_page"],
    (mem, { task: caller, frame }, { as }) => {
      const role: { readonly purpose: Purpose; readonly index: number } =
        as === "list"
          ? { purpose: purposes.LIST, index: UNLINKED }
          : { purpose: purposes.UNLISTED, index: currentPage(layout, mem, caller).destination };
      instead(layout, mem, caller, { pfn: frame ?? -1, ...role });
    },
  );
}
