import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { KexecEvent } from "../../machines/events.ts";
import {
  ALLOCATED,
  CONTENT,
  DISPLACED,
  FRAME_bytes,
  frameAt,
  IMAGE,
  INDEX,
  imageAt,
  initialMem,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  type Mem,
  ROLE,
  taskAt,
  VMCOREINFO_SAFECOPY,
} from "../../src/memory/layout.ts";
import { canonicalMem } from "../../src/memory/symmetry.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { memOf, type Reachable, reachable } from "./reachable.ts";

/** The references of all images of a layout. */
function numbersOf({ imagesMax }: Layout): number[] {
  return Array.from({ length: imagesMax }, (_, i) => i + 1);
}

/**
 * The same state under other names, written without a look at canonicalMem: image i is called
 * `images[i - 1]`, and the k-th interchangeable frame plays the part of the `frames[k]`-th.
 */
function renamed(layout: Layout, mem: Mem, images: readonly number[], frames: readonly number[]) {
  const name = (image: number): number => images[image - 1] ?? image; // 0 and 15 are no images
  const result = mem.slice();
  const pointers = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE, VMCOREINFO_SAFECOPY];
  for (let task = 0; task < layout.bounds.tasks; task++) {
    pointers.push(...[IMAGE, ALLOCATED, DISPLACED].map((field) => taskAt(layout, task) + field));
  }
  for (const at of pointers) result[at] = name(mem[at] ?? 0);
  for (const image of numbersOf(layout)) {
    const from = imageAt(layout, image);
    result.set(mem.slice(from, from + layout.image_bytes), imageAt(layout, name(image)));
  }
  const place = (pfn: number): number => {
    const k = layout.interchangeable.indexOf(pfn);
    return layout.interchangeable[frames[k] ?? -1] ?? pfn;
  };
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    const from = frameAt(layout, pfn);
    const to = frameAt(layout, place(pfn));
    result.set(mem.slice(from, from + FRAME_bytes), to);
    const role = mem[from + ROLE] ?? 0;
    result[to + ROLE] = (name(role >> 4) << 4) | (role & 15);
  }
  return result;
}

/** A renaming of a layout's images and frames, and a number that picks a state. */
function renaming({ layout, states }: Reachable) {
  const all = layout.interchangeable.map((_, i) => i);
  return fc.tuple(
    fc.nat(states.length - 1),
    fc.shuffledSubarray(numbersOf(layout), { minLength: layout.imagesMax }),
    fc.shuffledSubarray(all, { minLength: all.length }),
  );
}

/** An event without the name of an interchangeable frame. */
function spelled({ interchangeable }: Layout, event: KexecEvent): string {
  const named = "frame" in event && interchangeable.includes(event.frame ?? -1);
  return JSON.stringify(named ? { ...event, frame: "any" } : event);
}

/** The steps that leave a state: event, configuration and canonical memory, sorted. */
function successors({ layout, model }: Reachable, state: Int32Array): string[] {
  const found: string[] = [];
  model.successors(state, (action, next) => {
    const event = model.action(action);
    const after = canonicalMem(layout, memOf(next).slice());
    found.push(`${spelled(layout, event)} ${next[0]} ${after.join()}`);
  });
  return found.sort();
}

const worlds = worldsOf("quick", "seed").map((world) => ({ name: world.name, world }));

describe.each(worlds)("in the reachable states of the quick world $name", ({ world }) => {
  let space: Reachable;
  let all: readonly Int32Array[];
  beforeAll(() => {
    space = reachable(world, () => true);
    all = space.states;
  }, 120_000);

  test("a canonical form is its own canonical form", () => {
    const changed = all.filter((state) => {
      const mem = memOf(state);
      return canonicalMem(space.layout, mem.slice()).join() !== mem.join();
    });
    expect(changed).toEqual([]); // the engine stores canonical forms
  }, 60_000);

  test("other numbers of images and other frames give the same canonical form", () => {
    const { layout } = space;
    let different = 0;
    fc.assert(
      fc.property(renaming(space), ([index, images, frames]) => {
        const mem = memOf(all[index] ?? new Int32Array(0));
        const other = renamed(layout, mem, images, frames);
        if (other.join() !== mem.join()) different++;
        expect(canonicalMem(layout, other)).toEqual(mem);
      }),
      { numRuns: 2000 },
    );
    expect(different).toBeGreaterThan(500); // else the test says nothing
  }, 60_000);

  test("a state under other names has the same steps, up to names", () => {
    const { layout } = space;
    let steps = 0;
    fc.assert(
      fc.property(renaming(space), ([index, images, frames]) => {
        const state = all[index] ?? new Int32Array(0);
        const other = state.slice();
        memOf(other).set(renamed(layout, memOf(state), images, frames));
        const expected = successors(space, state);
        steps += expected.length;
        expect(successors(space, other)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(steps).toBeGreaterThan(300);
  }, 60_000);
});

describe("what is not interchangeable stays apart", () => {
  const [race] = worlds;
  const space = race ? reachable(race.world, (index) => index === 0) : null;

  test("two tasks are told apart, and so are a frame with a name and one without", () => {
    if (!space) throw new RangeError("there is no quick world");
    const { layout } = space;
    expect(layout.interchangeable).not.toContain(0);
    const variants = [taskAt(layout, 0), taskAt(layout, 1), frameAt(layout, 0), frameAt(layout, 1)];
    const forms = variants.map((at) => {
      const mem = initialMem(layout);
      mem[at] = 1;
      return canonicalMem(layout, mem).join();
    });
    expect(new Set(forms).size).toBe(4);
  });

  test("each variable of an interchangeable frame is part of the form", () => {
    if (!space) throw new RangeError("there is no quick world");
    const { layout } = space;
    const [first = -1, second = -1] = layout.interchangeable;
    for (const field of [ROLE, INDEX, CONTENT]) {
      const forms = [first, second].map((pfn) => {
        const mem = initialMem(layout);
        for (const any of [first, second]) mem[frameAt(layout, any) + ROLE] = 0x15;
        mem[frameAt(layout, pfn) + field] = 0x25;
        return canonicalMem(layout, mem).join();
      });
      expect(forms[0]).toBe(forms[1]);
      expect(forms[0]).toContain("37");
    }
  });

  test("the two slots are told apart although images have no names of their own", () => {
    if (!space) throw new RangeError("there is no quick world");
    const { layout } = space;
    const forms = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE].map((slot) => {
      const mem = initialMem(layout);
      mem[slot] = 3;
      mem[imageAt(layout, 3)] = 1;
      const canonical = canonicalMem(layout, mem);
      expect([canonical[slot], canonical[imageAt(layout, 1)]]).toEqual([1, 1]);
      return canonical.join();
    });
    expect(new Set(forms).size).toBe(2);
  });
});
