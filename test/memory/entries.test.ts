import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedContent } from "../../src/memory/content.ts";
import * as e from "../../src/memory/entries.ts";
import { purposes, setRole } from "../../src/memory/frames.ts";
import { ENTRY, imageAt, LAST_ENTRY, planOf } from "../../src/memory/layout.ts";
import { normal } from "../../src/model/requests.ts";
import { loadAll, onePage, onePageCrash, type Scene, scene } from "./scene.ts";

const letters = { 1: "D", 2: "I", 3: ".", 4: "S" } as const satisfies Record<e.EntryKind, string>;

/** The list in order: D2 destination frame 2, S2 its source page, I0 link to list page 0, end ".". */
function list({ layout, mem, image }: Scene): string {
  return e
    .walk(layout, mem, image)
    .map(({ kind, value }) => (kind === e.entryKinds.DONE ? "." : `${letters[kind]}${value}`))
    .join(" ");
}

function loaded(...args: Parameters<typeof scene>): Scene {
  const built = scene(...args);
  loadAll(built);
  return built;
}

function terminated(...args: Parameters<typeof scene>): Scene {
  const built = loaded(...args);
  e.terminateList(built.layout, built.mem, built.image);
  return built;
}

describe("list pages of two entries and a link", () => {
  test.each<readonly [claim: string, shapes: Parameters<typeof normal>[1][], expected: string]>([
    ["an image without segments has an end mark at head", [], "."],
    ["an empty segment is a destination without a source", [[2, 0]], "I0 D2 ."],
    ["one page: the end mark stands in the link's place", [[0, 1]], "I0 D0 S0 ."],
    ["a third entry needs a second page", [[0, 2]], "I0 D0 S0 I1 S1 ."],
    ["a fourth entry fills it", [[0, 3]], "I0 D0 S0 I1 S1 S2 ."],
    [
      "a second segment begins with its destination",
      [
        [0, 1],
        [4, 1],
      ],
      "I0 D0 S0 I1 D4 S4 .",
    ],
    [
      "a third page is linked from the second",
      [
        [0, 2],
        [4, 1],
      ],
      "I0 D0 S0 I1 S1 D4 I2 S4 .",
    ],
  ])("%s", (_, shapes, expected) => {
    expect(list(terminated(normal("x", ...shapes)))).toBe(expected);
  });

  test("larger pages need fewer links", () => {
    const request = normal("x", [0, 2], [4, 1]);
    expect(list(terminated(request, { listPageWords: 4 }))).toBe("I0 D0 S0 S1 I1 D4 S4 .");
    expect(list(terminated(request, { listPageWords: 6 }))).toBe("I0 D0 S0 S1 D4 S4 .");
  });

  test("a page of one entry is mostly links", () => {
    const built = terminated(normal("x", [0, 2]), { listPageWords: 2 });
    expect(list(built)).toBe("I0 D0 I1 S0 I2 S1 .");
  });
});

describe("a half-built list", () => {
  test("is walked up to the first empty word", () => {
    expect(list(scene(onePage))).toBe("");
    expect(list(loaded(normal("x", [0, 2])))).toBe("I0 D0 S0 I1 S1");
  });

  test("has no end mark; a complete one has", () => {
    const before = loaded(onePage);
    expect(e.isTerminated(before.layout, before.mem, before.image)).toBe(false);
    const after = terminated(onePage);
    expect(e.isTerminated(after.layout, after.mem, after.image)).toBe(true);
  });

  test("an empty list is full: even its first entry needs a page", () => {
    const { layout, mem, image } = scene(onePage);
    expect(e.listFull(layout, mem, image)).toBe(true);
  });

  test("a list is full when only the link's place is left", () => {
    const { layout, mem, image } = loaded(onePage);
    expect(e.listFull(layout, mem, image)).toBe(true);
    expect(mem[imageAt(layout, image) + ENTRY]).toBe(3);
    expect(mem[imageAt(layout, image) + LAST_ENTRY]).toBe(3);
  });
});

describe("what would be a bug of ours throws", () => {
  test("an entry for a full page", () => {
    const { layout, mem, image } = loaded(onePage);
    const entry = { kind: e.entryKinds.SOURCE, value: 1 };
    expect(() => e.addEntry(layout, mem, image, entry)).toThrow(/full list page/);
  });

  test("a link to a list page that nobody handed out", () => {
    const { layout, mem, image } = loaded(onePage);
    expect(() => e.addListPage(layout, mem, image)).toThrow(/before it was handed out/);
  });

  test("a list page more than any request needs", () => {
    const { layout, mem, image } = loaded(onePage);
    setRole(layout, mem, 0, { image, purpose: purposes.LIST, index: e.UNLINKED });
    e.addListPage(layout, mem, image);
    const entry = { kind: e.entryKinds.SOURCE, value: 1 };
    expect(() => e.addEntry(layout, mem, image, entry)).toThrow(/longer than the layout/);
  });
});

describe("what a list says", () => {
  test("which destinations have a source page", () => {
    const { layout, mem, image } = loaded(normal("x", [0, 2], [4, 0]));
    const found = [0, 1, 4].map((pfn) => e.hasSourceFor(layout, mem, image, pfn));
    expect(found).toEqual([true, true, false]); // frame 4 is a DESTINATION entry only
  });

  test("relocation puts each page where its segment wants it, one after the other", () => {
    const built = terminated(normal("x", [5, 2, 1.5], [2, 1, 0]));
    const content = e.relocated(built.layout, built.mem, built.image);
    const pages = planOf(built.layout, built.mem, 0).segments.flatMap(({ pages }) => pages);
    expect([...content]).toEqual(
      pages.map((page) => [page.destination, expectedContent(page)] as const),
    );
    expect([...content.keys()]).toEqual([5, 6, 2]);
  });

  test("a crash image has nothing but the end mark: it is in place already", () => {
    const built = scene(onePageCrash);
    e.terminateList(built.layout, built.mem, built.image);
    expect(list(built)).toBe(".");
    expect(e.relocated(built.layout, built.mem, built.image).size).toBe(0);
  });
});

test("whatever the segments, the list has an entry for each and the fewest list pages", () => {
  const shape = fc.record({ gap: fc.nat(1), pages: fc.nat(2) });
  const shapes = fc.array(shape, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(shapes, fc.integer({ min: 2, max: 6 }), (parts, listPageWords) => {
      let next = 0;
      const segments = parts.map(({ gap, pages }) => {
        const first = next + gap;
        next = first + pages;
        return [first, pages] as const;
      });
      // sources and list pages come from above the destinations; half of memory must suffice
      const room = { frames: 20, crashFrames: 8, listPageWords };
      const { layout, mem, image } = terminated(normal("any", ...segments), room);
      const entries = e.walk(layout, mem, image).filter(({ kind }) => letters[kind] !== "I");
      expect(entries.map(({ kind, value }) => `${letters[kind]}${value}`)).toEqual([
        ...segments.flatMap(([first, pages]) => [
          `D${first}`,
          ...Array.from({ length: pages }, (_, page) => `S${first + page}`),
        ]),
        ".0",
      ]);
      const links = e.walk(layout, mem, image).length - entries.length;
      expect(links).toBe(Math.ceil((entries.length - 1) / (listPageWords - 1)));
    }),
  );
});
