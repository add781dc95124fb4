import fc from "fast-check";
import { type AnyStateMachine, assign, createMachine, raise } from "xstate";
import { not, stateIn } from "xstate/guards";

/** A state node as data; `to` and `seen` are numbers of nodes, modulo how many there are. */
export interface RandomNode {
  readonly kind: "compound" | "parallel";
  readonly children: readonly RandomNode[];
  readonly final: boolean;
  readonly history: "shallow" | "deep" | null;
  readonly on: readonly RandomTransition[];
  readonly always: RandomTransition | null;
  readonly entry: readonly RandomAction[];
}

interface RandomTransition {
  readonly event: (typeof eventTypes)[number];
  readonly to: number | null;
  readonly reenter: boolean;
  readonly guard: "none" | "even" | "small" | "in" | "notIn";
  readonly seen: number;
  readonly actions: readonly RandomAction[];
}

type RandomAction = "double" | "add" | "tell";

export const eventTypes = ["e0", "e1", "e2", "told"] as const;

const action = fc.constantFrom<RandomAction>("double", "double", "add", "add", "tell");

const randomTransition: fc.Arbitrary<RandomTransition> = fc.record({
  event: fc.constantFrom(...eventTypes),
  to: fc.option(fc.nat(40), { freq: 6 }),
  reenter: fc.boolean(),
  guard: fc.constantFrom("none", "none", "none", "even", "small", "in", "notIn"),
  seen: fc.nat(40),
  actions: fc.array(action, { maxLength: 2 }),
});

function randomNode(depth: number): fc.Arbitrary<RandomNode> {
  const children = depth > 0 ? fc.array(randomNode(depth - 1), { maxLength: 3 }) : fc.constant([]);
  return fc.record({
    kind: fc.constantFrom("compound", "compound", "parallel"),
    children,
    final: fc.boolean(),
    history: fc.option(fc.constantFrom("shallow", "deep"), { freq: 1 }),
    on: fc.array(randomTransition, { minLength: 1, maxLength: 5 }),
    always: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, randomTransition),
    entry: fc.array(action, { maxLength: 1 }),
  });
}

/** Small charts with every feature that the checker claims to support. */
export const randomChart: fc.Arbitrary<RandomNode> = fc
  .tuple(randomNode(0), randomNode(1), randomNode(1), randomNode(0))
  .map(([root, ...children]) => ({ ...root, children }));

/** The machine of a chart. Loops of `always` or raised events end with an error after 40 steps. */
export function machineOf(chart: RandomNode): AnyStateMachine {
  const paths = pathsOf(chart, "");
  const id = (index: number) => paths[index % paths.length] ?? "s";
  const transition = ({ to, reenter, guard, seen, actions }: RandomTransition) => ({
    ...(to !== null && { target: `#${id(to)}`, reenter }),
    ...(guard !== "none" && { guard: guards[guard](`#${id(seen)}`) }),
    actions: [...actions],
  });
  const config = (given: RandomNode, path: string): Record<string, unknown> => {
    const { kind, children, final, history, on, always, entry } = given;
    if (children.length === 0 && final && path)
      return { id: path, type: "final", entry: [...entry] };
    const states = children.map((child, i) => [`c${i}`, config(child, `${path}c${i}`)] as const);
    const memory = { id: `${path}h`, type: "history", history };
    return {
      id: path || "s",
      on: Object.fromEntries(
        eventTypes.map((type) => {
          const list = on.filter(({ event }) => event === type).map(transition);
          return [type, path ? list : [...list, { guard: "never" }]]; // so that each event is known
        }),
      ),
      ...(always && always.guard !== "none" && { always: transition(always) }),
      entry: [...entry],
      ...(children.length > 0 && {
        ...(kind === "parallel" ? { type: kind } : { initial: "c0" }),
        states: Object.fromEntries(history ? [...states, ["h", memory]] : states),
      }),
    };
  };
  const whole = { ...config(chart, ""), context: { n: 0 }, options: { maxIterations: 40 } };
  return createMachine(whole as never, implementations as never); // as never: built from data
}

const guards = {
  even: () => "even",
  small: () => "small",
  in: (target: string) => stateIn(target),
  notIn: (target: string) => not(stateIn(target)),
};

interface Args {
  readonly context: { readonly n: number };
}

/** Doubling and adding do not commute, so that their order shows. */
const implementations = {
  guards: {
    even: ({ context }: Args) => context.n % 2 === 0,
    small: ({ context }: Args) => context.n < 2,
    never: () => false,
  },
  actions: {
    double: assign({ n: ({ context }: Args) => (context.n * 2) % 5 }),
    add: assign({ n: ({ context }: Args) => (context.n + 1) % 5 }),
    tell: raise({ type: "told" }),
  },
};

/** Ids of all nodes that a transition can name; a leaf has no history node. */
function pathsOf({ children, history }: RandomNode, path: string): string[] {
  return [
    path || "s",
    ...children.flatMap((child, i) => pathsOf(child, `${path}c${i}`)),
    ...(history && children.length > 0 ? [`${path}h`] : []),
  ];
}
