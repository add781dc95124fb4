import { describe, expect, test } from "vitest";
import { mutants } from "../../src/model/mutants.ts";
import { presets, worldsOf } from "../../src/model/worlds.ts";
import { expectedToHold } from "../../src/xstate/property.ts";
import { judge, propertiesOf } from "./judged.ts";

/** In `fixed` every known violation is a promise, too. */
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
    ["allocated-image-installed-or-freed-once", "quick odd 13"],
    ["displaced-image-freed-once", "quick odd 30"],
    ["nothing-refers-to-a-freed-image", "quick size 26"],
    ["failed-normal-load-keeps-the-slot", "quick odd 31"],
    ["failed-crash-load-empties-the-slot", "quick size 29"],
    ["no-call-touches-the-other-slot", "quick size 16"],
    ["crash-image-has-vmcoreinfo", "quick size 16"],
    ["context-preserved-only-when-asked", "quick odd 20"],
    ["images-are-freed-under-the-lock", "quick limits 7"],
    ["a-file-load-that-succeeds-is-installed", "quick limits 9"],
    ["mutual-exclusion", "quick odd 4"],
    ["trylock-is-busy-iff-the-lock-is-held", "quick size 25"],
    ["no-lock-at-return", "quick size 14"],
    ["no-write-to-a-read-only-page", "quick panic-file 14"],
    ["load-disabled-never-goes-back", "quick limits 2"],
    ["region-protected-iff-crash-image", "quick size 18"],
    ["region-written-only-by-its-owners", "quick size 33"],
    ["control-pages-are-no-destinations", "quick odd 9"],
    ["source-pages-in-place-or-nobodys", "quick memory 17"],
    ["no-page-over-the-limit-is-used", "quick memory 9"],
    ["installed-image-holds-the-callers-data", "quick region 19"],
    ["lock-free-frames-are-installed", "quick odd 11"],
    ["only-an-unlisted-source-page-is-lost", "quick memory 17"],
    ["only-destinations-are-set-aside", "quick odd 9"],
    ["set-aside-pages-are-given-back", "quick odd 10"],
    ["first-gate-decides-the-error", "quick requests 2"],
    ["first-rule-decides-the-error", "quick requests 8"],
    ["failing-step-decides-the-error", "quick size 12"],
    ["result-is-final", "quick odd 8"],
    ["zero-iff-the-slot-was-exchanged", "quick odd 22"],
    ["a-call-returns-zero-or-an-error", "quick compat 4"],
    ["functions-of-a-call-follow-in-order", "quick odd 11"],
    ["a-task-on-a-panicking-cpu-is-gone", "quick panic-late 2"],
    ["the-panic-path-follows-in-order", "quick panic-file 15"],
    ["relocation-goes-on-to-its-end", "quick limits 16"],
    ["a-hotplug-event-follows-in-order", "quick size 20"],
    ["a-page-handed-out-is-accounted-for", "quick memory 16"],
    ["a-destination-moves-into-place", "quick memory 19"],
    ["page-tables-are-counted", "quick memory 11"],
    ["an-image-is-prepared-with-its-tables", "standard file-room 6"],
    ["a-crash-image-has-its-vmcoreinfo-page", "quick size 12"],
    ["a-page-whose-copy-stopped-is-torn", "quick odd 17"],
    ["hotplug-support-only-when-asked", "quick size 16"],
    ["an-installed-image-can-be-executed", "quick odd 20"],
    ["an-unload-by-file-empties-its-slot", "quick panic-file 16"],
    ["an-unload-of-nothing-changes-nothing", "quick limits 4"],
    ["a-frozen-task-calls-nothing", "quick reboot 29"],
    ["a-signal-kills-its-task-alone", "standard race 2"],
    ["one-reboot-at-a-time", "quick reboot 4"],
    ["a-failing-jump-is-busy", "quick reboot 29"],
    ["frozen-only-for-a-jump", "quick reboot 29"],
    ["the-peer-leaves-what-it-wrote", "quick reboot 32"],
    ["a-crash-size-that-is-no-number-is-refused", "quick size 1"],
    ["a-new-crash-size-is-taken", "quick size 3"],
    ["a-write-of-1-disables-loading", "quick limits 1"],
    ["a-load-limit-is-what-was-written", "quick limits 1"],
    ["a-hotplug-event-rewrites-the-elfcorehdr", "quick size 21"],
    ["a-hotplug-event-closes-what-it-opened", "quick size 22"],
    ["first-reboot-gate-decides-the-error", "quick reboot 1"],
    ["a-reboot-needs-an-image", "quick limits 4"],
    ["relocated-frames-hold-what-was-asked", "quick limits 17"],
    ["relocation-spares-its-own-pages", "quick limits 30"],
    ["a-reboot-with-an-image-runs-it", "quick reboot 27"],
    ["a-jump-leaves-memory-as-before", "quick reboot 33"],
    ["the-image-stays-loaded-after-a-jump", "quick reboot 33"],
    ["the-panic-path-never-waits", "quick panic-file 21"],
    ["a-free-lock-and-an-image-give-a-dump", "quick panic-late 21"],
    ["the-crash-kernel-is-complete", "quick panic-file 5"],
    ["the-crash-kernel-finds-vmcoreinfo", "quick panic-late 25"],
    ["the-last-jump-succeeds", "quick panic-late 25"],
    ["first-rule-of-the-crash-size-decides", "quick size 23"],
    ["the-region-only-shrinks", "quick size 8"],
    ["a-loaded-region-keeps-its-size", "quick size 23"],
    ["a-larger-region-is-refused", "quick size 3"],
    ["a-size-of-as-many-pages-changes-nothing", "quick size 3"],
    ["load-limits-only-go-down", "quick limits 2"],
    ["every-attempt-consumes-the-limit", "quick limits 3"],
    ["a-hotplug-event-keeps-the-lock-rule", "quick size 17"],
    ["state-facts-hold", "quick odd 9"],
    ["every-call-returns", "quick file 10"],
    ["lock-is-released", "quick file 17"],
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
