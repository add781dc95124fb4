import type { InternedConfiguration } from "./configuration.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import type { StateView } from "./property.ts";
/** The events of a search, each with a number. */
export declare class Alphabet<C, E extends EventLike> {
    #private;
    /** @param known event types and wildcards that the machine handles */
    constructor(options: CheckOptions<C, E>, known: ReadonlySet<string>);
    get(index: number): E;
    /** Numbers of the events that are worth trying in a state, in order. */
    in(view: StateView<C> & {
        readonly configuration: InternedConfiguration;
    }): Generator<number>;
}
