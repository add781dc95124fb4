import type { KexecEvent } from "../../machines/events.ts";
import { assert } from "../base/assert.ts";
import { type Check, checks, lookedAt } from "../base/checks.ts";
import { shapes } from "../base/shapes.ts";
import { checkEvents } from "../conformance/check-event.ts";
import { type KernelName, kernelNames, type World } from "../model/worlds.ts";
import { savedWorlds } from "./trace-world.ts";

/**
 * What a system did with a suite, as it is saved: enough to show every test beside the model, without
 * the suite.
 */
export interface RunFile {
  readonly format: "kexec-model run 1";
  readonly tool: string;
  /** The profile that the system was compared with. */
  readonly kernel: KernelName;
  /** What ran: `reference kernel`, `Linux 6.1.0-44-amd64`. */
  readonly system: string;
  readonly tests: readonly RunTest[];
  /** Which transitions of the statechart the system was seen to take, and which not, and why. */
  readonly transitions: {
    readonly executed: readonly { readonly transition: string; readonly times: number }[];
    readonly missing: readonly { readonly transition: string; readonly reason: string }[];
  };
}

export interface RunTest {
  readonly id: string;
  /** What the test needs from a system; see `GroupName`. */
  readonly group: string;
  /** One that tests are made from; see `savedWorlds`. */
  readonly world: string;
  readonly events: readonly KexecEvent[];
  readonly outcome: RunOutcome;
}

export type RunOutcome =
  | { readonly kind: "conforms" }
  /** All that differed after the first step where something did. */
  | { readonly kind: "diverges"; readonly differences: readonly RunDifference[] }
  | { readonly kind: "error"; readonly message: string }
  | { readonly kind: "skipped"; readonly reason: string };

export interface RunDifference {
  /** Position in the test, from 0; the number of its steps for what is seen at the end. */
  readonly step: number;
  readonly what: string;
  readonly model: string;
  readonly system: string;
}

/** A file that is no run, or one that no model of ours can show; the message says where. */
export class RunFileError extends Error {
  override readonly name = "RunFileError";
}

const runShapes = shapes((message) => new RunFileError(message));
const { list, text, count, object, oneOf, wrong } = runShapes;
const { record, kinds, listOf } = checks(runShapes);

const FORMAT: RunFile["format"] = "kexec-model run 1";

/**
 * Checks that a value is a run whose tests this model can show.
 *
 * @param json what was parsed from the file
 * @throws RunFileError naming the place, what was expected there and what was found
 */
export function parseRun(json: unknown): RunFile {
  const run = object(json, "run");
  oneOf(run["format"], "run.format", [FORMAT]);
  const kernel = oneOf(run["kernel"], "run.kernel", kernelNames);
  const worlds = new Map(savedWorlds(kernel, "suite").map((world) => [world.name, world]));
  record<RunFile>({
    format: lookedAt,
    kernel: lookedAt,
    tool: text,
    system: text,
    tests: (tests, at) => checkTests(tests, at, worlds),
    transitions: record<RunFile["transitions"]>({
      executed: listOf(record<Executed>({ transition: text, times: count })),
      missing: listOf(record<Missing>({ transition: text, reason: text })),
    }),
  })(json, "run");
  return json as RunFile; // every field was checked
}

type Executed = RunFile["transitions"]["executed"][number];
type Missing = RunFile["transitions"]["missing"][number];

function checkTests(json: unknown, at: string, worlds: ReadonlyMap<string, World>): void {
  const ids = new Set<string>();
  for (const [i, test] of list(json, at).entries()) {
    const id = checkTest(test, `${at}[${i}]`, worlds);
    if (ids.has(id)) throw wrong(`${at}[${i}].id`, "an id of its own", id);
    ids.add(id);
  }
}

/** @returns the test's id */
function checkTest(json: unknown, at: string, worlds: ReadonlyMap<string, World>): string {
  const test = object(json, at);
  const world = worlds.get(oneOf(test["world"], `${at}.world`, [...worlds.keys()]));
  assert(world !== undefined, `no world ${test["world"]}`);
  const events = checkEvents(test["events"], `${at}.events`, { world, shapes: runShapes });
  record<RunTest>({
    id: text,
    group: text,
    world: lookedAt,
    events: lookedAt,
    outcome: outcomeOf(events.length),
  })(json, at);
  return text(test["id"], `${at}.id`);
}

type OutcomeOf<Kind extends RunOutcome["kind"]> = Extract<RunOutcome, { readonly kind: Kind }>;

/** @param steps the test's */
function outcomeOf(steps: number): Check {
  const step: Check = (value, at) => {
    count(value, at, steps);
  };
  const difference = record<RunDifference>({ step, what: text, model: text, system: text });
  return kinds({
    conforms: record<OutcomeOf<"conforms">>({ kind: lookedAt }),
    diverges: record<OutcomeOf<"diverges">>({ kind: lookedAt, differences: listOf(difference) }),
    error: record<OutcomeOf<"error">>({ kind: lookedAt, message: text }),
    skipped: record<OutcomeOf<"skipped">>({ kind: lookedAt, reason: text }),
  });
}
