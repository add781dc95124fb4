import { canonicalText } from "../base/canonical.js";
import { isWildcardFor } from "./chart.js";
import { MachineError } from "./errors.js";
/** The events of a search, each with a number. */
export class Alphabet {
    #options;
    #events = [];
    #ids = new Map();
    #known;
    /** @param known event types and wildcards that the machine handles */
    constructor(options, known) {
        this.#options = options;
        this.#known = known;
        if (typeof options.events === "function")
            return;
        for (const event of options.events) {
            this.#refuseUnknown(event);
            this.#events.push(event);
        }
    }
    get(index) {
        const event = this.#events[index];
        if (event === undefined)
            throw new RangeError(`no event ${index}`);
        return event;
    }
    /** Numbers of the events that are worth trying in a state, in order. */
    *in(view) {
        const { events, offers, listens } = this.#options;
        if (typeof events === "function") {
            for (const event of events(view))
                yield this.#idOf(event);
            return;
        }
        for (let i = 0; i < events.length; i++) {
            const event = this.get(i);
            const offered = offers?.[event.type];
            if (offered) {
                const handlers = view.configuration.handlers.get(event.type) ?? [];
                if (!handlers.some((node) => listens?.(node, event) ?? true))
                    continue;
                if (!offered(view, event))
                    continue;
            }
            yield i;
        }
    }
    #idOf(event) {
        this.#refuseUnknown(event);
        const key = canonicalText(event, "event");
        let id = this.#ids.get(key);
        if (id === undefined) {
            id = this.#events.push(event) - 1;
            this.#ids.set(key, id);
        }
        return id;
    }
    #refuseUnknown({ type }) {
        if (this.#known.has(type) || [...this.#known].some((name) => isWildcardFor(name, type)))
            return;
        const names = [...this.#known].filter((name) => name !== "").sort();
        throw new MachineError(`expected an event that the machine knows (${names.join(", ")}), got "${type}"`);
    }
}
//# sourceMappingURL=alphabet.js.map