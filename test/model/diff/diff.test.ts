import { describe, expect, test } from "vitest";
import { type Difference, diffKernels } from "../../../src/model/diff/diff.ts";
import { kernels } from "../../../src/model/kernels.ts";

/** A difference seen from the other side. */
function mirrored({ a, b, bugs, ...rest }: Difference): Difference {
  const swapped = bugs.map(({ id, in: side }) => ({ id, in: side === "a" ? "b" : "a" }) as const);
  return { ...rest, a: b, b: a, bugs: swapped };
}

/** The difference that a call shows, first of all calls. */
function shownBy(differences: readonly Difference[], call: string): Difference | undefined {
  return differences.find(({ shownBy: [first] }) => first?.call === call);
}

test("nothing differs between a kernel and itself", () => {
  expect(diffKernels(kernels["6.1"], kernels["6.1"]).differences).toEqual([]);
});

describe("between 6.12 and 7.2", () => {
  const { differences } = diffKernels(kernels["6.12"], kernels["7.2"]);

  test("the other way round the differences are the same", () => {
    const back = diffKernels(kernels["7.2"], kernels["6.12"]);
    expect(back.differences.map(mirrored)).toEqual(differences);
  });

  test("relocation leaves the data in the source pages, or what it replaced", () => {
    const found = shownBy(differences, "reboot");
    expect(found?.features).toEqual(["relocation-copies"]);
    expect(found?.a.facts).toEqual(["other frames: junk"]);
    expect(found?.b.facts).toEqual(["other frames: data"]);
    expect(found?.shownBy[0]?.after).toEqual(['kexec_load "normal"']);
  });

  test("B2 turns into a page fault, and into a panic without a dump", () => {
    const lethal = { features: ["control-page-rox"], bugs: [{ id: "B2", in: "b" }] };
    const fault = differences.find(({ b }) => b.result === "page fault, oops");
    expect(fault).toMatchObject({ ...lethal, a: { result: "0" } });
    expect(shownBy(differences, "panic")).toMatchObject({
      ...lethal,
      a: { result: "the crash kernel runs" },
      b: { result: "nothing runs any more" },
    });
  });

  test("each is shown by a call after deeds on which both agree, shortest first", () => {
    const lengths = differences.map(({ shownBy: [first] }) => first?.after.length ?? -1);
    expect(lengths).toEqual([...lengths].sort());
    expect(lengths[0]).toBe(0);
  });
});
