import { stateInfo, transitionInfo } from "../../chart/info.ts";
import type { OverlayMark } from "../../chart/looks.ts";
import type { System } from "./systems.ts";

/** One transition, and what became of it everywhere. */
export interface TransitionRow {
  readonly key: string;
  /** The part of the statechart that it lies in: a door, a region, or the machine. */
  readonly part: string;
  /** `event [guard] / errno`. */
  readonly label: string;
  /** In the order of the systems; null: the system does not know it. */
  readonly marks: readonly (OverlayMark | null)[];
}

/** What the rows can be restricted to. */
export const statuses = ["", "taken nowhere", "not taken somewhere", "diverged"] as const;
export type Status = (typeof statuses)[number];

const parts: Readonly<Record<string, string>> = {
  idle: "kexec_load",
  call: "kexec_load",
  file: "kexec_file_load",
  reboot: "reboot",
  size: "crash size",
  panic: "panic",
  hotplug: "hotplug",
  sysctls: "sysctls",
};

/** Every transition that some system knows, in the order of the statechart. */
export function transitionRows(systems: readonly System[]): TransitionRow[] {
  const keys = new Set(systems.flatMap(({ marks }) => [...marks.keys()]));
  return [...keys].map((key) => ({
    key,
    part: parts[key.split(/[ .]/)[0] ?? ""] ?? "the machine",
    label: labelOf(key),
    marks: systems.map(({ marks }) => marks.get(key) ?? null),
  }));
}

/** A transition as the statechart labels it. */
export function labelOf(key: string): string {
  const info = transitionInfo(key);
  if (!info) return key;
  const guard = info.guard === null ? "" : ` [${info.guard}]`;
  const result = info.result === null ? "" : ` / ${info.result.text}`;
  return `${info.event ?? "always"}${guard}${result}`;
}

/** The state that a transition leaves, and what it says of itself. */
export function fromText(key: string): string {
  const [path = ""] = key.split(" ");
  return stateInfo(path)?.path ?? path;
}

export function rowsThat(
  rows: readonly TransitionRow[],
  { text, status }: { readonly text: string; readonly status: Status },
): TransitionRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ key, label, marks }) => {
    return `${key} ${label}`.toLowerCase().includes(wanted) && isOf(status, marks);
  });
}

function isOf(status: Status, marks: readonly (OverlayMark | null)[]): boolean {
  const kinds = marks.map((mark) => mark?.kind ?? "missing");
  switch (status) {
    case "":
      return true;
    case "taken nowhere":
      return kinds.every((kind) => kind !== "done");
    case "not taken somewhere":
      return kinds.some((kind) => kind !== "done");
    case "diverged":
      return kinds.includes("diverged");
  }
}

/** How many transitions a system took, of those that it can take. */
export function totalOf({ marks }: System): { readonly done: number; readonly possible: number } {
  const kinds = [...marks.values()].map(({ kind }) => kind);
  const done = kinds.filter((kind) => kind === "done").length;
  return { done, possible: kinds.filter((kind) => kind !== "impossible").length };
}
