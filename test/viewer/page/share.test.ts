import { describe, expect, test } from "vitest";
import { renderTrace } from "../../../src/cli/render.ts";
import { parseTrace } from "../../../src/formats/trace-file.ts";
import { type BugId, bugs } from "../../../src/model/bugs.ts";
import { plainText } from "../../../src/viewer/page/share/plain.ts";
import {
  fileNameOf,
  savedTrace,
  traceReport,
  whyNoFile,
} from "../../../src/viewer/page/share/shared-trace.ts";
import { shared } from "./traces.ts";

const ids = Object.keys(bugs) as BugId[]; // the object's own keys

describe("plain text", () => {
  test.each(ids)("the steps of %s stand there as the command line prints them", (id) => {
    const trace = shared(id);
    expect(plainText(trace)).toContain(`\n${renderTrace(traceReport(trace), 2)}\n`);
  });

  test("it begins with what the trace is, and ends with how to see it again", () => {
    const lines = plainText(shared("B8")).split("\n");
    expect(lines[0]).toBe("B8.json");
    expect(lines.at(-2)).toBe("  again: kexec-model replay file-B8.trace.json");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test("a run that the model refuses says at which step, and why", () => {
    const { item } = shared("B8");
    const [first] = item.events;
    if (!first) throw new RangeError("the trace of B8 is empty");
    const { playback } = shared("B8", { events: [first] });
    const refused = { event: first, why: "the statechart takes no such event here" };
    const text = plainText({ item, playback: { ...playback, refused } });
    expect(text).toMatch(/ {2}\.\.\. step 2, \w+, is refused: the statechart takes/);
  });
});

describe("a saved trace", () => {
  test.each(ids)("the file of %s has the steps, the mutant and the loop of the trace", (id) => {
    const trace = shared(id);
    const { events, subject, loop } = trace.item;
    const file = parseTrace(JSON.parse(savedTrace(trace, "test")));
    expect(file.events).toEqual(events);
    expect([file.kernel, file.preset, file.world, file.mutant ?? null, file.loop ?? null]).toEqual([
      subject.kernel,
      subject.preset,
      subject.world,
      subject.mutant,
      loop,
    ]);
  });

  test("a model with a bug mended has no file: no format of ours can name it", () => {
    const trace = shared("B8");
    const mended = { ...trace.item, subject: { ...trace.item.subject, mended: "B8" } };
    expect(whyNoFile({ ...trace, item: mended })).toBe("a trace file cannot say that B8 is mended");
    expect(whyNoFile(trace)).toBeNull();
  });

  test.each([
    ["file:a.json", "file-a.trace.json"],
    ["run:Linux 6.1.0-44:seed:caller-3", "run-Linux-6-1-0-44-seed-caller-3.trace.json"],
    ["file:../../etc/passwd", "file-etc-passwd.trace.json"],
    ["file:$(rm -rf ~)`x`", "file-rm-rf-x.trace.json"],
    ["\u202e", "trace.trace.json"],
    [`file:${"a".repeat(500)}`, `file-${"a".repeat(75)}.trace.json`],
  ])("the file of %j is called %s", (id, name) => {
    expect(fileNameOf({ ...shared("B8").item, id })).toBe(name);
  });
});
