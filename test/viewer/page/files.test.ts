import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { suiteOf } from "../../../src/cli/conform.ts";
import { readGivenFile } from "../../../src/viewer/page/files/given-file.ts";
import { joined } from "../../../src/viewer/page/state/brought.ts";
import { playAhead, readyPlayback } from "../../../src/viewer/page/state/play-ahead.ts";
import { play } from "../../../src/viewer/page/state/playback.ts";
import { fileMax_bytes } from "../../../src/viewer/review/read-file.ts";
import { bugTrace, shared } from "./traces.ts";

const trace = bugTrace("B8");
const good = JSON.stringify(trace);

async function read(content: string | Uint8Array, name = "a.json", size?: number) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const arrayBuffer = async (): Promise<ArrayBuffer> => new Uint8Array(bytes).buffer;
  return await readGivenFile({ name, size: size ?? bytes.length, arrayBuffer });
}

/** The trace with other fields. */
function other(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...trace, ...fields });
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isLittle ? bytes : bytes.swap16();
}

const deep = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("a file of the reader's", () => {
  test.each([
    ["as it is", good],
    ["with a byte order mark", `\ufeff${good}`],
    ["in UTF-16, little end first", utf16(good, true)],
    ["in UTF-16, big end first", utf16(good, false)],
    ["with a property that is a tag", other({ property: "</script><img src=x onerror=alert(1)>" })],
    ["with a property of a megabyte", other({ property: "A".repeat(1e6) })],
    ["with a property called __proto__", other({ property: "__proto__" })],
  ])("a trace is read %s", async (_, content) => {
    const found = await read(content);
    expect(found).toMatchObject({ kind: "read", name: "a.json", file: { kind: "trace" } });
  });

  test.each([
    ["nothing", "", "expected JSON, got an empty file"],
    ["half of a file", good.slice(0, 300), "expected JSON, got: "],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      "expected JSON, got a file that is no text",
    ],
    [
      "a compressed file",
      new Uint8Array(gzipSync(good)),
      "expected JSON, got a file that is compressed",
    ],
    ["NaN", '{"format":"kexec-model trace 1","events":[NaN]}', "expected JSON, got: "],
    ["null", "null", "expected a trace, a suite, a run"],
    ["a million brackets", deep(1e6), "expected a trace, a suite, a run"],
    [
      "brackets for a kernel",
      `{"format":"kexec-model trace 1","tool":"x","kernel":${deep(1e5)}}`,
      "kernel: expected",
    ],
    ["another format", '{"format":"<b>"}', "expected a trace, a suite, a run"],
    ["a kernel called __proto__", other({ kernel: "__proto__" }), "kernel: expected"],
    ["a kernel called constructor", other({ kernel: "constructor" }), "kernel: expected"],
    ["a mutant called toString", other({ mutant: "toString" }), "mutant: expected"],
    ["another world", other({ world: "moon" }), "world: expected"],
    [
      "an event called __proto__",
      other({ events: [{ type: "__proto__" }] }),
      "events[0].type: expected",
    ],
    [
      "a task that is a text",
      other({ events: [{ type: "xchg", task: "0" }] }),
      "events[0].task: expected",
    ],
    [
      "a task that is not there",
      other({ events: [{ type: "xchg", task: 9 }] }),
      "events[0].task: expected",
    ],
    [
      "a frame below 0",
      other({ events: [{ type: "kimage_alloc_page", task: 0, frame: -3 }] }),
      "events[0].frame: expected",
    ],
    [
      "half a request",
      other({ events: [{ type: "kexec_load", task: 0, request: 0.5 }] }),
      "events[0].request: expected",
    ],
    ["a loop behind the end", other({ loop: 1e6 }), "loop: expected"],
    [
      "more events than a page plays",
      other({ events: Array(200_001).fill(trace.events[0]) }),
      "events: expected at most 200000",
    ],
  ])("%s is refused, and the message says where and why", async (_, content, why) => {
    const found = await read(content);
    expect(found.kind).toBe("refused");
    expect(found.kind === "refused" && found.why).toContain(why);
    expect(found.kind === "refused" && found.why.length).toBeLessThan(400);
  });

  test("a suite of another model is refused by its hash", async () => {
    const suite = { ...suiteOf({ kernel: "seed", suite: null }), model: "0123456789abcdef" };
    const found = await read(JSON.stringify(suite));
    expect(found).toMatchObject({ kind: "refused" });
    expect(found.kind === "refused" && found.why).toContain(
      "got 0123456789abcdef: the suite was made",
    );
  });

  test("a huge one is refused before it is read", async () => {
    const arrayBuffer = (): Promise<ArrayBuffer> => {
      throw new Error("it was read");
    };
    const found = await readGivenFile({ name: "a", size: fileMax_bytes + 1, arrayBuffer });
    expect(found).toMatchObject({ why: "expected a file of at most 50 MiB, got one of 51 MiB" });
  });

  test("one that cannot be read is refused with the reason of the browser", async () => {
    const arrayBuffer = (): Promise<ArrayBuffer> => Promise.reject(new Error("it is a folder"));
    const found = await readGivenFile({ name: "a", size: 1, arrayBuffer });
    expect(found).toEqual({ kind: "refused", name: "a", why: "it is a folder" });
  });

  test.each([
    ["rtl\u202egnp.json", "rtl\\u202egnp.json"],
    ["a\nb\u0000.json", "a b\\u0000.json"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["__proto__", "__proto__"],
    ["n".repeat(500), `${"n".repeat(120)}…`],
    ["", "(no name)"],
  ])("the name %j is shown as %j", async (name, shown) => {
    expect((await read(good, name)).name).toBe(shown);
  });
});

describe("a long trace", () => {
  const { item } = shared("B8");
  const pause = async (): Promise<void> => {};

  test("it is played ahead as it is played at once", async () => {
    const long = { ...item, events: [...item.events] };
    const seen: number[] = [];
    const isPlayed = await playAhead(long, { onSlice: (done) => seen.push(done) > 0, pause });
    const atOnce = play(long.subject, long.events);
    const ahead = readyPlayback(long);
    expect(isPlayed).toBe(true);
    expect(seen).toEqual([long.events.length]);
    expect(ahead?.steps).toEqual(atOnce.steps);
    expect(ahead?.states.map(({ context }) => context)).toEqual(
      atOnce.states.map(({ context }) => context),
    );
  });

  test("a step that the model refuses ends it, in whatever slice", async () => {
    const [first] = item.events;
    if (!first) throw new RangeError("the trace of B8 is empty");
    const twice = { ...item, events: [...item.events, ...Array(500).fill(first)] };
    await playAhead(twice, { onSlice: () => true, pause });
    expect(readyPlayback(twice)?.steps).toEqual(play(twice.subject, twice.events).steps);
    expect(readyPlayback(twice)?.refused).toEqual(play(twice.subject, twice.events).refused);
  });

  test("one that is stopped is not kept", async () => {
    const stopped = { ...item };
    expect(await playAhead(stopped, { onSlice: () => false, pause })).toBe(false);
    expect(readyPlayback(stopped)).toBeNull();
  });
});

test("a part that is brought takes the place of the one with its key", () => {
  const own: readonly (readonly [string, number])[] = [
    ["a", 1],
    ["b", 2],
  ];
  expect(
    joined(
      own,
      [
        ["b", 3],
        ["__proto__", 4],
      ],
      ([key]) => key,
    ),
  ).toEqual([
    ["a", 1],
    ["b", 3],
    ["__proto__", 4],
  ]);
  expect(joined(own, [], ([key]) => key)).toBe(own);
});
