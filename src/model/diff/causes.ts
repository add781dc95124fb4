import type { Feature } from "../../memory/bounds.ts";
import type { Deed } from "./deed.ts";
import { shown } from "./difference.ts";
import { bugsOf, lacking, toggled } from "./features.ts";
import { interpretedKernel, type Kernel } from "./kernel.ts";
import { answered, perform, type Run } from "./perform.ts";
import type { Sighting } from "./search.ts";

/** Why two kernels differ somewhere. */
export interface Causes {
  /** Each makes one kernel do what the other does; or, if none does, those that matter together. */
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
  const differing = [...lacking(a, b), ...lacking(b, a)].sort();
  return (sighting) => {
    const show = (features: readonly Feature[]): string => kernelOf(features)(sighting);
    const without = (side: readonly Feature[], feature: Feature): string =>
      show(toggled(side, feature));
    const alone = differing.filter(
      (feature) => without(a, feature) === show(b) || without(b, feature) === show(a),
    );
    const together = differing.filter(
      (feature) => without(a, feature) !== show(a) || without(b, feature) !== show(b),
    );
    return {
      features: alone.length > 0 ? alone : together,
      bugs: (["a", "b"] as const).flatMap((side) => {
        const features = side === "a" ? a : b;
        return bugsOf(features)
          .filter(({ feature }) => without(features, feature) !== show(features))
          .map(({ id }) => ({ id, in: side }));
      }),
    };
  };
}

/** What a kernel shows at the end of a sighting's deeds. */
type Replayed = (sighting: Sighting) => string;

/** Keeps what came of the deeds on the way: sightings share how they begin. */
function replayed(kernel: Kernel): Replayed {
  const runs = new Map<string, Run>();
  const runOf = (deeds: readonly Deed[]): Run => {
    const name = JSON.stringify(deeds);
    const known = runs.get(name);
    if (known) return known;
    const [before, last] = [deeds.slice(0, -1), deeds.at(-1)];
    if (!last) throw new RangeError("expected at least one deed, got none");
    const from = before.length === 0 ? kernel.initial : runOf(before).after;
    const run =
      last.kind === "call" && last.answer
        ? answered(kernel, runOf([...before, { ...last, answer: null }]), last.answer)
        : perform(kernel, from, last);
    runs.set(name, run);
    return run;
  };
  const known = new WeakMap<Sighting, string>();
  return (sighting) => {
    const { deeds, difference } = sighting;
    const text = known.get(sighting) ?? shown(kernel.layout, runOf(deeds), difference.facts);
    known.set(sighting, text);
    return text;
  };
}
