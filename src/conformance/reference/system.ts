import type { KexecEvent } from "../../../machines/events.ts";
import { assert } from "../../base/assert.ts";
import { imagePagesMax } from "../../memory/bounds.ts";
import { contentName } from "../../memory/content.ts";
import { contentOf, purposeOf, purposes } from "../../memory/frames.ts";
import { controlCodeFrame, localImage } from "../../memory/kimage.ts";
import { createLayout } from "../../memory/layout.ts";
import { isAtEnd } from "../../model/machine-state.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { World } from "../../model/worlds.ts";
import type { Bugs } from "../../reference/bugs.ts";
import { createKernel } from "../../reference/kernel.ts";
import type { Difference, SystemUnderTest } from "../system.ts";
import { referenceFileRequest, referenceRequest } from "./buffers.ts";
import { modelsChoice } from "./choose-frames.ts";
import { bytesOfContents, wrongByte } from "./contents.ts";
import { machineOf } from "./machine.ts";
import { modelView } from "./model-view.ts";
import { type Asked, type Lockstep, performEvent } from "./perform.ts";
import { leafOf } from "./step-facts.ts";
import { oopsesText, oopsText, systemView } from "./system-view.ts";
import { viewDifferences } from "./view.ts";

/** The reference kernel as a system under test; it never waits. */
export interface ReferenceSystem extends SystemUnderTest {
  readonly start: (world: World) => void;
  readonly perform: (event: KexecEvent, state: KexecState) => readonly Difference[];
  readonly end: () => void;
}

interface Run extends Lockstep {
  /** What a page with a content of the model must hold. */
  readonly bytesOf: (content: number) => Uint8Array | null;
  /** The faults that the model has run into. */
  readonly faults: string[];
  /** Frames that are list pages, or were when the kernel was left for another one. */
  readonly listPages: Set<number>;
}

/**
 * The reference kernel at the model's scale, compared frame by frame after every step.
 *
 * @param bugs planted in the kernel, to test the tests
 */
export function referenceSystem({ bugs = {} }: { readonly bugs?: Bugs } = {}): ReferenceSystem {
  let run: Run | null = null;
  return {
    start: (world) => {
      run = begin(world, bugs);
    },
    perform: (event, state) => {
      assert(run !== null, "an event is performed before the system is started");
      const found = performEvent(run, event, state);
      noteFault(run, event, state);
      run.state = state;
      return [...found, ...memoryDifferences(run, state)];
    },
    end: () => {
      run = null;
    },
  };
}

function begin(world: World, bugs: Bugs): Run {
  const { bounds } = world;
  const layout = createLayout(bounds);
  const machine = machineOf(bounds, bugs);
  const chooseFrames = modelsChoice(layout, machine);
  const pages_max = imagePagesMax(bounds);
  return {
    machine,
    kernel: createKernel(machine.config),
    requests: bounds.requests.map((asked, request): Asked => {
      const place = { request, pages_max };
      return asked.file
        ? { door: "kexec_file_load", request: referenceFileRequest(asked, place, chooseFrames) }
        : { door: "kexec_load", request: referenceRequest(asked, place) };
    }),
    threads: new Map(),
    worker: null,
    panics: [],
    layout,
    bytesOf: bytesOfContents(layout),
    faults: [],
    listPages: new Set(),
    state: null,
  };
}

/** The model remembers a fault only as long as its task stands there. */
function noteFault({ layout, faults }: Run, event: KexecEvent, after: KexecState): void {
  if (event.type !== "machine_kexec_prepare" || leafOf(after, event.task) !== "faulted") return;
  const { mem } = after.context;
  const pfn = controlCodeFrame(layout, mem, localImage(layout, mem, event.task));
  faults.push(oopsText("write to a read-only page", pfn));
}

/** Everything that both sides know of the kernel between two steps. */
function memoryDifferences(run: Run, state: KexecState): Difference[] {
  const { kernel, layout, faults } = run;
  const seen = kernel.observe();
  const model = modelView(layout, state);
  const oopses = new Map([["oopses", oopsesText(run, seen)]]);
  // a jump into a page without code is the end of the machine on both sides
  const expected = model.size === 1 ? [] : [["oopses", faults.join("; ") || "none"] as const];
  return [
    ...viewDifferences(model, systemView(run, seen)),
    ...viewDifferences(new Map(expected), oopses),
    ...contentDifferences(run, state),
  ];
}

/**
 * What list pages hold is compared as entries: the model keeps no content for them, also not when
 * the jump has made them nobody's.
 */
function contentDifferences(run: Run, state: KexecState): Difference[] {
  const { layout, machine, kernel, bytesOf, listPages } = run;
  const { mem } = state.context;
  const differences: Difference[] = [];
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    if (purposeOf(layout, mem, pfn) === purposes.LIST) listPages.add(pfn);
    else if (!isAtEnd(state)) listPages.delete(pfn);
    if (listPages.has(pfn)) continue;
    const content = contentOf(layout, mem, pfn);
    const expected = bytesOf(content);
    if (expected === null) continue;
    const system = wrongByte(expected, kernel.bytesOf(machine.frameOf(pfn)));
    if (system === null) continue;
    differences.push({ what: `content of frame ${pfn}`, model: contentName(content), system });
  }
  return differences;
}
