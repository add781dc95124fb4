/** Text of a question: what is known before the search runs is a constant. */
export type Code = boolean | string;
export declare function andCode(parts: readonly Code[]): Code;
export declare function orCode(parts: readonly Code[]): Code;
export declare function notCode(part: Code): Code;
/** `if`, unless the answer is known. */
export declare function ifCode(question: Code, then: string, otherwise?: string): string;
/** Statements, one per line, empty ones left out. */
export declare function lines(...parts: readonly string[]): string;
/** Indents generated text by its braces, for people who read it. */
export declare function indented(text: string): string;
/** A `switch` over the cases that do something. */
export declare function caseText(value: string, cases: readonly {
    readonly index: number;
    readonly body: string;
}[]): string;
export declare function unique<T>(list: readonly T[]): T[];
