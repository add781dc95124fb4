import type { KexecEvent } from "../../../machines/events.ts";
import { assert } from "../../base/assert.ts";
import { resultOf } from "../../memory/call.ts";
import type { Mem } from "../../memory/layout.ts";
import type { Simulation } from "../../model/simulation.ts";
import type { SuiteTest } from "../../testgen/suite.ts";

/** A whole call of a test's one caller, as the model has it. */
export interface ModelCall {
  readonly kind: "call";
  /** Index into the world's requests. */
  readonly request: number;
  readonly events: readonly KexecEvent[];
  readonly before: Mem;
  readonly after: Mem;
  /** 0 or a negated error number. */
  readonly result: number;
}

/** What a test does, when the steps inside a call are of no interest. */
export type Deed = ModelCall | { readonly kind: "disable" };

/**
 * The calls of a test, and the writes of kexec_load_disabled between them: a call stands where it
 * passes the gates, since it does not look at the sysctl after that.
 *
 * @throws AssertionError when there is a second caller
 */
export function deedsOf({ id, steps }: SuiteTest, simulation: Simulation): Deed[] {
  const { layout, initial } = simulation;
  const deeds: Deed[] = [];
  let state = initial;
  let request = 0;
  let events: KexecEvent[] = [];
  let before = initial.context.mem;
  let place = 0;
  for (const { event } of steps) {
    assert(!("task" in event) || event.task === 0, `${id}: expected one caller, got another`);
    const { mem } = state.context;
    const next = simulation.step(state, event)?.state;
    assert(next !== undefined, `${id}: the model does not take ${event.type}`);
    events.push(event);
    if (event.type === "proc_dointvec_minmax" && event.value === 1) deeds.push({ kind: "disable" });
    if (event.type === "kexec_load") {
      events = [];
      before = mem;
      request = event.request;
    }
    if (event.type === "kexec_load_check") place = deeds.length;
    if (event.type === "sys_exit") {
      const result = 0 - resultOf(layout, mem, event.task);
      const after = next.context.mem;
      deeds.splice(place, 0, { kind: "call", request, events, before, after, result });
    }
    state = next;
  }
  return deeds;
}
