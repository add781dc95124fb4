/** Something that a machine names, and that its implementation does: a guard or an action. */
export interface Named {
    readonly type: string;
    /** Null where it is told nothing. */
    readonly params: Readonly<Record<string, unknown>> | null;
}
/** What a transition asks before it is taken. */
export type Guard = {
    readonly kind: "named";
    readonly named: Named;
} | {
    readonly kind: "and" | "or" | "not";
    readonly guards: readonly Guard[];
};
/** Returns what a guard asks; null for no guard. A guard without a name is called `guard`. */
export declare function guardOf(guard: unknown): Guard | null;
/** Returns the name of a guard or an action, with its params; nothing for one that has no name. */
export declare function namedOf(called: unknown): readonly Named[];
/** `name`, or `name(value, value)`. */
export declare function namedText({ type, params }: Named): string;
/** A guard as people read it, without brackets around the whole. */
export declare function guardText(guard: Guard): string;
/** `event [guard] / action, action`: the label of an arrow in every notation. */
export declare function labelText(arrow: {
    readonly event: string | null;
    readonly guard: Guard | null;
    readonly actions: readonly Named[];
}): string;
