import { assert } from "../../base/assert.ts";
import { get, type Layout, PAGE, planOf, SEGMENT, taskAt } from "../../memory/layout.ts";
import { currentPage } from "../../memory/loading.ts";
import { lockHolder } from "../../memory/lock.ts";
import { isUnload } from "../../memory/request.ts";
import { slotOccupied } from "../../memory/slots.ts";
import type { PagePosition } from "./protocol.ts";
import { type ReplayedStep, type Unit, unitsOf } from "./replay.ts";

/** Where a call can be stopped from outside while it holds the lock. */
export type HoldPlace =
  /** While it copies a page, which userfaultfd keeps away; then it gets the page, or EFAULT. */
  | { readonly kind: "page"; readonly page: PagePosition; readonly ends: "deliver" | "efault" }
  /** At the entry of a kernel function, which the debugger makes an endless loop. */
  | { readonly kind: "function"; readonly symbol: "kimage_free" };

/** A part of a run that user space can bring about by itself. */
export type Piece =
  | { readonly kind: "write"; readonly step: ReplayedStep }
  | {
      readonly kind: "call";
      readonly task: number;
      readonly steps: readonly ReplayedStep[];
      /** Where the call is held up for a while, or null. */
      readonly held: Held | null;
    };

export interface Held {
  readonly at: HoldPlace;
  /** How many of the call's steps come before. */
  readonly before: number;
  /** What runs in the meantime. */
  readonly meanwhile: readonly Piece[];
}

/**
 * Puts the steps of a run into an order that user space can bring about: calls run as a whole, one
 * after the other as they take the lock or are refused; a call that finds the lock held runs while
 * the holder is held up.
 *
 * The steps of a call before it takes the lock and after it has released it touch nothing that
 * another call sees, so the order of the locks is what matters. The caller replays the result.
 *
 * @returns the reason, as a sentence, when a call would have to be held up where nothing can
 */
export function schedule(
  layout: Layout,
  steps: readonly ReplayedStep[],
): readonly Piece[] | string {
  const units = unitsOf(steps).sort((a, b) => commitIndex(a) - commitIndex(b));
  const holders = new Map(units.map((unit) => [unit, holderMetBy(units, unit)]));
  const pieces: Piece[] = [];
  for (const unit of units) {
    if (holders.get(unit)) continue;
    const inside = units.filter((other) => holders.get(other) === unit);
    if (unit.kind === "write" || inside.length === 0) {
      pieces.push(wholePiece(unit));
      continue;
    }
    const place = holdPlace(layout, unit.steps);
    if (typeof place === "string") return place;
    pieces.push({ ...unit, held: { ...place, meanwhile: inside.map(wholePiece) } });
  }
  return pieces;
}

/** The steps of pieces in the order in which they happen. */
export function stepsInOrder(pieces: readonly Piece[]): ReplayedStep[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "write") return [piece.step];
    const { steps, held } = piece;
    if (held === null) return steps;
    const { before, meanwhile } = held;
    return [...steps.slice(0, before), ...stepsInOrder(meanwhile), ...steps.slice(before)];
  });
}

function stepsOf(unit: Unit): readonly ReplayedStep[] {
  return unit.kind === "write" ? [unit.step] : unit.steps;
}

function wholePiece(unit: Unit): Piece {
  return unit.kind === "write" ? unit : { ...unit, held: null };
}

/** When a unit happens: at its trylock, else at the check that refuses it. */
function commitIndex(unit: Unit): number {
  const steps = stepsOf(unit);
  const trylock = steps.find(({ event }) => event.type === "kexec_trylock");
  return (trylock ?? steps.at(-2) ?? steps.at(-1))?.index ?? 0;
}

/** The call that has the lock when this one tries it, or null. */
function holderMetBy(units: readonly Unit[], unit: Unit): Unit | null {
  const trylock = stepsOf(unit).find(({ event }) => event.type === "kexec_trylock");
  if (!trylock) return null;
  const holder = lockHolder(trylock.before.context.mem);
  const has = (other: Unit): boolean =>
    other.kind === "call" &&
    other.task === holder &&
    (other.steps[0]?.index ?? Infinity) < trylock.index &&
    (other.steps.at(-1)?.index ?? -1) > trylock.index;
  return units.find(has) ?? null;
}

const NOTHING_COPIED = "a caller must be held under the lock in a call that copies no page";

/** Where a call can be held, and how many of its steps come before. */
function holdPlace(
  layout: Layout,
  steps: readonly ReplayedStep[],
): { readonly at: HoldPlace; readonly before: number } | string {
  if (steps[0]?.event.type !== "kexec_load") return NOTHING_COPIED;
  for (const [before, step] of steps.entries()) {
    const { event } = step;
    const { mem } = step.before.context;
    if (event.type === "copy_from_user" && currentPage(layout, mem, event.task).chunk !== "none") {
      const page = positionOf(layout, step);
      const ends = event.outcome === "ok" ? "deliver" : "efault";
      const fault = faultOf(layout, steps);
      return ends === "deliver" && fault?.segment === page.segment
        ? "a caller must be held at a page of a buffer of which a later page cannot be read"
        : { at: { kind: "page", page, ends }, before };
    }
    // At kimage_free the kernel has emptied the slot already, the model has not.
    if (
      event.type === "kimage_free" &&
      isUnload(planOf(layout, mem, event.task).request) &&
      !slotOccupied(layout, mem, event.task)
    ) {
      return { at: { kind: "function", symbol: "kimage_free" }, before };
    }
  }
  return NOTHING_COPIED;
}

/** The page of a call's buffers that cannot be read, or null. */
export function faultOf(layout: Layout, steps: readonly ReplayedStep[]): PagePosition | null {
  const step = steps.find(
    ({ event }) => event.type === "copy_from_user" && event.outcome === "EFAULT",
  );
  return step ? positionOf(layout, step) : null;
}

/** The page that a call is working on before a step. */
export function positionOf(layout: Layout, { event, before }: ReplayedStep): PagePosition {
  assert("task" in event, "a sysctl is not working on a page");
  const at = taskAt(layout, event.task);
  return {
    segment: get(before.context.mem, at + SEGMENT),
    page: get(before.context.mem, at + PAGE),
  };
}
