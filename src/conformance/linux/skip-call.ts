import type { Argument, Arrival, Fate, Gdb } from "./gdb.ts";
import { unsigned } from "./gdb-access.ts";

/** A call of a kernel function that shall not happen: it returns at once instead. */
export interface CallSkip {
  /** Address of the function's first instruction. */
  readonly address: bigint;
  /** Only calls whose argument has this value count. The first three arguments, in C's order. */
  readonly when?: { readonly register: Argument; readonly equals: bigint };
  /** Which of these calls, from 1. Default: the first. */
  readonly nth?: number;
  /** What the caller gets: 0n for a null pointer, -12n for -ENOMEM. */
  readonly returns: bigint;
}

/** A skip that waits for its call. */
export interface ArmedSkip {
  /** Ends when the call was skipped; fails when the connection ends first. */
  readonly skipped: Promise<void>;
  /** How many calls matched so far, the skipped one among them. */
  matches(): number;
  /** Takes the breakpoint away. */
  disarm(): Promise<void>;
}

/** What kimage_alloc_page is asked for when the page is for the list. */
export const KIMAGE_NO_DEST = unsigned(-1n);

/** Makes one later call of a kernel function return a chosen value without running it. */
export async function skipCall(gdb: Gdb, skip: CallSkip): Promise<ArmedSkip> {
  const { address, when, nth = 1, returns } = skip;
  const isMeant = ({ arguments: values }: Arrival): boolean =>
    !when || values[when.register] === unsigned(when.equals);
  const { decide, matches } = atCall(nth, isMeant, { kind: "return", value: returns });
  const { decided, disarm } = await gdb.watch(address, decide);
  return { skipped: decided, matches, disarm };
}

/** Decides at the n-th call that is meant, and lets the others go on. */
export function atCall(nth: number, isMeant: (arrival: Arrival) => boolean, fate: Fate) {
  let matches = 0;
  return {
    matches: () => matches,
    decide: (arrival: Arrival): Fate => {
      if (!isMeant(arrival)) return { kind: "goOn" };
      matches += 1;
      return matches === nth ? fate : { kind: "goOn" };
    },
  };
}
