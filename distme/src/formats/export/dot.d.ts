/** Text in Graphviz's language. */
/** A text in quotation marks; lines of it are drawn one below another, as `align` says. */
export declare function dotString(lines: string | readonly string[], align?: "n" | "l"): string;
/** ` [name=value, name=value]`; nothing without attributes. Values are as DOT wants them. */
export declare function dotAttributes(attributes: Readonly<Record<string, string | null>>): string;
