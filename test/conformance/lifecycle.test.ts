import { describe, expect, test } from "vitest";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { runTest, type TestResult } from "../../src/conformance/run.ts";
import { machineState } from "../../src/model/machine-state.ts";
import { simulate } from "../../src/model/simulation.ts";
import type { KernelName } from "../../src/model/worlds.ts";
import type { SuiteTest } from "../../src/testgen/suite.ts";
import { call, scripted, suiteWorld } from "./script.ts";

interface Outcome {
  /** What the calls that return do return, in their order. */
  readonly results: (number | null)[];
  /** What the machine does at the end. */
  readonly machine: string;
}

/** Plays a script on model and reference side by side. */
async function outcome(
  kernel: KernelName,
  world: string,
  lines: readonly string[],
): Promise<Outcome> {
  const simulation = simulate(suiteWorld(kernel, world));
  const script = scripted(simulation, lines);
  const result = await runTest(script, { simulation, system: referenceSystem() });
  expect(result).toEqual<TestResult>({
    id: script.id,
    outcome: "conforms",
    steps: script.steps.length,
  });
  return { results: results(script), machine: endOf(simulation, script) };
}

function results({ steps }: SuiteTest): (number | null)[] {
  return steps.filter(({ event }) => event.type === "sys_exit").map((step) => step.expect.result);
}

function endOf(simulation: ReturnType<typeof simulate>, { steps }: SuiteTest): string {
  const last = steps.reduce(
    (state, { event }) => simulation.step(state, event)?.state ?? expect.fail(event.type),
    simulation.initial,
  );
  return machineState(last);
}

function file(request: string): string[] {
  return [`kexec_file_load "${request}, by file"`, "end"];
}

const reboot = ["reboot", "end"];
const jumper = call("normal, preserve context");

describe("model and reference play side by side", () => {
  test.each<[what: string, kernel: KernelName, world: string, lines: string[], outcome: Outcome]>([
    [
      "file loads, over each other and taken away",
      "7.2",
      "files",
      [
        ...[...file("normal"), ...file("unload normal")],
        ...[...file("crash"), ...file("crash"), ...file("unload crash")],
      ],
      { results: [0, 0, 0, 0, 0], machine: "running" },
    ],
    [
      "file loads that fail at every step",
      "fixed",
      "files",
      [
        ...['kexec_file_load "crash, by file"', "until kimage_file_alloc_init"],
        ...["kimage_file_alloc_init -> EINVAL", "end"],
        ...['kexec_file_load "crash, by file"', "until kimage_crash_copy_vmcoreinfo"],
        ...["kimage_crash_copy_vmcoreinfo -> ENOMEM", "end"],
        ...['kexec_file_load "normal, by file"', "until kimage_load_segment"],
        ...["kimage_load_segment -> ENOMEM", "end"],
      ],
      { results: [-22, -12, -12], machine: "running" },
    ],
    [
      "a reboot into the image",
      "seed",
      "reboots",
      [...call("normal"), ...reboot],
      { results: [0], machine: "newKernel" },
    ],
    [
      "a reboot into the image that copies its pages",
      "7.2",
      "reboots",
      [...call("normal"), ...reboot],
      { results: [0], machine: "newKernel" },
    ],
    [
      "reboots without an image, and without the magic numbers",
      "6.1",
      "reboots",
      [...reboot, 'reboot "bad magic"', "end"],
      { results: [-22, -22], machine: "running" },
    ],
    [
      "a jump there and back, twice, to a kernel that writes to its memory",
      "seed",
      "reboots",
      [
        ...[...jumper, "reboot", "until peer_returns", "peer_returns, has written", "end"],
        ...[...reboot, ...call("unload normal")],
      ],
      { results: [0, 0, 0, 0], machine: "running" },
    ],
    [
      "jumps that a task and a device refuse",
      "fixed",
      "reboots",
      [
        ...[...jumper, "reboot", "until freeze_processes", "freeze_processes -> EBUSY", "end"],
        ...["reboot", "until dpm_suspend_start", "dpm_suspend_start -> EBUSY", "end"],
        ...call("unload normal"),
      ],
      { results: [0, -16, -16, 0], machine: "running" },
    ],
    [
      "a panic with a crash image",
      "6.12",
      "panics",
      [...call("crash"), "panic", "until machine_kexec", "machine_kexec"],
      { results: [0], machine: "crashKernel" },
    ],
    [
      "a panic while a call holds the lock, after which there is no dump",
      "6.12",
      "panics",
      [
        ...call("crash"),
        "crash_size_show",
        "until kexec_unlock",
        "panic",
        "__crash_kexec",
        "smp_send_stop",
      ],
      { results: [0], machine: "dead" },
    ],
    [
      "an oops that kills its task, which keeps the lock for ever",
      "seed",
      "panics",
      ['kexec_load "crash"', "until copy_from_user", "oops"],
      { results: [], machine: "running" },
    ],
    [
      "an oops that becomes a panic",
      "seed",
      "panics",
      [...call("crash"), "crash_size_show", "oops, kexec_should_crash", "end"],
      { results: [0], machine: "crashKernel" },
    ],
    [
      "a panic that stops the others first",
      "seed",
      "late-panics",
      [...call("crash"), "panic", "until smp_send_stop", "smp_send_stop", "end"],
      { results: [0], machine: "crashKernel" },
    ],
    [
      "a panic that panics again",
      "seed",
      "panics",
      [...call("crash"), "panic", "until machine_crash_shutdown", "panic", "smp_send_stop"],
      { results: [0], machine: "dead" },
    ],
    [
      "a hotplug event that rewrites the elfcorehdr",
      "7.2",
      "sizes",
      [
        ...[...call("crash, hotplug"), "crash_handle_hotplug_event"],
        ...["arch_crash_handle_hotplug_event", "hotplug_unlock", ...call("unload crash")],
      ],
      { results: [0, 0], machine: "running" },
    ],
    [
      "a crash region that becomes smaller, and what it says of itself",
      "6.12",
      "sizes",
      [
        'crash_size_store "12288"',
        "end",
        "crash_size_show",
        "end",
        ...call("crash"),
        ...call("unload crash"),
      ],
      { results: [0, 0, 0, 0], machine: "running" },
    ],
    [
      "limits that every attempt consumes",
      "6.12",
      "limits",
      ["kexec_load_limit_panic = 1", ...file("unload crash"), ...call("unload crash")],
      { results: [0, -1], machine: "running" },
    ],
  ])("%s, on %s", async (_what, kernel, world, lines, expected) => {
    expect(await outcome(kernel, world, lines)).toEqual(expected);
  });
});

describe("known bugs are alike on both sides:", () => {
  const unreadable = ['kexec_load "normal, 32-bit"', "until copy_user_segment_list"];
  test.each<[kernel: KernelName, result: number]>([
    ["seed", -14],
    ["5.10", -14],
    ["6.1", 16],
    ["6.12", 16],
    ["7.2", 16],
    ["fixed", -14],
  ])("B4: a 32-bit list that cannot be read gives on %s %i", async (kernel, result) => {
    const lines = [...unreadable, "copy_user_segment_list -> EFAULT", "end"];
    expect(await outcome(kernel, "compat", lines)).toMatchObject({ results: [result] });
  });

  test.each<[kernel: KernelName, result: number]>([
    ["seed", -22],
    ["5.10", 0],
    ["6.1", 0],
    ["6.12", 0],
    ["7.2", 0],
    ["fixed", -22],
  ])("N1: the largest of all sizes gives on %s %i", async (kernel, result) => {
    const lines = ['crash_size_store "18446744073709551615"', "end"];
    expect(await outcome(kernel, "sizes", lines)).toMatchObject({ results: [result] });
  });

  test("B2: on 7.2 a load faults on the control page of an image that is not freed yet", async () => {
    const lines = [
      ...['kexec_file_load "crash, by file"', "until kimage_load_segment"],
      ...["kimage_load_segment -> ENOMEM", "until kimage_free"],
      ...['1: kexec_load "crash"', "1: until machine_kexec_prepare"],
      ...["1: machine_kexec_prepare", "1: oops", "end"],
    ];
    const { results: returned } = await outcome("7.2", "faults", lines);
    expect(returned).toEqual([-12]);
  });
});
