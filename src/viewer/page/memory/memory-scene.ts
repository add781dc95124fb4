import type { Layout, Mem } from "../../../memory/layout.ts";
import { type MachineState, machineState } from "../../../model/machine-state.ts";
import type { KexecState } from "../../../model/simulation.ts";
import { type Box, boxesOf } from "./boxes.ts";
import { type FrameGroup, frameGroups } from "./frame-groups.ts";
import { type Arrow, arrowsOf, type ImageCard, imageCards } from "./image-cards.ts";
import type { Moment } from "./moment.ts";

/** Everything that the memory map draws, and in which words. */
export interface MemoryScene {
  /** What to know first: who runs, if not this kernel; null while it does. */
  readonly notice: string | null;
  readonly boxes: readonly Box[];
  readonly images: readonly ImageCard[];
  readonly groups: readonly FrameGroup[];
  readonly arrows: readonly Arrow[];
}

export interface SceneInput {
  readonly layout: Layout;
  readonly mem: Mem;
  /** The memory before the step; null at the start. */
  readonly before: Mem | null;
  readonly state: KexecState;
  /** The same moment of another model. */
  readonly other: Moment | null;
}

/** What is to be drawn of the memory at one moment. */
export function memoryScene({ layout, mem, before, state, other }: SceneInput): MemoryScene {
  const machine = machineState(state);
  const notice = notices[machine];
  const moment = { layout, mem };
  if (machine === "dead") return { ...nothing, notice };
  // only contents are left, and the kernel that wrote them is gone
  const former = machine === "running" || machine === "relocating" || machine === "silent";
  const neighbours = { before: before && { layout, mem: before }, other };
  if (!former) return { ...nothing, notice, groups: contentsOnly(moment) };
  return {
    notice,
    boxes: boxesOf(moment, neighbours),
    images: imageCards(moment, neighbours),
    groups: frameGroups(moment, neighbours),
    arrows: arrowsOf(moment),
  };
}

/** The frames of a kernel that is gone: nobody knows any more whose they were. */
function contentsOnly(moment: Moment): FrameGroup[] {
  return frameGroups(moment, { before: null, other: null }).map((group) => ({
    ...group,
    facts: [],
    cells: group.cells.map((cell) => ({
      ...cell,
      use: "",
      segmentOf: [],
      destinations: [],
      label: `frame ${cell.pfn}: holds ${cell.content}`,
    })),
  }));
}

const nothing = { boxes: [], images: [], groups: [], arrows: [] } as const;

const notices: Readonly<Record<MachineState, string | null>> = {
  running: null,
  relocating: "One CPU is left: it moves page by page to where the new kernel wants them.",
  silent: "Only the panicking CPU runs.",
  newKernel:
    "The new kernel runs. Of this one nothing is left but what its pages were moved to: no lock, " +
    "no image, no owner of a frame.",
  crashKernel:
    "The crash kernel runs. Of this kernel nothing is left but what lies in the page frames.",
  dead: "Nothing runs any more: this kernel is dead, and no other one was started.",
};
