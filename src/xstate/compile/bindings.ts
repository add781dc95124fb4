import type { SearchHooks } from "../../checker/model.ts";
import { fieldOf, type InternedContexts, type layoutKey } from "../context.ts";
import { MachineError } from "../errors.ts";
import type { ActionSite, GuardSite, Sites } from "./sites.ts";

/** Everything that the text of a module refers to. */
export interface Bindings {
  /** The state that a step begins in, and the one that it makes. */
  readonly cur: Int32Array;
  readonly next: Int32Array;
  /** The bytes of their contexts; empty when contexts are interned. */
  readonly curMem: Uint8Array;
  readonly mem: Uint8Array;
  /** By event: what XState would hand to a guard, and to an action. */
  readonly curArgs: readonly unknown[];
  readonly nextArgs: readonly unknown[];
  readonly guards: readonly unknown[];
  readonly actions: readonly unknown[];
  readonly params: readonly unknown[];
  readonly events: readonly unknown[];
  readonly offers: Readonly<Record<string, unknown>>;
  readonly view: unknown;
  /** By transition: how often it was taken, and how often its guard said no. */
  readonly taken: Float64Array;
  readonly refused: Float64Array;
  /** Called when a step does not end. */
  readonly fail: (limit: number) => never;
  /** Called when a value does not fit the bits that were declared for it. */
  readonly misfit: () => never;
  /** Called when what a step does depends on the order in which regions were entered. */
  readonly unordered: () => never;
}

/** What a module offers. */
export interface Compiled {
  readonly successors: (visit: (action: number, next: Int32Array) => void) => void;
  readonly pack: (out: Int32Array) => void;
  readonly unpack: (from: Int32Array, base: number) => void;
  /** Prepares a search that puts states into a store; see `SearchHooks`. */
  readonly begin: (hooks: CompiledHooks) => void;
  /** @returns the steps since `begin` */
  readonly search: (
    first: number,
    last: number,
    at: (id: number) => boolean,
    stuck: (id: number) => void,
  ) => number;
  /** The packed words of the state that was handed to `add`. */
  readonly out: Int32Array;
  /** Whether states are handed to `add` some time after they were made in `next`. */
  readonly held: boolean;
  /** The number of the event that was tried last. */
  readonly at: () => number;
}

/** What the search of a module calls. */
export interface CompiledHooks extends Pick<SearchHooks, "table" | "arena"> {
  readonly judge: ((action: number) => boolean) | null;
  readonly canonical: ((next: Int32Array) => void) | null;
  readonly add: (hash: number, slot: number, parent: number, action: number) => void;
}

/** The functions of a machine whose contexts are bytes of the state. */
export function bindLayout(
  sites: Sites,
  {
    key,
    curMem,
    mem,
  }: {
    readonly key: NonNullable<ReturnType<typeof layoutKey>>;
    curMem: Uint8Array;
    mem: Uint8Array;
  },
): Pick<Bindings, "guards" | "actions" | "curArgs" | "nextArgs"> {
  const [before, after] = [{ [key]: curMem }, { [key]: mem }];
  return {
    guards: sites.guards.map(({ ask, implementation }) => ask ?? implementation),
    actions: sites.actions.map((site) => site.step ?? assignBytes(site, key, mem)),
    curArgs: sites.events.map((event) => ({ context: before, event })),
    nextArgs: sites.events.map((event) => ({ context: after, event, ...noActors })),
  };
}

/** An assign without a function over bytes: its result is copied into the state. */
function assignBytes({ assignment }: ActionSite, key: string, mem: Uint8Array): unknown {
  return (args: { readonly context: unknown }, params: unknown): void => {
    const context = assigned(assignment, args, params);
    if (fieldOf(context, key).length !== mem.length || Object.keys(context).length !== 1) {
      throw new TypeError(`expected context.${key} to stay the only field, of ${mem.length} bytes`);
    }
    mem.set(fieldOf(context, key));
  };
}

/** The functions of a machine whose contexts are numbers: each is asked once per context. */
export function bindInterned<C>(
  sites: Sites,
  contexts: InternedContexts<C>,
): Pick<Bindings, "guards" | "actions" | "curArgs" | "nextArgs"> {
  const argsOf = (k: number, context: number) => ({
    context: contexts.get(context),
    event: sites.events[k],
    ...noActors,
  });
  const remember = (compute: (k: number, context: number) => number): unknown => {
    const known: (number | undefined)[][] = [];
    return (k: number, context: number): number => {
      let row = known[k];
      if (!row) known[k] = row = [];
      const seen = row[context];
      if (seen !== undefined) return seen;
      const computed = compute(k, context);
      row[context] = computed;
      return computed;
    };
  };
  return {
    guards: sites.guards.map((site) =>
      remember((k, context) => (askOnce(site, argsOf(k, context)) ? 1 : 0)),
    ),
    actions: sites.actions.map((site) =>
      remember((k, context) => {
        const args = argsOf(k, context);
        return contexts.idOf(assigned(site.assignment, args, paramsOf(site, args)) as C);
      }),
    ),
    curArgs: [],
    nextArgs: [],
  };
}

interface Args {
  readonly context: unknown;
  readonly event: unknown;
}

function askOnce(site: GuardSite, args: Args): boolean {
  const { context, event } = args;
  return Boolean(
    Reflect.apply(site.implementation, null, [{ context, event }, paramsOf(site, args)]),
  );
}

function paramsOf({ params }: { readonly params: unknown }, { context, event }: Args): unknown {
  return typeof params === "function" ? Reflect.apply(params, null, [{ context, event }]) : params;
}

/** The context after an `assign`, as XState computes it. */
function assigned(
  assignment: unknown,
  args: { readonly context: unknown },
  params: unknown,
): object {
  const call = (of: unknown): unknown =>
    typeof of === "function" ? Reflect.apply(of, null, [args, params]) : of;
  const entries = Object.entries(assignment as object);
  const update =
    typeof assignment === "function"
      ? call(assignment)
      : Object.fromEntries(entries.map(([name, of]) => [name, call(of)]));
  return Object.assign({}, args.context, update);
}

/** A pure step has no actors; a machine that asks for them is refused. */
const noActors = {
  spawn: (): never => {
    throw new MachineError("the machine starts an actor: expected a machine without actors");
  },
  self: undefined,
  system: undefined,
};
