import { beforeAll, describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import { literalOf } from "../../src/model/literal.ts";
import type { CheckReport, PropertyReport, TraceReport } from "../../src/model/report.ts";
import { type KernelName, worldsOf } from "../../src/model/worlds.ts";
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

let seed: CheckReport;
let fixed: CheckReport;
beforeAll(() => {
  seed = checked("seed");
  fixed = checked("fixed");
}, 120_000);

function property(report: CheckReport, name: string): PropertyReport {
  return report.properties.find((one) => one.name === name) ?? expect.fail(`no property ${name}`);
}

/** The counterexample of a property that is expected to fail. */
function counterexample(name: string): TraceReport {
  const { outcome, ok, trace } = property(seed, name);
  expect([outcome, ok]).toEqual(["violated", true]);
  return trace ?? expect.fail(`${name} has no trace`);
}

describe("the seed at the quick bounds", () => {
  test("is as expected: every promise holds, every witness is found", () => {
    expect([seed.verdict, seed.problems]).toEqual(["holds", []]);
    const outcomes = seed.properties.map(({ outcome }) => outcome);
    const count = (wanted: string): number => outcomes.filter((one) => one === wanted).length;
    expect([count("holds"), count("witnessed"), count("violated")]).toEqual([28, 3, 5]);
    expect(outcomes).toHaveLength(36);
  });

  test("no property is vacuous: each one has spoken about some state or step", () => {
    const silent = seed.properties.filter(({ applied, outcome }) => {
      return applied === 0 || outcome === "vacuous";
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("every witness has a trace", () => {
    const witnesses = seed.properties.filter(({ kind }) => kind === "sometimes");
    expect(witnesses.map(({ name, trace }) => `${name} ${trace?.steps.length}`)).toEqual([
      "both-images-are-loaded 38",
      "a-source-page-is-in-place 16",
      "a-killed-crash-load-installs 19",
    ]);
  });
});

describe("what is known to fail, fails as it says", () => {
  test("is B8 and four weaknesses", () => {
    const failing = seed.properties.filter(({ expect: { kind } }) => kind !== "holds");
    expect(failing.map(({ name, expect: { kind } }) => `${kind} ${name}`)).toEqual([
      "weakness crash-load-that-fails-keeps-the-old-image",
      "weakness crash-image-at-every-moment",
      "weakness region-protected-after-every-call",
      "known-violation lock-free-frames-are-installed",
      "weakness a-caller-that-asks-again-gets-the-lock",
    ]);
  });

  test("B8: a list page is refused while a source page waits, and the source page is lost", () => {
    const trace = counterexample("lock-free-frames-are-installed");
    expect(trace.world).toBe("memory");
    expect(ending(trace, 5)).toEqual([
      "kimage_alloc_page -> frame 1; frame 1: unlisted source (in place) of image 1",
      "kimage_add_page",
      "kimage_alloc_page -> none; result -ENOMEM",
      "kimage_free; image 1 freed; frames 0, 2, 3, 4, 5 free; frame 1: LOST (was unlisted source)",
      "kexec_unlock; lock free",
    ]);
  });

  test("a crash load that fails has freed the old image before it failed", () => {
    const trace = counterexample("crash-load-that-fails-keeps-the-old-image");
    const [freed = "", ...rest] = ending(trace, 3);
    expect(freed).toMatch(/^kimage_free; kexec_crash_image = NULL; .*; image 1 freed/);
    expect(rest).toEqual(["kimage_alloc_init; result -EADDRNOTAVAIL", "kexec_unlock; lock free"]);
  });

  test("a reload leaves a moment without a crash image", () => {
    const trace = counterexample("crash-image-at-every-moment");
    const calls = trace.steps.filter(({ event }) => event.type === "kexec_load");
    expect(calls.map(({ label }) => label)).toEqual(Array(2).fill('kexec_load "crash"'));
    expect(ending(trace, 1)[0]).toMatch(/^kimage_free; kexec_crash_image = NULL;/);
  });

  test("an unload leaves the region writable", () => {
    const trace = counterexample("region-protected-after-every-call");
    const [unprotected, freed = "", unlocked] = ending(trace, 3);
    expect(unprotected).toBe("do_kexec_load; crash region writable");
    expect(freed).toMatch(/^kimage_free; kexec_crash_image = NULL;/);
    expect(unlocked).toBe("kexec_unlock; lock free"); // nothing protects it again
  });
});

test("a caller may be refused for ever: both come back, and the other one is first", () => {
  const trace = counterexample("a-caller-that-asks-again-gets-the-lock");
  expect([trace.world, trace.steps.length, trace.loop]).toEqual(["race", 13, 2]);
  const round = trace.steps.slice(trace.loop ?? 0);
  const busy = round.filter(({ changes }) => changes.includes("result -EBUSY"));
  expect(busy.map(({ event }) => event)).toEqual([{ type: "kexec_trylock", task: 0 }]);
});

describe("the seed with B8 mended", () => {
  test("is as expected, and no frame is lost", () => {
    expect([fixed.verdict, fixed.problems]).toEqual(["holds", []]);
    const conserved = property(fixed, "lock-free-frames-are-installed");
    expect([conserved.outcome, conserved.expect.kind]).toEqual(["holds", "holds"]);
  });

  test("reaches fewer states: those with a lost frame are gone", () => {
    const sizes = ({ worlds }: CheckReport): string =>
      worlds.map(({ world, states }) => `${world} ${states}`).join(", ");
    expect(sizes(seed)).toBe("race 9738, memory 8122, region 493, requests 4174");
    expect(sizes(fixed)).toBe("race 9738, memory 4801, region 493, requests 4174");
  });

  test("still has the four weaknesses, and nothing else fails", () => {
    const violated = fixed.properties.filter(({ outcome }) => outcome === "violated");
    expect(violated.map(({ expect: { kind } }) => kind)).toEqual(Array(4).fill("weakness"));
  });
});

describe("what every property says of itself", () => {
  const all = propertiesOf("seed");
  test.each(all.map((one) => [one.name, one] as const))("%s", (name, one) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(one.statement).toMatch(/^[A-Z].*\.$/);
    expect(one.source).toMatch(/^(kernel|arch|machines)\//);
    const reason = one.expect && one.expect.kind !== "holds" ? one.expect.reason : "x";
    expect(reason).toMatch(/[^.]$/); // the report adds the full stop
  });

  test("no two have the same name", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(36);
  });
});
