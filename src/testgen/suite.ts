import type { KexecEvent } from "../../machines/events.ts";
import type { Observables } from "../model/observables.ts";
import type { KernelName } from "../model/worlds.ts";

export type { Observables } from "../model/observables.ts";

/**
 * A test suite as it is saved: documented JSON that needs no code of ours to be read.
 *
 * A test is one run of the model from the empty state back to a state without images, or to where
 * nothing can be given back: another kernel runs, none does, or a task is gone for good. Every step
 * is an event, with what an observer must see after it.
 */
export interface Suite {
  readonly format: "kexec-model suite 1";
  readonly tool: string;
  readonly kernel: KernelName;
  /** Hash of statechart, worlds and requests; a suite of another model is refused. */
  readonly model: string;
  /** The criterion, as asked for: `transitions`, `pairs`, `paths`, `states`, `hsi`, `random`. */
  readonly cover: string;
  /** For `random` only. */
  readonly seed: number | null;
  readonly groups: readonly Group[];
  /** Things to cover that no test covers, each with the reason. */
  readonly uncovered: readonly { readonly item: string; readonly reason: string }[];
}

/**
 * What the tests of a group need from the system under test, beside one caller:
 *
 * - `caller`: nothing but kexec_load; bad requests, unreadable lists and buffers, one-way sysctls
 *   included
 * - `allocator`: the page allocator returns chosen frames
 * - `policy`: an LSM refuses, or the kernel is locked down
 * - `two-callers`: a second task
 * - `faults`: an allocation or the architecture fails
 * - `kills`: a fatal signal at a chosen moment
 * - `doors`: the other system calls: kexec_file_load, reboot as far as it is refused, the 32-bit
 *   entry; crash size and load limits; a second task, failures and fatal signals there
 * - `hotplug`: a CPU or memory comes or goes at a chosen moment
 * - `reboots`: the machine reboots into the image, or jumps there and back; devices and tasks may
 *   refuse to come to rest
 * - `panics`: a CPU panics, or a task hits a bug, at a chosen moment
 */
export const groupNames = [
  "caller",
  "allocator",
  "policy",
  "two-callers",
  "faults",
  "kills",
  "doors",
  "hotplug",
  "reboots",
  "panics",
] as const;
export type GroupName = (typeof groupNames)[number];

export interface Group {
  readonly name: GroupName;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  /** `caller-3`: unique in a suite. */
  readonly id: string;
  /** The world whose bounds and requests the test uses; see suiteWorlds. */
  readonly world: string;
  /** What this test is the first of its suite to cover. */
  readonly covers: readonly string[];
  readonly steps: readonly SuiteStep[];
}

export interface SuiteStep {
  readonly event: KexecEvent;
  /** The event as a person reads it; a request is spelt by its name. */
  readonly label: string;
  /** Keys of the statechart's transitions that the step takes, `path eventType position`. */
  readonly transitions: readonly string[];
  readonly expect: Observables;
}
