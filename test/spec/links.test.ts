import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { anchors, links, readSpec } from "./markdown.ts";

const folder = new URL("../../spec/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".md"));

describe.each(files)("spec/%s", (name) => {
  const text = readSpec(name);
  const targets = links(text).filter((target) => !/^[a-z]+:/.test(target));

  test("every internal link leads to a file that exists, and to a heading of it", () => {
    const broken = targets.filter((target) => {
      const [file = "", anchor] = target.split("#");
      if (file !== "" && !existsSync(new URL(file, folder))) return true;
      if (anchor === undefined) return false;
      return !anchors(file === "" ? text : readSpec(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("no heading occurs twice, so that a link is not ambiguous", () => {
    const all = anchors(text);
    expect(all.filter((anchor, i) => all.indexOf(anchor) !== i)).toEqual([]);
  });

  test("it names no absolute path and no tab", () => {
    expect(text).not.toMatch(/(^|[\s`("])\/(home|work|tmp|root|usr)\//);
    expect(text).not.toContain("\t");
  });
});

describe("spec/README.md", () => {
  test("every file of the specification is in the table of contents", () => {
    const listed = links(readSpec("README.md"));
    const wanted = [...files.filter((name) => name !== "README.md"), "check-report.schema.json"];
    expect(wanted.filter((name) => !listed.includes(name))).toEqual([]);
  });
});
