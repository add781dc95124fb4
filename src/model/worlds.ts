import type { Bounds, Feature } from "../memory/bounds.ts";
import type { Request } from "../memory/request.ts";
import { type KernelName, kernels } from "./kernels.ts";
import { lifecycleSuiteWorlds } from "./lifecycle-suite-worlds.ts";
import { lifecycleWorlds } from "./lifecycle-worlds.ts";
import {
  crash,
  defective,
  normal,
  type Place,
  preservingContext,
  unloadCrash,
  unloadNormal,
} from "./requests.ts";
import type { PresetName, World } from "./world.ts";

export type { KernelName } from "./kernels.ts";
export { kernelNames, kernels } from "./kernels.ts";
export type { PresetName, World } from "./world.ts";
export { presets } from "./world.ts";

/** The worlds of a preset. */
export function worldsOf(preset: PresetName, kernel: KernelName): World[] {
  const features = kernels[kernel];
  const full = preset !== "quick";
  const common = [
    memory(features, preset),
    region(features),
    requests(features, full),
    ...lifecycleWorlds(features, preset),
  ];
  if (preset === "deep") return [deepRace(features), ...common, crowd(features, preset)];
  return [race(features, full), ...common, ...(full ? [crowd(features, preset)] : [])];
}

/**
 * Small worlds that take every transition together: tests are made from them. Each lets a run end
 * with both slots empty.
 */
export function suiteWorlds(kernel: KernelName): World[] {
  const features = kernels[kernel];
  const small = { tasks: 1, overLimit: [], listPageWords: 3, tablePages: 0, features };
  const place = { frames: 9, crashFrames: 4 };
  const large = { frames: 10, crashFrames: 4 };
  const roomy = { frames: 12, crashFrames: 6 };
  const wide = { ...small, ...large, overLimit: [9], tablePages: 1 };
  const unloads = [unloadNormal, unloadCrash];
  const inclusive = features.some((feature) => feature === "destination-test-inclusive");
  const one = (name: string, purpose: string, bounds: Bounds): World => ({
    name,
    purpose,
    bounds,
    sigkill: true,
    sysctl: false,
  });
  return [
    one("reload", "one caller, one-page images, loaded and loaded again", {
      ...small,
      ...place,
      requests: [normal("normal", [0, 1]), crash(place, "crash", [0, 1]), ...unloads],
    }),
    one("two-pages", "one caller, a segment of two pages", {
      ...wide,
      requests: [normal("normal, two pages", [0, 2, 1.5]), unloadNormal],
    }),
    one("two-segments", "one caller, two segments", {
      ...wide,
      requests: [normal("normal, two segments", [0, 1, 0], [2, 1, 0.5]), unloadNormal],
    }),
    one("empty-segment", "one caller, an empty segment before a full one", {
      ...small,
      ...place,
      requests: [
        normal("normal, an empty segment first", [0, 0], [0, 1]),
        // B1: where the first one finds no page at all
        ...(inclusive ? [normal("normal, an empty segment at 1", [1, 0], [0, 1])] : []),
        unloadNormal,
      ],
    }),
    one("crash-room", "one caller, crash images that fit and that do not", {
      ...wide,
      ...roomy,
      overLimit: [],
      requests: [...crashImages(roomy), unloadCrash],
    }),
    { ...race(features, false), name: "two-callers" },
    { ...requests(features, false), name: "defects", sysctl: true },
    ...lifecycleSuiteWorlds(features),
  ];
}

/** Two callers with one-page images: every interleaving of load, reload and unload. */
function race(features: readonly Feature[], full: boolean): World {
  const place = { frames: full ? 9 : 4, crashFrames: 3 };
  return {
    name: "race",
    purpose: "two callers, one-page images: every interleaving",
    bounds: {
      tasks: 2,
      ...place,
      overLimit: [],
      listPageWords: 3,
      tablePages: 0,
      requests: [
        normal("normal", [0, 1]),
        crash(place, "crash", [0, 1]),
        unloadNormal,
        unloadCrash,
      ],
      features,
    },
    sigkill: full,
    sysctl: false,
    liveness: "calls",
  };
}

/** Two callers with larger images, too. */
function deepRace(features: readonly Feature[]): World {
  const place = { frames: 12, crashFrames: 3 };
  const { bounds, liveness: _, ...rest } = race(features, true);
  const requests = [
    normal("normal", [0, 1]),
    normal("normal, two pages", [0, 2]),
    crash(place, "crash", [0, 1]),
    unloadNormal,
    unloadCrash,
  ];
  return {
    ...rest,
    purpose: "two callers, images of one and two pages: every interleaving",
    bounds: { ...bounds, ...place, requests },
  };
}

/** Three callers; which of them is which makes no difference. */
function crowd(features: readonly Feature[], preset: PresetName): World {
  const place = { frames: preset === "deep" ? 8 : 4, crashFrames: 3 };
  const { bounds, liveness: _, ...rest } = race(features, true);
  const requests = [normal("normal", [0, 1]), crash(place, "crash", [0, 1])];
  return {
    ...rest,
    name: "crowd",
    purpose: "three callers, one-page images: every interleaving, whoever is who",
    bounds: {
      ...bounds,
      ...place,
      tasks: 3,
      requests: preset === "deep" ? [...requests, unloadCrash, unloadNormal] : requests,
    },
    sigkill: preset === "deep",
    exchangesTasks: true,
  };
}

/** One caller with larger images: every choice of the allocator, list pages, conflicts. */
function memory(features: readonly Feature[], preset: PresetName): World {
  const place = { frames: { quick: 8, standard: 14, deep: 20 }[preset], crashFrames: 1 };
  return {
    name: "memory",
    purpose: "one caller, larger images: every choice of the page allocator",
    bounds: {
      tasks: 1,
      ...place,
      overLimit: [place.frames - 1],
      listPageWords: 3,
      tablePages: 1,
      requests: [
        normal("normal, two pages", [0, 2, 1.5]),
        normal("normal, two segments", [0, 1, 0], [2, 1, 0.5]),
      ],
      features,
    },
    sigkill: true,
    sysctl: false,
  };
}

/** One caller with crash images: every way to fill the region. */
function region(features: readonly Feature[]): World {
  const place = { frames: 12, crashFrames: 6 };
  return {
    name: "region",
    purpose: "one caller, crash images that fit into the region and that do not",
    bounds: {
      tasks: 1,
      ...place,
      overLimit: [],
      listPageWords: 3,
      tablePages: 1,
      requests: [...crashImages(place), unloadCrash],
      features,
    },
    sigkill: true,
    sysctl: false,
  };
}

function crashImages(place: Place): Request[] {
  return [
    crash(place, "crash, two segments", [0, 1], [2, 2, 0.5]),
    crash(place, "crash, no room", [0, 6]),
    crash(place, "crash, room for one page", [0, 5]),
    crash(place, "crash, room for two pages", [0, 4]),
    crash(place, "crash, room for three pages", [0, 3]),
  ];
}

/** One caller with every pair of defects: the order of gates and of segment rules. */
function requests(features: readonly Feature[], full: boolean): World {
  const place = { frames: 6, crashFrames: 4 };
  const good = [
    normal("normal", [0, 1]),
    preservingContext(normal("normal", [0, 1])),
    crash(place, "crash", [0, 1]),
    normal("normal, an empty segment first", [0, 0], [0, 1]),
  ];
  return {
    name: "requests",
    purpose: "one caller, pairs of defects: the order of gates and rules",
    bounds: {
      tasks: 1,
      ...place,
      overLimit: [],
      listPageWords: 4,
      tablePages: 0,
      requests: [
        ...(full
          ? [...good, preservingContext(crash(place, "crash", [0, 1])), unloadNormal]
          : good.slice(1, 3)),
        unloadCrash,
        ...defective(place, full ? "all pairs" : "neighbours"),
      ],
      features,
    },
    sigkill: full,
    sysctl: true,
  };
}
