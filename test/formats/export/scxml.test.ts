import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { type IStateMachine, render } from "state-machine-cat";
import { describe, expect, test } from "vitest";
import { createMachine } from "xstate";
import { namedText } from "../../../src/formats/export/guard.ts";
import { kexecChart } from "../../../src/formats/export/kexec-charts.ts";
import { scxml } from "../../../src/formats/export/scxml.ts";
import {
  type ChartArrow,
  readStatechart,
  type Statechart,
} from "../../../src/formats/export/statechart.ts";
import { chartNames } from "../../../src/viewer/chart/charts.ts";
import { type Drawn, drawnOf, sorted } from "./drawn.ts";
import { joinedGuards, oddChart, someChart } from "./toy-charts.ts";

describe("state-machine-cat reads the same chart from the SCXML", () => {
  test.each(chartNames)("of the part %s", async (part) => {
    await expectSame(kexecChart({ part, kernel: null }));
  });

  test("of history, final states, regions and self-transitions", async () => {
    await expectSame(oddChart);
  });

  test("of any chart that SCXML can say", async () => {
    await fc.assert(
      fc.asyncProperty(someChart, async (chart) => {
        fc.pre(!chart.transitions.some(entersRegionsAnew));
        await expectSame(chart);
      }),
    );
  });
});

describe("what SCXML understands otherwise than XState is written as SCXML has it", () => {
  const text = scxml(oddChart);

  test.each([
    // a target that is the source would exit and enter it
    ['<transition event="stay" model:key="end stay 0">'],
    // and so for one inside, unless it is internal
    ['<transition event="reset" target="work_one" type="internal" model:key="work reset 0"/>'],
    ['<transition event="again" target="work_one" type="internal" model:key="work again 0"/>'],
    ['<transition event="anew" target="work" model:key="work anew 0"/>'],
    // a guard is asked for by name, and answered by who sends the event
    [`cond="(_event.data || {})['above(3)'] === true"`],
    ['<history id="work_back" type="deep" model:path="work.back">'],
    ["says &quot;a &lt; b&quot; &amp; more."],
  ])("%s", (part) => {
    expect(text).toContain(part);
  });

  test("guards that are put together are asked one by one", () => {
    const [, condition = ""] = /cond="([^"]*)"/.exec(scxml(joinedGuards)) ?? [];
    const asks = new Function("_event", `return ${condition.replaceAll("&amp;", "&")}`);
    const answers = [{}, { one: true }, { one: true, two: true }];
    expect(answers.map((data) => asks({ data }))).toEqual([false, true, false]);
    expect(asks({})).toBe(false); // an event that answers nothing
  });

  test("an event that begins another one is refused: SCXML takes the second for the first", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { on: { kexec: "b", "kexec.load": "b" } }, b: {} },
    });
    expect(() => scxml(readStatechart(machine))).toThrow(
      'expected event names of which none begins another, got "kexec" and "kexec.load": ' +
        "SCXML would take the second for the first; write one of them without the dot",
    );
  });

  test("an event that only XState sends is refused", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { initial: "b", states: { b: { type: "final" } }, onDone: "c" }, c: {} },
    });
    expect(() => scxml(readStatechart(machine))).toThrow("SCXML has an event of its own for it");
  });

  test("a transition into regions anew that leaves nothing is refused", () => {
    const machine = createMachine({ initial: "a", states: { a: regions } });
    expect(() => scxml(readStatechart(machine))).toThrow("give it reenter: true");
  });
});

const regions = {
  type: "parallel",
  on: { go: { target: "a" } },
  states: { one: {}, two: {} },
} as const;

function entersRegionsAnew({ source, targets, reenter }: ChartArrow): boolean {
  const inside = targets.some((target) => target.path.startsWith(`${source.path}.`));
  return source.kind === "parallel" && !reenter && (inside || targets.includes(source));
}

async function expectSame(chart: Statechart): Promise<void> {
  const text = scxml(chart);
  expect(XMLValidator.validate(text)).toBe(true);
  expect(await readBack(text)).toEqual(asScxml(chart));
}

/** What a reader of SCXML is to see: it shows what stays in a state as an arrow to the state. */
function asScxml(chart: Statechart): Drawn {
  const transitions = chart.transitions.map((arrow): ChartArrow => {
    const { source, targets, reenter } = arrow;
    const anew = !reenter && source.kind === "compound" && targets.includes(source);
    return { ...arrow, targets: targets.length === 0 ? [source] : anew ? source.initial : targets };
  });
  return drawnOf({ ...chart, transitions });
}

async function readBack(text: string): Promise<Drawn> {
  const read = await render(text, { inputType: "scxml", outputType: "json" });
  const machine: IStateMachine = typeof read === "string" ? JSON.parse(read) : read;
  const drawn = { states: [], initial: [], arrows: [], inside: [] };
  collect(machine, "", drawn);
  return sorted(drawn);
}

type Draft = { readonly [Field in keyof Drawn]: string[] };

function collect({ states, transitions = [] }: IStateMachine, parent: string, to: Draft): void {
  for (const { name, type, statemachine } of states) {
    if (type !== "initial") to.states.push(`${name} in ${parent}`);
    if (statemachine) collect(statemachine, name, to);
  }
  const starts = new Set(states.filter(({ type }) => type === "initial").map(({ name }) => name));
  for (const arrow of transitions) {
    if (starts.has(arrow.from)) to.initial.push(`${arrow.to} in ${parent}`);
    else to.arrows.push(`${arrow.from} -> ${arrow.to}: ${labelOf(arrow)}`);
  }
}

function labelOf({ event, cond, action }: Label): string {
  const guard = cond && /^\(_event\.data \|\| \{\}\)(?:\.(\w+)|\['(.+)'\]) === true$/.exec(cond);
  const actions = [
    ...(action ?? "").matchAll(/<log label="(\w+)"(?: expr="JSON.stringify\((.*?)\)")?/g),
  ];
  const named = actions.map(([, type = "", params]) =>
    namedText({ type, params: params === undefined ? null : JSON.parse(params) }),
  );
  const parts = [
    event ?? "",
    guard ? `[${guard[1] ?? guard[2]}]` : "",
    named.length > 0 ? `/ ${named.join(", ")}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ") || "always";
}

interface Label {
  readonly event?: string;
  readonly cond?: string;
  readonly action?: string;
}
