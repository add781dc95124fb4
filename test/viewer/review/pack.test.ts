import { describe, expect, test } from "vitest";
import type { Suite } from "../../../src/testgen/suite.ts";
import { insertParts, PageError, packParts } from "../../../src/viewer/review/pack.ts";
import type { ReviewParts } from "../../../src/viewer/review/parts.ts";
import { unpack } from "../../../src/viewer/review/unpack.ts";

const suite = (kernel: Suite["kernel"]): Suite => ({
  format: "kexec-model suite 1",
  tool: "test",
  kernel,
  model: "0",
  cover: "by hand",
  seed: null,
  groups: [],
  uncovered: [{ item: "ä 漢 </script><!-- parts -->", reason: "$& $1" }],
});

const parts: ReviewParts = {
  index: { format: "kexec-model review 1", tool: "test", kernel: "seed", modules: [] },
  checks: [],
  suites: [suite("seed"), suite("6.1")],
  runs: [],
  mutation: null,
  bugs: [],
  stories: [],
  traces: [],
  specification: [{ page: "call.md", subject: "idle", text: "x".repeat(100_000) }],
};
const modules = new Map([["module:seed:quick:race", "const compiledModule = 1;"]]);
const packed = packParts(parts, modules);

/** The texts of the elements by the names of their parts, as a page reads them. */
async function unpacked(html: string): Promise<ReadonlyMap<string, string>> {
  const found = html.matchAll(/<script type="text\/plain" id="part:([^"]+)">([^<]*)<\/script>/g);
  const entries = [...found].map(async ([, name = "", text = ""]) => {
    return [name, await unpack(text)] as const;
  });
  return new Map(await Promise.all(entries));
}

describe("what is packed into a page", () => {
  test("comes out of it as it was", async () => {
    const read = await unpacked(insertParts("<p><!-- parts --></p>", packed));
    const { suites, ...others } = parts;
    const expected = new Map([
      ...Object.entries(others).map(([name, value]) => [name, JSON.stringify(value)] as const),
      ...suites.map((one) => [`suite:${one.kernel}`, JSON.stringify(one)] as const),
      ...modules,
    ]);
    expect(read).toEqual(expected);
  });

  test("is the same text each time", () => {
    expect(packParts(parts, modules)).toBe(packed);
  });

  test("is no markup, whatever it holds, and smaller than it was", () => {
    const element = /<script type="text\/plain" id="part:[\w:.]+">[\w+/=]+<\/script>\n?/g;
    expect(packed.replaceAll(element, "")).toBe("");
    expect(packed).not.toContain("漢");
    expect(packed.length).toBeLessThan(5000);
  });

  test("has a name of its own for each part", () => {
    const twice = { ...parts, suites: [suite("seed"), suite("seed")] };
    expect(() => packParts(twice, modules)).toThrow("two parts of a page have one name");
    expect(() => packParts(parts, new Map([['x"><b>', ""]]))).toThrow("cannot be called");
  });

  test.each([
    ["<p></p>", "expected a page with <!-- parts --> once, got it 0 times"],
    ["<!-- parts --><!-- parts -->", "got it 2 times"],
  ])("finds no place in %s", (html, message) => {
    expect(() => insertParts(html, packed)).toThrow(PageError);
    expect(() => insertParts(html, packed)).toThrow(message);
  });

  test("is not read when a letter of it is lost", async () => {
    const [, text = ""] = /id="part:index">([^<]+)</.exec(packed) ?? [];
    await expect(unpack(text)).resolves.toBe(JSON.stringify(parts.index));
    await expect(unpack(text.slice(0, -8))).rejects.toThrow();
    await expect(unpack("%%")).rejects.toThrow();
  });
});
