import { type Layout } from "./layout.ts";
/** A byte of the state and what people call it. */
export interface MemVariable {
    readonly name: string;
    readonly at: number;
}
/** Names every byte of the state that is a variable; the rest is padding. */
export declare function variables(layout: Layout): MemVariable[];
