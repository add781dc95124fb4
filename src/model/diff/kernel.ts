import type { KexecContext, KexecEvent } from "../../../machines/events.ts";
import type { Feature } from "../../memory/bounds.ts";
import type { Layout, Mem } from "../../memory/layout.ts";
import { canonicalMem } from "../../memory/symmetry.ts";
import { compileMachine } from "../../xstate/compile/compiled.ts";
import type { Offers } from "../../xstate/options.ts";
import type { StateView } from "../../xstate/property.ts";
import { type WalkState, walk } from "../../xstate/walk.ts";
import { alphabetOf } from "../alphabet.ts";
import { taskOf, taskOfPath } from "../compose.ts";
import { kexecModel } from "../model.ts";
import { isPlayed, sceneOf } from "./scene.ts";

/** Says of an event whether somebody wants it to happen now. */
export type Wish = (event: KexecEvent) => boolean;

/** A state of a kernel; it is never changed. */
export interface KernelState {
  readonly mem: Mem;
  /** Whether the node with this path is active. */
  readonly has: (path: string) => boolean;
  /** The steps that are wanted and possible. */
  readonly steps: (wanted: Wish) => readonly KernelStep[];
  /** The same for all states that differ by symmetry only. */
  readonly key: () => string;
}

export interface KernelStep {
  readonly event: KexecEvent;
  readonly to: () => KernelState;
}

/** One kernel, told by its features, ready to be driven. */
export interface Kernel {
  readonly features: readonly Feature[];
  readonly layout: Layout;
  readonly initial: KernelState;
  /** The kernel's own object for an event; null: an older kernel may lack the file or the hook. */
  readonly own: (event: KexecEvent) => KexecEvent | null;
}

/** A kernel whose statechart is compiled: slow to make, and quick to drive. */
export function compiledKernel(features: readonly Feature[]): Kernel {
  const { layout, machine, options } = kexecModel(sceneOf(features));
  const all = options.events as readonly KexecEvent[]; // the model's alphabet is a list
  const events = all.filter(isPlayed);
  let wish: Wish = () => true;
  const offers = wanted(events, options.offers ?? {}, (event) => wish(event));
  const compiled = { ...options, events, offers };
  const { model, codec } = compileMachine<KexecContext, KexecEvent>(machine, compiled);
  const stateOf = (words: Int32Array): KernelState => ({
    mem: codec.decode(words).mem,
    has: (path) => model.view(words).configuration.has(path),
    steps: (wanted) => {
      wish = wanted;
      const steps: KernelStep[] = [];
      model.successors(words, (index, next) => {
        const reached = next.slice();
        steps.push({ event: model.action(index), to: () => stateOf(reached) });
      });
      return steps;
    },
    key: () => {
      const copy = words.slice();
      model.canonical?.(copy);
      return Buffer.from(copy.buffer).toString("latin1");
    },
  });
  const [first = new Int32Array(model.words)] = model.initialStates();
  return { features, layout, initial: stateOf(first), own: owner(events) };
}

/** Asks for the wish first: nearly every event that is possible is one that nobody wants now. */
function wanted(
  events: readonly KexecEvent[],
  offers: Offers<KexecContext, KexecEvent>,
  wish: Wish,
): Offers<KexecContext, KexecEvent> {
  type Question = (state: StateView<KexecContext>, event: KexecEvent) => boolean;
  const asked = offers as Readonly<Record<string, Question | undefined>>; // of events of its type
  return Object.fromEntries(
    [...new Set(events.map(({ type }) => type))].map((type): [string, Question] => {
      const offered = asked[type];
      return [type, (state, event) => wish(event) && (offered?.(state, event) ?? true)];
    }),
  );
}

/** A kernel that XState steps: quick to make, and slow to drive. */
export function interpretedKernel(features: readonly Feature[]): Kernel {
  const world = sceneOf(features);
  const { layout, machine } = kexecModel(world);
  const { events: all, offers } = alphabetOf(world, layout);
  const events = all.filter(isPlayed);
  const { initial, step } = walk<KexecContext, KexecEvent>(machine);
  const handled = handling(events);
  const stateOf = (state: WalkState<KexecContext>): KernelState => {
    const { configuration, context } = state;
    return {
      mem: context.mem,
      has: configuration.has,
      steps: (wanted) =>
        handled(state).flatMap((event) => {
          if (!wanted(event) || !(offers[event.type]?.(state, event) ?? true)) return [];
          const next = lazily(() => {
            const taken = step(state, event);
            return taken && stateOf(taken.state);
          });
          return isAnswer(event) || next() ? [{ event, to: () => next() ?? refused(event) }] : [];
        }),
      key: () => {
        const mem = canonicalMem(layout, context.mem.slice());
        return `${configuration.id} ${Buffer.from(mem).toString("latin1")}`;
      },
    };
  };
  return { features, layout, initial: stateOf(initial), own: owner(events) };
}

/** Whatever the environment answers, the kernel goes on: there is no need to try. */
function isAnswer(event: KexecEvent): boolean {
  return "outcome" in event || "frame" in event;
}

function refused(event: KexecEvent): never {
  throw new RangeError(`expected ${event.type} to be possible with every answer, got none`);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The events that some active node of their own region handles. */
function handling(
  events: readonly KexecEvent[],
): (state: WalkState<KexecContext>) => readonly KexecEvent[] {
  const known = new Map<number, readonly KexecEvent[]>();
  return ({ configuration }) => {
    const list =
      known.get(configuration.id) ??
      events.filter((event) =>
        (configuration.handlers.get(event.type) ?? []).some(({ path }) => {
          const region = taskOfPath(path);
          return region === null || region === taskOf(event);
        }),
      );
    known.set(configuration.id, list);
    return list;
  };
}

function owner(events: readonly KexecEvent[]): (event: KexecEvent) => KexecEvent | null {
  const known = new Map(events.map((event) => [nameOf(event), event]));
  return (event) => known.get(nameOf(event)) ?? null;
}

const names = new WeakMap<KexecEvent, string>();

/** Two kernels have each their own objects for the same event. */
export function nameOf(event: KexecEvent): string {
  let name = names.get(event);
  if (name === undefined) {
    const fields = Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
    name = JSON.stringify(fields);
    names.set(event, name);
  }
  return name;
}
