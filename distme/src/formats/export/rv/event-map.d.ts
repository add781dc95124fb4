import { type Monitor } from "./monitor.ts";
/**
 * What each event of a monitor is in the kernel, as Markdown: what to attach its handler to, and
 * the transitions of the statechart that it stands for.
 */
export declare function eventMap({ name, kernel, automaton, observed }: Monitor): string;
