import fc from "fast-check";
import { expect, test } from "vitest";
import { edgeSegments } from "../../../src/conformance/random-world.ts";
import { machineOf } from "../../../src/conformance/reference/machine.ts";
import { errnos } from "../../../src/kernel/errno.ts";
import type { KexecSegment } from "../../../src/kernel/kexec.ts";
import { type Bounds, reservedRegion } from "../../../src/memory/bounds.ts";
import * as rules from "../../../src/memory/segments.ts";
import { sanityCheckSegmentList } from "../../../src/reference/segments.ts";
import type { Kimage } from "../../../src/reference/state.ts";

/** What the statechart returns: the rules in its order, each asked of the whole list. */
function modelVerdict(segments: readonly KexecSegment[], onCrash: boolean, bounds: Bounds): number {
  const { EADDRNOTAVAIL, EINVAL } = errnos;
  const broken: [boolean, number][] = [
    [rules.someSegmentWraps(segments), EADDRNOTAVAIL],
    [rules.someSegmentUnaligned(segments), EADDRNOTAVAIL],
    [rules.someSegmentBeyondLimit(segments, bounds), EADDRNOTAVAIL],
    [rules.someSegmentsOverlap(segments), EINVAL],
    [rules.someBufferTooLong(segments), EINVAL],
    [rules.someSegmentTooLarge(segments, bounds), EINVAL],
    [rules.allSegmentsTooLarge(segments, bounds), EINVAL],
    [onCrash && rules.someSegmentBelowRegion(segments, reservedRegion(bounds)), EADDRNOTAVAIL],
    [onCrash && rules.someSegmentAboveRegion(segments, reservedRegion(bounds)), EADDRNOTAVAIL],
  ];
  return 0 - (broken.find(([violated]) => violated)?.[1] ?? 0);
}

/** What the reference kernel returns; the rules look at nothing else of an image. */
function referenceVerdict(segments: readonly KexecSegment[], onCrash: boolean, bounds: Bounds) {
  const type = onCrash ? "KEXEC_TYPE_CRASH" : "KEXEC_TYPE_DEFAULT";
  const image: Pick<Kimage, "type" | "segment"> = {
    type,
    segment: segments.map((segment) => ({ ...segment, buf: new Uint8Array(0) })),
  };
  return sanityCheckSegmentList(image as Kimage, machineOf(bounds).config);
}

const sizes = fc.record({
  frames: fc.integer({ min: 1, max: 9 }),
  crashFrames: fc.integer({ min: 1, max: 5 }),
});

test("the rules of the model and of the reference kernel are the same rules", () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(
      sizes.chain((size) => fc.tuple(fc.constant(size), edgeSegments(size))),
      fc.boolean(),
      ([size, segments], onCrash) => {
        const bounds: Bounds = {
          ...size,
          tasks: 1,
          overLimit: [],
          listPageWords: 3,
          tablePages: 0,
          requests: [],
          features: [],
        };
        const verdict = modelVerdict(segments, onCrash, bounds);
        seen.add(verdict);
        expect(referenceVerdict(segments, onCrash, bounds)).toBe(verdict);
        expect(rules.passesRules(segments, onCrash, bounds)).toBe(verdict === 0);
      },
    ),
    { numRuns: 20_000, seed: 20261122 },
  );
  expect(seen).toEqual(new Set([0, -errnos.EADDRNOTAVAIL, -errnos.EINVAL]));
});
