import { readdirSync, readFileSync } from "node:fs";
import { ofItfNormalized } from "@informalsystems/quint/dist/src/itf.js";
import { describe, expect, test } from "vitest";
import { itfOf, itfText } from "../../src/formats/itf.ts";
import { isItf, itfDifference, parseItf } from "../../src/formats/itf-read.ts";
import { parseTrace, type TraceFile } from "../../src/formats/trace-file.ts";
import { readReviewFile } from "../../src/viewer/review/read-file.ts";

const bugs = new URL("../../spec/bugs/", import.meta.url);
const traces = readdirSync(bugs).filter((name) => name.endsWith(".trace.json"));

function traceOf(name: string): TraceFile {
  return parseTrace(JSON.parse(readFileSync(new URL(name, bugs), "utf8")));
}

/** A trace as another program reads it, to be changed. */
function written(name: string) {
  return JSON.parse(itfText(traceOf(name)));
}

describe("a trace as ITF", () => {
  test.each(traces)("%s is the same trace when it is read back", (name) => {
    const trace = traceOf(name);
    const itf = written(name);
    expect(isItf(itf)).toBe(true);
    expect(parseItf(itf)).toEqual(trace);
    expect(itfDifference(itf, trace)).toBeNull();
  });

  test("has a state more than it has steps, and every state has every variable", () => {
    const { vars, states } = itfOf(traceOf("B8.trace.json"));
    expect(states.length).toBe(21);
    for (const state of states) {
      expect(Object.keys(state).filter((name) => name !== "#meta")).toEqual(vars);
    }
  });

  test("names the action of each state, what was picked, and the property that is violated", () => {
    const { "#meta": meta, states } = written("B8.trace.json");
    expect(meta.status).toBe("violation");
    expect(meta["kexec-model"].property).toBe("lock-free-frames-are-installed");
    expect(states[0]["mbt::actionTaken"]).toBe("init");
    const none = { tag: "None", value: { "#tup": [] } };
    const some = (value: object): object => ({ tag: "Some", value });
    const picks = states.map((state: Record<string, unknown>) => state["mbt::nondetPicks"]);
    const { task, request, frame } = picks[1];
    expect([task, request, frame]).toEqual([
      some({ "#bigint": "0" }),
      some({ "#bigint": "0" }),
      none,
    ]);
    const given = states.findIndex((state: Record<string, unknown>) =>
      String(state["mbt::actionTaken"]).startsWith("kimage_alloc_normal"),
    );
    expect(picks[given].frame).toEqual(some(some({ "#bigint": "1" })));
    expect(picks[18].frame).toEqual(some(none)); // the page allocator has none to give
  });

  test("has no number but in its own remarks: ITF spells them as texts", () => {
    const { states } = written("B2.trace.json");
    const numbers = (value: unknown): boolean => {
      if (typeof value === "number") return true;
      if (typeof value !== "object" || value === null) return false;
      return Object.entries(value).some(([name, inner]) => name !== "#meta" && numbers(inner));
    };
    expect(states.filter(numbers)).toEqual([]);
  });

  test("of a run without end says which state it comes back to", () => {
    const trace = { ...traceOf("B8.trace.json"), loop: 20 };
    const itf = JSON.parse(itfText(trace));
    expect(itf.loop).toBe(20);
    expect(parseItf(itf)).toEqual(trace);
  });
});

describe("Quint reads what is written", () => {
  test.each(traces)("of %s", (name) => {
    const itf = written(name);
    const states = ofItfNormalized(itf);
    expect(states.length).toBe(itf.states.length);
    const text = JSON.stringify(states.at(-1), (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(text).toContain(`"value":"${itf.states.at(-1)["mbt::actionTaken"]}"`);
    expect(text).toContain('"value":"kexec_crash_image"');
  });
});

describe("an ITF file that is not as it should be", () => {
  test.each([
    // who made it, and what is expected instead
    [(itf: Itf) => delete itf["#meta"]["kexec-model"], "the kernel, preset and world of the run"],
    [(itf: Itf) => itf.states.splice(0), "states: expected a first state"],
    [(itf: Itf) => itf.states.shift(), 'states[0].mbt::actionTaken: expected "init"'],
    [(itf: Itf) => set(itf, 3, "mbt::actionTaken", "kexec"), "events[2].type: expected"],
    [(itf: Itf) => set(itf, 3, "mbt::nondetPicks", {}), "events[2].task: expected a number"],
    [
      (itf: Itf) => set(itf, 3, "mbt::nondetPicks", 7),
      "states[3].mbt::nondetPicks: expected an object",
    ],
    [
      (itf: Itf) => Object.assign(itf, { loop: 99 }),
      "loop: expected a number from 0 to 20, got 99",
    ],
    [
      (itf: Itf) => set(itf, 1, "mbt::nondetPicks", { task: { tag: "Maybe" } }),
      'states[1].mbt::nondetPicks.task.tag: expected "Some" or "None", got "Maybe"',
    ],
  ])("case %#", (spoil, message) => {
    const itf = written("B8.trace.json");
    spoil(itf);
    expect(() => parseItf(itf)).toThrow(message);
  });

  test("a state that the model is not in is told with both values", () => {
    const itf = written("B8.trace.json");
    itf.states[5].tasks["#map"][0][1].request = { "#bigint": "7" };
    expect(itfDifference(itf, traceOf("B8.trace.json"))).toBe(
      "states[5]: the file says tasks.0.request = 7, the model 1",
    );
  });

  test("the order of a map's entries is no difference", () => {
    const itf = written("B8.trace.json");
    for (const state of itf.states) state.configuration["#map"].reverse();
    expect(itfDifference(itf, traceOf("B8.trace.json"))).toBeNull();
  });

  test("the page says what is missing in a trace of another model", () => {
    const other = { "#meta": { format: "ITF" }, vars: ["x"], states: [{ x: { "#bigint": "1" } }] };
    expect(() => readReviewFile(JSON.stringify(other))).toThrow(
      '#meta["kexec-model"]: expected the kernel, preset and world of the run, got nothing',
    );
  });
});

interface Itf {
  readonly "#meta": Record<string, unknown>;
  readonly states: Record<string, unknown>[];
}

function set({ states }: Itf, state: number, name: string, value: unknown): void {
  const one = states[state];
  if (one) one[name] = value;
}
