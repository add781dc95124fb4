import { describe, expect, test } from "vitest";
import { type BugId, bugs } from "../../../src/model/bugs.ts";
import { mermaidLabel, mermaidText } from "../../../src/viewer/page/share/mermaid.ts";
import { shared } from "./traces.ts";

const ids = Object.keys(bugs) as BugId[]; // the object's own keys

/** What a line of a diagram may be; a label holds no sign that Mermaid knows but in numbers. */
const label = /(?:[\p{L}\p{M}\p{N} .,()_=/'*!?+…-]|#\d+;)+/u.source;
const grammar = [
  /^sequenceDiagram$/,
  /^autonumber$/,
  /^participant [a-z0-9]+ as [A-Za-z0-9 ]+$/,
  new RegExp(`^([a-z0-9]+)->>\\1: ${label}$`, "u"),
  new RegExp(`^Note over [a-z0-9]+(?:,[a-z0-9]+)?: ${label}(?:<br/>${label})*$`, "u"),
  /^(?:de)?activate [a-z0-9]+$/,
  /^loop for ever$/,
  /^end$/,
  /^$/,
];

function illegal(text: string): string[] {
  return text.split("\n").filter((line) => !grammar.some((rule) => rule.test(line)));
}

describe("a sequence diagram", () => {
  test.each(ids)("%s is one in which every line is legal", (id) => {
    expect(illegal(mermaidText(shared(id)))).toEqual([]);
  });

  test.each(ids)("whoever is active in %s is deactivated, and nobody else", (id) => {
    const active = new Set<string>();
    for (const line of mermaidText(shared(id)).split("\n")) {
      const [, verb, who = ""] = /^((?:de)?activate) (\w+)$/.exec(line) ?? [];
      if (verb === "activate") {
        expect(active.has(who), line).toBe(false);
        active.add(who);
      }
      if (verb === "deactivate") expect(active.delete(who), line).toBe(true);
    }
    expect([...active]).toEqual([]);
  });

  test.each(ids)("%s has one message for each step, and every participant is named first", (id) => {
    const trace = shared(id);
    const lines = mermaidText(trace).split("\n");
    const messages = lines.filter((line) => line.includes("->>"));
    expect(messages).toHaveLength(trace.playback.steps.length);
    const named = lines.flatMap((line) => /^participant (\w+) /.exec(line)?.[1] ?? []);
    const used = lines.flatMap(
      (line) => /^(?:(?:de)?activate )?(\w+)(?:->>|$)/.exec(line)?.[1] ?? [],
    );
    const words = new Set(["sequenceDiagram", "autonumber", "end"]);
    expect(used.filter((who) => !words.has(who) && !named.includes(who))).toEqual([]);
  });

  test("a run without end repeats in a loop", () => {
    const trace = shared("B8");
    const text = mermaidText({ ...trace, item: { ...trace.item, loop: 2 } });
    expect(text.match(/^loop for ever$/gm)).toHaveLength(1);
    expect(text.match(/^end$/gm)).toHaveLength(1);
    expect(text.indexOf("loop for ever")).toBeLessThan(text.indexOf("\nend"));
  });

  test("a title that looks like Mermaid is a label", () => {
    const title = "x\nparticipant evil as <img src=x onerror=alert(1)>; %%{init: {}}%%";
    expect(illegal(mermaidText(shared("B8", { title })))).toEqual([]);
  });
});

describe("a label", () => {
  test.each([
    ['kexec_load "normal"', "kexec_load #34;normal#34;"],
    ["a -> frame 1", "a -#62; frame 1"],
    ["a; b # c", "a#59; b #35; c"],
    ["#quot;", "#35;quot#59;"],
    ["<br/>", "#60;br/#62;"],
    ["%%{init}", "#37;#37;#123;init#125;"],
    ["style a:#b;", "style a#58;#35;b#59;"], // Mermaid reads `style ...:#...;` before all else
    ["two\nlines\r\n", "two lines"],
    ["\u202eabc", "U+202Eabc"],
    ["\u0000", "U+0000"],
    ["\ud800", "U+D800"],
    ["\u65e5\u672c", "\u65e5\u672c"],
    ["", "(no name)"],
    [" \n ", "(no name)"],
  ])("%j is %j", (text, expected) => {
    expect(mermaidLabel(text)).toBe(expected);
  });

  test("a long one is cut, also where a letter is two units", () => {
    expect(mermaidLabel("a".repeat(301))).toBe(`${"a".repeat(300)}…`);
    expect(mermaidLabel("a".repeat(300))).toBe("a".repeat(300));
    expect(mermaidLabel("\u{1f600}".repeat(1_000))).toBe(`${"#128512;".repeat(300)}…`);
  });
});
