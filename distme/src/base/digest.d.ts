/** 64 bits of a text; it guards against mistakes, not against malice, and runs in a browser. */
export declare function digestOf(text: string): string;
