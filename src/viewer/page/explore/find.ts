import { workerText } from "virtual:search-worker";
import { type ReadonlySignal, signal } from "@preact/signals";
import { messageOf } from "../../../base/message.ts";
import { mutants } from "../../../model/mutants.ts";
import { modulePart } from "../../review/parts.ts";
import type { Condition } from "../../search/goal.ts";
import type { SearchProgress, SearchRequest, SearchResult } from "../../search/search.ts";
import type { Subject } from "../../subject.ts";
import { readPart } from "../state/review.ts";
import { startSearch } from "./search-client.ts";

/** The search that runs, or the one that ran last. */
export type Find =
  | { readonly kind: "none" }
  | {
      readonly kind: "running";
      readonly request: SearchRequest;
      readonly progress: SearchProgress;
      readonly time_ms: number;
    }
  | { readonly kind: "done"; readonly request: SearchRequest; readonly result: SearchResult }
  | { readonly kind: "cancelled"; readonly request: SearchRequest }
  | { readonly kind: "failed"; readonly request: SearchRequest; readonly message: string };

const state = signal<Find>({ kind: "none" });

export const find: ReadonlySignal<Find> = state;

/** What is looked for; it stays when the panel is closed. */
export const conditions = signal<readonly Condition[]>([
  { kind: "predicate", name: "frame-lost", task: null, not: false },
]);

let stop: () => void = () => {};

/** Ends the search that runs, if one does. */
export function cancelFind(): void {
  stop();
}

/** Searches; one search runs at a time. */
export async function startFind(request: SearchRequest): Promise<void> {
  stop();
  const began = performance.now();
  let ended = false;
  let cancel: () => void = () => {
    ended = true;
  };
  const end = (found: Find): void => {
    if (state.value.kind === "running" && state.value.request === request) state.value = found;
  };
  stop = () => {
    cancel();
    end({ kind: "cancelled", request });
  };
  state.value = { kind: "running", request, progress: { states: 0, depth: 0 }, time_ms: 0 };
  try {
    const module = await moduleOf(request.subject);
    if (ended) return;
    const search = startSearch({ worker: workerText, module }, request, (progress) =>
      end({ kind: "running", request, progress, time_ms: performance.now() - began }),
    );
    cancel = search.cancel;
    const result = await search.result;
    end(result ? { kind: "done", request, result } : { kind: "cancelled", request });
  } catch (error) {
    end({ kind: "failed", request, message: messageOf(error) });
  }
}

/**
 * The compiled module of a subject, if the page has one. That of a world is also its mutants', where
 * they change what actions and guards do and leave the chart as it is.
 */
async function moduleOf({
  kernel,
  preset,
  world,
  mutant,
  mended,
}: Subject): Promise<string | null> {
  if (preset === "suite" || mended !== undefined) return null;
  if (mutant !== null && "chart" in mutants[mutant]) return null;
  return await readPart(modulePart({ kernel, preset, world }));
}
