import fc from "fast-check";
import { and, createMachine, not, setup } from "xstate";
import { readStatechart, type Statechart } from "../../../src/formats/export/statechart.ts";

/** A chart with what kexec's have not: history, final states, self-transitions, odd letters. */
export const oddChart: Statechart = readStatechart(
  setup({
    guards: {
      ready: () => true,
      above: (_, params: { readonly limit: number }) => params.limit > 0,
    },
    actions: { note: () => {}, count: (_, _params: { readonly by: number }) => {} },
  }).createMachine({
    id: "odd chart",
    initial: "end",
    states: {
      end: {
        description: 'Named like a keyword; says "a < b" & more.',
        on: { go: "work", poke: { actions: "note" }, stay: { target: "end", actions: "note" } },
      },
      work: {
        initial: "one",
        entry: "note",
        exit: { type: "count", params: { by: 2 } },
        on: {
          reset: ".one",
          again: { target: "work" },
          anew: { target: "work", reenter: true },
          tick: { guard: "ready", actions: "note" },
          stop: [{ guard: { type: "above", params: { limit: 3 } }, target: "done" }, "both"],
        },
        states: {
          one: { always: { guard: "ready", target: "two" } },
          two: { on: { go: "one" } },
          back: { type: "history", history: "deep", target: "two" },
          last: { type: "history" },
        },
      },
      both: {
        type: "parallel",
        on: { go: "work.back", leave: "end" },
        states: {
          left: { initial: "a", states: { a: { on: { flip: "b" } }, b: {} } },
          right: {
            initial: "a",
            states: { a: { on: { flip: "b", out: "#odd chart.done" } }, b: {} },
          },
        },
      },
      done: { type: "final" },
    },
  }),
);

/** Letters that mean something in one notation or another. */
export const oddLetters: Statechart = readStatechart(
  createMachine({
    id: "letters",
    initial: "a",
    states: {
      a: {
        on: { go: { target: "b", actions: 'say: "a" <b>; #c %d% {e} \\n --f-- **g** ~h __i__' } },
      },
      b: { on: { go: { actions: "//j// [k] | l" } } },
    },
  }),
);

/** Guards that are put together, which not every format has a word for. */
export const joinedGuards: Statechart = readStatechart(
  setup({ guards: { one: () => true, two: () => false } }).createMachine({
    id: "joined",
    initial: "a",
    states: { a: { on: { go: { guard: and(["one", not("two")]), target: "b" } } }, b: {} },
  }),
);

const leaf: Tree = { parallel: false, children: [] };

/** Small charts of every shape: states in states, regions, events with guards to anywhere. */
export const someChart: fc.Arbitrary<Statechart> = fc
  .record({
    tree: fc.letrec<{ node: Tree; inner: Tree }>((tie) => ({
      node: fc.oneof({ depthSize: "small" }, fc.constant(leaf), tie("inner")),
      inner: fc.record({
        parallel: fc.boolean(),
        children: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
      }),
    })).node,
    arrows: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.option(fc.nat()),
        event: fc.constantFrom("", "go", "stop", "kimage_free"),
        guard: fc.option(fc.constantFrom("ready", "lockFree")),
        action: fc.option(fc.constantFrom("note", "takeLock")),
        reenter: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ tree, arrows }) => {
    const nodes: Config[] = [];
    const root = configOf({ parallel: false, children: [tree, leaf] }, nodes, "s");
    const others = nodes.slice(1);
    for (const { from, to, event, guard, action, reenter } of arrows) {
      const source = others[from % others.length];
      const target = to === null ? undefined : others[to % others.length];
      if (!source) continue;
      const transition = {
        ...(target && { target: `#${target.id}`, reenter }),
        ...(guard !== null && { guard }),
        ...(action !== null && { actions: action }),
      };
      if (event === "") source.always = [...(source.always ?? []), transition];
      else source.on = { ...source.on, [event]: [...(source.on?.[event] ?? []), transition] };
    }
    // nothing of it is run: the guards and actions need no meaning
    return readStatechart(createMachine(root as object), { name: "some" });
  });

interface Tree {
  readonly parallel: boolean;
  readonly children: readonly Tree[];
}

interface Config {
  readonly id: string;
  type?: "parallel";
  initial?: string;
  states?: Record<string, Config>;
  always?: readonly object[];
  on?: Readonly<Record<string, readonly object[]>>;
}

function configOf({ parallel, children }: Tree, nodes: Config[], id: string): Config {
  const config: Config = { id };
  nodes.push(config);
  if (children.length === 0) return config;
  if (parallel) config.type = "parallel";
  else config.initial = `${id}0`;
  config.states = Object.fromEntries(
    children.map((child, i) => [`${id}${i}`, configOf(child, nodes, `${id}${i}`)]),
  );
  return config;
}
