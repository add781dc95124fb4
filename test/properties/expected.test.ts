import { beforeAll, describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import { literalOf } from "../../src/model/literal.ts";
import type { Edit } from "../../src/model/mutant.ts";
import { mutants } from "../../src/model/mutants.ts";
import type { CheckReport, TraceReport } from "../../src/model/report.ts";
import { type KernelName, kernelNames, type World, worldsOf } from "../../src/model/worlds.ts";
import { ending, judge, propertiesOf } from "./judged.ts";

/** The check of a kernel at the quick bounds. */
function checked(kernel: KernelName): CheckReport {
  const worlds = worldsOf("quick", kernel);
  const [first] = worlds;
  return aggregate({
    tool: "test",
    kernel,
    preset: "quick",
    mutant: null,
    worlds: worlds.map((world) => judge({ world })),
    claims: propertiesOf(kernel),
    literal: literalOf(createLayout(first?.bounds ?? expect.fail("there is no quick world"))),
    coverageMatters: false,
  });
}

const reports = new Map<KernelName, CheckReport>();
beforeAll(() => {
  for (const kernel of kernelNames) reports.set(kernel, checked(kernel));
}, 240_000);

function reportOf(kernel: KernelName): CheckReport {
  return reports.get(kernel) ?? expect.fail(`no report of ${kernel}`);
}

/** The counterexample of a property that is expected to fail. */
function counterexample(kernel: KernelName, name: string): TraceReport {
  const found = reportOf(kernel).properties.find((one) => one.name === name);
  expect([found?.outcome, found?.ok]).toEqual(["violated", true]);
  return found?.trace ?? expect.fail(`${name} has no trace`);
}

describe.each(kernelNames)("kernel %s at the quick bounds", (kernel) => {
  test("is as expected: every promise holds, every witness is found", () => {
    const { verdict, problems } = reportOf(kernel);
    expect([verdict, problems]).toEqual(["holds", []]);
  });

  test("no property is vacuous: each one has spoken about some state or step", () => {
    const silent = reportOf(kernel).properties.filter(({ applied, outcome }) => {
      return applied === 0 || outcome === "vacuous";
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("properties that may fail have a trace, and promises have none", () => {
    const wrong = reportOf(kernel).properties.filter(
      ({ outcome, trace }) =>
        (trace !== null) !== (outcome === "violated" || outcome === "witnessed"),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

/** `id property world steps` of every known violation of a kernel. */
function violations(kernel: KernelName): string[] {
  return reportOf(kernel).properties.flatMap(({ name, expect: its, trace }) =>
    its.kind === "known-violation"
      ? [`${its.id} ${name} ${trace?.world} ${trace?.steps.length}`]
      : [],
  );
}

const b2 = ["B2 crash-image-has-vmcoreinfo file 19", "B2 images-are-freed-under-the-lock limits 7"];
const b8 = "B8 lock-free-frames-are-installed odd 20";
const b4 = "B4 a-call-returns-zero-or-an-error compat 4";
const b1 = "B1 only-destinations-are-set-aside odd 9";
const dump = "B2 the-crash-kernel-finds-vmcoreinfo panic-file 26";
const rounding = "3.2 #16 a-size-of-as-many-pages-changes-nothing size 3";
const wraps = "N1 a-larger-region-is-refused size 3";

describe("the known violations, each with its shortest trace", () => {
  test.each<readonly [kernel: KernelName, expected: readonly string[]]>([
    ["seed", [...b2, b8, dump, rounding]],
    ["5.10", [...b2, b8, dump, wraps]],
    ["6.1", [...b2, b8, b4, dump, wraps]],
    ["6.12", [...b2, b8, b1, b4, dump, wraps]],
    [
      "7.2",
      [
        "B2 crash-image-has-vmcoreinfo file 28",
        "B2 images-are-freed-under-the-lock limits 7",
        "B2 no-write-to-a-read-only-page file 14",
        "B2 region-protected-iff-crash-image file 8",
        b8,
        b1,
        b4,
        "B2 an-installed-image-can-be-executed file 17",
        "B2 the-crash-kernel-finds-vmcoreinfo panic-file 35",
        "B2 the-last-jump-succeeds panic-file 24",
        wraps,
        "B2 lock-is-released file 17",
      ],
    ],
    ["fixed", []],
  ])("of kernel %s", (kernel, expected) => {
    expect(violations(kernel)).toEqual(expected);
  });
});

describe("a profile that is not what it was makes the check fail", () => {
  const [world] = worldsOf("quick", "7.2").filter(({ name }) => name === "file");
  const file: World = world ?? expect.fail("no world file");
  const outcomes = (edit: Edit): string[] =>
    judge({ world: file, edit }).properties.map(({ name, outcome }) => `${name} ${outcome}`);

  test("a bug that is mended: the known violation does not occur any more", () => {
    const { bounds } = file;
    const features = [...bounds.features, "frees-before-unlock"] as const;
    const mended = judge({ world: { ...file, bounds: { ...bounds, features } } });
    const found = mended.properties.map(({ name, outcome }) => `${name} ${outcome}`);
    expect(found).toContain("no-write-to-a-read-only-page holds");
    expect(found).toContain("crash-image-has-vmcoreinfo holds");
  });

  test("a bug that is new: a promise is violated", () => {
    const broken = outcomes(mutants["skip-free-at-out"]);
    expect(broken).toContain("allocated-image-installed-or-freed-once violated");
  });
});

describe("what is known to fail, fails as it says", () => {
  test("B8: a list page is refused while a source page waits, and the source page is lost", () => {
    const trace = counterexample("seed", "lock-free-frames-are-installed");
    expect(ending(trace, 4)).toEqual([
      "kimage_add_page",
      "kimage_alloc_page -> none; result -ENOMEM",
      "kimage_free; image 1 freed; frame 0: LOST (was unlisted source); frames 1, 2, 3 free",
      "kexec_unlock; lock free",
    ]);
  });

  test("B1: the first page that the allocator gives is set aside, and is nobody's", () => {
    expect(ending(counterexample("7.2", "only-destinations-are-set-aside"), 1)).toEqual([
      "kimage_alloc_normal_control_pages -> frame 1; frame 1: set aside of image 1",
    ]);
  });

  test("B2: the image that is freed after the unlock takes the pointer of another one", () => {
    const trace = counterexample("6.12", "crash-image-has-vmcoreinfo");
    const [freed, ...rest] = ending(trace, 3);
    // it is freed while another task, which holds the lock, makes its own image
    expect(freed).toBe("kimage_free; vmcoreinfo_data_safecopy = NULL");
    expect(rest.at(-1)).toBe("xchg; kexec_crash_image = image 2");
    const freeing = trace.steps.at(-3)?.event;
    expect(freeing && "task" in freeing && freeing.task).not.toBe(lastHolder(trace));
  });

  test("B2 on 7.2: a write to a read-only page, and a lock that nobody releases", () => {
    const trace = counterexample("7.2", "lock-is-released");
    const labels = trace.steps.map(({ label }) => label);
    expect(labels).toContain("oops");
    expect(labels.slice(labels.indexOf("oops")).some((label) => label === "kexec_unlock")).toBe(
      false,
    );
  });

  test("B4: a list that faults returns what is left of it", () => {
    const trace = counterexample("6.1", "a-call-returns-zero-or-an-error");
    expect(ending(trace, 2)).toEqual(["copy_user_segment_list -> EFAULT; result 16", "sys_exit"]);
  });

  test("N1: a size in the last page of the address space takes the whole region away", () => {
    expect(ending(counterexample("7.2", "a-larger-region-is-refused"), 1)).toEqual([
      "crash_shrink_memory; crash region: 0 pages",
    ]);
  });

  test("a crash load that fails has freed the old image before it failed", () => {
    const trace = counterexample("seed", "crash-load-that-fails-keeps-the-old-image");
    const [freed = "", , ...rest] = ending(trace, 4);
    expect(freed).toMatch(/^kimage_free; kexec_crash_image = NULL; .*; image 1 freed/);
    expect(rest).toEqual([
      "do_kimage_alloc_init -> ENOMEM; result -ENOMEM",
      "kexec_unlock; lock free",
    ]);
  });

  test("a reload leaves a moment without a crash image", () => {
    const trace = counterexample("seed", "crash-image-at-every-moment");
    expect(ending(trace, 1)[0]).toMatch(/^kimage_free; kexec_crash_image = NULL;/);
  });

  test("a panic finds the lock held, and stops a machine whose crash image is loaded", () => {
    const trace = counterexample("seed", "a-loaded-crash-image-runs-on-panic");
    const [panic, tried] = trace.steps.slice(-2).map(({ label }) => label);
    expect(panic).toMatch(/^panic/);
    expect(tried).toBe("__crash_kexec");
  });

  test("a disabled kexec still starts the kernel that is loaded", () => {
    const trace = counterexample("seed", "load-disabled-stops-every-later-kexec");
    const labels = trace.steps.map(({ label }) => label);
    expect(labels).toContain("kexec_load_disabled = 1");
    expect(labels.at(-1)).toBe("machine_shutdown");
  });

  test("a caller may be refused for ever: both come back, and the other one is first", () => {
    const trace = counterexample("seed", "a-caller-that-asks-again-gets-the-lock");
    const round = trace.steps.slice(trace.loop ?? 0);
    const busy = round.filter(({ changes }) => changes.includes("result -EBUSY"));
    expect(busy.length).toBeGreaterThan(0);
  });
});

/** The task that took the lock last. */
function lastHolder({ steps }: TraceReport): number {
  const taken = steps.filter(({ changes }) =>
    changes.some((said) => said.startsWith("lock: task")),
  );
  const event = taken.at(-1)?.event;
  return event && "task" in event ? event.task : -1;
}

describe("what every property says of itself", () => {
  const all = propertiesOf("fixed");
  test.each(all.map((one) => [one.name, one] as const))("%s", (name, one) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(one.statement).toMatch(/^[A-Z].*\.$/);
    expect(one.source).toMatch(/^(kernel|arch|machines)(\/|:)/);
    const reason = one.expect && one.expect.kind !== "holds" ? one.expect.reason : "x";
    expect(reason).toMatch(/[^.]$/); // the report adds the full stop
  });

  test("no two have the same name", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(97);
  });
});
