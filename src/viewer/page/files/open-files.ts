import { signal } from "@preact/signals";
import { messageOf } from "../../../base/message.ts";
import type { TraceFile } from "../../../formats/trace-file.ts";
import type { ReviewFile } from "../../review/read-file.ts";
import { bringCheck, bringMutation, bringRun, bringSuite } from "../state/brought.ts";
import { playAhead, shortTrace_steps } from "../state/play-ahead.ts";
import { givenTraces, index } from "../state/review.ts";
import { go, type Route } from "../state/route.ts";
import { traceFileItem } from "../state/trace-files.ts";
import type { TraceItem } from "../state/trace-item.ts";
import { bring } from "../state/traces.ts";
import { reportName } from "../verdicts/rows.ts";
import { cropped, type GivenFile, readGivenFile, shownText } from "./given-file.ts";

/** What the page says of a file that was opened, or refused. */
export interface FileMessage {
  readonly id: number;
  readonly kind: "opened" | "refused";
  readonly name: string;
  readonly text: string;
}

export const fileMessages = signal<readonly FileMessage[]>([]);

/** What is being read or played; null when nothing is. */
export interface Busy {
  readonly name: string;
  readonly done: number;
  /** How many steps there are to play; 0 while the file is read. */
  readonly total: number;
}

export const busy = signal<Busy | null>(null);

export function dismiss(id: number): void {
  fileMessages.value = fileMessages.value.filter((message) => message.id !== id);
}

let isStopped = false;

/** Stops what is being opened; files that came before it stay open. */
export function stopOpening(): void {
  isStopped = true;
}

/** Opens files of the reader's, one after the other, and shows the first that holds something. */
export async function openFiles(files: readonly GivenFile[]): Promise<void> {
  if (busy.value !== null || files.length === 0) return;
  isStopped = false;
  fileMessages.value = [];
  let first: Route | null = null;
  try {
    for (const given of files) {
      if (isStopped) break;
      busy.value = { name: cropped(shownText(given.name), 60), done: 0, total: 0 };
      await pause();
      const opened = await open(given);
      first ??= opened;
    }
  } finally {
    busy.value = null;
  }
  if (first) go(first.view, first.params);
}

/** @returns where it is to be seen; null when it was refused */
async function open(given: GivenFile): Promise<Route | null> {
  const read = await readGivenFile(given);
  if (read.kind === "refused") {
    say({ kind: "refused", name: read.name, text: read.why });
    return null;
  }
  const { name, file } = read;
  if (file.kind === "trace") return await openTrace(name, file.trace);
  const { route, text } = openPart(file);
  say({ kind: "opened", name, text: `${text}${madeBy(file)}` });
  return route;
}

type PartFile = Exclude<ReviewFile, { readonly kind: "trace" }>;

function openPart(file: PartFile): { readonly route: Route; readonly text: string } {
  switch (file.kind) {
    case "check": {
      const { kernel, preset, verdict } = file.check;
      bringCheck(file.check);
      const text = `the check of kernel ${kernel}, ${preset}: ${verdict}`;
      return { route: { view: "verdicts", params: { check: reportName(file.check) } }, text };
    }
    case "suite": {
      const { kernel, groups } = file.suite;
      bringSuite(file.suite);
      const tests = groups.reduce((sum, group) => sum + group.tests.length, 0);
      const text = `a suite of ${counted(tests, "test")} for kernel ${kernel}`;
      return { route: { view: "traces", params: { open: "test" } }, text };
    }
    case "run": {
      const { kernel, system, tests } = file.run;
      bringRun(file.run);
      const on = cropped(shownText(system), 60);
      const text = `a run of ${counted(tests.length, "test")} on ${on}, compared with kernel ${kernel}`;
      // the page's own runs stand before it in the list
      return { route: { view: "traces", params: { open: "kernel run", find: system } }, text };
    }
    case "mutation": {
      bringMutation(file.mutation);
      const count = Object.keys(file.mutation.mutants).length;
      return {
        route: { view: "mutants", params: {} },
        text: `the verdicts on ${counted(count, "mutant")}`,
      };
    }
  }
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A report of another version may speak of states and properties that this page does not have. */
function madeBy(file: PartFile): string {
  const own = index.peek()?.tool;
  const tool = toolOf(file);
  if (tool === null || own === undefined || tool === own) return "";
  return `; made by ${cropped(shownText(tool), 60)}, and this page is ${own}`;
}

function toolOf(file: PartFile): string | null {
  switch (file.kind) {
    case "check":
      return file.check.tool;
    case "suite":
      return file.suite.tool;
    case "run":
      return file.run.tool;
    case "mutation":
      return null; // it says which model it is about by digests
  }
}

async function openTrace(name: string, trace: TraceFile): Promise<Route | null> {
  const item = itemOf(name, trace);
  try {
    if (!(await isPlayed(item))) {
      say({ kind: "refused", name, text: "stopped before it was played to its end" });
      return null;
    }
  } catch (error) {
    say({ kind: "refused", name, text: messageOf(error) });
    return null;
  }
  bring(item);
  say({ kind: "opened", name, text: `a trace of ${counted(trace.events.length, "step")}` });
  return { view: "traces", params: { trace: item.id } };
}

/** A trace of the page's own is not hidden by a file of the same name. */
function itemOf(name: string, trace: TraceFile): TraceItem {
  const isTaken = givenTraces.peek()?.some((given) => given.name === name) === true;
  const property = cropped(shownText(trace.property), 200);
  return traceFileItem(isTaken ? `${name} (opened)` : name, { ...trace, property });
}

async function isPlayed(item: TraceItem): Promise<boolean> {
  const total = item.events.length;
  if (total <= shortTrace_steps) return true;
  const onSlice = (done: number): boolean => {
    busy.value = { name: item.title, done, total };
    return !isStopped;
  };
  return await playAhead(item, { onSlice, pause });
}

/** Lets the browser draw, and take what the reader does. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

let messages = 0;
/** What was opened is to be seen then; what was refused stays until it is dismissed. */
const openedMessage_ms = 10_000;

function say(message: Omit<FileMessage, "id">): void {
  messages += 1;
  const id = messages;
  fileMessages.value = [...fileMessages.value, { id, ...message }];
  if (message.kind === "opened") setTimeout(() => dismiss(id), openedMessage_ms);
}
