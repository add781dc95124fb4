import { describe, expect, test } from "vitest";
import { mutants } from "../../src/model/mutants.ts";
import { presets, worldsOf } from "../../src/model/worlds.ts";
import { expectedToHold } from "../../src/xstate/property.ts";
import { judge, propertiesOf } from "./judged.ts";

/** In `fixed` the one known violation is a promise, too. */
const promises = propertiesOf("fixed").filter(
  (property) => property.kind !== "sometimes" && expectedToHold(property),
);

/** `world steps` of the shortest counterexample in the first world that has one. */
function refutation(name: string, mutant: keyof typeof mutants): string {
  for (const preset of presets) {
    for (const world of worldsOf(preset, "fixed").reverse()) {
      const [finding] = judge({ world, edit: mutants[mutant], only: name }).properties;
      if (finding?.outcome !== "violated" || !finding.trace) continue;
      return `${preset} ${world.name} ${finding.trace.steps.length}`;
    }
  }
  return "not refuted";
}

describe("every promise, judged alone, is refuted by the mutant that it names", () => {
  const cases: readonly (readonly [property: string, expected: string])[] = [
    ["allocated-image-installed-or-freed-once", "quick requests 13"],
    ["displaced-image-freed-once", "quick requests 26"],
    ["nothing-refers-to-a-freed-image", "quick requests 25"],
    ["failed-normal-load-keeps-the-slot", "quick requests 30"],
    ["failed-crash-load-empties-the-slot", "quick requests 27"],
    ["no-call-touches-the-other-slot", "quick requests 16"],
    ["crash-image-has-vmcoreinfo", "quick requests 16"],
    ["context-preserved-only-when-asked", "quick requests 16"],
    ["mutual-exclusion", "quick requests 3"],
    ["trylock-is-busy-iff-the-lock-is-held", "quick race 6"],
    ["no-lock-at-return", "quick requests 14"],
    ["load-disabled-never-goes-back", "quick requests 2"],
    ["region-protected-iff-crash-image", "quick requests 18"],
    ["region-written-only-by-crash-loads", "quick requests 32"],
    ["control-pages-are-no-destinations", "quick requests 9"],
    ["source-pages-in-place-or-nobodys", "quick memory 17"],
    ["no-page-over-the-limit-is-used", "quick memory 9"],
    ["installed-image-holds-the-callers-data", "quick region 19"],
    ["lock-free-frames-are-installed", "quick requests 11"],
    ["only-an-unlisted-source-page-is-lost", "quick memory 17"],
    ["set-aside-pages-are-given-back", "quick requests 10"],
    ["first-gate-decides-the-error", "quick requests 2"],
    ["first-rule-decides-the-error", "quick requests 8"],
    ["failing-step-decides-the-error", "quick requests 12"],
    ["result-is-final", "quick requests 7"],
    ["zero-iff-the-slot-was-exchanged", "quick requests 18"],
    ["state-facts-hold", "quick requests 9"],
    ["every-call-returns", "quick race 9"],
    ["lock-is-released", "quick race 14"],
  ];

  test("each of them is listed here", () => {
    expect(cases.map(([name]) => name)).toEqual(promises.map(({ name }) => name));
  });

  test.each(cases)("%s: %s", { timeout: 60_000 }, (name, expected) => {
    const { refutedBy } = promises.find((one) => one.name === name) ?? {};
    const mutant = refutedBy ?? expect.fail(`${name} names no mutant`);
    expect(refutation(name, mutant as keyof typeof mutants)).toBe(expected); // typed as such
  });
});
