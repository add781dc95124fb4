import { canonicalText } from "../base/canonical.ts";
import { isWildcardFor } from "./chart.ts";
import type { InternedConfiguration } from "./configuration.ts";
import { MachineError } from "./errors.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import type { StateView } from "./property.ts";

/** The events of a search, each with a number. */
export class Alphabet<C, E extends EventLike> {
  readonly #options: CheckOptions<C, E>;
  readonly #events: E[] = [];
  readonly #ids = new Map<string, number>();
  readonly #known: ReadonlySet<string>;

  /** @param known event types and wildcards that the machine handles */
  constructor(options: CheckOptions<C, E>, known: ReadonlySet<string>) {
    this.#options = options;
    this.#known = known;
    if (typeof options.events === "function") return;
    for (const event of options.events) {
      this.#refuseUnknown(event);
      this.#events.push(event);
    }
  }

  get(index: number): E {
    const event = this.#events[index];
    if (event === undefined) throw new RangeError(`no event ${index}`);
    return event;
  }

  /** Numbers of the events that are worth trying in a state, in order. */
  *in(view: StateView<C> & { readonly configuration: InternedConfiguration }): Generator<number> {
    const { events, offers, listens } = this.#options;
    if (typeof events === "function") {
      for (const event of events(view)) yield this.#idOf(event);
      return;
    }
    for (let i = 0; i < events.length; i++) {
      const event = this.get(i);
      const offered = offers?.[event.type as E["type"]];
      if (offered) {
        const handlers = view.configuration.handlers.get(event.type) ?? [];
        if (!handlers.some((node) => listens?.(node, event) ?? true)) continue;
        if (!offered(view, event)) continue;
      }
      yield i;
    }
  }

  #idOf(event: E): number {
    this.#refuseUnknown(event);
    const key = canonicalText(event, "event");
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#events.push(event) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  #refuseUnknown({ type }: E): void {
    if (this.#known.has(type) || [...this.#known].some((name) => isWildcardFor(name, type))) return;
    const names = [...this.#known].filter((name) => name !== "").sort();
    throw new MachineError(
      `expected an event that the machine knows (${names.join(", ")}), got "${type}"`,
    );
  }
}
