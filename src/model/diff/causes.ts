import type { Feature } from "../../memory/bounds.ts";
import type { Deed } from "./deed.ts";
import { bugsOf, lacking, toggled } from "./features.ts";
import { interpretedKernel, type Kernel, type KernelState } from "./kernel.ts";
import { perform } from "./perform.ts";
import { type Sighting, shown } from "./search.ts";

/** Why two kernels differ somewhere. */
export interface Causes {
  /** Features without which one of the two would not do what it does. */
  readonly features: readonly Feature[];
  /** Known bugs that show: mended in that kernel alone, it would do something else. */
  readonly bugs: readonly { readonly id: string; readonly in: "a" | "b" }[];
}

/**
 * Finds out by trying: each kernel does the deeds again, changed in one feature.
 *
 * XState steps these kernels, not the compiled code: there are many, and each does little.
 */
export function causesBetween(
  a: readonly Feature[],
  b: readonly Feature[],
): (sighting: Sighting) => Causes {
  const kernels = new Map<string, Replayed>();
  const kernelOf = (features: readonly Feature[]): Replayed => {
    const name = [...features].sort().join();
    const kernel = kernels.get(name) ?? replayed(interpretedKernel(features));
    kernels.set(name, kernel);
    return kernel;
  };
  const known = new Map<string, boolean>();
  const matters = (features: readonly Feature[], feature: Feature, sighting: Sighting): boolean => {
    const name = `${features.join()} ${feature} ${JSON.stringify([sighting.deeds, sighting.facts])}`;
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    const [mine, changed] = [kernelOf(features), kernelOf(toggled(features, feature))];
    const differs = mine(sighting) !== changed(sighting);
    known.set(name, differs);
    return differs;
  };
  const differing = [...lacking(a, b), ...lacking(b, a)].sort();
  return (sighting) => ({
    features: differing.filter((feature) =>
      [a, b].some((features) => matters(features, feature, sighting)),
    ),
    bugs: (["a", "b"] as const).flatMap((side) => {
      const features = side === "a" ? a : b;
      return bugsOf(features)
        .filter(({ feature }) => matters(features, feature, sighting))
        .map(({ id }) => ({ id, in: side }));
    }),
  });
}

/** What a kernel shows at the end of a sighting's deeds. */
type Replayed = (sighting: Sighting) => string;

/** Keeps the states on the way: sightings share how they begin. */
function replayed(kernel: Kernel): Replayed {
  const states = new Map<string, KernelState>();
  const stateAfter = (deeds: readonly Deed[]): KernelState => {
    const last = deeds.at(-1);
    if (!last) return kernel.initial;
    const name = JSON.stringify(deeds);
    const state = states.get(name) ?? perform(kernel, stateAfter(deeds.slice(0, -1)), last).after;
    states.set(name, state);
    return state;
  };
  const known = new WeakMap<Sighting, string>();
  return (sighting) => {
    const seen = known.get(sighting);
    if (seen !== undefined) return seen;
    const { deeds, facts } = sighting;
    const last = deeds.at(-1);
    if (!last) throw new RangeError("expected a sighting with a deed, got none");
    const text = shown(kernel, perform(kernel, stateAfter(deeds.slice(0, -1)), last), facts);
    known.set(sighting, text);
    return text;
  };
}
