import { unreachable } from "../base/assert.ts";
import { fatalSignalPending } from "./alloc-page.ts";
import { isFree } from "./memory.ts";
import type { Call } from "./state.ts";
import type { Decision, StepRecord, Steps } from "./step.ts";

/** A call under way. */
export interface Thread {
  readonly id: number;
  /** The step that it stands before; null when the call has returned. */
  readonly step: StepRecord | null;
  readonly done: boolean;
  /** 0 or a negated error number; null until the call has returned. */
  readonly result: number | null;
  /**
   * Performs the step that the call stands before.
   *
   * @param decision what the environment decides for it; left out, a step that may fail succeeds
   * @returns the next step, or null when the call has returned
   * @throws Error when the decision is impossible; nothing has happened then
   */
  next(decision?: Decision): StepRecord | null;
  /** Sends SIGKILL: a normal load gets no more pages. Copies fail only as decided. */
  kill(): void;
}

/** Makes the thread of a call and runs it up to its first step. */
export function createThread(call: Call, steps: Steps<number>): Thread {
  let step: StepRecord | null = null;
  let result: number | null = null;
  const resume = (decision: Decision): StepRecord | null => {
    const next = steps.next(decision);
    if (next.done) {
      step = null;
      result = next.value;
      call.kernel.calls.delete(call);
    } else {
      step = next.value;
    }
    return step;
  };
  call.kernel.calls.add(call);
  resume(undefined);
  return {
    id: call.thread,
    get step() {
      return step;
    },
    get done() {
      return result !== null;
    },
    get result() {
      return result;
    },
    next(decision) {
      if (step === null) throw new Error(`expected a running call, got one that returned`);
      checkDecision(call, step, decision);
      return resume(decision);
    },
    kill() {
      call.killed = true;
    },
  };
}

/** @throws Error naming the step, what could be decided and what was */
function checkDecision(call: Call, record: StepRecord, decision: Decision): void {
  const expected = impossible(call, record, decision);
  if (expected === null) return;
  throw new Error(`${record.step}: expected ${expected}, got ${String(decision)}`);
}

/** Null when a decision can be, else what it had to be. */
function impossible(call: Call, record: StepRecord, decision: Decision): string | null {
  const { choice } = record;
  switch (choice.kind) {
    case "none": {
      const parked = record.step === "kimage_alloc_page" ? record.parked : null;
      const possible = decision === undefined || (parked !== null && decision === parked);
      return possible ? null : "no decision";
    }
    case "outcome": {
      const possible = decision === undefined || choice.outcomes.some((each) => each === decision);
      return possible ? null : choice.outcomes.join(" or ");
    }
    case "frame": {
      if (decision === null || fatalSignalPending(call)) return null;
      const block = { frame: Number(decision), order: choice.order };
      const possible = typeof decision === "number" && isFree(call.kernel.memory, block);
      return possible ? null : `null or the first of ${2 ** choice.order} free frames`;
    }
    default:
      return unreachable(choice);
  }
}
