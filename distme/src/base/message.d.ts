/** The message of whatever was thrown: not everything that is thrown is an `Error`. */
export declare function messageOf(error: unknown): string;
