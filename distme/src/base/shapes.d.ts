/** Reads the parts of a parsed JSON file; each says where it stands and what was expected there. */
export interface Shapes {
    readonly object: (value: unknown, at: string) => Readonly<Record<string, unknown>>;
    readonly list: (value: unknown, at: string) => readonly unknown[];
    readonly text: (value: unknown, at: string) => string;
    readonly flag: (value: unknown, at: string) => boolean;
    readonly integer: (value: unknown, at: string) => number;
    /** A whole number from 0 on, and up to `max` if there is one. */
    readonly count: (value: unknown, at: string, max?: number) => number;
    readonly oneOf: <T>(value: unknown, at: string, options: readonly T[]) => T;
    /** The error of a part that is not what was expected. */
    readonly wrong: (at: string, expected: string, got: unknown) => Error;
}
/** @param errorOf makes the error that a kind of file is refused with */
export declare function shapes(errorOf: (message: string) => Error): Shapes;
