import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { messageOf } from "../../../base/message.ts";
import type { CheckReport } from "../../../model/report.ts";
import { type KernelName, kernelNames } from "../../../model/worlds.ts";
import type { Suite } from "../../../testgen/suite.ts";
import type { ReviewParts } from "../../review/parts.ts";
import { unpack } from "../../review/unpack.ts";
import { broughtParts, checkKey, joined, runKey } from "./brought.ts";

/** What the page holds. A part is null until it is unpacked, and asked for by reading it. */
export interface Part<T> {
  readonly value: T | null;
}

/** Parts that are not there any more would be taken for parts that nobody made. */
function isCut(): boolean {
  return globalThis.document !== undefined && document.getElementById("end-of-page") === null;
}

const failure = signal<string | null>(
  isCut() ? "the file ends too early. Copy it again, or load it down again." : null,
);

/** Why a part of the page cannot be read; null when all is well. */
export const brokenPart: ReadonlySignal<string | null> = failure;

/** Reads a part of the page as it is; null when the page has none of that name. */
export async function readPart(name: string): Promise<string | null> {
  const element = document.getElementById(`part:${name}`);
  if (!element?.textContent) return null;
  return await unpack(element.textContent);
}

/** A part as a signal: the first who reads it lets it be unpacked. */
function part<T>(name: string, empty: T): ReadonlySignal<T | null> {
  const content = signal<T | null>(null);
  let asked = false;
  const unpackIt = async (): Promise<void> => {
    try {
      const text = await readPart(name);
      content.value = text === null ? empty : (JSON.parse(text) as T); // packed by packParts
    } catch (error) {
      failure.value = `part ${name} of the page: ${messageOf(error)}`;
      content.value = empty;
    }
  };
  return computed(() => {
    if (!asked) void unpackIt();
    asked = true;
    return content.value;
  });
}

export const index = part<ReviewParts["index"] | null>("index", null);
const ownChecks = part<readonly CheckReport[]>("checks", []);
const ownRuns = part<ReviewParts["runs"]>("runs", []);
const ownMutation = part<ReviewParts["mutation"]>("mutation", null);
/** The page's own, and those of files that the reader brought. */
export const checks = computed(() => {
  return ownChecks.value && inOrder(joined(ownChecks.value, broughtParts.value.checks, checkKey));
});
export const runs = computed(() => {
  return ownRuns.value && inOrder(joined(ownRuns.value, broughtParts.value.runs, runKey));
});
export const mutation = computed(() => broughtParts.value.mutation ?? ownMutation.value);
export const bugTraces = part<ReviewParts["bugs"]>("bugs", []);
export const storyTraces = part<ReviewParts["stories"]>("stories", []);
export const givenTraces = part<ReviewParts["traces"]>("traces", []);
export const specification = part<ReviewParts["specification"]>("specification", []);

const suiteParts = new Map<string, ReadonlySignal<Suite | null>>();

/** The suite of a kernel; null when there is none, or it is not unpacked yet. */
export function suiteFor(kernel: string): Suite | null {
  const brought = broughtParts.value.suites.find((suite) => suite.kernel === kernel);
  if (brought) return brought;
  const name = `suite:${kernel}`;
  const known = suiteParts.get(name) ?? part<Suite | null>(name, null);
  suiteParts.set(name, known);
  return known.value;
}

/** The kernels whose suites are in the page. */
export function suiteKernels(): string[] {
  const elements = document.querySelectorAll('script[id^="part:suite:"]');
  const own = [...elements].map(({ id }) => id.slice("part:suite:".length));
  const all = new Set([...own, ...broughtParts.value.suites.map(({ kernel }) => kernel)]);
  return kernelNames.filter((name) => all.has(name));
}

/** By kernel, as kernels are listed everywhere. */
function inOrder<T extends { readonly kernel: KernelName }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => kernelNames.indexOf(a.kernel) - kernelNames.indexOf(b.kernel));
}
