/** Something that a format cannot say; the message says what, and what to do. */
export declare class ExportError extends Error {
    readonly name = "ExportError";
}
