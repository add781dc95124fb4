/** Something that a format cannot say; the message says what, and what to do. */
export class ExportError extends Error {
    name = "ExportError";
}
//# sourceMappingURL=export-error.js.map