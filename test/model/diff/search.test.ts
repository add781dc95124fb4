import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../../properties/index.ts";
import type { Feature } from "../../../src/memory/bounds.ts";
import { createLayout } from "../../../src/memory/layout.ts";
import { bugsOf, toggled } from "../../../src/model/diff/features.ts";
import { compiledKernel, interpretedKernel } from "../../../src/model/diff/kernel.ts";
import { sceneOf, type Theme, themes } from "../../../src/model/diff/scene.ts";
import { search } from "../../../src/model/diff/search.ts";
import { type KernelName, kernels } from "../../../src/model/kernels.ts";

function themeCalled(name: string): Theme {
  const theme = themes.find((one) => one.name === name);
  if (!theme) throw new RangeError(`no theme ${name}`);
  return theme;
}

const base = kernels["7.2"];

/** Where each feature shows in kernels that differ in nothing else. */
const shownIn: Readonly<Record<Feature, string>> = {
  "kexec-jump": "normal images",
  "list-copied-before-lock": "normal images",
  "crash-size-trylock": "the size of the crash region",
  "leftover-count-returned": "normal images",
  "load-limits": "what the administrator forbids",
  "shrink-rounds-first": "the size of the crash region",
  "shrink-rounding-wraps": "the size of the crash region",
  "released-region-cleared": "the size of the crash region",
  "crash-hotplug": "crash images",
  "destination-test-inclusive": "normal images",
  "relocation-copies": "normal images",
  "control-page-rox": "crash images",
  "frees-unlisted-source-page": "normal images",
  "frees-before-unlock": "crash images by file",
};

describe("a feature", () => {
  const kernel = compiledKernel(base);

  test.each(Object.entries(shownIn))("%s shows when nothing else differs", (name, theme) => {
    const changed = compiledKernel(toggled(base, name as Feature)); // a key of the table
    const { sightings } = search(kernel, changed, themeCalled(theme));
    expect(sightings.length).toBeGreaterThan(0);
  });
});

test("a kernel does not differ from itself, by either way to step it", () => {
  const theme = themeCalled("what the administrator forbids");
  expect(search(compiledKernel(base), interpretedKernel(base), theme).sightings).toEqual([]);
});

test("compiled kernels and those that XState steps show the same differences", () => {
  const theme = themeCalled("crash images");
  const [a, b] = [kernels["5.10"], kernels["6.1"]];
  const compiled = search(compiledKernel(a), compiledKernel(b), theme);
  const interpreted = search(interpretedKernel(a), interpretedKernel(b), theme);
  expect(compiled.sightings.length).toBeGreaterThan(0);
  expect(interpreted).toEqual(compiled);
});

describe.each(Object.keys(kernels))("the known bugs of %s", (name) => {
  test("are its properties' known violations", () => {
    const features = kernels[name as KernelName]; // a key of the table
    const violated = kexecProperties(createLayout(sceneOf(features).bounds)).flatMap(
      ({ expect: expected }) => (expected?.kind === "known-violation" ? [expected.id] : []),
    );
    const ids = bugsOf(features).map(({ id }) => id);
    expect([...new Set(violated)].sort()).toEqual(ids.sort());
  });
});
